import { straighten } from "../tokens/atoms.js";

/** How a form becomes a lemma: cut `strip` characters at its end, put `append` there, then set the case. */
export interface Edit {
  readonly strip: number;
  readonly append: string;
}

/** Cases of a lemma: all small, as the form is written, first letter capital. */
export const CASE_LOWER = 0;
export const CASE_KEEP = 1;
export const CASE_TITLE = 2;

/** Form with straight apostrophes, same length. */
export function straightForm(form: string): string {
  let straight = "";
  for (let i = 0; i < form.length; i++) straight += String.fromCharCode(straighten(form.charCodeAt(i)));
  return straight;
}

/** Shape that decides about case: 0 small, 1 Title, 2 CAPITALS, 3 a single capital, 4 mIxed or with other signs. */
export function shapeOf(form: string, lower: string): number {
  if (form === lower) return 0;
  if (form.length === 1) return 3;
  if (form.slice(1) === lower.slice(1)) return 1;
  return form === form.toUpperCase() ? 2 : 4;
}

function titled(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Applies an edit to a form; `lower` is the form in small letters. */
export function applyEdit(form: string, lower: string, edit: Edit, letterCase: number): string {
  const kept = Math.max(0, lower.length - edit.strip);
  if (letterCase === CASE_KEEP && form.length === lower.length) return form.slice(0, kept) + edit.append;
  const lemma = lower.slice(0, kept) + edit.append;
  return letterCase === CASE_TITLE ? titled(lemma) : lemma;
}
