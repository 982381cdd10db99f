import { uposAt, wordAt } from "./tree.js";
import type { Parsed } from "./types.js";

/** A cell may hold no tab or line break; blanks inside a word do not occur. */
function cell(value: string): string {
  return value === "" ? "_" : value.replace(/\s+/g, " ");
}

/** Row after the surface token that starts at `row`. */
function tokenEnd(tree: Parsed, row: number): number {
  let end = row + 1;
  while (end < tree.size && tree.glued[end] === 1) end++;
  return end;
}

function miscOf(tree: Parsed, last: number): string {
  return last + 1 < tree.size && tree.from[last + 1] === tree.to[last] ? "SpaceAfter=No" : "_";
}

function wordLine(tree: Parsed, row: number, first: number, misc: string): string {
  const head = tree.head[row]!;
  const cells = [row - first + 1, cell(wordAt(tree, row)), cell(tree.lemma[row]!), uposAt(tree, row)];
  const relation = tree.deprelNames[tree.deprel[row]!] ?? "_";
  return [
    ...cells,
    tree.xposNames[tree.xpos[row]!] ?? "_",
    "_",
    head < 0 ? 0 : head - first + 1,
    relation,
    "_",
    misc,
  ].join("\t");
}

function tokenLines(tree: Parsed, row: number, end: number, first: number): string[] {
  const misc = miscOf(tree, end - 1);
  if (end === row + 1) return [wordLine(tree, row, first, misc)];
  const form = cell(tree.text.slice(tree.from[row], tree.to[end - 1]));
  const range = `${row - first + 1}-${end - first}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}`;
  const words = Array.from({ length: end - row }, (_, k) => wordLine(tree, row + k, first, "_"));
  return [range, ...words];
}

/** True where a blank line stands between the sentence that starts at `first` and the one before it. */
function startsParagraph(tree: Parsed, first: number): boolean {
  if (first === 0) return true;
  return /(\r\n|[\n\r\v\f\u0085\u2028\u2029])[^\S\n\r]*[\n\r\v\f\u0085\u2028\u2029]/.test(
    tree.text.slice(tree.to[first - 1], tree.from[first]),
  );
}

function sentenceLines(tree: Parsed, number: number, id: string): string[] {
  const first = tree.sentenceStart[number]!;
  const end = tree.sentenceStart[number + 1]!;
  const text = cell(tree.text.slice(tree.from[first], tree.to[end - 1]));
  const lines = startsParagraph(tree, first) ? ["# newpar"] : [];
  lines.push(`# sent_id = ${id}`, `# text = ${text}`);
  for (let row = first; row < end; ) {
    const next = tokenEnd(tree, row);
    lines.push(...tokenLines(tree, row, next, first));
    row = next;
  }
  return [...lines, ""];
}

/** Writes a parsed text as CoNLL-U; `sent_id` is the document's name and the number of the sentence. */
export function writeConllu(tree: Parsed, document = "text"): string {
  const lines = [`# newdoc id = ${document}`];
  for (let s = 0; s + 1 < tree.sentenceStart.length; s++)
    lines.push(...sentenceLines(tree, s, `${document}-${s + 1}`));
  return `${lines.join("\n")}\n`;
}
