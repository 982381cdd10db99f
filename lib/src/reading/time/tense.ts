import { deprelAt, uposAt, wordAt } from "../../language/index.js";
import { childrenAt } from "../tree.js";
import type { Tree } from "../types.js";
import type { ClauseTense } from "./meaning.js";

/** The predicate that governs a word, and the tense that its verbs have. */
export interface Governed {
  /** Row of the predicate's head, or -1. */
  readonly predicate: number;
  readonly tense: ClauseTense;
  /** True for "has met" and "had met". */
  readonly perfect: boolean;
  /** True where a finite verb says the tense. */
  readonly sure: boolean;
}

/** Words that put what they govern into the future. */
const PLANS: ReadonlySet<string> = new Set(
  (
    "schedule plan expect set slate due plot intend aim vow pledge promise agree prepare want hope need ask urge " +
    "call tell order propose decide threaten seek project forecast predict upcoming forthcoming planned scheduled"
  ).split(" "),
);
/** Verbs whose own date is the date of what they plan: "scheduled a vote for Thursday". */
const SCHEDULES: ReadonlySet<string> = new Set(["schedule", "plan", "slate", "postpone"]);
/** Verbs whose infinitive happened with them. */
const DONE_WITH: ReadonlySet<string> = new Set(
  "begin start continue fail manage refuse use come go help".split(" "),
);

const HIGHEST = 16;

function fine(tree: Tree, row: number): string {
  return tree.xposNames[tree.xpos[row]!] ?? "";
}

interface Auxiliaries {
  readonly words: ReadonlySet<string>;
  readonly hasTo: boolean;
}

function auxiliariesOf(tree: Tree, row: number): Auxiliaries {
  const words = new Set<string>();
  let hasTo = false;
  for (const child of childrenAt(tree, row)) {
    const relation = deprelAt(tree, child);
    if (relation.startsWith("aux") || relation === "cop") words.add(wordAt(tree, child).toLowerCase());
    else if (relation === "mark" && wordAt(tree, child).toLowerCase() === "to") hasTo = true;
  }
  return { words, hasTo };
}

function has(set: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.some((word) => set.has(word));
}

const WILL = ["will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"];
const MAY = ["may", "might", "could", "can", "should", "must", "ca"];
const WAS = ["was", "were", "did"];
const IS = ["is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"];

function tenseByAuxiliaries(words: ReadonlySet<string>): { tense: ClauseTense; perfect: boolean } | null {
  const perfect = has(words, ["have", "has", "had", "'ve", "’ve"]);
  if (has(words, WILL) && !(perfect && words.has("would"))) return { tense: "future", perfect: false };
  if (has(words, MAY)) return { tense: perfect ? "past" : "future", perfect };
  if (perfect) return { tense: "past", perfect };
  return has(words, WAS) ? { tense: "past", perfect: false } : null;
}

function isPlan(tree: Tree, row: number): boolean {
  return PLANS.has(tree.lemma[row]!);
}

/** Tense of one predicate by its own words; null where they have none (infinitives, participles, nouns). */
function ownTense(tree: Tree, row: number): { tense: ClauseTense; perfect: boolean } | null {
  const { words, hasTo } = auxiliariesOf(tree, row);
  const tag = fine(tree, row);
  const isFuturePlan = isPlan(tree, row) && (tag === "VBN" || tag === "JJ");
  const aux = tenseByAuxiliaries(words);
  if (hasTo && has(words, IS)) return { tense: "future", perfect: false };
  if (aux && !SCHEDULES.has(tree.lemma[row]!) && !(isFuturePlan && !aux.perfect)) return aux;
  if (isFuturePlan || (SCHEDULES.has(tree.lemma[row]!) && !has(words, ["was", "were", "been"])))
    return { tense: "future", perfect: false };
  if (has(words, IS)) return { tense: isGoingTo(tree, row) ? "future" : "present", perfect: false };
  if (tag === "VBD") return { tense: "past", perfect: false };
  if (tag === "VBZ" || tag === "VBP") return { tense: "present", perfect: false };
  return null;
}

function isGoingTo(tree: Tree, row: number): boolean {
  return fine(tree, row) === "VBG" && tree.lemma[row] === "go";
}

function isPredicate(tree: Tree, row: number): boolean {
  const upos = uposAt(tree, row);
  return upos === "VERB" || upos === "AUX" || auxiliariesOf(tree, row).words.size > 0;
}

/** "the upcoming summit", "the planned talks". */
function hasComingModifier(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) {
    const relation = deprelAt(tree, child);
    if (relation === "amod" && /^(upcoming|forthcoming|planned|scheduled|coming)$/.test(tree.lemma[child]!))
      return true;
  }
  return false;
}

/** Tense of a predicate without tense words of its own. */
function bareTense(tree: Tree, row: number): ClauseTense | null {
  const relation = deprelAt(tree, row);
  const tag = fine(tree, row);
  if (tag === "VBN" && relation.startsWith("acl")) return isPlan(tree, row) ? "future" : "past";
  if (tag !== "VB" || !auxiliariesOf(tree, row).hasTo)
    return tag === "VBN" && tree.head[row]! < 0 ? "past" : null;
  const head = tree.head[row]!;
  if (relation === "advcl") return null;
  return head >= 0 && DONE_WITH.has(tree.lemma[head]!) ? null : "future";
}

/** "Wednesday's ruling" is over unless it is the subject of what is to come. */
function isPossessorOfPast(tree: Tree, row: number): boolean {
  const noun = tree.head[row]!;
  return noun >= 0 && deprelAt(tree, row) === "nmod:poss" && !deprelAt(tree, noun).startsWith("nsubj");
}

/** Climbs from a word to the predicate that governs it; its tense, or that of the one above it. */
export function governedTense(tree: Tree, row: number): Governed {
  const governed = climb(tree, row);
  const isOver = governed.tense === "future" && isPossessorOfPast(tree, row);
  return isOver ? { ...governed, tense: "past" } : governed;
}

function climb(tree: Tree, row: number): Governed {
  let at = row;
  let predicate = -1;
  for (let step = 0; at >= 0 && step < HIGHEST; step++, at = tree.head[at]!) {
    if (hasComingModifier(tree, at)) return { predicate: at, tense: "future", perfect: false, sure: false };
    if (!isPredicate(tree, at)) continue;
    if (predicate < 0) predicate = at;
    const own = ownTense(tree, at);
    if (own) return { predicate, ...own, sure: at === predicate && !isPlan(tree, at) };
    const bare = bareTense(tree, at);
    if (bare) return { predicate, tense: bare, perfect: false, sure: false };
  }
  return { predicate, tense: "none", perfect: false, sure: false };
}
