/** docs/record.schema.json is the shape of what `read` gives. */
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { CATEGORIES, CONTEXTS, type DocumentInput, MODE_SCORE, read, SECTORS } from "../lib/src/index.js";
import { openReader } from "./model.js";

const ROOT = new URL("../", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("docs/record.schema.json", ROOT), "utf8"));
const validate = new Ajv2020({ allErrors: true, formats: { date: true }, strictTypes: false }).compile(
  schema,
);
const reader = openReader();

function errorsOf(document: DocumentInput): string[] {
  validate(JSON.parse(JSON.stringify(read(reader, document))));
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}

const examples = new URL("examples/", ROOT);
const names = readdirSync(examples).filter((name) => /(?<!\.gold)\.txt$|\.jsonl$/u.test(name));

function documentsOf(name: string): readonly DocumentInput[] {
  const text = readFileSync(new URL(name, examples), "utf8");
  if (name.endsWith(".txt")) return [{ text, source: name }];
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as DocumentInput);
}

describe("readings of the examples follow the schema", () => {
  for (const name of names) test(name, () => expect(documentsOf(name).flatMap(errorsOf)).toEqual([]));
  test("nothing", () => expect(errorsOf({ text: "" })).toEqual([]));
  test("numbers of an act", () => {
    const text = "Russia attacked Kharkiv, killing at least 12 people and wounding up to 30.";
    expect(read(reader, { text }).events.some((event) => event.magnitude !== null)).toBe(true);
    expect(errorsOf({ text })).toEqual([]);
  });
  test("a text that stands twice, with places, conditions and voices", () => {
    const half =
      "The Senate approved the treaty on Monday, Reuters reported. Russia attacked Kharkiv in May 2023.\n".repeat(
        3,
      );
    const more =
      "If Iran attacks Israel, the United States will send troops, Mr. Biden said. It was raining in Paris.\n";
    expect(errorsOf({ text: `${half}${more}\n${half}${more}`, id: "x", published: "2024-11-28" })).toEqual(
      [],
    );
  });
});

test("the schema refuses what is no reading", () => {
  expect(validate({})).toBe(false);
  const reading = JSON.parse(JSON.stringify(read(reader, { text: "Russia attacked Ukraine." })));
  expect(validate({ ...reading, more: 1 })).toBe(false);
  expect(validate({ ...reading, entente: 2 })).toBe(false);
});

test("the schema lists the categories, modes, contexts and sectors of the ontology", () => {
  const { category, mode, context, sector } = schema.$defs;
  expect(category.enum).toEqual(CATEGORIES);
  expect(context.enum).toEqual(CONTEXTS);
  expect(sector.enum).toEqual(SECTORS);
  const modes = Object.values(MODE_SCORE).flatMap((scores) => Object.keys(scores));
  expect([...mode.enum].sort()).toEqual([...new Set(modes)].sort());
});
