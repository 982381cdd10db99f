/** When an act happened: the expression that dates it, else what tense and story say (codebook, section 5). */
import type { Day, EventTime, Status, Tense, TimeSource } from "../../core/index.js";
import { deprelAt, uposAt, wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { TimeExpression, Tree } from "../types.js";
import { attachedTo, datesAround, isSinceOccasion } from "./attach.js";
import { addDays } from "./calendar.js";
import { narrativeTime } from "./story.js";
import { hasOwnSubject } from "./subject.js";
import { governedTense } from "./tense.js";

export interface AnchorOptions {
  readonly published: Day | null;
  /** Tense of the act, as its factuality has it. */
  readonly tense: Tense;
  readonly status: Status;
}

export interface AnchoredTime {
  readonly time: EventTime;
  /** The words that date the act; null where nothing is said. */
  readonly expression: TimeExpression | null;
}

const HIGHEST = 12;

interface Dated {
  readonly expression: TimeExpression;
  readonly how: TimeSource;
}

/** May the date of the clause above count for what hangs on it with this relation? */
function passesUp(tree: Tree, row: number, isToCome: boolean): TimeSource | null {
  const relation = relationAt(tree, row);
  const full = deprelAt(tree, row);
  if (relation === "ccomp" || relation === "csubj" || relation === "parataxis")
    return isToCome ? "stated" : null;
  if (full === "acl:relcl") return null;
  if (relation === "acl" || relation === "advcl") return isAccompanying(tree, row) ? "implied" : null;
  return "stated";
}

/** "killing five", "accused of plotting": told with the act above it, not before or after. */
function isAccompanying(tree: Tree, row: number): boolean {
  const tag = tree.xposNames[tree.xpos[row]!];
  if (tag !== "VBG" && tag !== "VBN") return false;
  return !childrenAt(tree, row).some((child) => /^(mark|case)$/.test(relationAt(tree, child)));
}

/**
 * How a conjoined verb has the date of the first: "On Monday they met and signed" says it of both, "flew to Paris on
 * Tuesday and met Macron" implies it where both are past and have one subject; null where the date is not shared.
 */
function sharing(tree: Tree, row: number, head: number, time: TimeExpression): TimeSource | null {
  if (relationAt(tree, row) !== "conj" || uposAt(tree, row) !== "VERB" || time.start < head) return "stated";
  const told = [governedTense(tree, head), governedTense(tree, row)];
  const isStory = told.every(({ tense, perfect }) => tense === "past" && !perfect);
  return isStory && time.start < row && !hasOwnSubject(tree, row) ? "implied" : null;
}

/** The expression of the act itself, else of the clauses that carry it. */
function statedTime(
  tree: Tree,
  dates: readonly TimeExpression[],
  row: number,
  isToCome: boolean,
): Dated | null {
  let how: TimeSource = "stated";
  let at = row;
  for (let step = 0; step < HIGHEST && dates.length > 0; step++) {
    const expression = attachedTo(tree, dates, at);
    const head = tree.head[at]!;
    if (expression) return { expression, how };
    if (head < 0) return null;
    const passed = passesUp(tree, at, isToCome);
    if (passed === null) return null;
    if (passed === "implied") how = "implied";
    const above = attachedTo(tree, dates, head);
    const shared = above ? sharing(tree, at, head, above) : "stated";
    if (shared === null) return null;
    if (shared === "implied") how = "implied";
    at = head;
  }
  return null;
}

/** Cuts a period that is not over at the day of publication, from the side that the tense cannot mean. */
function clipped(
  time: TimeExpression,
  options: AnchorOptions,
  how: TimeSource,
  isOpenEnded: boolean,
): EventTime {
  const { published } = options;
  const { since, until, grain } = time;
  if (isOpenEnded) return { since, until: null, grain: "range", how };
  if (published === null || grain === "day") return { since, until, grain, how };
  const isOpen = (since === null || since <= published) && (until === null || until > published);
  if (!isOpen) return { since, until, grain, how };
  if (options.tense === "past" && until !== null) return { since, until: addDays(published, 1), grain, how };
  const isToCome = options.tense === "future" && until !== null;
  return { since: isToCome ? published : since, until, grain, how };
}

/** Nothing is said: tense tells, or the day of publication stands in. */
function timeByTense(tree: Tree, row: number, options: AnchorOptions): EventTime {
  const { published, tense, status } = options;
  if (published === null) return { since: null, until: null, grain: "range", how: "implied" };
  if (tense === "future" || status === "planned")
    return { since: published, until: null, grain: "range", how: "implied" };
  // The act goes on: that it was so on the day of publication is all that is known.
  if (tense === "ongoing" || status === "ongoing")
    return { since: published, until: null, grain: "range", how: "dateline" };
  if (isPastPerfect(tree, row)) return { since: null, until: published, grain: "range", how: "implied" };
  return { since: published, until: addDays(published, 1), grain: "day", how: "dateline" };
}

/** "had warned": before what is told. */
function isPastPerfect(tree: Tree, row: number): boolean {
  const governed = governedTense(tree, row);
  if (!governed.perfect || governed.predicate < 0) return false;
  return childrenAt(tree, governed.predicate).some((child) => wordAt(tree, child).toLowerCase() === "had");
}

/**
 * The time of an act.
 *
 * @param times expressions of the document, in text order (`findTimes`)
 * @param row row of the word that names the act
 */
export function anchorTime(
  tree: Tree,
  times: readonly TimeExpression[],
  row: number,
  options: AnchorOptions,
): AnchoredTime {
  const dates = datesAround(tree, times, row);
  const isToCome = options.tense !== "past";
  const told = options.tense === "past" && dates.length === 0;
  const carried = told ? narrativeTime(tree, times, row, options.published) : null;
  const found =
    statedTime(tree, dates, row, isToCome) ?? (carried && { expression: carried, how: "implied" as const });
  if (found) {
    const isOpenEnded = isSinceOccasion(tree, found.expression);
    return { time: clipped(found.expression, options, found.how, isOpenEnded), expression: found.expression };
  }
  return { time: timeByTense(tree, row, options), expression: null };
}
