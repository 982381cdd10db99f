import { deprelAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Mention, Mentions, PartyWords, Tree } from "../types.js";
import { isOneOf, lowerAt, prepositionOf } from "./draft.js";

function mentionAt(mentions: Mentions, row: number): Mention | null {
  const index = mentions.at[row]!;
  return index < 0 ? null : mentions.list[index]!;
}

/** Relations of words that belong to a noun phrase as its reader sees it. */
const INSIDE = new Set([
  "det",
  "amod",
  "nummod",
  "compound",
  "flat",
  "fixed",
  "nmod",
  "case",
  "goeswith",
  "advmod",
  "obl",
]);

function isInside(tree: Tree, row: number, head: number): boolean {
  const relation = relationAt(tree, row);
  if (!INSIDE.has(relation)) return false;
  if (relation === "case") return row > head;
  if (relation === "obl" || relation === "advmod") return row < head;
  if (relation !== "nmod" || row < head) return true;
  return /^(of|for|from|in)$/.test(prepositionOf(tree, row));
}

interface Rows {
  start: number;
  end: number;
}

function grow(tree: Tree, head: number, rows: Rows, depth: number): void {
  for (const child of childrenAt(tree, head)) {
    if (!isInside(tree, child, head)) continue;
    rows.start = Math.min(rows.start, child);
    rows.end = Math.max(rows.end, child + 1);
    if (depth < 8) growPart(tree, child, rows, depth + 1);
  }
}

/** Inside a modifier its own preposition and conjuncts belong to the phrase too. */
function growPart(tree: Tree, row: number, rows: Rows, depth: number): void {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "acl" || relation === "appos" || relation === "parataxis" || relation === "punct")
      continue;
    rows.start = Math.min(rows.start, child);
    rows.end = Math.max(rows.end, child + 1);
    if (depth < 8) growPart(tree, child, rows, depth + 1);
  }
}

/** Rows of the noun phrase of a head, without its preposition, relative clauses and conjuncts. */
export function nounPhraseOf(tree: Tree, head: number): { readonly start: number; readonly end: number } {
  const rows = { start: head, end: head + 1 };
  grow(tree, head, rows, 0);
  while (
    rows.end > rows.start + 1 &&
    (isOneOf(tree, rows.end - 1, "PUNCT") || lowerAt(tree, rows.end - 1) === "'s")
  )
    rows.end--;
  while (rows.start < head && isOneOf(tree, rows.start, "PUNCT", "CCONJ")) rows.start++;
  return rows;
}

function wordsOf(tree: Tree, mention: Mention, head: number): PartyWords {
  const { entity, referent, sector, name, political } = mention;
  const isWhole = mention.form === "name" && mention.kind !== "person";
  const phrase = isWhole || mention.form === "adjective" ? mention : widest(tree, mention, head);
  const from = tree.from[phrase.start]!;
  const to = tree.to[phrase.end - 1]!;
  const before = mention.start - 1;
  if (phrase === mention && isWhole && isOneOf(tree, before, "DET") && relationAt(tree, before) === "det")
    return { from: tree.from[before]!, to: mention.to, head, entity, referent, sector, name, political };
  if (phrase === mention)
    return { from: mention.from, to: mention.to, head, entity, referent, sector, name, political };
  return { from, to, head, entity, referent, sector, name, political };
}

function widest(tree: Tree, mention: Mention, head: number): { start: number; end: number } {
  const phrase = nounPhraseOf(tree, head);
  return { start: Math.min(phrase.start, mention.start), end: Math.max(phrase.end, mention.end) };
}

function expanded(tree: Tree, mention: Mention): PartyWords[] {
  if (mention.group.length === 0) return [wordsOf(tree, mention, mention.head)];
  return mention.group.map((member) =>
    wordsOf(tree, { ...member, start: mention.start, end: mention.end }, mention.head),
  );
}

