import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EntenteError, type ReadingRecord } from "../core/index.js";
import { confidentOnly } from "./confident.js";

/** A reading of which only the parts that the filter looks at are told. */
function readingOf(
  events: Readonly<Record<string, number>>,
  claims: readonly (readonly string[])[],
  ties: readonly (readonly string[])[],
): ReadingRecord {
  const parts = {
    entente: 1,
    events: Object.entries(events).map(([id, confidence]) => ({ id, confidence })),
    claims: claims.map((ids) => ({ kind: "cause", events: ids })),
    ties: ties.map((ids) => ({ kind: "war", events: ids })),
    diagnostics: [],
  };
  return parts as unknown as ReadingRecord;
}

const READING = readingOf({ a: 0.2, b: 0.5, c: 0.9 }, [["a", "c"], ["a"], []], [["b", "a"]]);

describe("a reading without unsure events", () => {
  test("events below are left out, one at the limit stays; claims and ties point to those that stay", () => {
    expect(confidentOnly(READING, 0.5)).toEqual(readingOf({ b: 0.5, c: 0.9 }, [["c"], [], []], [["b"]]));
  });
  test("nothing is left out at 0, all at 1; the given reading stays as it was", () => {
    const before = JSON.stringify(READING);
    expect(confidentOnly(READING, 0)).toEqual(READING);
    expect(confidentOnly(READING, 1)).toEqual(readingOf({}, [[], [], []], [[]]));
    expect(JSON.stringify(READING)).toBe(before);
  });
  for (const minimum of [-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY])
    test(`${minimum} is misuse`, () => expect(() => confidentOnly(READING, minimum)).toThrow(EntenteError));
  test("no claim or tie ever points to an event that is gone, and twice is as once", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const ids = fc.array(fc.constantFrom("a", "b", "c", "d"));
    const reading = fc
      .tuple(fc.dictionary(fc.constantFrom("a", "b", "c", "d"), share), fc.array(ids), fc.array(ids))
      .map((parts) => readingOf(...parts));
    fc.assert(
      fc.property(reading, share, (whole, minimum) => {
        const kept = confidentOnly(whole, minimum);
        const left = new Set(kept.events.map((event) => event.id));
        for (const { events } of [...kept.claims, ...kept.ties])
          for (const id of events) expect(left).toContain(id);
        expect(confidentOnly(kept, minimum)).toEqual(kept);
      }),
    );
  });
});
