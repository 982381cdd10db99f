import { describe, expect, test } from "vitest";
import { isMarkup } from "./markup.js";

const ARTICLE = "Norway expelled a diplomat on Thursday. Sweden protested. ".repeat(200);

describe("markup", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["a paragraph", "<p>Norway expelled a diplomat.</p>\n"],
    ["a paragraph and a script", '<p>Oslo.</p><script>var a = "Norway expelled a diplomat";</script>'],
    ["a script in a text", 'Oslo <script type="module">\nlet a = 1;\n</script> said no.'],
    ["a style sheet", "Oslo said no. <style>p { color: red }</style>"],
    ["tags with attributes, in capitals", '<DIV class="a">Oslo<BR/>Riga<A HREF="x?a=1&b=2">said</A></DIV>'],
    ["tags from the middle of a page", 'said no.</p>\n<p>Riga agreed.</p>\n<ul class="links">'],
    ["tags all through a long text", ARTICLE.replaceAll("Sweden", "<b>Sweden</b>")],
  ];
  for (const [name, text] of cases) test(name, () => expect(isMarkup(text)).toBe(true));
});

describe("no markup", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["nothing", ""],
    ["a text", ARTICLE],
    ["a lone angle", "Growth was < 2% in Oslo and > 3 % in Riga. 1 <2> 3"],
    ["one tag", "Oslo said no.<br>Riga agreed."],
    ["a word that is set off", "Oslo said <i>no</i> on Thursday."],
    [
      "an address",
      "Ann Brook <ann@courier.example> and Peter Lind <peter@courier.example> <http://a.example>",
    ],
    ["words in angles", "<Oslo> said <no> to </Riga> and <p"],
    ["slips in a long text", `${ARTICLE}<br>${ARTICLE}<br>${ARTICLE}`],
    ["a script that is only named", "The page began with <script> and Oslo removed it."],
  ];
  for (const [name, text] of cases) test(name, () => expect(isMarkup(text)).toBe(false));
});

test("many open angles cost no more than their number", () => {
  expect(isMarkup("<p ".repeat(200_000))).toBe(false);
  expect(isMarkup("<script>".repeat(20_000))).toBe(true);
});
