import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadLanguageModel, parseText } from "../../language/pipeline.js";
import { readActors } from "../lexicon/actors.js";
import { readTable, type TableRow } from "../lexicon/tables.js";
import { growTree } from "../tree.js";
import type { Mention } from "../types.js";
import { findMentions } from "./index.js";

const root = new URL("../../../../", import.meta.url);
const MODEL = new URL("models/english.entente", root);
const NAMES = ["states", "places", "organisations", "groups", "leaders", "roles"] as const;
type Name = (typeof NAMES)[number];

/** Share of the examples that must give what their row says. */
const LEAST: Readonly<Record<Name, number>> = {
  states: 0.99,
  places: 0.99,
  organisations: 0.98,
  groups: 0.99,
  leaders: 0.99,
  roles: 0.98,
};

function textOf(name: string): string {
  const file = new URL(`lexicon/${name}.tsv`, root);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** A day inside the term of a row: its first day, or the last of its first month or year. */
function dayOf(row: TableRow): string {
  const since = row.since ?? "";
  if (since.length === 10) return since;
  if (since.length === 7) return `${since}-28`;
  return since.length === 4 ? `${since}-12-31` : "2025-06-15";
}

const FITS: Readonly<Record<Name, (row: TableRow, mention: Mention) => boolean>> = {
  states: (row, { entity }) => entity === row.id,
  places: (row, { entity, form, kind }) =>
    (entity ?? "") === row.country && (kind === "place" || form === "capital"),
  organisations: (row, { referent }) => referent === row.id,
  groups: (row, { referent }) => referent === row.id,
  leaders: (row, { referent, entity, sector }) =>
    referent === row.id && (entity ?? "") === row.state && (sector ?? "") === row.sector,
  roles: (row, { entity, sector }) => `${entity}/${sector}` === row.expect,
};

describe.skipIf(!existsSync(MODEL))("examples of the actor tables", () => {
  const words = ["actor-words", "short-names"];
  const actors = readActors(Object.fromEntries([...NAMES, ...words].map((name) => [name, textOf(name)])));
  const model = existsSync(MODEL) ? loadLanguageModel(readFileSync(MODEL)) : null;

  test.each(NAMES)("%s", (name) => {
    const rows = readTable(textOf(name), name);
    const missed = rows.filter((row) => {
      const tree = growTree(parseText(model!, row.example!));
      const { list } = findMentions(tree, actors, name === "leaders" ? dayOf(row) : "2025-06-15");
      return !list
        .flatMap((mention) => [mention, ...mention.group])
        .some((mention) => FITS[name](row, mention));
    });
    const share = rows.length === 0 ? 1 : 1 - missed.length / rows.length;
    expect(share, missed.map((row) => row.example).join("\n")).toBeGreaterThanOrEqual(LEAST[name]);
  });
});
