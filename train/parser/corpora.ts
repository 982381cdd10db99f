/** Sentences for training: trees from CoNLL-U files, names from GUM, CrossNER, WikiGold and re3d. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { entityNames, readDemonyms } from "./entities.js";
import { encodeNames, type Name, NO_LABEL } from "./names.js";

export interface Sentence {
  readonly forms: string[];
  readonly upos: string[];
  readonly xpos: string[];
  /** Head of each word, counted from 1; 0 is the root. Empty where the sentence has no tree. */
  readonly head: number[];
  readonly deprel: string[];
  /** Class of each word in the names task, or NO_LABEL. */
  names: Int8Array;
}

function lines(path: string): string[][] {
  return readFileSync(path, "utf8")
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => line !== "" && !line.startsWith("#")))
    .filter((block) => block.length > 0);
}

const isWord = (fields: readonly string[]): boolean => /^\d+$/.test(fields[0]!);

/** Sentences of a CoNLL-U file; `names` reads the entities out of the last column. */
export function readTrees(path: string, names?: (rows: string[][]) => Name[]): Sentence[] {
  return lines(path).map((block) => {
    const rows = block.map((line) => line.split("\t")).filter(isWord);
    const column = (i: number): string[] => rows.map((fields) => fields[i]!);
    return {
      forms: column(1),
      upos: column(3),
      xpos: column(4),
      head: column(6).map(Number),
      deprel: column(7),
      names: names ? encodeNames(rows.length, names(rows)) : new Int8Array(rows.length).fill(NO_LABEL),
    };
  });
}

function namesOnly(forms: string[], names: Int8Array): Sentence {
  return { forms, upos: [], xpos: [], head: [], deprel: [], names };
}

/** Kinds of CrossNER (politics) and WikiGold in ours. */
const KIND_OF_TAG: Readonly<Record<string, Name["kind"]>> = {
  politician: "person",
  person: "person",
  PER: "person",
  politicalparty: "organisation",
  organisation: "organisation",
  ORG: "organisation",
  country: "place",
  location: "place",
  LOC: "place",
  election: "other",
  event: "other",
  misc: "other",
  MISC: "other",
};

function namesOfTags(
  forms: readonly string[],
  tags: readonly string[],
  nationalities: ReadonlySet<string>,
): Name[] {
  const names: Name[] = [];
  tags.forEach((tag, i) => {
    const kind = KIND_OF_TAG[tag.slice(2)];
    const last = names.at(-1);
    if (tag.startsWith("I-") && last?.end === i && tags[i - 1]!.slice(2) === tag.slice(2)) last.end = i + 1;
    else if (kind !== undefined) names.push({ start: i, end: i + 1, kind });
    else if (nationalities.has(forms[i]!)) names.push({ start: i, end: i + 1, kind: "nationality" });
  });
  for (const name of names)
    if (name.end - name.start === 1 && name.kind === "other" && nationalities.has(forms[name.start]!))
      name.kind = "nationality";
  return names;
}

/** Sentences in columns: the form first, the tag (B-..., I-..., O) in the column `tag`. */
export function readTagged(
  path: string,
  form: number,
  tag: number,
  nationalities: ReadonlySet<string>,
): Sentence[] {
  return lines(path).map((block) => {
    const rows = block.map((line) => line.split(/[\t ]/));
    const forms = rows.map((fields) => fields[form]!);
    const names = namesOfTags(
      forms,
      rows.map((fields) => fields[tag]!),
      nationalities,
    );
    return namesOnly(forms, encodeNames(forms.length, names));
  });
}

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

/** Names of one document of re3d as classes of its words; common noun phrases teach nothing. */
function re3dDocument(text: string, entities: readonly Entity[]): Sentence[] {
  const words = roughWords(text);
  const classes = new Int8Array(words.length);
  const longestFirst = [...entities].sort((a, b) => b.end - b.begin - (a.end - a.begin));
  const taken = new Uint8Array(words.length);
  const names: Name[] = [];
  const unsure: number[] = [];
  for (const entity of longestFirst) {
    const kind = KIND_OF_TYPE[entity.type];
    let start = words.findIndex((word) => word.start >= entity.begin);
    const end = words.findLastIndex((word) => word.end <= entity.end) + 1;
    if (kind === undefined || start < 0 || end <= start) continue;
    const formAt = (i: number): string => text.slice(words[i]!.start, words[i]!.end);
    while (start < end - 1 && /^(the|The|a)$/.test(formAt(start))) start++;
    if (PRONOUN.test(formAt(start))) continue;
    if (kind === "person") start = afterTitles(start, end, formAt);
    if (start === end) continue;
    if (taken.subarray(start, end).some((x) => x === 1)) continue;
    const plain = [...Array(end - start).keys()].some(
      (i) => /^[a-z]{3,}/.test(formAt(start + i)) && !/^(and|for|the)$/.test(formAt(start + i)),
    );
    if (plain) for (let i = start; i < end; i++) unsure.push(i);
    else {
      names.push({ start, end, kind });
      taken.fill(1, start, end);
    }
  }
  names.sort((a, b) => a.start - b.start);
  classes.set(encodeNames(words.length, names));
  for (const i of unsure) if (taken[i] === 0) classes[i] = NO_LABEL;
  return cutSentences(text, words, classes);
}

function cutSentences(text: string, words: { start: number; end: number }[], classes: Int8Array): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < words.length; i++) {
    const form = text.slice(words[i]!.start, words[i]!.end);
    if (i + 1 < words.length && !/^[.!?]$/.test(form)) continue;
    const forms = words.slice(first, i + 1).map((word) => text.slice(word.start, word.end));
    sentences.push(namesOnly(forms, classes.slice(first, i + 1)));
    first = i + 1;
  }
  return sentences;
}

function readRe3d(folder: string): Sentence[] {
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

/** WikiGold: one file of CoNLL-U-like rows with the tag in the last columns. */
function readWikigold(folder: string, nationalities: ReadonlySet<string>): Sentence[] {
  return readTagged(join(folder, "en/test.conllu"), 1, 2, nationalities);
}

export interface Corpora {
  readonly train: Sentence[];
  readonly ewtDev: Sentence[];
  readonly gumDev: Sentence[];
  readonly namesDev: Sentence[];
}

export function readCorpora(data: string): Corpora {
  const at = (path: string): string => join(data, path);
  const nationalities = readDemonyms(data);
  const politics = readTagged(at("ner/crossner-politics/train.txt"), 0, 1, nationalities);
  const gumNames = (rows: string[][]): Name[] => entityNames(rows, nationalities);
  return {
    train: [
      ...readTrees(at("parse/ewt/train.conllu")),
      ...readTrees(at("parse/gum/train.conllu"), gumNames),
      // Small and nearest to the genre: it counts three times.
      ...politics,
      ...politics,
      ...politics,
      ...readWikigold(at("ner/wikigold"), nationalities),
      ...readRe3d(at("ner/re3d")),
    ].filter((sentence) => sentence.forms.length > 0),
    ewtDev: readTrees(at("parse/ewt/dev.conllu")),
    gumDev: readTrees(at("parse/gum/dev.conllu"), gumNames),
    namesDev: readTagged(at("ner/crossner-politics/dev.txt"), 0, 1, nationalities),
  };
}
