import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { EventRecord, Magnitude } from "../../core/index.js";
import { loadLanguageModel, parseText } from "../../language/index.js";
import { findMentions } from "../entities/index.js";
import { eventRecord, mergeActs } from "../events/index.js";
import { loadKnowledge } from "../knowledge.js";
import { readTable } from "../lexicon/tables.js";
import { readActs } from "../read.js";
import { growTree } from "../tree.js";
import { readMagnitudes } from "./index.js";

interface Case {
  readonly text: string;
  readonly expected: string[];
  readonly wrong: string[];
}

const PUBLISHED = "2024-06-15";
const root = new URL("../../../../", import.meta.url);
const model = loadLanguageModel(readFileSync(new URL("models/english.entente", root)));
const table = readFileSync(new URL("lexicon/magnitudes.tsv", root), "utf8");
const knowledge = loadKnowledge();

function readCases(): readonly Case[] {
  const cases: Case[] = [];
  for (const line of readFileSync(new URL("cases.txt", import.meta.url), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("text: ")) cases.push({ text: line.slice(6), expected: [], wrong: [] });
    else if (line.startsWith("wrong: ")) cases.at(-1)!.wrong.push(line.slice(7));
    else cases.at(-1)!.expected.push(line);
  }
  return cases;
}

function eventsOf(text: string): readonly EventRecord[] {
  const tree = growTree(parseText(model, text));
  const mentions = findMentions(tree, knowledge.actors, PUBLISHED);
  const { setting, acts } = readActs(knowledge, tree, mentions, PUBLISHED, 0);
  return mergeActs(tree, acts).map((act) => eventRecord(setting, "document", act, 1));
}

function inWords({ kind, least, most }: Magnitude): string {
  return `${kind} ${least ?? ""}…${most ?? ""}`;
}

/** The first word of the act: which of two acts has the number is half of what a case says. */
function triggerOf({ evidence }: EventRecord): string {
  return evidence[0]!.spans.find((span) => span.role === "trigger")!.text;
}

function found(text: string): readonly string[] {
  const lines = eventsOf(text)
    .filter((event) => event.magnitude !== null)
    .map(
      (e) => `${e.type} ${triggerOf(e)}: ${e.magnitude!.map((m) => `${inWords(m)} (${m.text})`).join(", ")}`,
    );
  return lines.length > 0 ? lines : ["nothing"];
}

describe("numbers of acts", () => {
  for (const { text, expected, wrong } of readCases()) {
    if (wrong.length > 0) it.fails(`wrong: ${text}`, () => expect(found(text)).toEqual(expected));
    else it(text, () => expect(found(text)).toEqual(expected));
  }
});

describe("every row of magnitudes.tsv", () => {
  const rows = readTable(table, "magnitudes");
  test.each(rows.map((row) => [row.example!, row.expect!]))("%s %s", (example, wanted) => {
    const magnitudes = eventsOf(example).flatMap((event) => event.magnitude ?? []);
    expect(eventsOf(example).length, "events, without which nothing is no finding").toBeGreaterThan(0);
    expect(magnitudes.map(inWords)).toEqual(wanted === "nothing" ? [] : [wanted]);
  });
  test("has an example of its own", () =>
    expect(new Set(rows.map((row) => row.example)).size).toBe(rows.length));
});

test("the words of a number stand in the text and in the evidence", () => {
  const text =
    "Ukraine shelled Donetsk. Russia attacked Kharkiv, killing at least 12 people and wounding 30.";
  const event = eventsOf(text).find((e) => e.magnitude !== null)!;
  expect(event.magnitude!.map((m) => m.text)).toEqual(["at least 12", "30"]);
  for (const { from, to, text: words } of event.magnitude!) expect(text.slice(from, to)).toBe(words);
  const spans = event.evidence.flatMap((e) => e.spans).filter((s) => s.role === "magnitude");
  expect(spans.map((s) => s.text).sort()).toEqual(["30", "at least 12"]);
});

test("a table with an unknown kind is refused", () => {
  const head = "word\tkind\trole\twith\tacts\tof\n";
  expect(() => readMagnitudes(`${head}kill/v\tlost\tobj\t\tASSAULT\t`)).toThrow(/"lost" is no kind/u);
  expect(() => readMagnitudes(`${head}kill/v\tdead\t\t\tASSAULT\t`)).toThrow(/has no role/u);
});

test.each(["", "12", "between 12 and", "no", "12 - 13 - 14 or", "a dozen hundred thousand million of of"])(
  "any text: %j",
  (text) => expect(found(text)).toEqual(["nothing"]),
);

test("the cost grows with the text alone", () => {
  const text = "Russia attacked Kyiv, killing at least 12 people and wounding 30 others, ".repeat(400);
  expect(eventsOf(text).length).toBeGreaterThan(0);
}, 30_000);
