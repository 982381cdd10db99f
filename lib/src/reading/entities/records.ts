import { type EntityKind, type EntityRecord, spanOf, type TextSpan } from "../../core/index.js";
import type { Mention, Mentions, Tree } from "../types.js";
import { slugOf } from "./persons.js";

interface Entry {
  readonly id: string;
  name: string;
  kind: EntityKind;
  state: string | null;
  readonly mentions: TextSpan[];
  lastEnd: number;
}

/** A capital, seat or ministry is a mention of its state; a person and a place are entities of their own. */
function kindOf(mention: Mention): EntityKind {
  return mention.kind === "role" ? "state" : mention.kind;
}

function isState(entity: string | null): boolean {
  return entity !== null && /^[A-Z]{3}$/.test(entity);
}

function entryOf(mention: Mention): Entry {
  const id = mention.kind === "place" ? slugOf(mention.name) : mention.referent!;
  const kind = isState(mention.referent) && mention.kind === "role" ? "state" : kindOf(mention);
  const state = mention.referent !== mention.entity && isState(mention.entity) ? mention.entity : null;
  return { id, name: mention.name, kind, state, mentions: [], lastEnd: -1 };
}

/** The entities that the text names, in order of their first mention, each with all its mentions in text order. */
export function entityRecords(tree: Tree, mentions: Mentions): EntityRecord[] {
  const entries = new Map<string, Entry>();
  const inOrder = mentions.list.flatMap((mention) => (mention.group.length > 0 ? mention.group : [mention]));
  inOrder.sort((a, b) => a.from - b.from || b.to - a.to);
  for (const mention of inOrder) {
    if (mention.referent === null) continue;
    const made = entryOf(mention);
    const entry = entries.get(made.id) ?? made;
    if (entry === made) entries.set(made.id, made);
    if (mention.to <= entry.lastEnd) continue;
    entry.lastEnd = mention.to;
    entry.mentions.push(spanOf(tree.text, mention.from, mention.to));
  }
  return [...entries.values()].map(({ id, name, kind, state, mentions: spans }) => ({ id, name, kind, state, mentions: spans }));
}
