/** Reads the gold cases of `cases.txt`. Used by the tests only. */
export interface Expectation {
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

export interface Case {
  readonly line: number;
  readonly text: string;
  readonly published: string;
  readonly expected: readonly Expectation[];
}

/** Members in one order: the order of a group is that of the text and not compared. */
export function sorted(value: string): string {
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
export function readCases(file: string): Case[] {
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
