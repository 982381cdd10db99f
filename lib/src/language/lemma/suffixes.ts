/** Decision lists over the ends of words: the longest known end of a word names its class. */

/** Longest end that a list looks at, in characters; whole words are keyed apart with `WHOLE`. */
export const LONGEST_SUFFIX = 8;
/** Stands before a whole word in a key, so that it is no end of another. */
export const WHOLE = "^";

/** Classes by end of word; the empty end, where there is one, holds the default. */
export type SuffixList = ReadonlyMap<string, number>;

/** Class of the longest end of `form` that the list knows, -1 where it knows none. */
export function classOfForm(list: SuffixList, form: string): number {
  const whole = list.get(WHOLE + form);
  if (whole !== undefined) return whole;
  for (let length = Math.min(LONGEST_SUFFIX, form.length); length > 0; length--) {
    const known = list.get(form.slice(form.length - length));
    if (known !== undefined) return known;
  }
  return list.get("") ?? -1;
}
