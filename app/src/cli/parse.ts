/** `entente parse`: sentences, words, tags, lemmas and trees as CoNLL-U. */
import { parseText, writeConllu } from "entente";
import { takeIn } from "../intake/index.js";
import { openReader } from "./model.js";
import { print, reportFailure } from "./output.js";

export interface ParseOptions {
  readonly conllu?: boolean;
  readonly model?: string;
}

/** Parses whole texts as they stand, titles and all; gives the exit code. */
export async function runParse(sources: readonly string[], options: ParseOptions): Promise<number> {
  const reader = await openReader(options.model);
  let failures = 0;
  for await (const intake of takeIn(sources.length > 0 ? sources : ["-"])) {
    if (intake.kind === "failure") {
      failures++;
      reportFailure(intake.source, intake.reason);
    } else await print(writeConllu(parseText(reader.language, intake.document.text)));
  }
  return failures > 0 ? 1 : 0;
}
