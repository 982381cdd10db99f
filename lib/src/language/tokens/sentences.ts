import { GAP_LINE, GAP_NONE, GAP_PARAGRAPH, GAP_SPACE, KIND_SYMBOL } from "./atoms.js";
import { hashString, mix } from "./hash.js";
import { add, type Features, type LinearModel, sumOf } from "./linear.js";
import { fromOf, gapBefore, type Surface, toOf } from "./surface.js";

/** Stage 3: after which tokens a sentence ends. A blank line always ends one. */

const OUTSIDE = 0x5eed;
const STRAIGHT_QUOTE = 0x22;
const QUOTE = hashString('"');
const OPENING = new Set(["(", "[", "{"].map(hashString));
const CLOSING = new Set([")", "]", "}"].map(hashString));
const TERMINAL = new Set([".", "!", "?", "…", "。", "！", "？"].map(hashString));

/** What the splitter remembers of the sentence and the paragraph that it is in. */
export interface SentenceState {
  /** First token of the sentence. */
  start: number;
  /** Open brackets in the sentence, at most 3. */
  depth: number;
  /** Quotation marks open in the paragraph: straight ones by parity, curly ones by their direction. */
  quoted: number;
  /** 1 where the sentence has had a terminal mark already ("He said 'Go!' and went"). */
  terminal: number;
}

export function sentenceStart(): SentenceState {
  return { start: 0, depth: 0, quoted: 0, terminal: 0 };
}

function quoteState(surface: Surface, row: number, quoted: number): number {
  const code = surface.atoms.text.charCodeAt(fromOf(surface, row));
  if (code === STRAIGHT_QUOTE) return 1 - quoted;
  return code === 0x201c ? 1 : code === 0x201d ? 0 : quoted;
}

/** Takes token `row` into the state. */
export function passToken(surface: Surface, state: SentenceState, row: number): void {
  const hash = surface.hash[row]!;
  if (gapBefore(surface, row) >= GAP_LINE) state.quoted = 0;
  if (hash === QUOTE) state.quoted = quoteState(surface, row, state.quoted);
  if (OPENING.has(hash)) state.depth = Math.min(3, state.depth + 1);
  else if (CLOSING.has(hash)) state.depth = Math.max(0, state.depth - 1);
  else if (TERMINAL.has(hash)) state.terminal = 1;
}

/** Starts a new sentence at token `row`. */
export function passEnd(state: SentenceState, row: number): void {
  state.start = row;
  state.depth = 0;
  state.terminal = 0;
}

/** Gaps that are looked at: all with a blank, and those after or before a symbol. */
export function mayEnd(surface: Surface, row: number): boolean {
  return gapBefore(surface, row + 1) !== GAP_NONE || surface.kind[row] === KIND_SYMBOL;
}

function hashAt(surface: Surface, row: number): number {
  return row >= 0 && row < surface.size ? surface.hash[row]! : OUTSIDE;
}

/** Symbols are told apart, other tokens by kind and length. */
function shapeAt(surface: Surface, row: number): number {
  if (row < 0 || row >= surface.size) return OUTSIDE;
  const kind = surface.kind[row]!;
  if (kind === KIND_SYMBOL) return surface.hash[row]!;
  return kind * 8 + Math.min(5, toOf(surface, row) - fromOf(surface, row));
}

function kindAt(surface: Surface, row: number): number {
  if (row < 0 || row >= surface.size) return 9;
  const kind = surface.kind[row]!;
  return kind === KIND_SYMBOL ? surface.hash[row]! : kind;
}

/** Classes of line lengths in characters; a hard wrap falls between 40 and 100. */
function lineBucket(length: number): number {
  const bounds = [0, 12, 25, 40, 52, 62, 72, 82, 100, 140, 250];
  let bucket = 0;
  while (bucket < bounds.length && length > bounds[bucket]!) bucket++;
  return bucket;
}

function countBucket(count: number): number {
  return count < 6 ? count : count < 12 ? 6 : count < 25 ? 7 : count < 50 ? 8 : 9;
}

function lineAt(surface: Surface, row: number): number {
  return surface.atoms.line[surface.first[row]!]!;
}

function lengthOfLine(surface: Surface, line: number): number {
  return line >= 0 ? (surface.atoms.lineLength[line] ?? 0) : 0;
}

