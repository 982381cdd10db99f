/** Roles of a noun, and of the light verb that carries it. */
import { deprelAt, wordAt } from "../../language/index.js";
import type { LightVerbs } from "../frames/light-verbs.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import {
  type Arguments,
  addDependents,
  addHelped,
  addRow,
  HELPING,
  LIFTED,
  liftNested,
  type Roles,
} from "./roles.js";
import { agentRow, MAX_CLIMB, objectRow, receiverRow, resolveRelative, subjectRow } from "./subjects.js";
import { casesOf, isPassive } from "./voice.js";

/** Finds the light verb that carries a noun, and the relation in which the noun stands to it. */
function supportOf(tree: Tree, noun: number, lightVerbs: LightVerbs): { verb: number; role: string } | null {
  let top = noun;
  for (let i = 0; i < MAX_CLIMB && relationAt(tree, top) === "conj"; i++) top = tree.head[top]!;
  const verb = tree.head[top]!;
  if (verb < 0) return null;
  const full = deprelAt(tree, top);
  const relation =
    full === "obj" || full === "nsubj:pass"
      ? "obj"
      : relationAt(tree, top) === "obl"
        ? casesOf(tree, top)
        : full === "acl:relcl"
          ? "obj"
          : "";
  if (relation === "") return gapSupport(tree, top, lightVerbs);
  const particle = childWith(tree, verb, "compound:prt");
  const lemma =
    particle >= 0 ? `${tree.lemma[verb]} ${wordAt(tree, particle).toLowerCase()}` : tree.lemma[verb]!;
  const role = lightVerbs.get(`${lemma} ${relation}`) ?? lightVerbs.get(`${tree.lemma[verb]} ${relation}`);
  return role === undefined ? gapSupport(tree, top, lightVerbs) : { verb, role };
}

/** "talks held in Geneva", "the strikes that Russia launched": the noun is the object of a clause under it. */
function gapSupport(tree: Tree, noun: number, lightVerbs: LightVerbs): { verb: number; role: string } | null {
  for (const child of childrenAt(tree, noun)) {
    if (relationAt(tree, child) !== "acl") continue;
    const role = lightVerbs.get(`${tree.lemma[child]} obj`);
    if (role !== undefined && objectRow(tree, child) === noun) return { verb: child, role };
  }
  return null;
}

/** "The deployment of troops to help Iran is confirmed": the purpose between a subject and its verb is the subject's. */
function addLoosePurpose(tree: Tree, roles: Roles, noun: number): void {
  const verb = tree.head[noun]!;
  if (verb < noun || relationAt(tree, noun) !== "nsubj") return;
  for (const child of childrenAt(tree, verb)) {
    if (relationAt(tree, child) !== "advcl" || child < noun || child > verb) continue;
    if (HELPING.has(tree.lemma[child]!)) addRow(roles, "helped", objectRow(tree, child));
  }
}

/**
 * "turned down talks with Israel", "after the summit with Modi, Oli left": a phrase behind the noun may belong to it
 * although it hangs on the verb. Behind an oblique noun only what stands before the verb is taken.
 */
function addSiblings(tree: Tree, roles: Roles, noun: number): void {
  const verb = tree.head[noun]!;
  const isObject = relationAt(tree, noun) === "obj" || deprelAt(tree, noun) === "nsubj:pass";
  const isFronted = relationAt(tree, noun) === "obl" && noun < verb;
  if (!isObject && !isFronted) return;
  for (const child of childrenAt(tree, verb)) {
    if (child < noun || relationAt(tree, child) !== "obl" || (isFronted && child > verb)) continue;
    const key = casesOf(tree, child);
    if (LIFTED.has(key) && key !== "by") addRow(roles, key, child);
  }
}

/** The word that governs a noun, past its conjuncts: "discussed trade and cooperation" → discussed. */
function governorRow(tree: Tree, noun: number): number {
  let row = noun;
  for (let i = 0; i < MAX_CLIMB && relationAt(tree, row) === "conj"; i++) row = tree.head[row]!;
  return tree.head[row]!;
}

/** Roles of a noun, with those of its light verb. */
export function nounArguments(tree: Tree, noun: number, lightVerbs: LightVerbs): Arguments {
  const roles: Roles = new Map();
  for (const child of childrenAt(tree, noun)) {
    const full = deprelAt(tree, child);
    if (full === "nmod:poss") addRow(roles, "owner", resolveRelative(tree, child, noun));
  }
  for (const child of childrenAt(tree, noun)) {
    const relation = relationAt(tree, child);
    if (relation === "nmod" && casesOf(tree, child) === "by") addRow(roles, "owner", child);
  }
  for (const child of childrenAt(tree, noun)) {
    const relation = relationAt(tree, child);
    if ((relation === "amod" || relation === "compound") && child < noun) addRow(roles, "owner", child);
  }
  addDependents(tree, roles, noun);
  const of = roles.get("of");
  if (of) roles.set("obj", [...of]);
  addHelped(tree, roles, noun);
  for (const row of of ?? []) addHelped(tree, roles, row);
  addLoosePurpose(tree, roles, noun);
  liftNested(tree, roles, noun);
  for (const agent of roles.get("by") ?? []) addRow(roles, "owner", agent);
  addRow(roles, childWith(tree, noun, "cop") < 0 ? "owner" : "subj", childWith(tree, noun, "nsubj"));
  addRow(roles, "head", governorRow(tree, noun));
  const support = supportOf(tree, noun, lightVerbs);
  if (support === null) {
    addSiblings(tree, roles, noun);
    return { roles, clause: noun, supported: false };
  }
  addRow(roles, support.role, subjectRow(tree, support.verb));
  if (isPassive(tree, support.verb)) addRow(roles, "owner", agentRow(tree, support.verb));
  for (const child of childrenAt(tree, support.verb)) {
    if (child === noun || relationAt(tree, child) !== "obl") continue;
    addRow(roles, casesOf(tree, child), child);
  }
  addRow(roles, "to", childWith(tree, support.verb, "iobj"));
  addRow(roles, "to", receiverRow(tree, support.verb));
  addHelped(tree, roles, support.verb);
  liftNested(tree, roles, support.verb, 1);
  return { roles, clause: support.verb, supported: true };
}
