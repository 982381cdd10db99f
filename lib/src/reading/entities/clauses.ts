import { wordsOf } from "../lexicon/actors.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { isOneOf, prepositionOf, type Reader } from "./draft.js";

/** Row of the predicate whose clause a row stands in, itself for a predicate; -1 outside of any clause. */
export function predicateOf(tree: Tree, row: number): number {
  let at = row;
  for (let step = 0; step < 12 && at >= 0; step++) {
    if (isOneOf(tree, at, "VERB") || hasSubject(tree, at)) return at;
    at = tree.head[at]!;
  }
  return -1;
}

function childBy(tree: Tree, row: number, relation: string): number {
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === relation) return child;
  return -1;
}

function hasSubject(tree: Tree, row: number): boolean {
  return childBy(tree, row, "nsubj") >= 0;
}

/** "asked Egypt to open": the object of these verbs does what the infinitive says. */
function isOrder(reader: Reader, verb: number): boolean {
  return wordsOf(reader.lexicon, "order").has(reader.tree.lemma[verb]!.toLowerCase());
}

function controllerIn(reader: Reader, verb: number, relation: string, depth: number): number {
  const { tree } = reader;
  const indirect = childBy(tree, verb, "iobj");
  const object = indirect >= 0 ? indirect : childBy(tree, verb, "obj");
  if (object >= 0 && (relation === "xcomp" || isOrder(reader, verb))) return object;
  return subjectOf(reader, verb, depth + 1);
}

/** Row of the subject of a predicate, the understood one of an infinitive or participle included; -1 for none. */
export function subjectOf(reader: Reader, predicate: number, depth = 0): number {
  const { tree } = reader;
  if (predicate < 0) return -1;
  const own = childBy(tree, predicate, "nsubj");
  if (own >= 0 || depth > 5) return own;
  const head = tree.head[predicate]!;
  if (head < 0) return -1;
  const relation = relationAt(tree, predicate);
  if (relation === "conj" || relation === "parataxis") return subjectOf(reader, head, depth + 1);
  if (!isOneOf(tree, head, "VERB", "ADJ", "AUX")) return relation === "acl" ? head : -1;
  if (relation === "xcomp" || relation === "advcl" || relation === "ccomp")
    return controllerIn(reader, head, relation, depth);
  return -1;
}

/** Row of the one who is judged where a possessive stands in the ground: "criticised Ukraine for its law"; else -1. */
export function judgedOf(reader: Reader, row: number): number {
  const { tree } = reader;
  const noun = tree.head[row]!;
  const verb = noun < 0 ? -1 : tree.head[noun]!;
  if (verb < 0 || !wordsOf(reader.lexicon, "judging").has(tree.lemma[verb]!.toLowerCase())) return -1;
  if (!/^(for|over|of|on)$/.test(prepositionOf(tree, noun))) return -1;
  const object = childBy(tree, verb, "obj");
  return object >= 0 && object < row ? object : -1;
}
