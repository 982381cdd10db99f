/**
 * Who says it. Indirect speech is the clause under a cue; "according to" takes the clause it stands in; direct speech
 * is a quotation with its cue beside it, or with the speaker before it who goes on. The author has no voice.
 */
import { spanOf } from "../../core/index.js";
import { wordAt } from "../../language/index.js";
import { type Mentions, nounPhraseOf, partiesAt } from "../entities/index.js";
import { childrenAt } from "../tree.js";
import type { PartyWords, Tree, VoiceNode, Voices } from "../types.js";
import { findColonCues } from "./colons.js";
import { type Cue, findCues } from "./cues.js";
import type { VoiceLexicon } from "./lexicon.js";
import { findQuotations, type Quotation } from "./quotations.js";
import { cueOf, type QuoteCues, quoteCues } from "./speakers.js";

type Draft = { -readonly [K in keyof VoiceNode]: VoiceNode[K] };

interface Painter {
  readonly tree: Tree;
  readonly mentions: Mentions;
  readonly list: Draft[];
  readonly at: Int32Array;
  /** Voice of each cue row that has one. */
  readonly ofCue: Map<number, number>;
}

function sourceParty(tree: Tree, mentions: Mentions, row: number): PartyWords {
  const parties = partiesAt(mentions, tree, row);
  const known = parties.find((p) => p.entity !== null) ?? parties[0];
  if (known !== undefined) return known;
  const phrase = nounPhraseOf(tree, row);
  return {
    from: tree.from[phrase.start]!,
    to: tree.to[phrase.end - 1]!,
    head: row,
    entity: null,
    referent: null,
    sector: null,
    name: wordAt(tree, row),
    political: false,
  };
}

function addVoice(
  painter: Painter,
  cue: { row: number; source: number },
  parent: number,
  quoted: boolean,
): number {
  const { tree, list } = painter;
  const party = sourceParty(tree, painter.mentions, cue.source);
  const words = spanOf(tree.text, tree.from[cue.row]!, tree.to[cue.row]!);
  list.push({ parent, party, cue: words, cueRow: cue.row, quoted });
  painter.ofCue.set(cue.row, list.length - 1);
  return list.length - 1;
}

/** Rows from the roots down: every head before its dependents. */
function rowsFromRoots(tree: Tree): Int32Array {
  const order = new Int32Array(tree.size);
  let filled = 0;
  for (let row = 0; row < tree.size; row++) if (tree.head[row]! < 0) order[filled++] = row;
  for (let done = 0; done < filled; done++)
    for (const child of childrenAt(tree, order[done]!)) order[filled++] = child;
  return order.subarray(0, filled);
}

/** Gives every row under a content head its voice, in one pass from the roots: a row has the voice of its head. */
function paintClauses(painter: Painter, cues: readonly Cue[]): void {
  const { tree, at } = painter;
  const starting = new Map<number, Cue[]>();
  const outside = new Map<number, number>(); // branches that a voice leaves out, with the voice around it
  const beside = new Map<number, number>();
  for (const cue of cues) if (cue.beside >= 0) beside.set(cue.row, cue.beside);
  for (const cue of cues)
    for (const row of cue.content) {
      const list = starting.get(row);
      if (list === undefined) starting.set(row, [cue]);
      else list.push(cue);
    }
  for (const row of rowsFromRoots(tree)) {
    const head = tree.head[row]!;
    const level = beside.get(row);
    let voice = level !== undefined ? at[level]! : (outside.get(row) ?? (head < 0 ? -1 : at[head]!));
    for (const cue of starting.get(row) ?? []) {
      if (cue.stop >= 0) outside.set(cue.stop, voice);
      voice = painter.ofCue.get(cue.row) ?? addVoice(painter, cue, voice, false);
    }
    at[row] = voice;
  }
}

/** Rows that a longer span says, unless a voice inside it does; the voices inside it then stand under it. */
function paintSpan(painter: Painter, start: number, end: number, voice: number): void {
  const { at, list, ofCue } = painter;
  const outer = list[voice]!.parent;
  for (let row = start; row < end; row++) {
    if (at[row] === outer) at[row] = voice;
    const own = ofCue.get(row);
    if (own !== undefined && own !== voice && list[own]!.parent === outer) list[own]!.parent = voice;
  }
}

function paintColons(painter: Painter): void {
  for (const cue of findColonCues(painter.tree, painter.mentions))
    if (painter.at[cue.source]! < 0)
      paintSpan(painter, cue.start, cue.end, addVoice(painter, cue, -1, false));
}

const MIN_QUOTED_WORDS = 3; // shorter ones without a cue are words set apart, not speech
const MAX_SILENCE = 2; // sentences between two quotations of one speaker

interface Speaker {
  voice: number;
  sentence: number;
}

function paintQuotation(painter: Painter, cues: QuoteCues, quotation: Quotation, last: Speaker): void {
  const { tree, at, list } = painter;
  const { start, end } = quotation;
  const cue = cueOf(tree, cues, quotation);
  let voice = at[start]! >= 0 && cue === null ? at[start]! : -1;
  if (cue !== null) voice = painter.ofCue.get(cue.row) ?? addVoice(painter, cue, at[cue.row]!, true);
  else if (
    voice < 0 &&
    end - start >= MIN_QUOTED_WORDS &&
    tree.sentence[start]! - last.sentence <= MAX_SILENCE
  )
    voice = last.voice;
  if (voice < 0) return;
  list[voice]!.quoted = true;
  paintSpan(painter, start, end, voice);
  last.voice = voice;
  last.sentence = tree.sentence[end - 1]!;
}

/** All voices of the document, and for each row the innermost voice that says it. Linear in the text. */
export function findVoices(tree: Tree, mentions: Mentions, lexicon: VoiceLexicon): Voices {
  const at = new Int32Array(tree.size).fill(-1);
  const painter: Painter = { tree, mentions, list: [], at, ofCue: new Map() };
  const quotations = findQuotations(tree);
  const quoted = new Uint8Array(tree.size);
  for (const { start, end } of quotations) quoted.fill(1, start, end);
  const cues = findCues(tree, lexicon, quoted);
  paintClauses(painter, cues);
  paintColons(painter);
  const beside = quoteCues(tree, cues, quoted);
  const last: Speaker = { voice: -1, sentence: -MAX_SILENCE };
  for (const quotation of quotations) paintQuotation(painter, beside, quotation, last);
  return { list: painter.list, at, quoted };
}
