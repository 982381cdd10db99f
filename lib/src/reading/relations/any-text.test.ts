/** Whatever the text and wherever its parties stand, there is one relation, whose words are those of the text. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATEGORIES, EntenteError, type Span } from "../../core/index.js";
import { createReader } from "../read.js";
import { parseMarks, type RelationInput, relate } from "./index.js";

const reader = createReader(readFileSync(new URL("../../../../models/english.entente", import.meta.url)));

const PIECES = (
  "Russia France Peru's the president of ministers they attacked will send aid to refused talks with said that and " +
  "not if , . “ ” ( ) 10-12 e\u0301 北朝鮮 👨‍👩‍👧 \ud800 \0 \u2028 \n\n \t"
).split(" ");

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((words) => words.join(" ")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** Places inside a text, none of them empty. */
function placesIn(length: number): fc.Arbitrary<readonly Span[]> {
  if (length === 0) return fc.constant([]);
  const place = fc
    .nat(length - 1)
    .chain((from) => fc.integer({ min: from + 1, max: length }).map((to) => ({ from, to })));
  return fc.array(place, { maxLength: 3 });
}

const inside = text.chain((words) =>
  fc.record({ text: fc.constant(words), source: placesIn(words.length), target: placesIn(words.length) }),
);

function checkRelation(input: RelationInput): void {
  const { relation, runnerUp, evidence } = relate(reader, input);
  expect(CATEGORIES).toContain(relation.type);
  expect(CATEGORIES).toContain(runnerUp.type);
  expect(runnerUp.type).not.toBe(relation.type);
  for (const { confidence } of [relation, runnerUp]) expect(confidence >= 0 && confidence <= 1).toBe(true);
  for (const span of evidence.spans) expect(span.text).toBe(input.text.slice(span.from, span.to));
}

describe("any text with any parties", () => {
  const options = { seed: 20240229, numRuns: 300 };
  test("inside the text there is always one relation, twice the same", () => {
    fc.assert(
      fc.property(inside, (input) => {
        checkRelation(input);
        expect(relate(reader, input)).toEqual(relate(reader, input));
      }),
      options,
    );
  });

  test("outside the text there is one error", () => {
    const edge = fc.oneof(fc.integer({ min: -9, max: 99 }), fc.double());
    const place = fc.record({ from: edge, to: edge });
    const outside = fc
      .record({ text, source: place })
      .filter(({ text: words, source: { from, to } }) => !isInside(words, from, to));
    fc.assert(
      fc.property(outside, (input) => {
        expect(() => relate(reader, input)).toThrow(EntenteError);
        expect(() => relate(reader, { text: input.text, target: [input.source] })).toThrow(EntenteError);
      }),
      options,
    );
  });
});

function isInside(words: string, from: number, to: number): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= words.length;
}

test("marks are taken out, and the words that are told stand in what is left", () => {
  const input = parseMarks("On Monday <s>Norway</s> recalled its envoy from <t> Iran</t>.");
  expect(input).toEqual({
    text: "On Monday Norway recalled its envoy from  Iran.",
    source: [{ from: 10, to: 16 }],
    target: [{ from: 42, to: 46 }],
  });
  const { evidence } = relate(reader, input);
  const words = evidence.spans.map(({ role, text: word }) => [role, word]);
  expect(words).toContainEqual(["actor", "Norway"]);
  expect(words).toContainEqual(["recipient", "Iran"]);
});

describe("marks and misuse", () => {
  test("marks are taken out, their places counted without them", () => {
    expect(parseMarks("<t> Peru </t> was left by <s>Chile</s>.")).toEqual({
      text: " Peru  was left by Chile.",
      source: [{ from: 19, to: 24 }],
      target: [{ from: 1, to: 5 }],
    });
  });

  test.each(["<s>Peru", "Peru</s>", "<s><s>Peru</s>", "<t>Peru</s>"])("%s has no partner", (marked) => {
    expect(() => parseMarks(marked)).toThrow(EntenteError);
  });

  test.each([
    {},
    { text: 5 },
    { text: "Peru", source: "Peru" },
    { text: "Peru", target: { from: 2, to: 9 } },
  ])("%j is no input", (input) => {
    expect(() => relate(reader, input as unknown as RelationInput)).toThrow(EntenteError);
  });

  test("promised, done and refused are told apart", () => {
    const typeOf = (marked: string) => relate(reader, parseMarks(marked)).relation.type;
    expect(typeOf("<s>Norway</s> sent tents to <t>Nepal</t>.")).toBe("AID");
    expect(typeOf("<s>Norway</s> promised to send tents to <t>Nepal</t>.")).toBe("AGREE");
    expect(typeOf("<s>Norway</s> refused to send tents to <t>Nepal</t>.")).toBe("REJECT");
    expect(typeOf("<s>Norway</s> called on <t>Nepal</t> to send tents to Peru.")).toBe("REQUEST");
  });
});
