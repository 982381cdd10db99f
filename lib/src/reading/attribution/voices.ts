/**
 * Who says it: cue words with their source and content. Indirect speech is the clause under a cue; direct speech is
 * a quotation with its cue beside it; "according to" takes the clause it stands in.
 */
import { spanOf } from "../../core/index.js";
import { uposAt, wordAt } from "../../language/index.js";
import { type Mentions, partiesAt } from "../entities/index.js";
import { subjectRow } from "../events/arguments.js";
import { readTable } from "../lexicon/tables.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { PartyWords, Tree, VoiceNode, Voices } from "../types.js";
import { findQuotations, type Quotation } from "./quotations.js";

/** Cue lemmas with their word class: "say/v", "claim/n". */
export type VoiceLexicon = ReadonlySet<string>;

export function readVoices(table: string): VoiceLexicon {
  return new Set(readTable(table).map((row) => row.cue ?? ""));
}

interface Cue {
  readonly row: number;
  readonly source: number;
  /** Head rows of what is said. */
  readonly content: readonly number[];
  /** True where the content is everything of the head but the cue itself: "..., he said". */
  readonly around: boolean;
}

function isCue(tree: Tree, lexicon: VoiceLexicon, row: number): boolean {
  const upos = uposAt(tree, row);
  const pos = upos === "VERB" ? "v" : upos === "NOUN" ? "n" : "";
  return pos !== "" && lexicon.has(`${tree.lemma[row]!.toLowerCase()}/${pos}`);
}

function verbCue(tree: Tree, row: number): Cue | null {
  const source = subjectRow(tree, row);
  const content: number[] = [];
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "ccomp" || relation === "xcomp") content.push(child);
    if (relation === "parataxis" && child > row) content.push(child);
  }
  if (source < 0) return null;
  if (content.length > 0) return { row, source, content, around: false };
  if (relationAt(tree, row) === "parataxis" && tree.head[row]! >= 0)
    return { row, source, content: [tree.head[row]!], around: true };
  return { row, source, content, around: false };
}

function nounCue(tree: Tree, row: number): Cue | null {
  const content: number[] = [];
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if ((relation === "acl" || relation === "ccomp") && tree.deprelNames[tree.deprel[child]!] !== "acl:relcl")
      content.push(child);
  }
  if (content.length === 0) return null;
  let source = childWith(tree, row, "nmod:poss");
  if (source < 0)
    for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "amod") source = child;
  return source < 0 ? null : { row, source, content, around: false };
}

/** "according to X": the case words are the cue, X the source, the clause the content. */
function accordingCue(tree: Tree, row: number): Cue | null {
  if (wordAt(tree, row).toLowerCase() !== "according") return null;
  const noun = tree.head[row]!;
  if (noun < 0) return null;
  const source = relationAt(tree, row) === "case" ? noun : childWith(tree, row, "obl");
  const clause = relationAt(tree, row) === "case" ? tree.head[noun]! : noun;
  return source < 0 || clause < 0 ? null : { row, source, content: [clause], around: true };
}

function depthOf(tree: Tree, row: number): number {
  let depth = 0;
  for (let up = tree.head[row]!; up >= 0 && depth < 64; up = tree.head[up]!) depth++;
  return depth;
}

function findCues(tree: Tree, lexicon: VoiceLexicon): Cue[] {
  const cues: Cue[] = [];
  for (let row = 0; row < tree.size; row++) {
    const according = accordingCue(tree, row);
    if (according !== null) cues.push(according);
    if (!isCue(tree, lexicon, row)) continue;
    const cue = uposAt(tree, row) === "VERB" ? verbCue(tree, row) : nounCue(tree, row);
    if (cue !== null) cues.push(cue);
  }
  return cues;
}

function sourceParty(tree: Tree, mentions: Mentions, row: number): PartyWords {
  const parties = partiesAt(mentions, tree, row);
  const known = parties.find((p) => p.entity !== null) ?? parties[0];
  if (known !== undefined) return known;
  const span = { from: tree.from[row]!, to: tree.to[row]! };
  return {
    ...span,
    head: row,
    entity: null,
    referent: null,
    sector: null,
    name: wordAt(tree, row),
    political: false,
  };
}

/** Paints all rows under `top` that are not under `stop`. */
function paint(tree: Tree, at: Int32Array, top: number, stop: number, voice: number): void {
  const stack = [top];
  while (stack.length > 0) {
    const row = stack.pop()!;
    at[row] = voice;
    for (const child of childrenAt(tree, row)) if (child !== stop) stack.push(child);
  }
}

