/**
 * Text that the teachers annotate for the final model: news releases of the Kremlin (CC BY 4.0), and what the
 * treebanks and name corpora leave open (names in EWT, trees in the name corpora).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Model } from "../../lib/src/language/model/model.js";
import { loadTokenModel, tokenize } from "../../lib/src/language/tokens/index.js";
import { Random } from "../random.js";
import { readTogether } from "./ensemble.js";
import { NO_LABEL } from "./names.js";
import type { Sentence } from "./sentence.js";

const TOKENS = fileURLToPath(new URL("../../work/parts/tokens.bin", import.meta.url));

interface Release {
  readonly lead: string;
  readonly text: string;
}

/** Sentences of the releases, each once, of 4 to 60 words, in a shuffled order, up to `words` words. */
export function rawSentences(data: string, words: number, seed: number): string[][] {
  const lines = gunzipSync(readFileSync(join(data, "raw/kremlin-en.jsonl.gz")))
    .toString("utf8")
    .split("\n")
    .filter(Boolean);
  const model = loadTokenModel(readFileSync(TOKENS));
  const random = new Random(seed);
  const sentences = new Map<string, string[]>();
  let total = 0;
  for (const line of random.shuffle(lines)) {
    const release = JSON.parse(line) as Release;
    // A line break inside a paragraph comes from the web page, not from the author; long speeches are cut.
    const text = [release.lead, release.text].join("\n\n").slice(0, 6000);
    const read = tokenize(model, text);
    for (let s = 0; s + 1 < read.sentenceStart.length; s++) {
      const [start, end] = [read.sentenceStart[s]!, read.sentenceStart[s + 1]!];
      if (end - start < 4 || end - start > 60) continue;
      const forms: string[] = [];
      for (let row = start; row < end; row++) forms.push(text.slice(read.from[row], read.to[row]));
      const key = forms.join(" ");
      if (sentences.has(key)) continue;
      sentences.set(key, forms);
      total += forms.length;
    }
    if (total >= words) break;
  }
  return [...sentences.values()];
}

const isOpen = (sentence: Sentence): boolean =>
  sentence.head.length === 0 || sentence.names.every((label) => label === NO_LABEL);

/** Fills what a corpus leaves open with what the teachers read; annotation by hand stays. */
export function completed(models: readonly Model[], sentences: readonly Sentence[]): Sentence[] {
  const open = sentences.filter((sentence) => isOpen(sentence) && sentence.forms.length <= 250);
  const read = readTogether(
    models,
    open.map((sentence) => sentence.forms),
  );
  const filled = new Map(open.map((sentence, i) => [sentence, read[i]!]));
  return sentences.map((sentence) => {
    const silver = filled.get(sentence);
    if (silver === undefined) return sentence;
    return sentence.head.length === 0
      ? { ...silver, names: sentence.names }
      : { ...sentence, names: silver.names };
  });
}
