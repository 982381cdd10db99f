import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { wordAt } from "../../language/index.js";
import { type LanguageModel, loadLanguageModel, parseText } from "../../language/pipeline.js";
import { readActors } from "../lexicon/actors.js";
import { growTree } from "../tree.js";
import type { Mention, Tree } from "../types.js";
import { entityRecords, type FoundMentions, findMentions, partiesAt } from "./index.js";

const root = new URL("../../../../", import.meta.url);
const MODEL = new URL("models/english.entente", root);
const TABLES = [
  "states",
  "places",
  "organisations",
  "groups",
  "leaders",
  "roles",
  "actor-words",
  "short-names",
];

function tables(): Record<string, string> {
  const known = TABLES.filter((name) => existsSync(new URL(`lexicon/${name}.tsv`, root)));
  return Object.fromEntries(
    known.map((name) => [name, readFileSync(new URL(`lexicon/${name}.tsv`, root), "utf8")]),
  );
}

interface Expectation {
  readonly line: number;
  readonly kind: "mention" | "party" | "nothing";
  /** Words of the mention, or head word of the party. */
  readonly words: string;
  readonly place: number;
  /** Words that the party must have, "" for any. */
  readonly span: string;
  /** `RUS/GOV`, members sorted and joined by ` + `, or `nothing`. */
  readonly value: string;
}

interface Case {
  readonly line: number;
  readonly text: string;
  readonly published: string;
  readonly expected: readonly Expectation[];
}

/** Members in one order: the order of a group is that of the text and not compared. */
function sorted(value: string): string {
  return value.split(" + ").sort().join(" + ");
}

function expectationOf(raw: string, line: number): Expectation {
  const text = raw.replace(/^wrong: /, "");
  if (text === "nothing") return { line, kind: "nothing", words: "", place: 1, span: "", value: "nothing" };
  const cut = text.lastIndexOf(" = ");
  if (cut < 0) throw new Error(`cases.txt, line ${line}: no " = " in "${raw}"`);
  const value = sorted(text.slice(cut + 3));
  const party = /^party (\S+) \((.+)\)$/.exec(text.slice(0, cut));
  if (party) return { line, kind: "party", words: party[1]!, place: 1, span: party[2]!, value };
  const [words, place] = text.slice(0, cut).split("#") as [string, string?];
  return { line, kind: "mention", words, place: place ? Number(place) : 1, span: "", value };
}

/** The cases of a file, blocks between empty lines. */
function readCases(file: string): Case[] {
  const cases: { line: number; text: string; published: string; expected: Expectation[] }[] = [];
  for (const [index, line] of file.split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("text: "))
      cases.push({ line: index + 1, text: line.slice(6), published: "2024-11-28", expected: [] });
    else if (line.startsWith("published: ")) cases.at(-1)!.published = line.slice(11);
    else cases.at(-1)!.expected.push(expectationOf(line, index + 1));
  }
  return cases;
}

interface Parser {
  readonly model: LanguageModel;
  readonly actors: ReturnType<typeof readActors>;
}

function partyOf(mention: Mention): string {
  const all = mention.group.length > 0 ? mention.group : [mention];
  return sorted(all.map(({ entity, sector }) => `${entity}/${sector}`).join(" + "));
}

function find(parser: Parser, { text, published }: Case): { tree: Tree; mentions: FoundMentions } {
  const tree = growTree(parseText(parser.model, text));
  return { tree, mentions: findMentions(tree, parser.actors, published) };
}

function nth(text: string, words: string, place: number): number {
  let at = -1;
  for (let k = 0; k < place; k++) {
    do at = text.indexOf(words, at + 1);
    while (at > 0 && /\w/.test(text[at - 1]!));
  }
  return at;
}

function foundFor(
  text: string,
  { tree, mentions }: { tree: Tree; mentions: FoundMentions },
  want: Expectation,
): string {
  const political = mentions.list.filter((mention) => mention.political);
  const words = (mention: Mention) => text.slice(mention.from, mention.to);
  if (want.kind === "nothing")
    return political.map((m) => `${words(m)} = ${partyOf(m)}`).join("; ") || "nothing";
  if (want.kind === "mention") {
    const from = nth(text, want.words, want.place);
    const here = (want.value === "nothing" ? political : mentions.list).filter(
      (m) => m.from === from || m.from + 0 === from,
    );
    const same = here.filter((m) => words(m) === want.words || m.to === from + want.words.length);
    return same.length > 0 ? partyOf(same.at(-1)!) : "nothing";
  }
  for (let row = 0; row < tree.size; row++) {
    if (wordAt(tree, row) !== want.words) continue;
    const parties = partiesAt(mentions, tree, row);
    const span = parties.length > 0 ? text.slice(parties[0]!.from, parties[0]!.to) : "";
    const value = sorted(parties.map(({ entity, sector }) => `${entity}/${sector}`).join(" + "));
    return span === want.span ? value : `(${span}) ${value}`;
  }
  return "no such word";
}

describe.skipIf(!existsSync(MODEL))("entities", () => {
  const model = existsSync(MODEL) ? loadLanguageModel(readFileSync(MODEL)) : null;
  const parser: Parser = { model: model!, actors: readActors(tables()) };
  const cases = readCases(readFileSync(new URL("cases.txt", import.meta.url), "utf8"));
  test.each(cases.map((one) => [`line ${one.line}: ${one.text}`, one] as const))("%s", (_, one) => {
    const found = find(parser, one);
    for (const want of one.expected)
      expect(`${want.words} = ${foundFor(one.text, found, want)}`, `line ${want.line}`).toBe(
        `${want.words} = ${want.value}`,
      );
  });

  test("the list of entities has every mention once, with the words of the text", () => {
    const text = "Putin met Kim Jong-un. He praised North Korea. The Russian president flew home.";
    const { tree, mentions } = find(parser, { line: 0, text, published: "2024-06-19", expected: [] });
    const records = entityRecords(tree, mentions);
    expect(records.map(({ id }) => id)).toContain("vladimir-putin");
    expect(records.find(({ id }) => id === "vladimir-putin")?.state).toBe("RUS");
    for (const { mentions: spans } of records)
      for (const span of spans) expect(text.slice(span.from, span.to)).toBe(span.text);
  });

  const OWNER_OF_SEVERAL =
    "is chairman of Peru-Chile Association for Friendship and Culture; George Burchett,";
  const TEXTS = ["", " ", "\n\n", "...", "🙂", "U.S.", "the", "and and and", OWNER_OF_SEVERAL];

  test.each(TEXTS)("any text: %j", (text) => {
    const { mentions } = find(parser, { line: 0, text, published: "2024-06-19", expected: [] });
    expect(mentions.at.length).toBeGreaterThanOrEqual(0);
  });
});
