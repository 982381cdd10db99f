import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/**
 * Lemmas of regular forms that no treebank has, found by what else is written in raw news: "chaired" is from "chair"
 * because "chair" is attested and "chaire" is not.
 */

/** Less frequent words of the raw text are too often misprints. */
const LEAST_COUNT = 3;

/** Counts of the words in small letters of a file with one JSON document a line. */
export function countWords(path: string): Map<string, number> {
  const counts = new Map<string, number>();
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n");
  for (const line of lines.filter((each) => each !== "")) {
    const { lead, text } = JSON.parse(line) as { lead?: string; text?: string };
    for (const word of `${lead ?? ""}\n${text ?? ""}`.match(/(?<![\p{L}'’-])\p{Ll}{3,}(?![\p{L}'’-])/gu) ??
      [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** One vowel and one consonant at the end of a one-syllable verb: it doubles ("plan", "planned"). */
const DOUBLES = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/;
const DOUBLED = /([bdgklmnprtvz])\1$/;

/** Bases that "stem" + "ed" or "ing" may come from. */
function verbBases(stem: string): string[] {
  const bases = [`${stem}e`];
  if (!DOUBLES.test(stem)) bases.push(stem);
  if (DOUBLED.test(stem)) bases.push(stem.slice(0, -1));
  if (stem.endsWith("i")) bases.push(`${stem.slice(0, -1)}y`);
  return bases;
}

/** Bases that a form in "s" may come from. */
function bareForms(form: string): string[] {
  if (/(ss|us|is)$/.test(form)) return [];
  if (form.endsWith("ies")) return [`${form.slice(0, -3)}y`, form.slice(0, -1)];
  return /(s|x|z|ch|sh|o)es$/.test(form) ? [form.slice(0, -2), form.slice(0, -1)] : [form.slice(0, -1)];
}

/** Tags and possible bases of a form by its end. */
function readings(form: string): { upos: string; xpos: string; bases: string[] }[] {
  const verb = (xpos: string, bases: string[]) => ({ upos: "VERB", xpos, bases });
  if (/..ed$/.test(form)) {
    const bases = verbBases(form.slice(0, -2));
    return [verb("VBD", bases), verb("VBN", bases)];
  }
  if (/..ing$/.test(form)) return [verb("VBG", verbBases(form.slice(0, -3)))];
  if (!form.endsWith("s")) return [];
  return [verb("VBZ", bareForms(form)), { upos: "NOUN", xpos: "NNS", bases: bareForms(form) }];
}

export interface RawLemma {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
}

/** Lemmas of the forms in the raw text whose base is attested: of two bases the more frequent. */
export function rawLemmas(counts: ReadonlyMap<string, number>): RawLemma[] {
  const found: RawLemma[] = [];
  for (const [form, count] of counts) {
    if (count < LEAST_COUNT || !/^[a-z]+$/.test(form)) continue;
    for (const { upos, xpos, bases } of readings(form)) {
      const attested = bases.filter((base) => (counts.get(base) ?? 0) >= LEAST_COUNT);
      const lemma = attested.sort((a, b) => counts.get(b)! - counts.get(a)!)[0];
      if (lemma !== undefined) found.push({ form, upos, xpos, lemma });
    }
  }
  return found;
}
