/** Stories keep to the date of the sentence before; news of the last days do not need it. */
import type { Day } from "../../core/index.js";
import type { TimeExpression, Tree } from "../types.js";
import { datesAround } from "./attach.js";
import { dayNumber } from "./calendar.js";
import { carriesOn } from "./subject.js";
import { governedTense } from "./tense.js";

const FRESH_DAYS = 3;

function isSameParagraph(tree: Tree, from: number, to: number): boolean {
  return !/\n\s*\n/.test(tree.text.slice(tree.from[from], tree.to[to]));
}

/**
 * The date of the sentence before in the paragraph, for a story that goes on in the past with the same subject; null
 * where a new matter begins.
 */
export function narrativeTime(
  tree: Tree,
  times: readonly TimeExpression[],
  row: number,
  published: Day | null,
): TimeExpression | null {
  const sentence = tree.sentence[row]!;
  const told = governedTense(tree, row);
  if (sentence === 0 || told.tense !== "past" || told.perfect) return null;
  const first = tree.sentenceStart[sentence - 1]!;
  const expression = datesAround(tree, times, tree.sentenceStart[sentence]! - 1).at(-1);
  if (!expression?.since || !expression.until || !isSameParagraph(tree, first, row)) return null;
  const isFresh = published !== null && dayNumber(published) - dayNumber(expression.until) < FRESH_DAYS;
  const isStory = governedTense(tree, expression.head).tense === "past";
  return !isFresh && isStory && carriesOn(tree, expression.head, row) ? expression : null;
}