/** Features that only a line break has: lengths of the lines around it, what ends and what starts there. */
function lineFeatures(surface: Surface, state: SentenceState, row: number, out: Features): void {
  const line = lineAt(surface, row);
  const here = lineBucket(lengthOfLine(surface, line));
  const next = lineBucket(lengthOfLine(surface, line + 1));
  const before = lineBucket(lengthOfLine(surface, line - 1));
  const current = kindAt(surface, row);
  const following = kindAt(surface, row + 1);
  const startsHere = state.start > 0 && lineAt(surface, state.start) === line ? 1 : 0;
  const sinceLine = Math.min(4, line - lineAt(surface, state.start));
  add(out, 40, here, current, following);
  add(out, 41, here, next, current, following);
  add(out, 42, here, before, current, following);
  add(out, 43, here, next, before);
  add(out, 44, here, startsHere, following, sinceLine);
  add(out, 45, surface.hash[row]!, following);
  add(out, 46, current, hashAt(surface, row + 1));
  add(out, 47, here, hashAt(surface, row + 1));
  add(out, 48, here, surface.hash[row]!);
  add(out, 49, here, state.terminal, countBucket(row + 1 - state.start), following);
}

/** Features of a sentence end after token `row`. */
export function sentenceFeatures(surface: Surface, state: SentenceState, row: number, out: Features): void {
  const gap = gapBefore(surface, row + 1);
  const h0 = surface.hash[row]!;
  const h1 = hashAt(surface, row + 1);
  const h2 = hashAt(surface, row + 2);
  const b1 = row > state.start ? hashAt(surface, row - 1) : OUTSIDE;
  const s0 = shapeAt(surface, row);
  const s1 = shapeAt(surface, row + 1);
  const s2 = shapeAt(surface, row + 2);
  const sb1 = row > state.start ? shapeAt(surface, row - 1) : OUTSIDE;
  const sb2 = row > state.start + 1 ? shapeAt(surface, row - 2) : OUTSIDE;
  const k0 = kindAt(surface, row);
  const k1 = kindAt(surface, row + 1);
  const kb1 = kindAt(surface, row - 1);
  const gaps = gap * 4 + gapBefore(surface, row + 2);
  const inside = state.depth * 2 + state.quoted;
  const length = countBucket(row + 1 - state.start);
  out.size = 0;
  add(out, 0, h0, gap);
  add(out, 1, h0, h1, gap);
  add(out, 2, h0, s1, gap);
  add(out, 3, s0, h1, gap);
  add(out, 7, sb1, s0, s1, gap);
  add(out, 10, k0, k1, h2, gaps);
  add(out, 13, sb1, s0, s1, mix(s2, gaps));
  add(out, 16, k0, k1, length, gap);
  add(out, 18, kb1, k0, k1, mix(inside, gap));
  add(out, 19, k0, k1, state.terminal, mix(length, gap));
  add(out, 23, hashAt(surface, state.start), k0, k1, gap);
  add(out, 24, shapeAt(surface, state.start), length, k0, mix(k1, gap));
  if (gap === GAP_SPACE && surface.kind[row]! < KIND_SYMBOL) return;
  add(out, 4, s0, s1, gap);
  add(out, 5, b1, h0, k1, gap);
  add(out, 6, sb1, h0, s1, gaps);
  add(out, 8, b1, h0, h1);
  add(out, 9, h0, k1, shapeAt(surface, row + 2), gaps);
  add(out, 11, h0, h1, h2);
  add(out, 12, sb2, sb1, s0, mix(s1, gap));
  add(out, 14, h0, k1, inside, gap);
  add(out, 15, k0, k1, inside, gaps);
  add(out, 17, h0, k1, length, gap);
  add(out, 20, h1, gap, state.terminal, k0);
  add(out, 21, h0, h1, inside, gap);
  add(out, 22, b1, k0, h1, gap);
  if (gap === GAP_LINE) lineFeatures(surface, state, row, out);
}

/** Marks the last token of every sentence: 1, else 0. */
export function markEnds(model: LinearModel, surface: Surface, out: Features): Uint8Array {
  const ends = new Uint8Array(surface.size);
  const state = sentenceStart();
  for (let row = 0; row < surface.size; row++) {
    passToken(surface, state, row);
    const gap = gapBefore(surface, row + 1);
    if (gap === GAP_PARAGRAPH) ends[row] = 1;
    else if (mayEnd(surface, row)) {
      sentenceFeatures(surface, state, row, out);
      ends[row] = sumOf(model, out) > 0 ? 1 : 0;
    }
    if (ends[row] === 1) passEnd(state, row + 1);
  }
  return ends;
}
