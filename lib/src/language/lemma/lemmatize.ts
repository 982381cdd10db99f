import { applyEdit, CASE_KEEP, CASE_LOWER, type Edit, shapeOf, straightForm } from "./edits.js";
import type { LemmaModel } from "./model.js";
import { classOfForm } from "./suffixes.js";

/** Forms remembered per tags before the memo starts anew; text has few types, noise has many. */
const MEMO_SIZE = 4_000;
/** Longer forms (addresses, noise) are their own lemma. */
const LONGEST_FORM = 60;

const RUN_OF_MARKS = /^[-.]{2,}$/;

const NO_EDIT: Edit = { strip: 0, append: "" };

/** Name of the list of edits. */
export function editKey(upos: string, xpos: string): string {
  return `${upos} ${xpos}`;
}

/** Name of the list that decides about case. */
export function caseKey(upos: string, xpos: string, shape: number, sentenceInitial: boolean): string {
  return `${upos} ${xpos} ${shape}${sentenceInitial ? "i" : ""}`;
}

function makeLemma(model: LemmaModel, form: string, upos: string, xpos: string, initial: boolean): string {
  if (form.length > LONGEST_FORM) return form;
  const straight = straightForm(form);
  if (RUN_OF_MARKS.test(straight)) return straight; // "--", "...": the rules of single marks do not fit
  const lower = straight.toLowerCase();
  const edits = model.editLists.get(editKey(upos, xpos)) ?? model.editsByXpos.get(xpos);
  const edit = (edits && model.edits[classOfForm(edits, lower)]) ?? NO_EDIT;
  const shape = shapeOf(straight, lower);
  if (shape === 0) return applyEdit(straight, lower, edit, CASE_LOWER);
  const cases = model.caseLists.get(caseKey(upos, xpos, shape, initial));
  const letterCase = cases ? classOfForm(cases, lower) : upos === "PROPN" ? CASE_KEEP : CASE_LOWER;
  return applyEdit(straight, lower, edit, letterCase);
}

/**
 * Lemma of a word by the conventions of UD English EWT and GUM: "soldiers" NOUN NNS -> "soldier", "n't" -> "not";
 * names keep their capitals. `sentenceInitial`: the first word of its sentence, whose capital says nothing.
 */
export function lemmatize(
  model: LemmaModel,
  form: string,
  upos: string,
  xpos: string,
  sentenceInitial: boolean,
): string {
  const tags = sentenceInitial ? `${upos} ${xpos} i` : `${upos} ${xpos}`;
  let memo = model.memo.get(tags);
  if (memo === undefined || memo.size >= MEMO_SIZE) {
    memo = new Map();
    model.memo.set(tags, memo);
  }
  const known = memo.get(form);
  if (known !== undefined) return known;
  const lemma = makeLemma(model, form, upos, xpos, sentenceInitial);
  memo.set(form, lemma);
  return lemma;
}
