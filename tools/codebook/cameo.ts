/** CAMEO codes in the codebook, after `lexicon/cameo.tsv`. */
import { readFileSync } from "node:fs";
import { LEXICON } from "../../eval/tables.js";
import { cameoOf } from "../../lib/src/core/cameo.js";
import { CATEGORIES, type Category, CONTEXTS, MODE_SCORE, scoreOf } from "../../lib/src/core/plover.js";
import { readCameo } from "../../lib/src/reading/lexicon/cameo.js";
import { listOf, readTable } from "../../lib/src/reading/lexicon/tables.js";
import { signed, table } from "./markdown.js";
import type { Sense } from "./senses.js";

const text = readFileSync(new URL("cameo.tsv", LEXICON), "utf8");
const rows = readTable(text, "cameo");
const rules = readCameo(text);

function condition(cell: string): string {
  if (cell === "") return "any";
  return listOf(cell)
    .map((value) => (value === "-" ? "none" : value))
    .join(", ");
}

/** All codes of a category with what they ask for, in the order of the table. */
export function cameoRows(category: Category): string {
  const cells = rows
    .filter((row) => row.category === category)
    .map((row) => [
      ...[row.mode, row.of, row.contexts].map(condition),
      row.code,
      row.name,
      signed(row.goldstein),
      row.example,
    ]);
  return table(["mode", "of", "contexts", "CAMEO", "name", "Goldstein", "example"], cells);
}

/** "042 visits (1.9)": the code of an act of which no more is known than its category and mode. */
export function plainCameo(category: Category, mode: string | null): string {
  const cameo = cameoOf(rules, { type: category, mode, of: null, contexts: [] });
  return cameo === null ? "none" : `${cameo.code} ${cameo.name} (${signed(cameo.goldstein)})`;
}

/** Codes that some `of` or context gives to acts of this category and mode, where the plain act has another. */
function otherCodes(category: Category, mode: string | null): string {
  const codes = [null, ...CATEGORIES].flatMap((of) =>
    [[], ...CONTEXTS.map((context) => [context])].flatMap(
      (contexts) => cameoOf(rules, { type: category, mode, of, contexts })?.code ?? [],
    ),
  );
  const plain = plainCameo(category, mode).split(" ")[0];
  return [...new Set(codes)]
    .filter((code) => code !== plain)
    .sort()
    .join(" ");
}

function countWord(count: number, mode: string | null): string {
  return count === 0 && mode !== null ? "no sense yet" : String(count);
}

/** Category × mode × CAMEO. */
export function overview(senses: readonly Sense[]): string {
  const cells = CATEGORIES.flatMap((category) =>
    [null, ...Object.keys(MODE_SCORE[category] ?? {})].map((mode) => [
      category,
      mode ?? "",
      signed(scoreOf(category, mode)),
      countWord(senses.filter((s) => s.category === category && s.mode === mode).length, mode),
      plainCameo(category, mode),
      otherCodes(category, mode),
    ]),
  );
  return table(
    ["category", "mode", "score", "senses", "CAMEO of the plain act", "with contexts or `of`"],
    cells,
  );
}
