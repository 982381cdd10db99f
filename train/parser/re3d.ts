/** Names in government statements on Syria and Iraq (dstl/re3d): entities by offsets in plain text. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encodeNames, type Name, NO_LABEL } from "./names.js";
import { namesOnly, type Sentence } from "./sentence.js";

interface Entity {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly documentId: string;
}

const jsonLines = <T>(path: string): T[] =>
  readFileSync(path, "utf8")
    .replace(/^\ufeff/, "")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

const KIND_OF_TYPE: Readonly<Record<string, Name["kind"]>> = {
  Person: "person",
  Organisation: "organisation",
  Location: "place",
  Nationality: "nationality",
};

/** Words of running text for the names of re3d, as treebanks cut them; offsets of each. */
function roughWords(text: string): { start: number; end: number }[] {
  const pattern =
    /(?:[A-Z]\.){2,}|[\p{L}\p{N}]+(?=['’]s\b)|['’]s\b|[\p{L}\p{N}]+(?:\.\p{N}+)?|[^\s\p{L}\p{N}]/gu;
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

const PRONOUN = /^(I|we|he|she|it|they|you|who|his|her|its|their|our|my)$/i;
const TITLE =
  /^(mr|mrs|ms|dr|deputy|assistant|secretary|state|defense|minister|foreign|ambassador|general|director|president|king|lt|col|gen|maj|sir|envoy|commander|\.)$/i;

/** First word of a person's name behind titles: "Deputy Secretary of State Antony Blinken" begins at "Antony". */
function afterTitles(start: number, end: number, formAt: (i: number) => string): number {
  for (let i = end - 1; i >= start; i--) if (TITLE.test(formAt(i))) return i + 1;
  return start;
}

interface Words {
  readonly text: string;
  readonly spans: readonly { start: number; end: number }[];
}

const formAt = ({ text, spans }: Words, i: number): string => text.slice(spans[i]!.start, spans[i]!.end);

/** Words of an entity without its article and titles; nothing for pronouns, titles alone and unknown types. */
function wordsOf(words: Words, entity: Entity): Name | undefined {
  const kind = KIND_OF_TYPE[entity.type];
  let start = words.spans.findIndex((word) => word.start >= entity.begin);
  const end = words.spans.findLastIndex((word) => word.end <= entity.end) + 1;
  if (kind === undefined || start < 0 || end <= start) return undefined;
  while (start < end - 1 && /^(the|The|a)$/.test(formAt(words, start))) start++;
  if (PRONOUN.test(formAt(words, start))) return undefined;
  if (kind === "person") start = afterTitles(start, end, (i) => formAt(words, i));
  return start === end ? undefined : { start, end, kind };
}

/** Whether a phrase has a common word: then it is no name. */
function isPlain(words: Words, { start, end }: Name): boolean {
  for (let i = start; i < end; i++) {
    const form = formAt(words, i);
    if (/^[a-z]{3,}/.test(form) && !/^(and|for|the)$/.test(form)) return true;
  }
  return false;
}

/** Names of one document of re3d as classes of its words; common noun phrases teach nothing. */
function re3dDocument(text: string, entities: readonly Entity[]): Sentence[] {
  const words: Words = { text, spans: roughWords(text) };
  const longestFirst = [...entities].sort((a, b) => b.end - b.begin - (a.end - a.begin));
  const taken = new Uint8Array(words.spans.length);
  const names: Name[] = [];
  const unsure: Name[] = [];
  for (const entity of longestFirst) {
    const name = wordsOf(words, entity);
    if (name === undefined || taken.subarray(name.start, name.end).includes(1)) continue;
    (isPlain(words, name) ? unsure : names).push(name);
    if (names.at(-1) === name) taken.fill(1, name.start, name.end);
  }
  names.sort((a, b) => a.start - b.start);
  const classes = encodeNames(words.spans.length, names);
  for (const { start, end } of unsure)
    for (let i = start; i < end; i++) if (taken[i] === 0) classes[i] = NO_LABEL;
  return cutSentences(words, classes);
}

function cutSentences(words: Words, classes: Int8Array): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < words.spans.length; i++) {
    if (i + 1 < words.spans.length && !/^[.!?]$/.test(formAt(words, i))) continue;
    const forms = words.spans.slice(first, i + 1).map((_, k) => formAt(words, first + k));
    sentences.push(namesOnly(forms, classes.slice(first, i + 1)));
    first = i + 1;
  }
  return sentences;
}

/** All documents of re3d, cut into words and sentences. */
export function readRe3d(folder: string): Sentence[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const entities = jsonLines<Entity>(join(path, "entities.json"));
      const documents = jsonLines<{ _id: string; text: string }>(join(path, "documents.json"));
      return documents.flatMap((document) =>
        re3dDocument(
          document.text,
          entities.filter((entity) => entity.documentId === document._id),
        ),
      );
    });
}