/** Nouns through which the words after "of" act or suffer: "members of", "the city of", "hundreds of". */
const TRANSPARENT =
  /^(member|group|number|hundred|thousand|dozen|million|majority|most|some|all|part|city|town|village|region|province|island|port|capital|republic|state|side|rest|kind|series|wave|pair|couple|lot|many|several|none|one|two|three|both|half|third|participant|crew|leadership)s?$/;

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

function conjunctsOf(tree: Tree, row: number): number[] {
  const rows: number[] = [];
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "conj") rows.push(child);
  return rows;
}

/** Nouns that lie somewhere: what happens to them happens to the state. */
const TERRITORY =
  /^(city|town|village|camp|base|market|hospital|school|airport|airfield|airbase|port|building|house|position|post|outpost|checkpoint|depot|facility|plant|station|mosque|church|embassy|consulate|district|neighbou?rhood|island|target|site|bridge|convoy|headquarters)s?$|ies$/;

const OWNED_ACTOR =
  /^(city|town|village|territory|border|soil|airspace|water|coast|embassy|consulate|infrastructure|position|base|ship|vessel|tanker|plane|aircraft|jet|tank|airport|airbase|port|facility|capital|region|side|interest|economy|people|public|airline|bank|oil|export|office|team)s?$|ies$/;

function belonging(mentions: Mentions, tree: Tree, row: number): PartyWords[] {
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

/** The noun that a relative pronoun stands for: "troops who", or -1. */
function antecedentOf(tree: Tree, row: number): number {
  if (!/^(who|whom|which|that)$/.test(lowerAt(tree, row)) || !isOneOf(tree, row, "PRON")) return -1;
  let at = tree.head[row]!;
  for (let step = 0; step < 6 && at >= 0; step++) {
    if (deprelAt(tree, at) === "acl:relcl" && tree.head[at]! < row) return tree.head[at]!;
    at = tree.head[at]!;
  }
  return -1;
}

function ownParties(mentions: Mentions, tree: Tree, row: number): readonly PartyWords[] {
  const mention = mentionAt(mentions, row);
  if (mention)
    return mention.entity === null && mention.group.length === 0
      ? unresolved(mentions, tree, mention)
      : expanded(tree, mention);
  const antecedent = antecedentOf(tree, row);
  if (antecedent >= 0) return partiesAt(mentions, tree, antecedent);
  if (TRANSPARENT.test(lowerAt(tree, row)))
    for (const child of childrenAt(tree, row))
      if (relationAt(tree, child) === "nmod" && child > row && prepositionOf(tree, child) === "of") {
        const parties = partiesAt(mentions, tree, child);
        if (parties.length > 0) return parties.map((party) => whole(tree, row, party));
      }
  return belonging(mentions, tree, row);
}

function whole(tree: Tree, row: number, party: PartyWords): PartyWords {
  const { start, end } = nounPhraseOf(tree, row);
  return { ...party, from: tree.from[start]!, to: Math.max(tree.to[end - 1]!, party.to), head: row };
}

/** A role without an entity keeps its words; an apposition may still say who it is. */
function unresolved(mentions: Mentions, tree: Tree, mention: Mention): PartyWords[] {
  for (const child of childrenAt(tree, mention.head)) {
    const other = relationAt(tree, child) === "appos" ? mentionAt(mentions, child) : null;
    if (other && other.entity !== null) return expanded(tree, other);
  }
  return [wordsOf(tree, mention, mention.head)];
}

/**
 * The parties that the noun phrase headed by `row` stands for, conjuncts included, in text order. Empty where it
 * names no actor and belongs to none.
 */
export function partiesAt(mentions: Mentions, tree: Tree, row: number): readonly PartyWords[] {
  const parties = [...ownParties(mentions, tree, row)];
  for (const child of conjunctsOf(tree, row))
    if (isOneOf(tree, child, "NOUN", "PROPN", "PRON", "ADJ", "X", "NUM"))
      parties.push(...partiesAt(mentions, tree, child));
  return parties;
}
