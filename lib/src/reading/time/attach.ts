/** Which time expression belongs to a word of the tree. */
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

/** Expressions that have days of their own. */
function isDated(time: TimeExpression): boolean {
  const hasDays = time.since !== null || time.until !== null;
  return hasDays && time.type !== "SET" && time.value !== "PRESENT_REF" && time.value !== "FUTURE_REF";
}

/** Index of the first expression that begins at or after a row. */
function firstFrom(times: readonly TimeExpression[], row: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.start < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Dated expressions of the sentence, in text order. */
export function datesInSentence(tree: Tree, times: readonly TimeExpression[], sentence: number): TimeExpression[] {
  const end = tree.sentenceStart[sentence + 1] ?? tree.size;
  const found: TimeExpression[] = [];
  for (let k = firstFrom(times, tree.sentenceStart[sentence]!); k < times.length && times[k]!.start < end; k++)
    if (isDated(times[k]!)) found.push(times[k]!);
  return found;
}

function prepositionOf(tree: Tree, row: number): string {
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "case") return wordAt(tree, child).toLowerCase();
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

/** Cost of the way from an expression up to a row, or null where another clause or noun lies between. */
function costOfWay(tree: Tree, time: TimeExpression, target: number): number | null {
  let cost = 0;
  for (let at = time.head; at !== target; at = tree.head[at]!) {
    if (at < 0 || cost > HIGHEST) return null;
    const relation = relationAt(tree, at);
    if (CLAUSAL.has(relation) && !isParticiple(tree, at) && at !== time.head) return null;
    const isBetween = at !== time.head && NOMINAL.has(relation) && uposAt(tree, at) !== "VERB";
    if (isBetween && !isLoose(tree, time)) return null;
    if (isBetween && prepositionOf(tree, at) !== "" && /^(after|before|since|until|of)$/.test(prepositionOf(tree, at))) return null;
    cost += isBetween ? 3 : 1;
  }
  return cost;
}

/** The expression that hangs on a row with the shortest way; the nearest in the text among equals. */
export function attachedTo(tree: Tree, dates: readonly TimeExpression[], row: number): TimeExpression | null {
  let best: Attachment | null = null;
  for (const expression of dates) {
    const isOwn = expression.start <= row && row < expression.end;
    const cost = isOwn ? 0 : costOfWay(tree, expression, row);
    if (cost === null) continue;
    const isNearer = best !== null && cost === best.cost && distance(expression, row) < distance(best.expression, row);
    if (best === null || cost < best.cost || isNearer) best = { expression, cost };
  }
  return best?.expression ?? null;
}

function distance(time: TimeExpression, row: number): number {
  return Math.abs(time.head - row);
}
