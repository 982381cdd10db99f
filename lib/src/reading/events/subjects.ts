/**
 * The logical subject and object of a verb: voice, control, relative clauses, participles and coordination undone.
 */
import { deprelAt, uposAt } from "../../language/index.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { casesOf, isParticiple, isPassive } from "./voice.js";

/** Longest chain of control and coordination that is followed upwards. */
export const MAX_CLIMB = 6;

const RELATIVE = new Set(["who", "whom", "which", "that", "whose"]);

/** A relative pronoun stands for the noun that its clause modifies. */
export function resolveRelative(tree: Tree, row: number, clause: number): number {
  if (uposAt(tree, row) !== "PRON" || !RELATIVE.has(tree.lemma[row]!.toLowerCase())) return row;
  let up = clause;
  for (let i = 0; i < MAX_CLIMB && up >= 0; i++) {
    if (deprelAt(tree, up) === "acl:relcl") return tree.head[up]!;
    up = tree.head[up]!;
  }
  return row;
}

/** Subject-control verbs keep their own subject for the infinitive although they have an object: "X promised Y to go". */
const SUBJECT_CONTROL = new Set(["promise", "threaten", "vow", "pledge", "use"]);

/** Verbs of two objects: what is given, and who gets it. */
const GIVING = new Set(
  "give hand offer promise guarantee grant pay assure send lend sell award deny refuse pledge allot".split(
    " ",
  ),
);

/** "Ukraine was given tanks": beside an object of its own, the subject of a passive is the receiver. Its row, or -1. */
export function receiverRow(tree: Tree, verb: number): number {
  if (!GIVING.has(tree.lemma[verb]!) || childWith(tree, verb, "obj") < 0 || !isPassive(tree, verb)) return -1;
  const subject = childWith(tree, verb, "nsubj:pass", "nsubj");
  return subject < 0 ? -1 : resolveRelative(tree, subject, verb);
}

/** Row of the logical object of a verb, or -1. */
export function objectRow(tree: Tree, verb: number): number {
  const passive = isPassive(tree, verb);
  if (receiverRow(tree, verb) >= 0) return childWith(tree, verb, "obj");
  const own = passive ? childWith(tree, verb, "nsubj:pass", "nsubj", "obj") : childWith(tree, verb, "obj");
  if (own >= 0) return resolveRelative(tree, own, verb);
  const relation = deprelAt(tree, verb);
  if (isParticiple(tree, verb)) return tree.head[verb]!;
  if (relation === "acl:relcl") return gapObject(tree, verb);
  if (relation === "conj" && passive && isPassive(tree, tree.head[verb]!))
    return objectRow(tree, tree.head[verb]!);
  return passive ? -1 : bareOblique(tree, verb);
}

const TIME_NOUNS = new Set(
  "day week month year time night morning evening afternoon hour minute decade century spring summer autumn winter weekend today tomorrow yesterday way".split(
    " ",
  ),
);

/**
 * Objects under another name: "has not attacked Finland", "shot down a warplane" parsed with an oblique that has no
 * preposition, "welcomed Viktor Orban" with a name as its complement.
 */
function bareOblique(tree: Tree, verb: number): number {
  const isPhrasal = childWith(tree, verb, "compound:prt") >= 0;
  for (const child of childrenAt(tree, verb)) {
    const upos = uposAt(tree, child);
    if (child < verb || casesOf(tree, child) !== "") continue;
    if (upos === "PROPN" && (deprelAt(tree, child) === "obl" || deprelAt(tree, child) === "xcomp"))
      return child;
    if (
      upos === "NOUN" &&
      deprelAt(tree, child) === "obl" &&
      (isPhrasal || !TIME_NOUNS.has(tree.lemma[child]!))
    )
      return child;
  }
  return -1;
}

/** "the treaty (that) Russia signed": the antecedent is the object, where the clause has a subject of its own. */
function gapObject(tree: Tree, verb: number): number {
  const subject = childWith(tree, verb, "nsubj");
  if (subject < 0) return -1;
  return resolveRelative(tree, subject, verb) === subject ? tree.head[verb]! : -1;
}

/** Row of the logical subject of a verb or predicate, or -1. */
export function subjectRow(tree: Tree, verb: number, climb = 0): number {
  if (climb > MAX_CLIMB) return -1;
  if (isPassive(tree, verb)) return agentRow(tree, verb);
  const own = childWith(tree, verb, "nsubj", "nsubj:outer", "nsubj:pass");
  if (own >= 0) return resolveRelative(tree, own, verb);
  const head = tree.head[verb]!;
  if (head < 0) return -1;
  switch (relationAt(tree, verb)) {
    case "xcomp":
      return controllerRow(tree, head, climb);
    case "conj":
      return conjunctSubject(tree, verb, head, climb);
    case "advcl":
      if (casesOf(tree, verb) === "of") return controllerRow(tree, head, climb);
      return isFiniteVerb(tree, verb) ? -1 : surfaceSubject(tree, head, climb + 1);
    case "ccomp":
      return isFiniteVerb(tree, verb) ? -1 : surfaceSubject(tree, head, climb + 1);
    case "acl":
      return aclSubject(tree, verb, head);
    default:
      return -1;
  }
}

