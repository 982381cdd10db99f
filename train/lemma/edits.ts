import {
  applyEdit,
  CASE_KEEP,
  CASE_LOWER,
  CASE_TITLE,
  type Edit,
} from "../../lib/src/language/lemma/edits.js";

/** Numbers of the edits that occur. */
export class Edits {
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
export function editBetween(form: string, lemma: string): Edit {
  let shared = 0;
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++;
  return { strip: form.length - shared, append: lemma.slice(shared) };
}

/** "Sept." -> "September" and "went" -> "go" say nothing of other words with these ends. */
export function isRegularEdit(edit: Edit): boolean {
  return edit.append.length <= 3 && edit.strip <= 4;
}

/** The case that makes the lemma; small letters where none does. */
export function caseBetween(form: string, lower: string, edit: Edit, lemma: string): number {
  const fits = (letterCase: number) => applyEdit(form, lower, edit, letterCase) === lemma;
  return [CASE_KEEP, CASE_LOWER, CASE_TITLE].find(fits) ?? CASE_LOWER;
}
