import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CATEGORIES,
  type CameoEvent,
  type Category,
  CONTEXTS,
  cameoOf,
  MODE_SCORE,
  QUAD_OF,
} from "../../core/index.js";
import { readCameo } from "./cameo.js";
import { TABLES } from "./packed.generated.js";
import { listOf, readTable, type TableRow } from "./tables.js";

const table = readCameo(TABLES.cameo!);
const rows = readTable(TABLES.cameo!);

function modesOf(category: Category): readonly (string | null)[] {
  return [null, ...Object.keys(MODE_SCORE[category] ?? {})];
}

describe.each(CATEGORIES)("%s", (type) => {
  test.each(modesOf(type))("mode %s has a code, and its value fits the quad", (mode) => {
    const event = fc.record({
      of: fc.constantFrom(null, ...CATEGORIES),
      contexts: fc.subarray([...CONTEXTS], { maxLength: 4 }),
    });
    fc.assert(
      fc.property(event, ({ of, contexts }) => {
        const cameo = cameoOf(table, { type, mode, of, contexts });
        expect(cameo).not.toBeNull();
        expect(Math.sign(cameo!.goldstein)).toBe(QUAD_OF[type] <= 2 ? 1 : -1);
      }),
    );
  });
});

test("every category has one row that asks for nothing", () => {
  const roots = rows.filter((row) => !row.mode && !row.of && !row.contexts);
  expect(roots.map((row) => row.category)).toEqual(CATEGORIES);
});

/** An event that is just what a row asks for; where the row asks for no context, about something that none asks for. */
function eventOf(row: TableRow): CameoEvent {
  const type = row.category as Category;
  const first = (column: string) => listOf(row[column]).find((value) => value !== "-") ?? null;
  const asked = new Set(rows.filter((r) => r.category === type).flatMap((r) => listOf(r.contexts)));
  const context = row.contexts ? first("contexts") : CONTEXTS.find((c) => !asked.has(c));
  const contexts = CONTEXTS.filter((c) => c === context);
  return { type, mode: first("mode"), of: first("of") as Category | null, contexts };
}

test("no row stands in the shadow of another", () => {
  expect(rows.filter((row) => cameoOf(table, eventOf(row))?.code !== row.code)).toEqual([]);
});

test("a code has one name and one value, a name one code", () => {
  const known = new Set(rows.map((row) => `${row.code} ${row.name} ${row.goldstein}`));
  expect(new Set(rows.map((row) => row.code)).size).toBe(known.size);
  expect(new Set(rows.map((row) => row.name)).size).toBe(known.size);
  expect(rows.filter((row) => !/^(?:0[3-9]|1\d|20)\d{1,2}$/u.test(row.code!))).toEqual([]);
});

test.each([
  ["SUPPORT", null, null, [], "051", 3.4],
  ["AID", null, null, ["military"], "072", 8.3],
  ["AGREE", null, "AID", ["military"], "0332", 5.2],
  ["REQUEST", "yield", "RETREAT", ["military"], "1056", -5],
  ["THREATEN", "violence", "ASSAULT", ["cbrn"], "1385", -7],
  ["SANCTION", "discontinue", "AID", ["economic"], "1621", -5.6],
  ["SANCTION", "discontinue", null, ["economic"], "163", -8],
  ["ASSAULT", null, null, ["military"], "190", -10],
] as const)("%s %s of %s %j is %s", (type, mode, of, contexts, code, goldstein) => {
  expect(cameoOf(table, { type, mode, of, contexts })).toMatchObject({ code, goldstein });
});

test("a value that is none is refused", () => {
  const head = "category\tmode\tof\tcontexts\tcode\tname\tgoldstein\n";
  expect(() => readCameo(`${head}AID\tvisit\t\t\t070\taid\t7`)).toThrow(/"visit" is no mode/u);
  expect(() => readCameo(`${head}AID\t\tHELP\t\t070\taid\t7`)).toThrow(/"HELP" is no of/u);
  expect(() => readCameo(`${head}AID\t\t\t\t070\taid\tmuch`)).toThrow(/"much" is no number/u);
  expect(() => readCameo(`${head}AID\t\t\t\t\taid\t7`)).toThrow(/has no code/u);
});
