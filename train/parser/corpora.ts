/** Sentences for training: trees from CoNLL-U files, names from GUM, CrossNER, WikiGold and re3d. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { entityNames, readDemonyms } from "./entities.js";
import { encodeNames, type Name, NO_LABEL } from "./names.js";
import { readRe3d } from "./re3d.js";
import { namesOnly, type Sentence } from "./sentence.js";

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
