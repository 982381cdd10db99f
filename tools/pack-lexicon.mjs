// Packs lexicon/**/*.tsv into one source file of the library, without comments and without what only people and
// tests read. Run by `npm run build` before the compiler.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LEFT_OUT = new Set(["example", "counter", "coding", "expect", "source"]);
const root = fileURLToPath(new URL("../lexicon/", import.meta.url));
const target = fileURLToPath(new URL("../lib/src/reading/lexicon/packed.generated.ts", import.meta.url));

/** Table names under `folder`, without .tsv, in the order of their characters. */
function tableNames(folder, prefix = "") {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory()) return tableNames(`${folder}${entry.name}/`, `${prefix}${entry.name}/`);
      return entry.name.endsWith(".tsv") ? [prefix + entry.name.slice(0, -4)] : [];
    })
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The rows of a table with the columns that the program reads; a row too long stops the build. */
function pack(name, text) {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
  const rows = lines.filter(({ line }) => line.trim() !== "" && !line.startsWith("#"));
  if (rows.length === 0) return "";
  const header = rows[0].line.split("\t");
  const kept = header.flatMap((column, index) => (LEFT_OUT.has(column) ? [] : [index]));
  return rows
    .map(({ line, number }) => {
      const cells = line.split("\t");
      if (cells.length > header.length)
        throw new Error(
          `lexicon/${name}.tsv:${number}: ${cells.length} cells, the header has ${header.length}`,
        );
      return kept.map((index) => (cells[index] ?? "").trim()).join("\t");
    })
    .join("\n");
}

const names = tableNames(root);
const texts = names.map((name) => readFileSync(`${root}${name}.tsv`, "utf8"));
const hash = createHash("sha256");
for (const [index, name] of names.entries()) hash.update(`${name}\0${texts[index]}\0`);
const entries = names.map(
  (name, index) => `  ${JSON.stringify(name)}: ${JSON.stringify(pack(name, texts[index]))},\n`,
);
const source = `// Made from lexicon/ by tools/pack-lexicon.mjs.
export const TABLES: Readonly<Record<string, string>> = {
${entries.join("")}};
export const LEXICON_HASH = ${JSON.stringify(hash.digest("hex").slice(0, 16))};
`;
if (!existsSync(target) || readFileSync(target, "utf8") !== source) writeFileSync(target, source);
