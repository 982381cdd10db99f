/** Which cue a quotation belongs to: the one that governs it, the one beside it, or the speaker who goes on. */
import { firstFrom } from "../../core/index.js";
import { wordAt } from "../../language/index.js";
import type { Tree } from "../types.js";
import type { Cue } from "./cues.js";
import type { Quotation } from "./quotations.js";

const MAX_CLIMB = 6; // heads between a quotation and the verb that governs it
const NEAR = 16; // words between a quotation and a cue beside it
const FAR = 40; // the same within one sentence

/** Cues that may bring a quotation, outside all quotations, in text order. */
export interface QuoteCues {
  readonly list: readonly Cue[];
  /** Per row: index in `list`, or -1. */
  readonly at: Int32Array;
}

export function quoteCues(tree: Tree, cues: readonly Cue[], quoted: Uint8Array): QuoteCues {
  const list = cues.filter((cue) => cue.quotes && quoted[cue.row] === 0);
  const at = new Int32Array(tree.size).fill(-1);
  for (const [index, cue] of list.entries()) at[cue.row] = index;
  return { list, at };
}

/** The cue above the first word of the quotation that hangs outside it. */
function governingCue(tree: Tree, cues: QuoteCues, { start, end }: Quotation): Cue | null {
  let row = start;
  for (let i = 0; i < MAX_CLIMB && tree.head[row]! >= start && tree.head[row]! < end; i++)
    row = tree.head[row]!;
  for (let i = 0; i < MAX_CLIMB && row >= 0; i++) {
    if ((row < start || row >= end) && cues.at[row]! >= 0) return cues.list[cues.at[row]!]!;
    row = tree.head[row]!;
  }
  return null;
}

const ENDS_OPEN = new Set([",", "?", "!", "…", "-", "—", "–"]);

function sameLine(tree: Tree, a: number, b: number): boolean {
  return !tree.text.slice(tree.from[a], tree.from[b]).includes("\n");
}

/** "...," said X: a quotation that ends in a comma, or a sentence that goes on after it. */
function cueAfter(tree: Tree, cues: QuoteCues, { end }: Quotation, reach: number): Cue | null {
  const cue = cues.list[firstFrom(cues.list, end, (cue) => cue.row)];
  if (cue === undefined || cue.row - end > reach || !sameLine(tree, end - 1, cue.row)) return null;
  const last = tree.sentence[end - 1]!;
  const sentence = tree.sentence[cue.row]!;
  const follows = sentence === last + 1 && tree.sentenceStart[sentence]! <= end + 1;
  return sentence === last || follows ? cue : null;
}

/** X said: "..." */
function cueBefore(tree: Tree, cues: QuoteCues, { start }: Quotation, reach: number): Cue | null {
  const cue = cues.list[firstFrom(cues.list, start, (cue) => cue.row) - 1];
  if (cue === undefined || start - cue.row > reach) return null;
  const first = tree.sentence[start]!;
  const sentence = tree.sentence[cue.row]!;
  if (sentence === first) return cue;
  const mark = start - 2; // the word before the opening mark
  const colon = mark >= 0 && wordAt(tree, mark) === ":";
  return colon && tree.sentence[mark]! === sentence ? cue : null;
}

/** The cue of a quotation, or null. */
export function cueOf(tree: Tree, cues: QuoteCues, quotation: Quotation): Cue | null {
  const governing = governingCue(tree, cues, quotation);
  if (governing !== null) return governing;
  const open = ENDS_OPEN.has(wordAt(tree, quotation.end - 1));
  return (
    (open ? cueAfter(tree, cues, quotation, NEAR) : null) ??
    cueBefore(tree, cues, quotation, NEAR) ??
    cueAfter(tree, cues, quotation, FAR) ??
    cueBefore(tree, cues, quotation, FAR)
  );
}
