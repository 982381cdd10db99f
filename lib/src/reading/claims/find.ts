/**
 * Sentences that argue: causes, conditions, forecasts, recommendations, assessments and analogies. A claim is found at
 * the predicate that makes it; only predicates that speak of a political actor, directly or in their clause, count.
 */
import type { Certainty, ClaimKind, TextSpan } from "../../core/index.js";
import { deprelAt, uposAt, wordAt } from "../../language/index.js";
import { partiesAt } from "../entities/index.js";
import { subjectRow, verbArguments } from "../events/index.js";
import { listOf, readTable } from "../lexicon/tables.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { Mentions, Tree } from "../types.js";
import { subtreeSpan, trimSpan } from "./words.js";

/** "cause undermine/v" → sign. Fixed phrases stand under their first word: "lead/v" → ["to"]. */
export interface ClaimLexicon {
  readonly signOf: ReadonlyMap<string, ClaimWord>;
}

export interface ClaimWord {
  readonly kind: ClaimKind;
  readonly sign: -1 | 0 | 1;
  readonly rest: readonly string[];
}

export function readClaims(table: string): ClaimLexicon {
  const signOf = new Map<string, ClaimWord>();
  for (const row of readTable(table)) {
    const [phrase = "", pos = ""] = (row.word ?? "").split("/");
    const [head = "", ...rest] = phrase.split(" ");
    const sign = Number(row.sign) as -1 | 0 | 1;
    signOf.set(`${head}/${pos}`, { kind: listOf(row.kind)[0] as ClaimKind, sign, rest });
  }
  return { signOf };
}

/** A claim before its holder and its identity are known. */
export interface ClaimWords {
  readonly kind: ClaimKind;
  readonly sign: -1 | 0 | 1;
  readonly row: number;
  readonly from: TextSpan | null;
  readonly to: TextSpan | null;
  readonly certainty: Certainty;
  readonly negative: boolean;
  readonly cue: number;
  readonly rule: string;
}

const IF = new Set(["if", "unless", "provided"]);
const ADVICE = new Set(["should", "must", "ought"]);
const FORECAST: ReadonlyMap<string, Certainty> = new Map([
  ["will", "probable"],
  ["wo", "probable"],
  ["'ll", "probable"],
  ["would", "possible"],
  ["may", "possible"],
  ["might", "possible"],
  ["could", "possible"],
]);
const FORECAST_ADJECTIVES: ReadonlyMap<string, Certainty> = new Map([
  ["likely", "probable"],
  ["unlikely", "probable"],
  ["poised", "probable"],
  ["bound", "probable"],
]);

function hasMark(tree: Tree, row: number, words: ReadonlySet<string>): number {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "mark" && words.has(wordAt(tree, child).toLowerCase())) return child;
  return -1;
}

/** The modal of a predicate that is in `words`, or -1. */
function modalAt(tree: Tree, row: number, has: (word: string) => boolean): number {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "aux" && has(wordAt(tree, child).toLowerCase())) return child;
  return -1;
}

function isNegative(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) {
    const word = wordAt(tree, child).toLowerCase();
    if (
      relationAt(tree, child) === "advmod" &&
      (word === "not" || word === "n't" || word === "n’t" || word === "never")
    )
      return true;
  }
  return false;
}

function span(tree: Tree, row: number, without = -1): TextSpan | null {
  return row < 0 ? null : subtreeSpan(tree, row, without);
}

function certaintyAt(tree: Tree, row: number): Certainty {
  const modal = modalAt(tree, row, (w) => FORECAST.has(w));
  return modal < 0 ? "certain" : FORECAST.get(wordAt(tree, modal).toLowerCase())!;
}

function conditionAt(tree: Tree, row: number): ClaimWords | null {
  for (const child of childrenAt(tree, row)) {
    if (relationAt(tree, child) !== "advcl") continue;
    const mark = hasMark(tree, child, IF);
    if (mark < 0) continue;
    const unless = wordAt(tree, mark).toLowerCase() === "unless";
    return {
      kind: "condition",
      sign: unless ? -1 : 1,
      row,
      from: span(tree, child),
      to: span(tree, row, child),
      certainty: certaintyAt(tree, row),
      negative: isNegative(tree, row),
      cue: mark,
      rule: `condition: ${wordAt(tree, mark).toLowerCase()}`,
    };
  }
  return null;
}

/** Verbs and adjectives whose "if" is a question: "asked if". */
const ASKING = new Set(
  "ask wonder know determine see decide question doubt check consider discuss say clear unclear sure".split(
    " ",
  ),
);

/** "stating that if A, B" where the parser makes one clause of both: what follows A in the sentence is B. */
function fusedConditionAt(tree: Tree, row: number): ClaimWords | null {
  const mark = hasMark(tree, row, IF);
  const relation = relationAt(tree, row);
  if (mark < 0 || relation === "advcl" || (tree.head[row]! >= 0 && ASKING.has(tree.lemma[tree.head[row]!]!)))
    return null;
  const from = subtreeSpan(tree, row);
  const last = tree.sentenceStart[tree.sentence[row]! + 1]! - 1;
  const to = trimSpan(tree.text, from.to, tree.to[last]!);
  if (to === null) return null;
  const base = { kind: "condition" as const, sign: 1 as const, row, from, to, cue: mark };
  return { ...base, certainty: "possible", negative: false, rule: "condition: if" };
}

