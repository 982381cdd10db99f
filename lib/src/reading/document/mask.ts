/** The text that the language room reads: same length as the original, what is not to be read blanked out. */
import type { Span } from "../../core/index.js";

const PARAGRAPH = "\u2029"; // the language room ends a sentence there
const SOFT_WRAP_COLUMNS = 40; // a line without a full stop that is at least so long was wrapped, not ended

const ENDED = /[.!?…:;][”"'’)\]]*\s*$/u;
const OPEN_WORD =
  /(?:,|\b(?:the|a|an|of|in|on|at|to|for|with|by|from|and|or|but|that|as|is|was|its|his|her|their))\s*$/iu;

/** True where the words of one line need those of the next. */
export function isCarriedOn(before: string, after: string): boolean {
  return /^\p{Ll}/u.test(after) || OPEN_WORD.test(before);
}

/** True where a line break is only the width of the page. */
export function isSoftWrap(before: string, after: string): boolean {
  if (after === "" || before === "" || ENDED.test(before)) return false;
  return isCarriedOn(before, after) || (before.length >= SOFT_WRAP_COLUMNS && /^[\p{L}\p{N}]/u.test(after));
}

/**
 * Blanks out everything but the lines of the head and the body. Between them stands a paragraph end, or a space where
 * a line of the body was only wrapped; offsets stay those of the original.
 */
export function maskText(text: string, head: readonly Span[], body: readonly Span[]): string {
  const keep = [...head, ...body];
  const parts: string[] = [];
  let at = 0;
  for (const [i, span] of keep.entries()) {
    const before = i > head.length ? keep[i - 1] : undefined;
    const soft = before !== undefined && isSoftGap(text, before, span);
    parts.push(gap(span.from - at, soft), text.slice(span.from, span.to));
    at = span.to;
  }
  parts.push(" ".repeat(text.length - at));
  return blankLabels(parts.join(""));
}

/**
 * "Ann Smith Smith AnnMinister of Trade": the label of a link, glued to the name by whoever took the text off its page.
 * The repeated name is blanked, a comma put before the office.
 */
const GLUED_LABEL =
  /(?<=(?<!\p{L})(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?) )(\1(?: \p{Lu}\p{Ll}+)?)(?=\p{Lu}\p{Ll}+ )/gu;

const GLUED_WORD = /\p{Ll}\p{Lu}\p{Ll}/u; // a capital inside a word: the quick sign that a text may hold such labels

function blankLabels(text: string): string {
  if (!GLUED_WORD.test(text)) return text;
  return text.replace(GLUED_LABEL, (label) => `,${" ".repeat(label.length - 1)}`);
}

function isSoftGap(text: string, before: Span, after: Span): boolean {
  const breaks = text.slice(before.to, after.from).split("\n").length - 1;
  return breaks === 1 && isSoftWrap(text.slice(before.from, before.to), text.slice(after.from, after.to));
}

function gap(length: number, soft: boolean): string {
  if (length <= 0) return "";
  return soft ? " ".repeat(length) : PARAGRAPH.repeat(length);
}
