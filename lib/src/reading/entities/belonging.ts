import { childrenAt, relationAt } from "../tree.js";
import type { Mention, Mentions, PartyWords, Tree } from "../types.js";
import { isOneOf, lowerAt, prepositionOf } from "./draft.js";
import { mentionAt, nounPhraseOf } from "./noun-phrase.js";

/** Mentions whose possession, nationality or place the noun names: "Ukrainian cities", "Turkey's decision". */
function ownersOf(mentions: Mentions, tree: Tree, row: number, depth = 0): Mention[] {
  if (depth > 5) return [];
  const before: Mention[] = [];
  const after: Mention[] = [];
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "amod" && relation !== "compound" && relation !== "nmod" && relation !== "det") continue;
    const isOf = relation === "nmod" && child > row;
    if (isOf && !/^(of|in|from|by)$/.test(prepositionOf(tree, child))) continue;
    const mention = mentionAt(mentions, child);
    const list = isOf ? after : before;
    if (mention) list.push(...(mention.group.length > 0 ? mention.group : [mention]));
    else if (!isOf || isOneOf(tree, child, "PROPN")) list.push(...ownersOf(mentions, tree, child, depth + 1));
    for (const other of conjunctsOf(tree, child)) {
      const conjunct = mentionAt(mentions, other);
      if (conjunct) list.push(conjunct);
    }
  }
  if (before.length === 0 && after.length === 0)
    after.push(...makersOf(mentions, tree, row), ...placeAfter(mentions, tree, row));
  return before.length > 0 ? before : after;
}

/** "a village in southern Lebanon", where the tree hangs the place on the verb. */
function placeAfter(mentions: Mentions, tree: Tree, row: number): Mention[] {
  const preposition = row + 1;
  if (
    preposition >= tree.size ||
    !/^(in|near|outside)$/.test(lowerAt(tree, preposition)) ||
    !TERRITORY.test(lowerAt(tree, row))
  )
    return [];
  const head = tree.head[preposition]!;
  const mention = head < 0 ? null : mentionAt(mentions, head);
  return mention && mention.start > preposition && mention.form !== "adjective" ? [mention] : [];
}

/** "the missiles fired by the army": who made what the noun names. */
function makersOf(mentions: Mentions, tree: Tree, row: number): Mention[] {
  const makers: Mention[] = [];
  for (const clause of childrenAt(tree, row)) {
    if (relationAt(tree, clause) !== "acl" || !isOneOf(tree, clause, "VERB")) continue;
    for (const child of childrenAt(tree, clause)) {
      const mention = prepositionOf(tree, child) === "by" ? mentionAt(mentions, child) : null;
      if (mention) makers.push(...(mention.group.length > 0 ? mention.group : [mention]));
    }
  }
  return makers;
}

/** Conjuncts that hang on a row. */
export function conjunctsOf(tree: Tree, row: number): number[] {
  const rows: number[] = [];
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "conj") rows.push(child);
  return rows;
}

/** Nouns that lie somewhere: what happens to them happens to the state. */
const TERRITORY =
  /^(city|town|village|camp|base|market|hospital|school|airport|airfield|airbase|port|building|house|position|post|outpost|checkpoint|depot|facility|plant|station|mosque|church|embassy|consulate|district|neighbou?rhood|island|target|site|bridge|convoy|headquarters)s?$|ies$/;

const OWNED_ACTOR =
  /^(city|town|village|territory|border|soil|airspace|water|coast|embassy|consulate|infrastructure|position|base|ship|vessel|tanker|plane|aircraft|jet|tank|airport|airbase|port|facility|capital|region|side|interest|economy|people|public|airline|bank|oil|export|office|team)s?$|ies$/;

/** What belongs to a party stands for it: "Ukrainian cities", "Turkey's decision", "a village in Lebanon". */
export function belonging(mentions: Mentions, tree: Tree, row: number): PartyWords[] {
  const phrase = nounPhraseOf(tree, row);
  const seen = new Set<string>();
  const parties: PartyWords[] = [];
  for (const owner of ownersOf(mentions, tree, row)) {
    if (owner.entity === null || seen.has(owner.entity)) continue;
    seen.add(owner.entity);
    const political = owner.political && OWNED_ACTOR.test(lowerAt(tree, row));
    const sector = owner.kind === "place" ? null : owner.kind === "state" ? "UNK" : owner.sector;
    const { entity, referent, name } = owner;
    const [from, to] = [tree.from[phrase.start]!, tree.to[phrase.end - 1]!];
    parties.push({ from, to, head: row, entity, referent, sector, name, political });
  }
  return parties;
}
