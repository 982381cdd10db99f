import {
  type Atoms,
  GAP_NONE,
  GAP_PARAGRAPH,
  KIND_DIGITS,
  KIND_SYMBOL,
  KIND_TITLE,
  KIND_UPPER,
} from "./atoms.js";
import { hashString, mix } from "./hash.js";
import { add, type Features, type LinearModel, sumOf } from "./linear.js";

/** Stage 1: which gaps between touching atoms are token boundaries. */

const OUTSIDE = 0x5eed;
const APOSTROPHE = hashString("'");
const AT_SIGN = hashString("@");
const SLASH = hashString("/");
const WWW = hashString("www");
const HYPHEN = hashString("-");
const DOT = hashString(".");

/** Facts about a chunk (atoms without blanks between them) that mark addresses. */
const HAS_AT = 1;
const HAS_SLASHES = 2;
const HAS_WWW = 4;
const HAS_HYPHEN = 8;
const HAS_INNER_DOT = 16;

/** What the reader remembers while it goes through the text; all of it is bounded. */
export interface BoundaryState {
  chunkStart: number;
  chunkEnd: number;
  chunkFlags: number;
  /** First atom of the token being built, and the hash of its atoms so far. */
  tokenStart: number;
  tokenHash: number;
  /** 1 after an opening apostrophe ('cut it out') that has not been closed in its paragraph. */
  openApostrophe: number;
}

export function boundaryStart(): BoundaryState {
  return { chunkStart: 0, chunkEnd: 0, chunkFlags: 0, tokenStart: 0, tokenHash: 0, openApostrophe: 0 };
}

function flagsOf(atoms: Atoms, start: number, end: number): number {
  let flags = 0;
  for (let i = start; i < end; i++) {
    const hash = atoms.hash[i]!;
    if (hash === AT_SIGN) flags |= HAS_AT;
    else if (hash === SLASH && i + 1 < end && atoms.hash[i + 1] === SLASH) flags |= HAS_SLASHES;
    else if (hash === WWW) flags |= HAS_WWW;
    else if (hash === HYPHEN) flags |= HAS_HYPHEN;
    else if (hash === DOT && i + 1 < end && atoms.kind[i + 1] !== KIND_SYMBOL) flags |= HAS_INNER_DOT;
  }
  return flags;
}

/** Moves the state to the chunk that starts at `start`. */
export function enterChunk(atoms: Atoms, state: BoundaryState, start: number): void {
  let end = start + 1;
  while (end < atoms.size && atoms.gap[end] === GAP_NONE) end++;
  if (atoms.gap[start] === GAP_PARAGRAPH) state.openApostrophe = 0;
  state.chunkStart = start;
  state.chunkEnd = end;
  state.chunkFlags = flagsOf(atoms, start, end);
  const opens = atoms.hash[start] === APOSTROPHE && end > start + 1 && atoms.kind[start + 1] !== KIND_DIGITS;
  if (opens && atoms.kind[start + 1] !== KIND_SYMBOL) state.openApostrophe = 1;
  enterToken(atoms, state, start);
}

function enterToken(atoms: Atoms, state: BoundaryState, start: number): void {
  state.tokenStart = start;
  state.tokenHash = atoms.hash[start]!;
}

/** Moves the state over the gap after `left`, which was decided. */
export function passGap(atoms: Atoms, state: BoundaryState, left: number, isBoundary: boolean): void {
  const right = left + 1;
  if (!isBoundary) {
    state.tokenHash = mix(state.tokenHash, atoms.hash[right]!);
    return;
  }
  if (atoms.hash[right] === APOSTROPHE) state.openApostrophe = 0;
  enterToken(atoms, state, right);
}

function lengthBucket(length: number): number {
  return length < 4 ? length : length < 7 ? 4 : 5;
}

/** Symbols are told apart, letters by case and length, digits by length. */
function shapeOf(atoms: Atoms, state: BoundaryState, at: number): number {
  if (at < state.chunkStart || at >= state.chunkEnd) return OUTSIDE;
  const kind = atoms.kind[at]!;
  if (kind === KIND_SYMBOL) return atoms.hash[at]!;
  return kind * 8 + lengthBucket(atoms.to[at]! - atoms.from[at]!);
}

