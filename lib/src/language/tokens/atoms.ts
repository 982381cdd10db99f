import {
  BLANK,
  classOf,
  DIGIT,
  isHighSurrogate,
  isLowSurrogate,
  isPairLetter,
  LETTER,
  LINE_BREAK,
  lowerOf,
  MARK,
  SYMBOL,
} from "./characters.js";
import { finish, HASH_SEED, mix } from "./hash.js";

/** What stands before an atom. */
export const GAP_NONE = 0;
export const GAP_SPACE = 1;
export const GAP_LINE = 2;
/** A blank line, or the start of the text. */
export const GAP_PARAGRAPH = 3;

/** Kinds of atoms. */
export const KIND_LOWER = 0;
export const KIND_TITLE = 1;
export const KIND_UPPER = 2;
export const KIND_MIXED = 3;
export const KIND_DIGITS = 4;
export const KIND_SYMBOL = 5;

/**
 * Atoms: longest runs of letters, longest runs of digits, and single other characters (with their marks).
 * No token boundary falls inside an atom, so every decision is about the gap between two of them.
 */
export interface Atoms {
  readonly text: string;
  readonly size: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Hash of the lower-cased atom, curly quotes made straight. */
  readonly hash: Int32Array;
  readonly kind: Uint8Array;
  /** What stands before the atom: GAP_... */
  readonly gap: Uint8Array;
  /** Number of the line in which the atom stands. */
  readonly line: Uint32Array;
  /** Number of characters of each line. */
  readonly lineLength: Uint32Array;
}

/** Columns that grow by doubling while the text is read. */
interface Draft {
  size: number;
  from: Uint32Array;
  to: Uint32Array;
  hash: Int32Array;
  kind: Uint8Array;
  gap: Uint8Array;
  line: Uint32Array;
}

function draftOf(rows: number): Draft {
  return {
    size: 0,
    from: new Uint32Array(rows),
    to: new Uint32Array(rows),
    hash: new Int32Array(rows),
    kind: new Uint8Array(rows),
    gap: new Uint8Array(rows),
    line: new Uint32Array(rows),
  };
}

function grow(draft: Draft): void {
  const larger = draftOf(draft.size * 2);
  larger.from.set(draft.from);
  larger.to.set(draft.to);
  larger.hash.set(draft.hash);
  larger.kind.set(draft.kind);
  larger.gap.set(draft.gap);
  larger.line.set(draft.line);
  Object.assign(draft, larger, { size: draft.size });
}

/** Straight form of a quotation mark or apostrophe, every other character as it is. */
export function straighten(code: number): number {
  if (code === 0x2018 || code === 0x2019 || code === 0x60 || code === 0xb4 || code === 0x2032) return 0x27;
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0xab || code === 0xbb) return 0x22;
  return code;
}

/** Skips marks that belong to the character before `at`. */
function skipMarks(text: string, at: number): number {
  let end = at;
  while (end < text.length && classOf(text.charCodeAt(end)) === MARK) end++;
  return end;
}

const ZERO_WIDTH_JOINER = 0x200d;

function isPair(text: string, at: number): boolean {
  return isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1));
}

/** End of a symbol with its marks; pictures joined by a joiner (families, flags) are one symbol. */
function symbolEnd(text: string, at: number): number {
  let end = skipMarks(text, at + (isPair(text, at) ? 2 : 1));
  while (text.charCodeAt(end - 1) === ZERO_WIDTH_JOINER && isPair(text, end)) end = skipMarks(text, end + 2);
  return end;
}

function isLetterPair(text: string, at: number, code: number): boolean {
  return isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(at + 1)) && isPairLetter(text, at);
}

/** End of the run of letters or digits that starts at `at`. */
function runEnd(text: string, at: number, wanted: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const type = classOf(code);
    if (type === wanted || (type === MARK && end > at)) end++;
    else if (wanted === LETTER && isLetterPair(text, end, code)) end += 2;
    else break;
  }
  return end;
}

function caseKind(text: string, from: number, to: number): number {
  let capitals = 0;
  let small = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (lowerOf(code) !== code) capitals++;
    else small++;
  }
  if (capitals === 0) return KIND_LOWER;
  const first = text.charCodeAt(from);
  if (capitals === 1 && lowerOf(first) !== first) return KIND_TITLE;
  return small === 0 ? KIND_UPPER : KIND_MIXED;
}

function hashRange(text: string, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    hash = mix(hash, straighten(classOf(code) === LETTER ? lowerOf(code) : code));
  }
  return finish(hash);
}

function push(draft: Draft, text: string, from: number, to: number, kind: number, gap: number, line: number) {
  if (draft.size === draft.from.length) grow(draft);
  const row = draft.size++;
  draft.from[row] = from;
  draft.to[row] = to;
  draft.hash[row] = hashRange(text, from, to);
  draft.kind[row] = kind;
  draft.gap[row] = gap;
  draft.line[row] = line;
}

const PARAGRAPH_SEPARATOR = 0x2029;

/** Reads the text once, left to right. A paragraph separator counts as a blank line. */
export function scanAtoms(text: string): Atoms {
  const draft = draftOf(Math.max(16, text.length >> 2));
  const lineLength: number[] = [];
  let gap = GAP_PARAGRAPH;
  let lineStart = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const type = classOf(code);
    if (type === LINE_BREAK) {
      lineLength.push(at - lineStart);
      if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
      lineStart = ++at;
      gap = gap >= GAP_LINE || code === PARAGRAPH_SEPARATOR ? GAP_PARAGRAPH : GAP_LINE;
    } else if (type === BLANK) {
      if (gap === GAP_NONE) gap = GAP_SPACE;
      at++;
    } else {
      const letters = type === LETTER || (type === SYMBOL && isLetterPair(text, at, code));
      const end = letters || type === DIGIT ? runEnd(text, at, letters ? LETTER : type) : symbolEnd(text, at);
      const kind = letters ? caseKind(text, at, end) : type === DIGIT ? KIND_DIGITS : KIND_SYMBOL;
      push(draft, text, at, end, kind, gap, lineLength.length);
      gap = GAP_NONE;
      at = end;
    }
  }
  lineLength.push(text.length - lineStart);
  return { ...draft, text, lineLength: Uint32Array.from(lineLength) };
}
