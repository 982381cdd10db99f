/** Fills the marked blocks of `docs/codebook.md` from the lexicon; all other text of the page is written by hand. */
import { CATEGORIES, CONTEXTS, MODE_SCORE } from "../../lib/src/core/plover.js";
import { SOFTWARE_VERSION } from "../../lib/src/version.js";
import { overview } from "./cameo.js";
import { chapter } from "./chapter.js";
import { signed, table, wrap } from "./markdown.js";
import { operatorWords, transformationTable } from "./operators.js";
import { counted, readSenses, type Sense, wordsOf } from "./senses.js";

/** `<!-- lexicon: NAME -->` begins a block, `<!-- /lexicon -->` ends it. */
const BLOCK = /^<!-- lexicon: (.+) -->\n[\s\S]*?^<!-- \/lexicon -->/gmu;

function cite(senses: readonly Sense[]): string {
  const words = wordsOf(senses).length;
  return [
    `> Entente: Codebook, version ${SOFTWARE_VERSION}. Text under Apache-2.0; ontology after PLOVER, Open Event Data Alliance, manual draft 2.0, CC BY-SA 4.0.`,
    wrap(`This version has ${senses.length} senses of ${words} words and phrases.`),
  ].join("\n\n");
}

function modes(): string {
  const rows = Object.entries(MODE_SCORE).map(([category, scores]) => [
    category,
    Object.entries(scores)
      .map(([mode, score]) => `${mode} ${signed(score)}`)
      .join(" · "),
  ]);
  return table(["category", "modes with their scores"], rows);
}

function contexts(senses: readonly Sense[]): string {
  const rows = CONTEXTS.map((context) => {
    const own = senses.filter((sense) => sense.contexts.includes(context));
    const categories = counted(own, (sense) => [sense.category ?? "operators"]);
    return [
      `\`${context}\``,
      own.length === 0 ? "no sense yet" : String(own.length),
      categories.map(([category, count]) => `${category} ${count}`).join(" · "),
    ];
  });
  return table(["context", "senses", "in which categories"], rows);
}

type Blocks = ReadonlyMap<string, () => string>;

function blocksOf(senses: readonly Sense[]): Blocks {
  return new Map([
    ["cite", () => cite(senses)],
    ["modes", modes],
    ...CATEGORIES.map((category): [string, () => string] => [category, () => chapter(category, senses)]),
    ["transformations", transformationTable],
    ["operator words", () => operatorWords(senses)],
    ["contexts", () => contexts(senses)],
    ["overview", () => overview(senses)],
  ]);
}

/** The page with its blocks written anew. Throws where a block is missing, unknown or stands twice. */
export function fillCodebook(page: string): string {
  const blocks = blocksOf(readSenses());
  const missing = new Set(blocks.keys());
  const filled = page.replace(BLOCK, (_, name: string) => {
    const write = blocks.get(name);
    if (write === undefined || !missing.delete(name))
      throw new Error(`docs/codebook.md: no block "${name}", or it stands twice`);
    return `<!-- lexicon: ${name} -->\n${write()}\n<!-- /lexicon -->`;
  });
  if (missing.size > 0) throw new Error(`docs/codebook.md: no block for ${[...missing].join(", ")}`);
  return filled;
}
