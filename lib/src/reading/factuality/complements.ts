/** Clauses under a verb, an adjective or a noun: what is said, wished, begun, refused, planned. */
import { relationAt } from "../tree.js";
import { markerOf, subtreeSpan } from "./conditions.js";
import { type Ground, hasAuxiliary, hasMarker, isFiniteClause, isInfinitive } from "./ground.js";
import { type Effect, effectOf } from "./lexicon.js";
import { hasChild, readModifiers } from "./modifiers.js";
import { addCue, emptyMood, govern, inherit, isHypothetical, type Mood, weaken } from "./mood.js";
import { predicateOf, xposAt } from "./tense.js";
import { contentEffect, isContentOf, readAdverbVerdict, readVerdict } from "./verdicts.js";

const VERIDICAL: Effect = { effect: "happened", negated: "negative" };

/** A clause that is said, wished, begun or refused. */
export function linkComplement(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  if (linkMisplacedCondition(ground, mood, row, head, depth)) return;
  const finite = isFiniteClause(tree, row);
  const effect = complementEffect(ground, row, head);
  const marker = markerOf(lexicon, tree, row);
  if (finite && marker?.effect === "condition") weaken(mood, "possible"); // "asked whether Iran attacked"
  const up = ground.moodOf(head, depth + 1);
  if (effect !== undefined) {
    govern(mood, effect, up);
    if (effect.effect !== "fact") addCue(tree, mood, head);
  } else if (finite) readSpeech(mood, up);
  else linkBareComplement(ground, mood, row, up);
  if (finite) readAdverbVerdict(ground, mood, head);
}

/** The effect of the role that fits the form of the clause. */
function complementEffect({ tree, lexicon }: Ground, row: number, head: number): Effect | undefined {
  const bare = xposAt(tree, row) === "VB" && !hasAuxiliary(tree, row);
  const own = isInfinitive(tree, row)
    ? "infinitive"
    : bare
      ? "subjunctive"
      : isFiniteClause(tree, row)
        ? "content"
        : "complement";
  const found = effectOf(lexicon, tree, own, head);
  if (found !== undefined) return found;
  return (
    (own === "subjunctive" ? effectOf(lexicon, tree, "content", head) : undefined) ??
    effectOf(lexicon, tree, "complement", head)
  );
}

/** What is said stands for itself; only an unsaid word leaves it open, and a condition of the whole holds for plans. */
function readSpeech(mood: Mood, up: Mood): void {
  if (up.negative) weaken(mood, "possible");
  if (up.condition !== null && mood.planned) {
    mood.conditional = true;
    mood.condition = up.condition;
  }
}

function linkBareComplement({ tree }: Ground, mood: Mood, row: number, up: Mood): void {
  const perfect = hasChild(tree, row, "aux", HAVE) >= 0;
  govern(mood, VERIDICAL, up);
  if (!isInfinitive(tree, row)) return;
  if (perfect)
    weaken(mood, "possible"); // "is said to have attacked"
  else if (relationAt(tree, row) === "csubj")
    weaken(mood, "possible"); // "it is hard to attack"
  else mood.planned = true;
}
const HAVE = new Set(["have"]);

/** "threatened that if attacked it would attack": the parser may hang the main clause under its condition. */
function linkMisplacedCondition(
  ground: Ground,
  mood: Mood,
  row: number,
  head: number,
  depth: number,
): boolean {
  const { tree, lexicon } = ground;
  if (relationAt(tree, row) !== "ccomp" || relationAt(tree, head) !== "advcl" || head > row) return false;
  const marker = markerOf(lexicon, tree, head);
  if (marker === null || marker.effect !== "condition") return false;
  mood.conditional = true;
  mood.condition = subtreeSpan(tree, head, row);
  addCue(tree, mood, marker.row);
  const top = tree.head[head]!;
  if (top >= 0) linkComplement(ground, mood, row, top, depth + 1);
  return true;
}

/** A clause that belongs to a noun: "plans to attack", "the claim that ...", "on the brink of attacking". */
export function linkAttribute(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  const isRelative = tree.deprelNames[tree.deprel[row]!] === "acl:relcl" && !isContentOf(ground, row, head);
  if (isRelative) {
    linkIndefinite(ground, mood, row, head, depth);
    return;
  }
  const infinitive = isInfinitive(tree, row);
  const clause = infinitive || isFiniteClause(tree, row) || hasMarker(tree, row);
  const effect = clause
    ? (contentEffect(ground, head) ?? (infinitive ? undefined : effectOf(lexicon, tree, "object", head)))
    : undefined;
  if (effect !== undefined) {
    govern(mood, effect, ground.moodOf(head, depth + 1));
    addCue(tree, mood, head);
    if (!infinitive) readVerdict(ground, mood, row, head, depth);
  } else if (infinitive) {
    const up = ground.moodOf(head, depth + 1);
    inherit(mood, up);
    mood.planned = true;
    if (up.negative) mood.negative = !mood.negative; // "no way to attack"
  } else linkIndefinite(ground, mood, row, head, depth);
}

const THAT = new Set(["that"]);

/** "The fear that the army fled worries him": the parser may hang the noun under the clause that it governs. */
export function linkMisplacedNoun({ tree, lexicon }: Ground, mood: Mood, row: number): void {
  const that = hasChild(tree, row, "mark", THAT);
  const noun = that - 1;
  if (noun < 0 || tree.head[noun] !== row || relationAt(tree, noun) !== "nsubj") return;
  const effect = effectOf(lexicon, tree, "complement", noun);
  if (effect === undefined) return;
  const up = emptyMood();
  readModifiers(lexicon, tree, up, noun);
  govern(mood, effect, up);
  addCue(tree, mood, noun);
}

const DEFINITE = new Set(["the", "this", "that", "these", "those"]);
const ANY = new Set(["any", "every", "whatever", "whichever"]);

/** "any town that they attack", "a state that hosts rebels" under a plan or a condition: what is not yet singled out has not been done. */
function linkIndefinite(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree } = ground;
  const isSettled = mood.tense === "ongoing" || mood.tense === "past";
  const isDefinite = isSettled || hasChild(tree, head, "det", DEFINITE) >= 0;
  if (isDefinite && hasChild(tree, head, "det", ANY) < 0) return;
  const predicate = predicateOf(tree, head);
  if (predicate < 0 || predicate === row || predicate === head) return;
  if (isHypothetical(ground.moodOf(predicate, depth + 1))) weaken(mood, "possible");
}