function lexiconWord(tree: Tree, lexicon: ClaimLexicon, row: number): ClaimWord | null {
  const upos = uposAt(tree, row);
  const pos = upos === "VERB" ? "v" : upos === "NOUN" ? "n" : upos === "ADJ" ? "a" : "";
  const word = pos === "" ? undefined : lexicon.signOf.get(`${tree.lemma[row]!.toLowerCase()}/${pos}`);
  if (word === undefined) return null;
  const under = [...childrenAt(tree, row)].flatMap((c) => [c, ...childrenAt(tree, c)]);
  return word.rest.every((r) => under.some((c) => tree.lemma[c]!.toLowerCase() === r)) ? word : null;
}

/** A predicate, not "deepening tension": only clauses argue. */
function isClause(tree: Tree, row: number): boolean {
  const relation = deprelAt(tree, row);
  return relation !== "amod" && relation !== "acl" && relation !== "compound";
}

function causeAt(tree: Tree, row: number, word: ClaimWord): ClaimWords | null {
  if (!isClause(tree, row)) return null;
  const { roles } = verbArguments(tree, row);
  const from = roles.get("subj")?.[0] ?? -1;
  const to = roles.get(word.rest[0] ?? "obj")?.[0] ?? roles.get("obj")?.[0] ?? -1;
  if (from < 0 || to < 0 || uposAt(tree, from) === "PRON" || childWith(tree, from, "case") >= 0) return null;
  return {
    kind: "cause",
    sign: word.sign,
    row,
    from: span(tree, from, tree.head[row] === from ? row : -1),
    to: span(tree, to),
    certainty: certaintyAt(tree, row),
    negative: isNegative(tree, row),
    cue: row,
    rule: `cause: ${tree.lemma[row]}`,
  };
}

/** "X is a threat", "X is reminiscent of Y". */
function copularAt(tree: Tree, row: number, word: ClaimWord): ClaimWords | null {
  const subject = subjectRow(tree, row);
  const isPredicate = childWith(tree, row, "cop") >= 0 || relationAt(tree, row) === "xcomp";
  if (subject < 0 || !isPredicate) return null;
  const target = childWith(tree, row, "obl", "nmod", "ccomp", "advcl", "xcomp");
  return {
    kind: word.kind,
    sign: word.sign,
    row,
    from: span(tree, subject),
    to: word.kind === "analogy" && target >= 0 ? span(tree, target) : span(tree, row, subject),
    certainty: certaintyAt(tree, row),
    negative: isNegative(tree, row),
    cue: row,
    rule: `${word.kind}: ${tree.lemma[row]}`,
  };
}

function adviceOrForecastAt(tree: Tree, row: number): ClaimWords | null {
  const subject = subjectRow(tree, row);
  if (subject < 0) return null;
  const advice = modalAt(tree, row, (w) => ADVICE.has(w));
  const forecast = modalAt(tree, row, (w) => FORECAST.has(w));
  const adjective = uposAt(tree, row) === "ADJ" ? FORECAST_ADJECTIVES.get(tree.lemma[row]!) : undefined;
  if (advice < 0 && forecast < 0 && adjective === undefined) return null;
  const cue = advice >= 0 ? advice : forecast >= 0 ? forecast : row;
  return {
    kind: advice >= 0 ? "recommendation" : "forecast",
    sign: 0,
    row,
    from: span(tree, subject),
    to: span(tree, row, subject),
    certainty: advice >= 0 ? "certain" : (adjective ?? certaintyAt(tree, row)),
    negative: isNegative(tree, row) || tree.lemma[row] === "unlikely",
    cue,
    rule: `${advice >= 0 ? "recommendation" : "forecast"}: ${wordAt(tree, cue).toLowerCase()}`,
  };
}

function claimAt(tree: Tree, lexicon: ClaimLexicon, row: number): ClaimWords | null {
  const condition = conditionAt(tree, row) ?? fusedConditionAt(tree, row);
  if (condition !== null) return condition;
  const word = lexiconWord(tree, lexicon, row);
  if (word !== null && uposAt(tree, row) === "VERB") {
    const found = causeAt(tree, row, word);
    if (found !== null) return { ...found, kind: word.kind };
  }
  if (word !== null && uposAt(tree, row) !== "VERB") {
    const found = copularAt(tree, row, word);
    if (found !== null) return found;
  }
  return adviceOrForecastAt(tree, row);
}

/** True where the sentence names a political actor: ordinary prose argues too. */
function politicalSentences(tree: Tree, mentions: Mentions): Uint8Array {
  const political = new Uint8Array(tree.sentenceStart.length);
  for (const mention of mentions.list)
    if (mention.political && mention.entity !== null) political[tree.sentence[mention.head]!] = 1;
  return political;
}

/** Forecasts count where they are of an actor, or of what belongs to one. */
function isOfActor(tree: Tree, mentions: Mentions, row: number): boolean {
  const subject = subjectRow(tree, row);
  return subject >= 0 && partiesAt(mentions, tree, subject).some((party) => party.entity !== null);
}

/** All claims, in text order of their predicates. */
export function findClaims(tree: Tree, mentions: Mentions, lexicon: ClaimLexicon): readonly ClaimWords[] {
  const political = politicalSentences(tree, mentions);
  const found: ClaimWords[] = [];
  for (let row = 0; row < tree.size; row++) {
    if (political[tree.sentence[row]!] === 0) continue;
    const upos = uposAt(tree, row);
    if (upos !== "VERB" && upos !== "NOUN" && upos !== "ADJ") continue;
    const claim = claimAt(tree, lexicon, row);
    if (claim !== null && (claim.kind !== "forecast" || isOfActor(tree, mentions, row))) found.push(claim);
  }
  return found;
}
