/** Classes of UTF-16 code units. A surrogate pair is always read as one symbol, a lone surrogate too. */
export const BLANK = 1;
export const LINE_BREAK = 2;
export const LETTER = 3;
export const DIGIT = 4;
/** Marks, joiners and variation selectors: they belong to the character before them. */
export const MARK = 5;
export const SYMBOL = 6;

const LETTERS = /\p{L}/u;
const DIGITS = /\p{Nd}/u;
const MARKS = /\p{M}|\u200c|\u200d|\u2060|\u00ad/u;
const BREAKS = /[\n\r\v\f\u0085\u2028\u2029]/u;
/** Control characters and zero-width spaces count as blanks: no CoNLL-U column can hold them. */
const BLANKS = /[\s\p{Cc}\u200b\ufeff]/u;

function classify(character: string): number {
  if (BREAKS.test(character)) return LINE_BREAK;
  if (BLANKS.test(character)) return BLANK;
  if (LETTERS.test(character)) return LETTER;
  if (DIGITS.test(character)) return DIGIT;
  return MARKS.test(character) ? MARK : SYMBOL;
}

/** Memo of `classify` and of the lower case for every code unit that has been met; 0 = not met yet. */
const classes = new Uint8Array(0x10000);
const lowered = new Uint16Array(0x10000);

/** Class of one code unit outside surrogate pairs. */
export function classOf(code: number): number {
  const known = classes[code]!;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  lowered[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  classes[code] = classify(character);
  return classes[code]!;
}

/** Lower case of a code unit; characters that grow in lower case stay. */
export function lowerOf(code: number): number {
  if (classes[code] === 0) classOf(code);
  return lowered[code]!;
}

export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

export function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** True where the pair that starts at `at` writes a letter (old scripts, mathematical alphabets). */
export function isPairLetter(text: string, at: number): boolean {
  return LETTERS.test(text.slice(at, at + 2));
}

/** Blank as the tokenizer sees it: no token covers such a character. */
export function isBlank(code: number): boolean {
  return classOf(code) <= LINE_BREAK;
}