/** A bare gerund is coordinated with a gerund: "mocking A, saying that B was weak and warning C". */
function firstConjunct(tree: Tree, row: number, head: number): number {
  const isGerund = (r: number) => tree.xposNames[tree.xpos[r]!] === "VBG";
  if (!isGerund(row) || childWith(tree, row, "aux") >= 0) return head;
  let up = head;
  for (let i = 0; i < MAX_CLIMB && up >= 0; i++, up = tree.head[up]!) if (isGerund(up)) return up;
  return head;
}

/** A conjunct shares the subject of the first; one that hangs on a noun shares that of the noun's verb. */
function conjunctSubject(tree: Tree, row: number, head: number, climb: number): number {
  const first = firstConjunct(tree, row, head);
  const upos = uposAt(tree, first);
  const isNominal = (upos === "NOUN" || upos === "PROPN") && childWith(tree, first, "cop") < 0;
  const verb = isNominal ? tree.head[first]! : first;
  return verb < 0 ? -1 : surfaceSubject(tree, verb, climb + 1);
}

/** The subject as it stands on the surface: of a passive, the one acted on. */
function surfaceSubject(tree: Tree, verb: number, climb: number): number {
  const passive = isPassive(tree, verb) ? childWith(tree, verb, "nsubj:pass", "nsubj") : -1;
  return passive >= 0 ? resolveRelative(tree, passive, verb) : subjectRow(tree, verb, climb);
}

/** Row of the by-phrase of a passive, or -1. */
export function agentRow(tree: Tree, verb: number): number {
  const agent = childWith(tree, verb, "obl:agent");
  if (agent >= 0) return agent;
  for (const child of childrenAt(tree, verb))
    if (relationAt(tree, child) === "obl" && casesOf(tree, child) === "by") return child;
  return receiverRow(tree, verb) < 0 ? -1 : giverUnder(tree, childWith(tree, verb, "obj"));
}

/** "was offered a path to residency by Australia": the giver hangs on what is given, or on a noun under it. */
function giverUnder(tree: Tree, noun: number, depth = 2): number {
  for (const child of childrenAt(tree, noun)) {
    if (relationAt(tree, child) !== "nmod") continue;
    const giver = casesOf(tree, child) === "by" ? child : depth > 1 ? giverUnder(tree, child, depth - 1) : -1;
    if (giver >= 0) return giver;
  }
  return -1;
}

function controllerRow(tree: Tree, head: number, climb: number): number {
  const object = SUBJECT_CONTROL.has(tree.lemma[head]!)
    ? -1
    : childWith(tree, head, "obj", "iobj", "nsubj:pass");
  return object >= 0 ? resolveRelative(tree, object, head) : surfaceSubject(tree, head, climb + 1);
}

function isFiniteVerb(tree: Tree, verb: number): boolean {
  const tag = tree.xposNames[tree.xpos[verb]!];
  return tag === "VBD" || tag === "VBZ" || tag === "VBP" || tag === "MD";
}

/** "accused the army of killing", "was accused by X of arming": the gerund is done by whom the verb is done to. */
function accusedRow(tree: Tree, gerund: number, noun: number): number {
  const verb = tree.head[noun]!;
  if (verb < 0 || tree.xposNames[tree.xpos[gerund]!] !== "VBG" || casesOf(tree, gerund) !== "of") return -1;
  const relation = deprelAt(tree, noun);
  return relation === "obj" || relation === "obl:agent" ? objectRow(tree, verb) : -1;
}

/** "a plan to attack": the owner of the plan; "forces attacking the town": the forces. */
function aclSubject(tree: Tree, verb: number, noun: number): number {
  const accused = accusedRow(tree, verb, noun);
  if (accused >= 0) return accused;
  const infinitive = childWith(tree, verb, "mark") >= 0;
  const owner = infinitive ? childWith(tree, noun, "nmod:poss") : -1;
  if (owner >= 0) return owner;
  if (!infinitive) return joinerOf(tree, noun);
  const relation = relationAt(tree, noun);
  return relation === "obj" && tree.head[noun]! >= 0 ? subjectRow(tree, tree.head[noun]!, 1) : noun;
}

/** "Peru joined a group of states opposing the motion": who joins a group does what the group does. */
function joinerOf(tree: Tree, noun: number): number {
  const group = relationAt(tree, noun) === "nmod" ? tree.head[noun]! : noun;
  const verb = tree.head[group]!;
  if (verb < 0 || relationAt(tree, group) !== "obj" || tree.lemma[verb] !== "join") return noun;
  const subject = subjectRow(tree, verb, 1);
  return subject >= 0 ? subject : noun;
}
