/** Which time expression belongs to a word of the tree. */
import { firstFrom } from "../../core/index.js";
import { deprelAt, uposAt, wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { TimeExpression, Tree } from "../types.js";

const HIGHEST = 8;

/** Relations that open another clause, with its own time. */
const CLAUSAL: ReadonlySet<string> = new Set(["advcl", "ccomp", "xcomp", "csubj", "parataxis", "acl"]);
const NOMINAL: ReadonlySet<string> = new Set(["obj", "iobj", "nsubj", "obl", "nmod", "appos", "conj"]);

interface Attachment {
  readonly expression: TimeExpression;
  readonly cost: number;
}

/** Nouns of occasions pass their date on: "warned him at a summit in September". */
const OCCASIONS: ReadonlySet<string> = new Set(["at", "in", "during", "on", "since"]);

/** Expressions that have days of their own. */
function isDated(time: TimeExpression): boolean {
  const hasDays = time.since !== null || time.until !== null;
  return hasDays && time.type !== "SET" && time.value !== "PRESENT_REF" && time.value !== "FUTURE_REF";
}

/** Words on both sides in which a date is looked for: endless sentences must not cost their square. */
const REACH_ROWS = 200;

/** Dated expressions of the sentence of a row, not too far from it, in text order. */
export function datesAround(tree: Tree, times: readonly TimeExpression[], row: number): TimeExpression[] {
  const sentence = tree.sentence[row]!;
  const start = Math.max(tree.sentenceStart[sentence]!, row - REACH_ROWS);
  const end = Math.min(tree.sentenceStart[sentence + 1] ?? tree.size, row + REACH_ROWS);
  const found: TimeExpression[] = [];
  for (let k = firstFrom(times, start, (time) => time.start); k < times.length && times[k]!.start < end; k++)
    if (isDated(times[k]!)) found.push(times[k]!);
  return found;
}

function prepositionOf(tree: Tree, row: number): string {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "case") return wordAt(tree, child).toLowerCase();
  return "";
}

/** "talks scheduled for Tuesday": the participle belongs to its noun. */
function isParticiple(tree: Tree, row: number): boolean {
  return deprelAt(tree, row) === "acl" && tree.xposNames[tree.xpos[row]!] === "VBN";
}

/** A day said with "on" or bare belongs to the act even where the parser hung it on a noun of the clause. */
function isLoose(tree: Tree, time: TimeExpression): boolean {
  const preposition = prepositionOf(tree, time.head);
  return (time.grain === "day" && preposition === "") || preposition === "on";
}

/** Cost of one step up from `at`, or null where the date stays below it. */
function costOfStep(tree: Tree, time: TimeExpression, at: number): number | null {
  const relation = relationAt(tree, at);
  if (at === time.head) return 1;
  if (CLAUSAL.has(relation))
    return isParticiple(tree, at) ? 1 : isLoose(tree, time) && isReduced(tree, at) ? 4 : null;
  if (!NOMINAL.has(relation) || uposAt(tree, at) === "VERB") return 1;
  const preposition = prepositionOf(tree, at);
  if (relation === "obl" && OCCASIONS.has(preposition)) return 2;
  return isLoose(tree, time) && !/^(after|before|until|of)$/.test(preposition) ? 3 : null;
}

/** "a bag containing explosives": a clause without a verb form of its own tense. */
function isReduced(tree: Tree, row: number): boolean {
  return deprelAt(tree, row) === "acl" && tree.xposNames[tree.xpos[row]!] === "VBG";
}

/** Cost of the way from an expression up to a row, or null where another clause or noun lies between. */
function costOfWay(tree: Tree, time: TimeExpression, target: number): number | null {
  let cost = 0;
  for (let at = time.head; at !== target; at = tree.head[at]!) {
    if (at < 0 || cost > HIGHEST) return null;
    const step = isUnderSince(tree, time, at) ? 2 : costOfStep(tree, time, at);
    if (step === null) return null;
    cost += step;
  }
  return cost;
}

/** Row of the noun with "since" that a date belongs to ("since a coup in July"), or -1. */
function sinceNoun(tree: Tree, time: TimeExpression): number {
  const noun = tree.head[time.head]!;
  return noun >= 0 && prepositionOf(tree, noun) === "since" ? noun : -1;
}

/** The noun of "since" and the nouns above it: what it opens is the time of the clause. */
function isUnderSince(tree: Tree, time: TimeExpression, at: number): boolean {
  const isNominal = NOMINAL.has(relationAt(tree, at)) && uposAt(tree, at) !== "VERB";
  return at !== time.head && isNominal && sinceNoun(tree, time) >= 0;
}

/** True where "since" opens a stretch at the date of its noun. */
export function isSinceOccasion(tree: Tree, time: TimeExpression): boolean {
  return sinceNoun(tree, time) >= 0;
}

/** The expression that hangs on a row with the shortest way; the nearest in the text among equals. */
export function attachedTo(tree: Tree, dates: readonly TimeExpression[], row: number): TimeExpression | null {
  let best: Attachment | null = null;
  for (const expression of dates) {
    const isOwn = expression.start <= row && row < expression.end;
    const cost = isOwn ? 0 : costOfWay(tree, expression, row);
    if (cost === null) continue;
    const isNearer =
      best !== null && cost === best.cost && distance(expression, row) < distance(best.expression, row);
    if (best === null || cost < best.cost || isNearer) best = { expression, cost };
  }
  return best?.expression ?? null;
}

function distance(time: TimeExpression, row: number): number {
  return Math.abs(time.head - row);
}
