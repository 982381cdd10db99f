/** What operators ("promise", "refuse") make of acts, after `lexicon/transformations.tsv`. */
import { readFileSync } from "node:fs";
import { LEXICON } from "../../eval/tables.js";
import { CATEGORIES, type Category } from "../../lib/src/core/plover.js";
import { readTransformations, transform } from "../../lib/src/reading/frames/transformations.js";
import { listOf, readTable, type TableRow } from "../../lib/src/reading/lexicon/tables.js";
import { table, wrap } from "./markdown.js";
import { KINDS, type Sense, wordsOf } from "./senses.js";

const text = readFileSync(new URL("transformations.tsv", LEXICON), "utf8");
const rows = readTable(text, "transformations");
const operators = [...new Set(rows.map((row) => row.operator))];

const WITHOUT_WORDS: Readonly<Record<string, string>> = {
  future: "no words: a plain act in the future or with a modal verb",
  unwilling: "no words: a plain act under a negated future",
};

function innerOf(row: TableRow): string {
  if (row.inner !== "*") return listOf(row.inner).join(", ");
  return rows.filter((other) => other.operator === row.operator).length > 1 ? "any other" : "any";
}

function outcome(category: string, mode: string | null): string {
  return mode ? `${category}/${mode}` : category;
}

/** Operator × act as one table. */
export function transformationTable(): string {
  const cells = rows.map((row) => [
    row.operator,
    innerOf(row),
    row.category === "=" ? "the same" : outcome(row.category, row.mode),
    row.status,
    row.example,
  ]);
  return table(["operator", "of", "is", "status of the act", "example"], cells);
}

/** The words that stand for each operator. */
export function operatorWords(senses: readonly Sense[]): string {
  return operators
    .map((operator) => {
      const own = senses.filter((sense) => sense.operator === operator);
      const lists = KINDS.flatMap((kind) => {
        const words = wordsOf(own.filter((sense) => sense.kind === kind));
        return words.length > 0 ? [`${kind}: ${words.join(", ")}`] : [];
      });
      return wrap(`**${operator}**: ${lists.join("; ") || WITHOUT_WORDS[operator] || "no sense yet"}.`);
    })
    .join("\n\n");
}

const TRANSFORMATIONS = readTransformations(text);

/** Operators that give `category` of another act, each with its example. */
function leadingTo(category: Category): string {
  const own = rows.filter((row) => row.category === category);
  if (own.length === 0) return "";
  const cells = own.map((row) => [row.operator, innerOf(row), row.mode || "", row.status, row.example]);
  return `Made of other acts by operators:\n\n${table(["operator", "of", "mode", "status", "example"], cells)}`;
}

/** "promise, plan: AGREE (planned)": what operators make of an act of `category`. */
function leadingFrom(category: Category): string {
  const groups = new Map<string, string[]>();
  for (const operator of operators) {
    const made = transform(TRANSFORMATIONS, operator, category);
    if (made === null) continue;
    const name = made.keeps ? "stays" : outcome(made.category, made.mode);
    const key = `${name} (${made.status})`;
    groups.set(key, [...(groups.get(key) ?? []), operator]);
  }
  const parts = [...groups].map(([key, names]) => `${names.join(", ")}: ${key}`);
  return wrap(`What operators make of it: ${parts.join(" · ")}.`);
}

/** The paragraphs on operators in the chapter of `category`. */
export function operatorsOf(category: Category): string {
  return [leadingTo(category), leadingFrom(category)].filter((part) => part !== "").join("\n\n");
}

for (const row of rows)
  for (const name of [...listOf(row.inner), row.category])
    if (name !== "*" && name !== "=" && !CATEGORIES.some((category) => category === name))
      throw new Error(`lexicon/transformations.tsv, operator ${row.operator}: "${name}" is no category`);
