import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ConlluWord, readSentences } from "../../lib/src/language/conllu.js";
import { shapeOf, straightForm } from "../../lib/src/language/lemma/edits.js";
import { caseKey, editKey } from "../../lib/src/language/lemma/lemmatize.js";
import { saveLemmaModel } from "../../lib/src/language/lemma/model.js";
import { caseBetween, Edits, editBetween, isRegularEdit } from "./edits.js";
import { irregularLemmas } from "./irregular.js";
import { countWords, type RawLemma, rawLemmas } from "./rawWords.js";
import { SuffixTree } from "./suffixTree.js";

const TREEBANKS = ["../shared/data/parse/ewt/train.conllu", "../shared/data/parse/gum/train.conllu"];
const RAW_TEXT = "../shared/data/raw/kremlin-en.jsonl.gz";
const OUTPUT = "work/parts/lemma.bin";

/** Chosen on EWT and GUM dev. */
const EDIT_GAINS = { suffix: 2, whole: 1 };
const CASE_GAINS = { suffix: 3, whole: 2 };
/** An edit of fewer forms ("people" -> "person") is no rule for others. */
const LEAST_FORMS = 3;

/** True where the word is whole and its lemma can be written in the model. */
function isUsable(word: ConlluWord): boolean {
  const isAscii = /^[\x20-\x7e]*$/.test(word.lemma.slice(1));
  return word.lemma !== "_" && word.xpos !== "GW" && isAscii && word.lemma.length < 40;
}

/** Lemmas that are certain; the treebanks have misprints among them ("fled" as a form of "flead"). */
const IRREGULAR = new Map(irregularLemmas().map(({ form, xpos, lemma }) => [`${form} ${xpos}`, lemma]));

/** Collects what the treebanks and the raw text say about edits and cases, by tags. */
class Lessons {
  readonly edits = new Edits();
  private readonly editTrees = new Map<string, SuffixTree>();
  private readonly caseTrees = new Map<string, SuffixTree>();

  addWord(word: ConlluWord, sentenceInitial: boolean): void {
    const form = straightForm(word.form);
    const lower = form.toLowerCase();
    const certain = word.upos === "VERB" ? IRREGULAR.get(`${lower} ${word.xpos}`) : undefined;
    const edit = editBetween(lower, certain ?? word.lemma.toLowerCase());
    this.editTree(editKey(word.upos, word.xpos)).add(lower, this.edits.numberOf(edit));
    const shape = shapeOf(form, lower);
    if (shape === 0) return;
    const key = caseKey(word.upos, word.xpos, shape, sentenceInitial);
    this.caseTree(key).add(lower, caseBetween(form, lower, edit, word.lemma));
  }

  /** Other sources decide only about forms that the treebanks do not have with these tags. */
  addMissing({ form, upos, xpos, lemma }: RawLemma): void {
    const tree = this.editTree(editKey(upos, xpos));
    if (!tree.has(form)) tree.add(form, this.edits.numberOf(editBetween(form, lemma)));
  }

  editLists() {
    return new Map([...this.editTrees].map(([key, tree]) => [key, tree.toList(EDIT_GAINS)]));
  }

  caseLists() {
    return new Map([...this.caseTrees].map(([key, tree]) => [key, tree.toList(CASE_GAINS)]));
  }

  private editTree(key: string): SuffixTree {
    const isRegular = (label: number, forms: number) =>
      forms >= LEAST_FORMS && isRegularEdit(this.edits.list[label]!);
    const tree = this.editTrees.get(key) ?? new SuffixTree(isRegular);
    this.editTrees.set(key, tree);
    return tree;
  }

  private caseTree(key: string): SuffixTree {
    const tree = this.caseTrees.get(key) ?? new SuffixTree(() => true);
    this.caseTrees.set(key, tree);
    return tree;
  }
}

/** Learns edits and cases: `npm run train -- lemma [--raw FILE.jsonl.gz] [treebank.conllu ...]`. */
export function main(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { raw: { type: "string", default: RAW_TEXT } },
  });
  const lessons = new Lessons();
  for (const path of positionals.length > 0 ? positionals : TREEBANKS)
    for (const sentence of readSentences(readFileSync(path, "utf8")))
      for (const [k, word] of sentence.tokens.flatMap((token) => token.words).entries())
        if (isUsable(word)) lessons.addWord(word, k === 0);
  for (const raw of [...irregularLemmas(), ...rawLemmas(countWords(values.raw))]) lessons.addMissing(raw);
  const [editLists, caseLists] = [lessons.editLists(), lessons.caseLists()];
  const bytes = saveLemmaModel({ edits: lessons.edits.list, editLists, caseLists });
  mkdirSync("work/parts", { recursive: true });
  writeFileSync(OUTPUT, bytes);
  const rules = [...editLists.values(), ...caseLists.values()].reduce((sum, list) => sum + list.size, 0);
  process.stderr.write(`lemma: ${rules} rules, ${bytes.length} bytes in ${OUTPUT}\n`);
}
