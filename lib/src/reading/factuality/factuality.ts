/**
 * How sure an act is: its own words speak first (auxiliaries, negation, adverbs), then the words that govern it, up to
 * the root of its sentence (verbs, nouns, conditions, questions), as `lexicon/factuality.tsv` says.
 */
import type { Status, Tense } from "../../core/index.js";
import type { FactualityReading, Tree } from "../types.js";
import { groundOf } from "./climb.js";
import type { Ground } from "./ground.js";
import { effectOf, type FactualityLexicon } from "./lexicon.js";
import { isNegativeArgument, readModifiers } from "./modifiers.js";
import { emptyMood, govern, type Mood, statusOf } from "./mood.js";

function supportedMood(ground: Ground, row: number, clause: number): Mood {
  const { tree, lexicon } = ground;
  const mood = emptyMood();
  readModifiers(lexicon, tree, mood, row);
  if (tree.head[row] === clause && isNegativeArgument(tree, row)) mood.negative = false; // said of the clause
  const effect = effectOf(lexicon, tree, "object", clause) ?? { effect: "happened", negated: "negative" };
  govern(mood, effect, ground.moodOf(clause, 0));
  return mood;
}

/** Plans and requests look ahead whatever the tense of their words. */
function tenseOf(mood: Mood, status: Status): Tense {
  if (status === "planned" || status === "requested") return "future";
  if (status === "ongoing") return "ongoing";
  return mood.tense === "present" ? "past" : mood.tense; // told as news: "Russia attacks the port"
}

/**
 * Factuality of the act at `row` whose tense, mood and negation stand at `clause` (the row itself, or its light verb).
 */
export function factualityAt(
  tree: Tree,
  lexicon: FactualityLexicon,
  row: number,
  clause: number,
): FactualityReading {
  const ground = groundOf(tree, lexicon);
  const mood = clause === row ? ground.moodOf(row, 0) : supportedMood(ground, row, clause);
  const status = statusOf(mood);
  return {
    factuality: {
      status,
      certainty: mood.certainty,
      polarity: mood.negative || mood.denied ? "negative" : "positive",
      tense: tenseOf(mood, status),
      ...(mood.condition ? { condition: mood.condition } : {}),
    },
    cues: mood.cues,
  };
}
