import { expect, test } from "vitest";
import { type CameoEvent, type CameoRule, cameoOf, cameoTable } from "./cameo.js";

function rule(code: string, cells: Partial<CameoRule> = {}): CameoRule {
  const cameo = { code, name: code, goldstein: 0 };
  return { category: "AGREE", mode: [], of: [], contexts: [], cameo, ...cells };
}

function codeOf(rules: readonly CameoRule[], event: Partial<CameoEvent>): string | undefined {
  const asked: CameoEvent = { type: "AGREE", mode: null, of: null, contexts: [], ...event };
  return cameoOf(cameoTable(rules), asked)?.code;
}

test("the row that asks for most counts, wherever it stands", () => {
  const rules = [
    rule("030"),
    rule("0311", { contexts: ["economic"] }),
    rule("041", { mode: ["phone"], contexts: ["economic"] }),
    rule("033", { of: ["AID"] }),
    rule("0331", { of: ["AID"], contexts: ["economic"] }),
  ];
  for (const table of [rules, rules.toReversed()]) {
    expect(codeOf(table, {})).toBe("030");
    expect(codeOf(table, { contexts: ["economic"] })).toBe("0311");
    expect(codeOf(table, { mode: "phone", contexts: ["economic"] })).toBe("041");
    expect(codeOf(table, { mode: "phone", of: "AID" })).toBe("033");
    expect(codeOf(table, { mode: "phone", of: "AID", contexts: ["legal", "economic"] })).toBe("0331");
  }
});

test("of equals the first counts", () => {
  const rules = [rule("0312", { contexts: ["military"] }), rule("0311", { contexts: ["economic"] })];
  expect(codeOf(rules, { contexts: ["economic", "military"] })).toBe("0312");
});

test("of a list any will do", () => {
  const rules = [rule("035", { of: ["RETREAT", "CONCEDE"] })];
  expect(codeOf(rules, { of: "CONCEDE" })).toBe("035");
  expect(codeOf(rules, { of: "AID" })).toBeUndefined();
});

test("a row may ask for no value at all", () => {
  const rules = [rule("050"), rule("051", { contexts: [null] }), rule("052", { mode: [null], of: ["AID"] })];
  expect(codeOf(rules, {})).toBe("051");
  expect(codeOf(rules, { contexts: ["legal"] })).toBe("050");
  expect(codeOf(rules, { of: "AID" })).toBe("052");
  expect(codeOf(rules, { of: "AID", mode: "visit", contexts: ["legal"] })).toBe("050");
});

test("a category without rows has no code", () => {
  expect(codeOf([rule("030")], { type: "ASSAULT" })).toBeUndefined();
  expect(cameoOf(cameoTable([]), { type: "AID", mode: null, of: null, contexts: [] })).toBeNull();
});
