/**
 * What is said of a predicate, from the inside out: its own words, then the word that governs it with all that is
 * said of that word in turn. So "did not deny planning to attack" is read as a chain of four.
 */
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { linkAdverbial } from "./adverbials.js";
import { linkAttribute, linkComplement, linkMisplacedNoun } from "./complements.js";
import { isOpenQuestion, markerOf, readCondition } from "./conditions.js";
import { type Ground, hasAuxiliary, hasMarker, hasModal, isInfinitive, isVerbal, TO } from "./ground.js";
import type { FactualityLexicon } from "./lexicon.js";
import { hasChild, readModifiers } from "./modifiers.js";
import { emptyMood, inherit, type Mood, weaken } from "./mood.js";
import { linkNoun } from "./nouns.js";
import { predicateOf, tenseAt, xposAt } from "./tense.js";

const MAX_CLIMB = 8; // governing words above the act that may still colour it
const BUT = new Set(["but", "yet"]);
const NOR = new Set(["nor"]);

/** Binds the reading of moods to one document. */
export function groundOf(tree: Tree, lexicon: FactualityLexicon): Ground {
  const ground: Ground = { tree, lexicon, moodOf: (row, depth) => moodOf(ground, row, depth) };
  return ground;
}

/** All that the sentence says of the predicate at `row`. */
function moodOf(ground: Ground, row: number, depth: number): Mood {
  const { tree, lexicon } = ground;
  const mood = emptyMood();
  readModifiers(lexicon, tree, mood, row);
  const predicate = predicateOf(tree, row);
  if (predicate >= 0 && mood.tense === "none") mood.tense = tenseAt(tree, predicate);
  if (predicate === row) readCondition(lexicon, tree, mood, row);
  if (mood.tense === "past" && !mood.counterfactual && !hasModal(tree, row)) mood.conditional = false; // the condition of what is said
  if (depth < MAX_CLIMB) link(ground, mood, row, depth);
  return mood;
}

/** Lets the word above `row` speak. */
function link(ground: Ground, mood: Mood, row: number, depth: number): void {
  const { tree } = ground;
  const head = tree.head[row]!;
  linkMisplacedNoun(ground, mood, row);
  if (head < 0) {
    readRoot(ground, mood, row);
    return;
  }
  switch (relationAt(tree, row)) {
    case "xcomp":
    case "ccomp":
    case "csubj":
      linkComplement(ground, mood, row, head, depth);
      break;
    case "acl":
      linkAttribute(ground, mood, row, head, depth);
      break;
    case "advcl":
      linkAdverbial(ground, mood, row, head, depth);
      break;
    case "conj":
      linkConjunct(ground, mood, row, head, depth);
      break;
    case "parataxis":
      if (isVerbal(tree, row)) readRoot(ground, mood, row);
      break;
    case "obj":
    case "nmod":
    case "obl":
    case "compound":
    case "nsubj":
      linkNoun(ground, mood, row, head, depth);
      break;
    default:
  }
}

/** The main clause: a question leaves it open, a bare form asks for it, "is to visit" plans it. */
function readRoot({ tree }: Ground, mood: Mood, row: number): void {
  if (isOpenQuestion(tree, row)) weaken(mood, "possible");
  if (!isVerbal(tree, row) || xposAt(tree, row) !== "VB") return;
  let bare = true;
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "nsubj" || relation === "mark" || relation === "expl" || relation === "csubj")
      bare = false;
    if (relation === "aux" && tree.lemma[child] !== "do") bare = false;
  }
  if (bare) mood.requested = true;
  else if (isInfinitive(tree, row)) mood.planned = true; // "Iran to send aid", "Putin is to visit China"
}

/** A bare form beside a clause with its own subject asks for the act: "the road is closed, so leave". */
function isImperative(tree: Tree, row: number, head: number): boolean {
  if (xposAt(tree, row) !== "VB" || hasMarker(tree, row) || relationAt(tree, head) === "conj") return false;
  const tag = xposAt(tree, head);
  return tag !== "VB" && tag !== "MD" && !hasAuxiliary(tree, head) && relationAt(tree, head) === "root";
}

/** A conjunct shares what governs the first one, and its auxiliaries where it has none of its own. */
function linkConjunct(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  if (isImperative(tree, row, head)) mood.requested = true;
  if (sharesAuxiliary(tree, row) && isVerbal(tree, head)) {
    const shared = emptyMood();
    readModifiers(lexicon, tree, shared, head);
    readCondition(lexicon, tree, shared, head);
    if (shared.tense === "none") shared.tense = tenseAt(tree, head);
    if (hasChild(tree, row, "mark", TO) < 0) {
      inherit(mood, shared);
      if (xposAt(tree, row) === "VBN") mood.tense = shared.tense;
    }
    if (shared.negative && hasChild(tree, row, "cc", BUT) < 0 && hasChild(tree, row, "cc", NOR) < 0)
      mood.negative = true;
  }
  if (markerOf(lexicon, tree, row)?.effect === "negative") mood.negative = true; // "fled rather than fight"
  if (depth < MAX_CLIMB) link(ground, mood, head, depth + 1);
}

const NONFINITE = new Set(["VB", "VBG", "VBN"]);

function sharesAuxiliary(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "aux" || relation === "nsubj") return false;
  }
  return NONFINITE.has(xposAt(tree, row));
}
