import { EntenteError } from "entente";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LineError } from "./json-lines.js";
import { type MarkedLine, relationOfLine } from "./marked-lines.js";

const TEXT = "Peru left Chile.";
const PARTIES = { source: [{ from: 0, to: 4 }], target: [{ from: 10, to: 15 }] };

/** Line 7, as it is read. */
const GOOD: Readonly<Record<string, readonly [string, MarkedLine]>> = {
  "marks in plain text": ["<s>Peru</s> left <t>Chile</t>.", { id: "7", text: TEXT, ...PARTIES }],
  "the line end of another system": ["<s>Peru</s> left <t>Chile</t>.\r", { id: "7", text: TEXT, ...PARTIES }],
  "marks in JSON": [
    '{"id": "a", "text": "<s>Peru</s> left <t>Chile</t>."}',
    { id: "a", text: TEXT, ...PARTIES },
  ],
  places: [
    JSON.stringify({ id: 12, text: TEXT, source: PARTIES.source[0], target: PARTIES.target[0] }),
    { id: "12", text: TEXT, ...PARTIES },
  ],
  "lists of places": [JSON.stringify({ text: TEXT, ...PARTIES }), { id: "7", text: TEXT, ...PARTIES }],
  "one party of two": [
    JSON.stringify({ id: null, text: TEXT, source: [], target: { from: 10, to: 15, text: "Chile" } }),
    { id: "7", text: TEXT, source: [], target: PARTIES.target },
  ],
  "a party that is named twice": [
    "<s>Peru</s> said <s>it</s> left.",
    {
      id: "7",
      text: "Peru said it left.",
      source: [
        { from: 0, to: 4 },
        { from: 10, to: 12 },
      ],
      target: [],
    },
  ],
  "words that look like a list": [
    "[1] <s>Peru</s> left.",
    { id: "7", text: "[1] Peru left.", source: [{ from: 4, to: 8 }], target: [] },
  ],
};

for (const [name, [line, input]] of Object.entries(GOOD))
  test(name, () => expect(relationOfLine(line, 7)).toEqual(input));

const BAD: Readonly<Record<string, readonly [string, string]>> = {
  "no JSON": ["{no", "no valid JSON"],
  "no text": ['{"id": "a"}', 'the line has no "text"'],
  "a text that is none": ['{"text": 3}', '"text" must be a text'],
  "no party in plain text": [TEXT, "no party is marked: write <s>source</s> and <t>target</t>"],
  "no party in JSON": [
    JSON.stringify({ text: TEXT, source: null, target: [] }),
    "no party is marked: write <s>source</s> and <t>target</t>",
  ],
  "a mark that stays open": [
    "<s>Peru left.",
    "<s> at character 0 has no partner: write <s>source</s> and <t>target</t>.",
  ],
  "a mark that was not opened": [
    '{"text": "Peru</t> left."}',
    "</t> at character 4 has no partner: write <s>source</s> and <t>target</t>.",
  ],
  "marks around nothing": [
    "<s> </s>Peru left.",
    "no words are marked: write <s>source</s> and <t>target</t>",
  ],
  "a place that is none": [
    JSON.stringify({ text: TEXT, source: { from: "0", to: 4 } }),
    '"source" must be {"from": 0, "to": 6} or a list of such places, in whole numbers',
  ],
  "a list that holds no places": [
    JSON.stringify({ text: TEXT, source: PARTIES.source, target: [10, 15] }),
    '"target" must be {"from": 0, "to": 6} or a list of such places, in whole numbers',
  ],
  "marks and places": [
    JSON.stringify({ text: "<s>Peru</s> left Chile.", target: { from: 17, to: 22 } }),
    'give the parties by marks or by "source" and "target", not by both',
  ],
  "a page": ["<p><s>Peru</s> left <t>Chile</t>.</p>", "this is HTML; save its text first"],
};

for (const [name, [line, reason]] of Object.entries(BAD))
  test(name, () => expect(() => relationOfLine(line, 7)).toThrow(new LineError(`line 7: ${reason}`)));

test("any line gives two parties or says what is wrong with it", () => {
  const pieces = ["<s>", "</s>", "<t>", "</t>", "Peru", " ", "{", "}", '"text":', '"', "[", ",", "\ud800"];
  const line = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 12 });
  const json = fc.record({
    id: fc.json(),
    text: fc.string(),
    source: fc.jsonValue(),
    target: fc.jsonValue(),
  });
  const any = fc.oneof(
    line.map((parts) => parts.join("")),
    fc.json(),
    json.map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(any, (text) => {
      try {
        const { source, target } = relationOfLine(text, 1);
        expect(source.length + target.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(LineError);
        expect(error).not.toBeInstanceOf(EntenteError);
      }
    }),
    { seed: 11, numRuns: 500 },
  );
});
