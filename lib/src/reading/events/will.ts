/** What one says one will do, will not do, or would do unless: readings of will and readiness. */
import type { Factuality } from "../../core/index.js";
import { wordAt } from "../../language/index.js";
import { transform } from "../frames/transformations.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree, Voices } from "../types.js";
import type { Act } from "./act.js";
import type { Scene } from "./scene.js";
import { casesOf, isPassive } from "./voice.js";

const WILLING = new Set(["will", "would", "wo", "shall"]);

/** "will", "would" of what is to come; not "would have". */
function hasWill(tree: Tree, clause: number): boolean {
  const children = childrenAt(tree, clause);
  const hasWord = children.some((c) => relationAt(tree, c) === "aux" && WILLING.has(lemmaAt(tree, c)));
  return hasWord && !children.some((c) => relationAt(tree, c) === "aux" && lemmaAt(tree, c) === "have");
}

/** "will not", "would never" with somebody as subject: said of what one could do. */
function isUnwilling(tree: Tree, clause: number): boolean {
  return hasWill(tree, clause) && !isPassive(tree, clause);
}

const LOOKING_FORWARD = new Set(["plan", "promise", "consider"]);

/** "is not ready to", "has no intention of", "is not about to": said of the actor, this is a refusal. */
function isUnready({ tree, acts }: Scene, act: Act): boolean {
  if (act.operator === null || !LOOKING_FORWARD.has(act.operator)) return false;
  const row = act.outerRow;
  // "is not prepared to" is a state, "did not prepare to" an act left undone
  const word = isPassive(tree, row) ? wordAt(tree, row).toLowerCase() : lemmaAt(tree, row);
  return acts.classes.get(word)?.has("readiness") ?? false;
}

/** "Peru will not meet Chile": of a meeting, who stands before the word refuses, who stands behind it is refused. */
function sidesOfRefusal(act: Act): Pick<Act, "actors" | "recipients" | "reciprocal"> {
  const { actors, recipients, reciprocal } = act;
  const others = reciprocal ? actors.filter((p) => p.head > act.outerRow) : [];
  if (others.length === 0 || others.length === actors.length) return { actors, recipients, reciprocal };
  return { actors: actors.filter((p) => p.head < act.outerRow), recipients: others, reciprocal: false };
}

/** "will not release the prisoners": what one says one will not do is refused, by the table's rows for "unwilling". */
export function refused(scene: Scene, act: Act, factuality: Factuality): JudgedPair | null {
  const { tree, acts } = scene;
  if (factuality.status !== "not-happened" || !act.actors.some((p) => p.political)) return null;
  const unready = isUnready(scene, act);
  if (!unready && !isUnwilling(tree, act.outerClause)) return null;
  const refusedCategory = unready ? (act.of ?? act.category) : act.category;
  const outcome = transform(acts.transformations, "unwilling", refusedCategory);
  if (outcome === null) return null;
  return {
    act: {
      ...act,
      ...sidesOfRefusal(act),
      category: outcome.category,
      mode: outcome.mode,
      of: refusedCategory,
      operator: "unwilling",
      rule: `${act.rule} > ${refusedCategory} that one will not do is ${outcome.category}`,
    },
    factuality: { status: outcome.status, certainty: "certain", polarity: "positive", tense: "past" },
  };
}

const PROMISING = new Set(["promise", "plan"]);

/** "vowed not to attack": what one promises not to do, by the table's rows for "forswear". */
export function forsworn(scene: Scene, act: Act, inner: Factuality, outer: Factuality): JudgedPair | null {
  const isNegated = inner.status === "not-happened" && outer.polarity === "positive";
  if (act.operator === null || !PROMISING.has(act.operator) || !isNegated) return null;
  const left = act.of ?? act.category;
  const outcome = transform(scene.acts.transformations, "forswear", left);
  if (outcome === null) return null;
  const { category, mode, status } = outcome;
  const rule = `${act.rule} > ${left} that one promises not to do is ${category}`;
  const isLeft = status === "not-happened";
  return {
    act: { ...act, category, mode, of: left, status, rule },
    factuality: {
      status,
      certainty: "certain",
      polarity: isLeft ? "negative" : "positive",
      tense: isLeft ? "future" : "past",
    },
  };
}

interface JudgedPair {
  readonly act: Act;
  readonly factuality: Factuality;
}

/** "told deputies that she would ease the rule": what a voice says of itself with "would" is promised, not demanded. */
export function withOwnWord(scene: Scene, voices: Voices, act: Act, factuality: Factuality): Factuality {
  const voice = voices.at[act.outerRow]!;
  if (factuality.status !== "requested" || act.status !== null || voice < 0) return factuality;
  const speaker = voices.list[voice]!.party.entity;
  const isOwn = speaker !== null && act.actors.some((p) => p.entity === speaker);
  if (!isOwn || !hasWill(scene.tree, act.outerClause)) return factuality;
  return { ...factuality, status: "planned", tense: "future" };
}

const MAX_ABOVE = 4; // "unless the army lets in those who inspect": clauses between an act and its condition

/** "unless Iran lets in the inspectors": what would ward off the rest is no act of its own kind yet. */
export function isUnless(tree: Tree, clause: number): boolean {
  let row = clause;
  for (let i = 0; i < MAX_ABOVE && row >= 0; i++, row = tree.head[row]!)
    if (casesOf(tree, row).split("_").includes("unless")) return true;
  return false;
}

/** What stands behind "unless" has not happened, whatever its own words say. */
export function withUnless(tree: Tree, act: Act, factuality: Factuality): Factuality {
  if (!isUnless(tree, act.outerClause)) return factuality;
  return { ...factuality, status: "conditional", certainty: "possible", tense: "future" };
}
