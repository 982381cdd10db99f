import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type ConlluWord, readSentences } from "../../lib/src/language/conllu.js";
import {
  applyEdit,
  CASE_KEEP,
  CASE_LOWER,
  CASE_TITLE,
  type Edit,
  shapeOf,
  straightForm,
} from "../../lib/src/language/lemma/edits.js";
import { caseKey, editKey } from "../../lib/src/language/lemma/lemmatize.js";
import { saveLemmaModel } from "../../lib/src/language/lemma/model.js";
import { type Gains, SuffixTree } from "./suffixTree.js";

const TREEBANKS = ["../shared/data/parse/ewt/train.conllu", "../shared/data/parse/gum/train.conllu"];
const OUTPUT = "work/parts/lemma.bin";

/** Chosen on EWT and GUM dev. */
const EDIT_GAINS: Gains = { suffix: 2, whole: 1 };
const CASE_GAINS: Gains = { suffix: 3, whole: 1 };

/** Numbers of the edits that occur. */
class Edits {
  readonly list: Edit[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(edit: Edit): number {
    const key = `${edit.strip} ${edit.append}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.list.length);
    return this.list.push(edit) - 1;
  }
}

/** The edit with the shortest tail from a form to its lemma, both in small letters. */
function editBetween(form: string, lemma: string): Edit {
  let shared = 0;
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++;
  return { strip: form.length - shared, append: lemma.slice(shared) };
}

/** The case that makes the lemma; small letters where none does. */
function caseBetween(form: string, lower: string, edit: Edit, lemma: string): number {
  const fits = (letterCase: number) => applyEdit(form, lower, edit, letterCase) === lemma;
  return [CASE_KEEP, CASE_LOWER, CASE_TITLE].find(fits) ?? CASE_LOWER;
}

/** "Sept." -> "September" and "went" -> "go" say nothing of other words with these ends. */
function isRegularEdit(edit: Edit): boolean {
  return edit.append.length <= 3 && edit.strip <= 4;
}

function treeOf(
  trees: Map<string, SuffixTree>,
  key: string,
  isRegular: (label: number) => boolean,
): SuffixTree {
  const tree = trees.get(key) ?? new SuffixTree(isRegular);
  trees.set(key, tree);
  return tree;
}

/** True where the lemma can be written in the model: no spelling that is ASCII only in the form. */
function isUsable(word: ConlluWord): boolean {
  return word.lemma !== "_" && /^[\x20-\x7e]*$/.test(word.lemma.slice(1)) && word.lemma.length < 40;
}

/** Learns edits and cases from treebanks: `npm run train -- lemma [treebank.conllu ...]`. */
export function main(args: readonly string[]): void {
  const edits = new Edits();
  const editTrees = new Map<string, SuffixTree>();
  const caseTrees = new Map<string, SuffixTree>();
  for (const path of args.length > 0 ? args : TREEBANKS)
    for (const sentence of readSentences(readFileSync(path, "utf8"))) {
      const words = sentence.tokens.flatMap((token) => token.words);
      for (const [k, word] of words.entries()) {
        if (!isUsable(word)) continue;
        const form = straightForm(word.form);
        const lower = form.toLowerCase();
        const edit = editBetween(lower, word.lemma.toLowerCase());
        treeOf(editTrees, editKey(word.upos, word.xpos), (label) => isRegularEdit(edits.list[label]!)).add(
          lower,
          edits.numberOf(edit),
        );
        const shape = shapeOf(form, lower);
        if (shape === 0) continue;
        const key = caseKey(word.upos, word.xpos, shape, k === 0);
        treeOf(caseTrees, key, () => true).add(lower, caseBetween(form, lower, edit, word.lemma));
      }
    }
  const editLists = new Map([...editTrees].map(([key, tree]) => [key, tree.toList(EDIT_GAINS)]));
  const caseLists = new Map([...caseTrees].map(([key, tree]) => [key, tree.toList(CASE_GAINS)]));
  const bytes = saveLemmaModel({ edits: edits.list, editLists, caseLists });
  mkdirSync("work/parts", { recursive: true });
  writeFileSync(OUTPUT, bytes);
  const rules = [...editLists.values(), ...caseLists.values()].reduce((sum, list) => sum + list.size, 0);
  process.stderr.write(
    `lemma: ${edits.list.length} edits, ${rules} rules, ${bytes.length} bytes in ${OUTPUT}\n`,
  );
}
