/** The sentences that train the scorer of relations: all written for this project. */
import { existsSync } from "node:fs";
import { goldOf, type Part, pairsOf } from "../../eval/events/gold.js";
import { frameRows } from "../../eval/tables.js";
import { parseText } from "../../lib/src/language/index.js";
import { findMentions, nounPhraseOf } from "../../lib/src/reading/entities/index.js";
import { type Coding, parseCoding } from "../../lib/src/reading/frames/coding.js";
import type { Reader } from "../../lib/src/reading/read.js";
import { kindOf } from "../../lib/src/reading/relations/index.js";
import { growTree } from "../../lib/src/reading/tree.js";
import type { Tree } from "../../lib/src/reading/types.js";
import type { LabelledRelation } from "./examples.js";

export const GOLD = "eval/gold";
export const PAIRS = "eval/gold/pairs";

function kindsOf(codings: readonly Coding[]): readonly number[] {
  return [...new Set(codings.map(({ category, mode, of, status }) => kindOf(category, mode, of, status)))];
}

/** Marked sentences of the gold tables: the first coding is that of the marked pair. */
export function goldRelations(part: Part): readonly LabelledRelation[] {
  return goldOf(GOLD, part).flatMap(({ id, marked, text, events }) => {
    const [first] = events;
    return marked === text || first === undefined ? [] : [{ id, marked, labels: kindsOf(first.codings) }];
  });
}

/** Sentences of which only the relation of the marked pair is coded. */
export function pairRelations(part: Part): readonly LabelledRelation[] {
  return existsSync(PAIRS)
    ? pairsOf(PAIRS, part).map(({ id, marked, codings }) => ({ id, marked, labels: kindsOf(codings) }))
    : [];
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function placeOf(tree: Tree, found: ReturnType<typeof findMentions>, id: string | undefined): Place | null {
  const mention = found.list.find((m) => m.entity === id && m.form !== "pronoun");
  if (id === undefined || mention === undefined) return null;
  const phrase = nounPhraseOf(tree, mention.head);
  const start = Math.min(phrase.start, mention.start);
  return { from: tree.from[start]!, to: tree.to[Math.max(phrase.end, mention.end) - 1]! };
}

function withMarks(text: string, source: Place | null, target: Place | null): string {
  const marks = [
    ...(source ? [[source.from, "<s>"] as const, [source.to, "</s>"] as const] : []),
    ...(target ? [[target.from, "<t>"] as const, [target.to, "</t>"] as const] : []),
  ].sort((a, b) => b[0] - a[0] || (b[1].startsWith("</") ? -1 : 1));
  return marks.reduce((marked, [at, mark]) => marked.slice(0, at) + mark + marked.slice(at), text);
}

/** The examples of the frames, their parties marked where the text names them. */
export function frameRelations(reader: Reader): readonly LabelledRelation[] {
  return frameRows().flatMap(({ row }) => {
    const text = row.example ?? "";
    const coding = parseCoding(row.coding ?? "");
    const { actors, recipients } = coding;
    const tree = growTree(parseText(reader.language, text));
    const found = findMentions(tree, reader.knowledge.actors, null);
    const source = placeOf(tree, found, actors[0]);
    const target = placeOf(tree, found, recipients === null ? actors[1] : recipients[0]);
    const overlap = source !== null && target !== null && source.from < target.to && target.from < source.to;
    if (overlap || (source === null && target === null)) return [];
    return [{ id: `frame ${row.id}`, marked: withMarks(text, source, target), labels: kindsOf([coding]) }];
  });
}