function hashAt(atoms: Atoms, state: BoundaryState, at: number): number {
  return at < state.chunkStart || at >= state.chunkEnd ? OUTSIDE : atoms.hash[at]!;
}

/** Kind of the first atom after the chunk and of the gap before it. */
function nextChunk(atoms: Atoms, state: BoundaryState): number {
  const next = state.chunkEnd;
  return next < atoms.size ? atoms.kind[next]! * 4 + atoms.gap[next]! : 31;
}

function caseOf(atoms: Atoms, at: number): number {
  const kind = atoms.kind[at]!;
  return kind === KIND_TITLE || kind === KIND_UPPER ? 1 : kind >= KIND_DIGITS ? kind : 0;
}

/** Features of the gap between atoms `left` and `left + 1`. */
export function boundaryFeatures(atoms: Atoms, state: BoundaryState, left: number, out: Features): void {
  const right = left + 1;
  const l1 = atoms.hash[left]!;
  const r1 = atoms.hash[right]!;
  const l2 = hashAt(atoms, state, left - 1);
  const r2 = hashAt(atoms, state, right + 1);
  const r3 = hashAt(atoms, state, right + 2);
  const sl1 = shapeOf(atoms, state, left);
  const sr1 = shapeOf(atoms, state, right);
  const sl2 = shapeOf(atoms, state, left - 1);
  const sr2 = shapeOf(atoms, state, right + 1);
  const sl3 = shapeOf(atoms, state, left - 2);
  const sr3 = shapeOf(atoms, state, right + 2);
  const next = nextChunk(atoms, state);
  const atoms0 = Math.min(left + 1 - state.tokenStart, 6);
  const place = Math.min(left - state.chunkStart, 5) * 8 + Math.min(state.chunkEnd - right, 5);
  const flags = state.chunkFlags;
  const last = right + 1 === state.chunkEnd ? next : 40;
  const wide = atoms.to[left]! - atoms.from[left]!;
  out.size = 0;
  add(out, 0, l1, r1);
  add(out, 1, l1, sr1);
  add(out, 2, sl1, r1);
  add(out, 3, sl1, sr1, atoms0);
  add(out, 4, l2, l1, r1);
  add(out, 5, l1, r1, r2);
  add(out, 6, sl2, l1, sr1, sr2);
  add(out, 7, sl2, sl1, r1, sr2);
  add(out, 8, sl2, l1, r1, r2);
  add(out, 9, sl3, sl2, sl1, mix(sr1, sr2));
  add(out, 10, sl2, sl1, sr1, mix(sr2, sr3));
  add(out, 11, sl2, sl1, sr1, sr2);
  add(out, 12, state.tokenHash, r1);
  add(out, 13, state.tokenHash, sr1, sr2, last);
  add(out, 14, sl1, sr1, last, place);
  add(out, 15, l1, r1, last);
  add(out, 16, flags, sl1, sr1);
  add(out, 17, flags, sr1, sr2, atoms0);
  add(out, 18, flags, place, sl1, sr1);
  add(out, 19, l2, l1, sr1);
  add(out, 20, sl1, r1, r2);
  add(out, 21, sl1, r1, r2, r3);
  add(out, 22, sl1, sr1, state.openApostrophe, last);
  add(out, 23, r1, state.openApostrophe, last, caseOf(atoms, left));
  add(out, 24, sl1, sr1, sr2, last);
  add(out, 25, sl1, r1, Math.min(wide, 12), last);
  add(out, 26, flags, sl1, sr1, hashAt(atoms, state, state.chunkStart));
  add(out, 27, place, flags);
}

/** Marks the first atom of every token: 1, else 0. */
export function markTokens(model: LinearModel, atoms: Atoms, out: Features): Uint8Array {
  const starts = new Uint8Array(atoms.size);
  const state = boundaryStart();
  for (let i = 0; i < atoms.size; i++) {
    if (atoms.gap[i] !== GAP_NONE) {
      enterChunk(atoms, state, i);
      starts[i] = 1;
      continue;
    }
    boundaryFeatures(atoms, state, i - 1, out);
    starts[i] = sumOf(model, out) > 0 ? 1 : 0;
    passGap(atoms, state, i - 1, starts[i] === 1);
  }
  return starts;
}