interface Painter {
  readonly tree: Tree;
  readonly mentions: Mentions;
  readonly list: VoiceNode[];
  readonly at: Int32Array;
  /** Voice of each cue row that has one, so that a quotation beside it joins it. */
  readonly ofCue: Map<number, number>;
}

function addVoice(painter: Painter, cue: Cue, quoted: boolean): number {
  const { tree } = painter;
  painter.list.push({
    parent: painter.at[cue.row]!,
    party: sourceParty(tree, painter.mentions, cue.source),
    cue: spanOf(tree.text, tree.from[cue.row]!, tree.to[cue.row]!),
    cueRow: cue.row,
    quoted,
  });
  painter.ofCue.set(cue.row, painter.list.length - 1);
  return painter.list.length - 1;
}

/** The cue outside a quotation that introduces or closes it: in the sentence of its first or last word, or before. */
function cueOfQuotation(tree: Tree, cues: readonly Cue[], quotation: Quotation): Cue | null {
  const first = tree.sentence[quotation.start]!;
  const last = tree.sentence[quotation.end - 1]!;
  let best: Cue | null = null;
  for (const cue of cues) {
    if (cue.row >= quotation.start && cue.row < quotation.end) continue;
    const sentence = tree.sentence[cue.row]!;
    if (sentence < first || sentence > last) continue;
    if (uposAt(tree, cue.row) !== "VERB" && cue.around === false) continue;
    if (best === null || distance(cue, quotation) < distance(best, quotation)) best = cue;
  }
  return best;
}

function distance(cue: Cue, quotation: Quotation): number {
  return cue.row < quotation.start ? quotation.start - cue.row : cue.row - quotation.end + 1;
}

const MIN_QUOTED_WORDS = 3; // shorter quotations are words set apart, not speech of their own

function paintQuotations(
  painter: Painter,
  cues: readonly Cue[],
  quotations: readonly Quotation[],
  quoted: Uint8Array,
) {
  const { tree } = painter;
  const cuesOfSentence = new Map<number, Cue[]>();
  for (const cue of cues) {
    const sentence = tree.sentence[cue.row]!;
    cuesOfSentence.set(sentence, [...(cuesOfSentence.get(sentence) ?? []), cue]);
  }
  let speaker = -1;
  let speakerEnd = -1;
  for (const quotation of quotations) {
    quoted.fill(1, quotation.start, quotation.end);
    const near: Cue[] = [];
    for (let s = tree.sentence[quotation.start]!; s <= tree.sentence[quotation.end - 1]!; s++)
      near.push(...(cuesOfSentence.get(s) ?? []));
    const cue = cueOfQuotation(tree, near, quotation);
    if (quotation.end - quotation.start < MIN_QUOTED_WORDS) continue;
    if (cue !== null) speaker = painter.ofCue.get(cue.row) ?? addVoice(painter, cue, true);
    else if (speaker < 0 || tree.sentence[quotation.start]! - speakerEnd > 2) continue;
    speakerEnd = tree.sentence[quotation.end - 1]!;
    const own = painter.list[speaker]!;
    painter.list[speaker] = { ...own, quoted: true };
    for (let row = quotation.start; row < quotation.end; row++)
      if (painter.at[row]! < 0) painter.at[row] = speaker;
  }
}

/** All voices of the document, and for each row the innermost voice that says it. */
export function findVoices(tree: Tree, mentions: Mentions, lexicon: VoiceLexicon): Voices {
  const painter: Painter = {
    tree,
    mentions,
    list: [],
    at: new Int32Array(tree.size).fill(-1),
    ofCue: new Map(),
  };
  const quoted = new Uint8Array(tree.size);
  const cues = findCues(tree, lexicon);
  const ordered = cues
    .filter((cue) => cue.content.length > 0)
    .map((cue) => ({ cue, depth: depthOf(tree, cue.row) }))
    .sort((a, b) => a.depth - b.depth || a.cue.row - b.cue.row);
  for (const { cue } of ordered) {
    const voice = addVoice(painter, cue, false);
    for (const top of cue.content) paint(tree, painter.at, top, cue.around ? stopOf(tree, cue) : -1, voice);
  }
  paintQuotations(painter, cues, findQuotations(tree), quoted);
  return { list: painter.list, at: painter.at, quoted };
}

/** The branch that holds the cue itself and is not said by it. */
function stopOf(tree: Tree, cue: Cue): number {
  return wordAt(tree, cue.row).toLowerCase() === "according" && relationAt(tree, cue.row) === "case"
    ? tree.head[cue.row]!
    : cue.row;
}
