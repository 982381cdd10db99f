/** "Putin: we will respond", "MINISTER: ...": a speaker before a colon at the head of a line. */
import { uposAt, wordAt } from "../../language/index.js";
import type { Mentions, Tree } from "../types.js";

export interface ColonCue {
  /** Row of the colon. */
  readonly row: number;
  /** Head row of the speaker. */
  readonly source: number;
  /** Rows of what is said, half-open. */
  readonly start: number;
  readonly end: number;
}

const MAX_SPEAKER_WORDS = 8;
const MIN_SAID_WORDS = 3;
const NOMINAL = new Set(["PROPN", "NOUN", "ADJ", "DET", "PUNCT", "ADP"]);

function startsLine(tree: Tree, row: number): boolean {
  return row === 0 || tree.text.slice(tree.to[row - 1], tree.from[row]).includes("\n");
}

/** First and last row of the names of persons and bodies, by the row that a line begins with. */
function speakerHead(tree: Tree, start: number, colon: number): number {
  let head = -1;
  for (let row = start; row < colon; row++) {
    if (!NOMINAL.has(uposAt(tree, row))) return -1;
    const up = tree.head[row]!;
    if (uposAt(tree, row) !== "PUNCT" && (up < start || up >= colon) && head < 0) head = row;
  }
  return head;
}

/** One or two proper nouns that are no place: "TAPPER:" is a speaker, "MOSCOW:" says where. */
function isProper(tree: Tree, start: number, colon: number, placed: Uint8Array): boolean {
  if (colon === start || colon - start > 2) return false;
  for (let row = start; row < colon; row++)
    if (uposAt(tree, row) !== "PROPN" || placed[row] === 1) return false;
  return true;
}

/** Finds speakers before colons in one pass; what they say goes to the end of the line. */
export function findColonCues(tree: Tree, mentions: Mentions): readonly ColonCue[] {
  const cues: ColonCue[] = [];
  const named = new Uint8Array(tree.size);
  for (const { start, end, kind } of tree.names)
    if (kind === "person" || kind === "organisation") named.fill(1, start, end);
  const placed = new Uint8Array(tree.size);
  for (const { start, end, kind } of tree.names) if (kind === "place") placed.fill(1, start, end);
  for (const { start, end, form } of mentions.list) if (form === "capital") placed.fill(1, start, end);
  for (let start = 0; start < tree.size; start++) {
    if (!startsLine(tree, start)) continue;
    let colon = start;
    let isNamed = false;
    while (colon < tree.size && colon - start <= MAX_SPEAKER_WORDS && wordAt(tree, colon) !== ":") {
      if (named[colon]) isNamed = true;
      colon++;
    }
    if (
      !(isNamed || isProper(tree, start, colon, placed)) ||
      colon >= tree.size ||
      wordAt(tree, colon) !== ":"
    )
      continue;
    const source = speakerHead(tree, start, colon);
    let end = colon + 1;
    while (end < tree.size && !startsLine(tree, end)) end++;
    if (source >= 0 && end - colon > MIN_SAID_WORDS) cues.push({ row: colon, source, start: colon + 1, end });
  }
  return cues;
}
