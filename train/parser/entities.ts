/**
 * Names out of the entity annotation of GUM (MISC column, `Entity=(12-person-...-Wikipedia_title ... 12)`).
 * GUM marks whole noun phrases and pronouns too: a name is the stretch of proper nouns around the head of a
 * phrase whose head is a proper noun.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Name } from "./names.js";

/** Adjectives and nouns of nationality, with plurals ("Russians"), plus names of unions and peoples. */
export function readDemonyms(data: string): ReadonlySet<string> {
  const rows = readFileSync(join(data, "actors/nat_df.csv"), "utf8").split(/\r?\n/).slice(1);
  const words = rows
    .map((row) => row.split(",")[0]!.replaceAll('"', "").trim())
    .filter((word) => /^\p{Lu}\p{L}+$/u.test(word));
  words.push("Soviet", "European", "American", "British", "English", "Scottish", "Welsh", "Kurdish", "Arab");
  words.push("Palestinian", "Chechen", "Tibetan", "Catalan", "Korean", "African", "Asian");
  return new Set(words.flatMap((word) => [word, `${word}s`]));
}

interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** Opening and closing brackets of one Entity value: "(12-person-...", "12)" and "(12-person-...)". */
function brackets(misc: string): string[] {
  const value =
    misc
      .split("|")
      .find((part) => part.startsWith("Entity="))
      ?.slice(7) ?? "";
  return value.match(/\([^()]+\)?|[^()]+\)/g) ?? [];
}

/** Entity phrases of a sentence, longest first. */
function phrasesOf(rows: readonly string[][]): Phrase[] {
  const open: { id: string; type: string; start: number }[] = [];
  const phrases: Phrase[] = [];
  rows.forEach((fields, i) => {
    for (const mark of brackets(fields[9]!)) {
      const id = mark.replace(/[()]/g, "").split("-")[0]!;
      if (mark.startsWith("(")) open.push({ id, type: mark.split("-")[1] ?? "", start: i });
      if (!mark.endsWith(")")) continue;
      const at = open.findLastIndex((phrase) => phrase.id === id);
      if (at >= 0) phrases.push({ start: open[at]!.start, end: i + 1, type: open.splice(at, 1)[0]!.type });
    }
  });
  return phrases.sort((a, b) => b.end - b.start - (a.end - a.start));
}

const KIND_OF_TYPE: Readonly<Record<string, Name["kind"] | "none">> = {
  person: "person",
  organization: "organisation",
  place: "place",
  time: "none",
};
const TITLE =
  /^(Mr|Mrs|Ms|Dr|Sir|Prof|President|Senator|Minister|Prime|King|Queen|Pope|General|Professor|Captain|Judge|Governor|Lord|Lady|Prince|Princess|Secretary|Chancellor|Congressman|Rep|Sen|Gov)\.?$/;

/** Row of the word of a phrase whose head lies outside it. */
function headRow(rows: readonly string[][], { start, end }: Phrase): number {
  for (let i = start; i < end; i++) {
    const head = Number(rows[i]![6]) - 1;
    if (head < start || head >= end) return i;
  }
  return start;
}

const isProper = (fields: readonly string[]): boolean => fields[3] === "PROPN";
const isCapital = (form: string): boolean => /^[\p{Lu}\d]/u.test(form);

/** Whether a word belongs to the name beside it: proper nouns, and capitalised words inside long names. */
const inName = (fields: readonly string[]): boolean =>
  isProper(fields) ||
  (isCapital(fields[1]!) && /^(ADJ|NOUN|NUM|VERB)$/.test(fields[3]!)) ||
  /^[-&]$/.test(fields[1]!);
const LINKS = /^(of|and|for|the|on|in|de|la|'s|-)$/;

function nameOf(rows: readonly string[][], phrase: Phrase): { start: number; end: number } | undefined {
  const head = headRow(rows, phrase);
  if (!isProper(rows[head]!)) return undefined;
  let start = head;
  let end = head + 1;
  while (start > phrase.start && inName(rows[start - 1]!)) start--;
  for (;;) {
    if (end < phrase.end && inName(rows[end]!)) end++;
    else {
      let next = end;
      while (next < phrase.end && next < end + 2 && LINKS.test(rows[next]![1]!) && rows[next]![1] !== "'s")
        next++;
      if (next === end || next >= phrase.end || !isProper(rows[next]!) || rows[end]![1] === "and") break;
      end = next + 1;
    }
  }
  while (start < end && /^[-&]$/.test(rows[start]![1]!)) start++;
  return { start, end };
}

/** Names of one sentence of GUM. */
export function entityNames(rows: string[][], nationalities: ReadonlySet<string>): Name[] {
  const taken = new Uint8Array(rows.length);
  const names: Name[] = [];
  for (const phrase of phrasesOf(rows)) {
    const kind = KIND_OF_TYPE[phrase.type] ?? "other";
    const found = nameOf(rows, phrase);
    if (found === undefined || kind === "none") continue;
    let { start, end } = found;
    if (kind === "person") while (start < end - 1 && TITLE.test(rows[start]![1]!)) start++;
    if (kind === "person" && end - start === 1 && TITLE.test(rows[start]![1]!)) continue;
    if (taken.subarray(start, end).some((x) => x === 1)) continue;
    taken.fill(1, start, end);
    const alone = end - start === 1 && nationalities.has(rows[start]![1]!);
    names.push({ start, end, kind: alone ? "nationality" : kind });
  }
  rows.forEach((fields, i) => {
    if (taken[i] === 0 && nationalities.has(fields[1]!))
      names.push({ start: i, end: i + 1, kind: "nationality" });
  });
  return names.sort((a, b) => a.start - b.start);
}
