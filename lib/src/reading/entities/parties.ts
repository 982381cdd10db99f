import { deprelAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Mention, Mentions, PartyWords, Tree } from "../types.js";
import { belonging, conjunctsOf } from "./belonging.js";
import { isOneOf, lowerAt, prepositionOf } from "./draft.js";
import { mentionAt, nounPhraseOf } from "./noun-phrase.js";

function wordsOf(tree: Tree, mention: Mention, head: number): PartyWords {
  const { entity, referent, sector, name, political } = mention;
  const isWhole = mention.form === "name" && mention.kind !== "person";
  const phrase = isWhole || mention.form === "adjective" ? mention : widest(tree, mention, head);
  const from = tree.from[phrase.start]!;
  const to = tree.to[phrase.end - 1]!;
  const before = mention.start - 1;
  if (
    phrase === mention &&
    isWhole &&
    before >= 0 &&
    relationAt(tree, before) === "det" &&
    tree.head[before] === head
  )
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

/** The mention that ends before, or starts after, the hyphen at a row: "Russia" of "North Korea-Russia". */
function besideHyphen(mentions: Mentions, tree: Tree, hyphen: number, step: -1 | 1): Mention | null {
  const isHyphen =
    /^[-\u2010\u2011\u2013]$/.test(lowerAt(tree, hyphen)) && tree.to[hyphen - 1] === tree.from[hyphen];
  if (!isHyphen || tree.to[hyphen] !== tree.from[hyphen + 1]) return null;
  for (let row = hyphen + step; Math.abs(row - hyphen) < 5 && row >= 0 && row < tree.size; row += step) {
    const mention = mentionAt(mentions, row);
    if (mention) return (step < 0 ? mention.end === hyphen : mention.start === hyphen + 1) ? mention : null;
  }
  return null;
}

/** States joined by hyphens are one group: "Washington-Pyongyang talks". */
function partnersOf(mentions: Mentions, tree: Tree, mention: Mention): Mention[] {
  if (mention.kind !== "state") return [];
  const partners: Mention[] = [];
  for (const step of [-1, 1] as const)
    for (let at: Mention | null = mention; at !== null; ) {
      at = besideHyphen(mentions, tree, step < 0 ? at.start - 1 : at.end, step);
      if (at?.kind !== "state" || partners.length > 4) break;
      partners.push(at);
    }
  return partners;
}

function ownParties(mentions: Mentions, tree: Tree, row: number): readonly PartyWords[] {
  const mention = mentionAt(mentions, row);
  if (mention)
    return mention.entity === null && mention.group.length === 0
      ? unresolved(mentions, tree, mention)
      : [mention, ...partnersOf(mentions, tree, mention)].flatMap((member) => expanded(tree, member));
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
