/** Roles of a verb. */
import { uposAt } from "../../language/index.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Arguments, addDependents, addHelped, addRow, liftNested, type Roles } from "./roles.js";
import { objectRow, receiverRow, subjectRow } from "./subjects.js";
import { casesOf } from "./voice.js";

/** "built a reactor in Iran": where the object is may be whom the act concerns. */
function addObjectPlace(tree: Tree, roles: Roles, object: number): void {
  if (object < 0) return;
  for (const child of childrenAt(tree, object))
    if (relationAt(tree, child) === "nmod" && casesOf(tree, child) === "in") addRow(roles, "in", child);
}

/**
 * "warned Japan of consequences", "accused the army of killing": nothing is of a name, and no gerund is of a noun beside
 * its verb, so the phrase is the verb's.
 */
function addOfName(tree: Tree, roles: Roles, noun: number): void {
  if (noun < 0) return;
  for (const child of childrenAt(tree, noun)) {
    const relation = relationAt(tree, child);
    const isClause = relation === "acl" || relation === "advcl";
    const hangs = isClause || (relation === "nmod" && uposAt(tree, noun) === "PROPN");
    if (hangs && casesOf(tree, child) === "of") addRow(roles, "of", child);
  }
}

/** "wished Castro every success" parsed with two objects: the second is what is wished. */
function secondObject(tree: Tree, verb: number): number | null {
  const objects = childrenAt(tree, verb).filter((child) => relationAt(tree, child) === "obj");
  return objects.length === 2 ? objects[1]! : null;
}

/** Roles of a verb. Dependents of its object stand in at the end: attachment of prepositions is often wrong. */
export function verbArguments(tree: Tree, verb: number): Arguments {
  const roles: Roles = new Map();
  addRow(roles, "subj", subjectRow(tree, verb));
  for (const role of ["iobj", "to"]) addRow(roles, role, receiverRow(tree, verb));
  const first = objectRow(tree, verb);
  const object = secondObject(tree, verb) ?? first;
  if (object !== first) addRow(roles, "iobj", first);
  addRow(roles, "obj", object >= 0 ? object : childWith(tree, verb, "iobj"));
  addDependents(tree, roles, verb);
  addHelped(tree, roles, verb);
  if (object >= 0 && childWith(tree, verb, "obj", "nsubj:pass") === object) addHelped(tree, roles, object);
  liftNested(tree, roles, verb);
  addOfName(tree, roles, object);
  addOfName(tree, roles, childWith(tree, verb, "obl:agent"));
  addObjectPlace(tree, roles, object);
  return { roles, clause: verb, supported: false };
}
