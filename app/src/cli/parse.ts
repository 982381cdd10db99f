/** `entente parse`: sentences, words, tags, lemmas and trees as CoNLL-U. */
import { basename } from "node:path";
import { type DocumentInput, parseText, writeConllu } from "entente";
import { openReader } from "./model.js";
import { printData } from "./output.js";
import { startProgress } from "./progress.js";
import { forEachDocument } from "./sources.js";
import { oneLine } from "./text-width.js";

export interface ParseOptions {
  readonly conllu?: boolean;
  readonly model?: string;
}

/** Name of a document in its CoNLL-U: the id that it came with, or its file. */
function documentName({ id, source }: DocumentInput): string {
  return oneLine(id ?? basename(source ?? "text")).replace(/ /gu, "_") || "text";
}

/** Parses whole texts as they stand, titles and all; gives the exit code. */
export async function runParse(sources: readonly string[], options: ParseOptions): Promise<number> {
  const reader = await openReader(options.model);
  const progress = startProgress(process.stderr.isTTY ?? false, process.stderr.columns || 80);
  return forEachDocument(sources, progress, async ({ document }) => {
    const conllu = writeConllu(parseText(reader.language, document.text), documentName(document));
    if (process.stdout.isTTY) progress.clear();
    await printData(conllu);
  });
}
