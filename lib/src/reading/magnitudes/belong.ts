/** To which act of its sentence a word such as "killed" belongs: the nearest, below it or above it in the tree. */
import type { Category } from "../../core/index.js";
import { deprelAt, uposAt } from "../../language/index.js";
import { type Act, type Arguments, casesOf, contentRows } from "../events/index.js";
import { childWith, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

const MAX_CLIMB = 6;

/** Acts by the rows of their words. */
export type ActRows<T extends Act> = ReadonlyMap<number, T>;

/** The act's own row goes before those of its light verb and its operators. */
export function actRows<T extends Act>(acts: readonly T[]): ActRows<T> {
  const rows = new Map<number, T>();
  for (const act of acts) if (!rows.has(act.row)) rows.set(act.row, act);
  for (const act of acts)
    for (const row of [act.clause, act.outerRow, ...act.triggers]) if (!rows.has(row)) rows.set(row, act);
  return rows;
}

/** Category of what is done, promised or asked for. */
export function underlying(act: Act): Category {
  return act.of ?? act.category;
}

/** Roles of a word in which the act stands that had the losses: "died in the attack", "the strike killed". */
const CAUSES = ["subj", "in", "during", "from", "by", "at", "of", "owner", "advcl"];

const CAUSE_MARKS = new Set(["", "when", "as", "after", "while"]);

/** "died when Russia shelled", "were hurt after police fired". */
function isCause(tree: Tree, clause: number): boolean {
  return CAUSE_MARKS.has(casesOf(tree, clause));
}

function actBelow<T extends Act>(tree: Tree, rows: ActRows<T>, args: Arguments): T | null {
  for (const role of CAUSES)
    for (const row of (args.roles.get(role) ?? []).filter((r) => role !== "advcl" || isCause(tree, r)))
      for (const content of contentRows(tree, row)) {
        const act = rows.get(content);
        if (act !== undefined) return act;
      }
  return null;
}

/** "killing 12", "with 12 killed", "leaving 12 dead": a clause that says what came of the one above. */
function isOutcome(tree: Tree, row: number): boolean {
  const marks = casesOf(tree, row);
  return marks === "" || marks === "with" || marks === "by";
}

/** "and three people were killed": without a doer of its own the clause goes on telling of the same act. */
function goesOn(tree: Tree, row: number): boolean {
  const subject = childWith(tree, row, "nsubj");
  return subject < 0 || uposAt(tree, subject) === "PRON" || childWith(tree, row, "obj") < 0;
}

const NOMINAL = new Set(["obj", "obl", "nsubj", "nmod", "conj", "appos"]);
const NEAR_CASES = new Set(["", "with", "by", "of", "from", "in", "at", "on", "for"]);

/** "fired missiles that killed 12": from a noun on, past the phrases that say with what or where. */
function mayPassNoun(tree: Tree, row: number, isStory: (noun: number) => boolean): boolean {
  return NOMINAL.has(relationAt(tree, row)) && NEAR_CASES.has(casesOf(tree, row)) && !isStory(row);
}

function mayClimb(tree: Tree, row: number, isStory: (noun: number) => boolean): boolean {
  const upos = uposAt(tree, row);
  switch (relationAt(tree, row)) {
    case "advcl":
    case "acl":
      return isOutcome(tree, row) || deprelAt(tree, row) === "acl:relcl";
    case "amod": // "leaving 14 people dead"
      return true;
    case "conj":
    case "parataxis":
      return goesOn(tree, row);
    case "xcomp":
      return lemmaAt(tree, tree.head[row]!) === "leave";
    default:
      return upos === "VERB" ? isOutcome(tree, row) && tree.head[row]! >= 0 : mayPassNoun(tree, row, isStory);
  }
}

/** "the attack left five dead": the act is the subject of the verb above. */
function actAsSubject<T extends Act>(tree: Tree, rows: ActRows<T>, verb: number): T | null {
  const subject = childWith(tree, verb, "nsubj");
  return subject < 0 ? null : (rows.get(subject) ?? null);
}

/** The first act on the way up; a word that tells a story of its own ends the search. */
function actAbove<T extends Act>(
  tree: Tree,
  rows: ActRows<T>,
  word: number,
  isStory: (noun: number) => boolean,
): T | null {
  for (let row = word, i = 0; i < MAX_CLIMB; i++) {
    if (tree.head[row]! < 0 || !mayClimb(tree, row, isStory)) return null;
    row = tree.head[row]!;
    const act = rows.get(row) ?? actAsSubject(tree, rows, row);
    if (act !== null) return act;
  }
  return null;
}

/** "died in an accident", "in a raid": told as new, so of no act above; "in the attack" points back at one. */
function hasOwnStory(tree: Tree, args: Arguments, isStory: (noun: number) => boolean): boolean {
  return ["in", "during", "from"].some((role) =>
    (args.roles.get(role) ?? []).some((row) => {
      const determiner = childWith(tree, row, "det");
      return isStory(row) && (determiner < 0 || lemmaAt(tree, determiner).startsWith("a"));
    }),
  );
}

/**
 * The act that a word with a number tells more of, or null. `isStory` knows the nouns that would begin a story of their
 * own: persons ("a man who killed 12") and events that are no act here.
 */
export function actOf<T extends Act>(
  tree: Tree,
  rows: ActRows<T>,
  word: number,
  args: Arguments,
  isStory: (noun: number) => boolean,
): T | null {
  const near = rows.get(word) ?? actBelow(tree, rows, args);
  if (near !== null || hasOwnStory(tree, args, isStory)) return near;
  return actAbove(tree, rows, word, isStory);
}
