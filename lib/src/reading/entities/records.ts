import { type EntityKind, type EntityRecord, spanOf, type TextSpan } from "../../core/index.js";
import type { Mention, Mentions, Tree } from "../types.js";
import { slugOf } from "./persons.js";

/** The mentions of a text with the ids of the states, which tell them from other bodies. */
export interface FoundMentions extends Mentions {
  readonly stateNames: ReadonlyMap<string, string>;
}

interface Entry {
  readonly id: string;
  name: string;
  kind: EntityKind;
  state: string | null;
  /** False while only a role of it was seen ("NATO officials"). */
  isNamed: boolean;
  readonly mentions: TextSpan[];
  lastEnd: number;
}

function entryOf(mention: Mention, { stateNames }: FoundMentions): Entry {
  const id = mention.kind === "place" ? slugOf(mention.name) : mention.referent!;
  const isState = stateNames.has(id);
  const kind = isState ? "state" : mention.kind === "role" ? "organisation" : mention.kind;
  const state = !isState && mention.entity !== null && stateNames.has(mention.entity) ? mention.entity : null;
  const name = stateNames.get(id) ?? mention.name;
  return { id, name, kind, state, isNamed: mention.kind !== "role", mentions: [], lastEnd: -1 };
}

function add(entries: Map<string, Entry>, made: Entry): Entry {
  const entry = entries.get(made.id);
  if (!entry) {
    entries.set(made.id, made);
    return made;
  }
  if (!entry.isNamed && made.isNamed)
    Object.assign(entry, { ...made, mentions: entry.mentions, lastEnd: entry.lastEnd });
  return entry;
}

/** The entities that the text names, in order of their first mention, each with all its mentions in text order. */
export function entityRecords(tree: Tree, mentions: FoundMentions): EntityRecord[] {
  const entries = new Map<string, Entry>();
  const inOrder = mentions.list.flatMap((mention) => (mention.group.length > 0 ? mention.group : [mention]));
  inOrder.sort((a, b) => a.from - b.from || b.to - a.to);
  for (const mention of inOrder) {
    if (mention.referent === null) continue;
    const entry = add(entries, entryOf(mention, mentions));
    if (mention.to <= entry.lastEnd) continue;
    entry.lastEnd = mention.to;
    entry.mentions.push(spanOf(tree.text, mention.from, mention.to));
  }
  return [...entries.values()].map(({ id, name, kind, state, mentions: spans }) => ({
    id,
    name,
    kind,
    state,
    mentions: spans,
  }));
}
