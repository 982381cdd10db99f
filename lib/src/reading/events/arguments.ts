/**
 * Who stands in which role of a verb or noun, read off the Universal Dependencies tree: voice, control, relative
 * clauses, participles, coordination and light verbs are undone here, so that frames can speak of `subj`, `obj`,
 * `owner` and prepositions alone (docs/roles.md).
 */
import { deprelAt, uposAt, wordAt } from "../../language/index.js";
import type { LightVerbs } from "../frames/light-verbs.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

/** Head rows in each role. Roles are those of lexicon/README.md. */
export type Roles = Map<string, number[]>;

export interface Arguments {
  readonly roles: Roles;
  /** Row that carries tense, mood and negation: the verb itself, or the light verb of a noun. */
  readonly clause: number;
  /** True where the roles come from a light verb. */
  readonly supported: boolean;
}

const MAX_CLIMB = 6; // longest chain of control and coordination that is followed upwards

const RELATIVE = new Set(["who", "whom", "which", "that", "whose"]);

/** A relative pronoun stands for the noun that its clause modifies. */
function resolveRelative(tree: Tree, row: number, clause: number): number {
  if (uposAt(tree, row) !== "PRON" || !RELATIVE.has(tree.lemma[row]!.toLowerCase())) return row;
  let up = clause;
  for (let i = 0; i < MAX_CLIMB && up >= 0; i++) {
    if (deprelAt(tree, up) === "acl:relcl") return tree.head[up]!;
    up = tree.head[up]!;
  }
  return row;
}

/** "a treaty signed in June": a past participle under its noun; the tagger often takes it for a past tense. */
export function isParticiple(tree: Tree, row: number): boolean {
  const tag = tree.xposNames[tree.xpos[row]!];
  return (
    deprelAt(tree, row) === "acl" && (tag === "VBN" || tag === "VBD") && childWith(tree, row, "nsubj") < 0
  );
}

/** Voice by the auxiliaries where there are any: they are surer than the relation of the subject. */
export function isPassive(tree: Tree, row: number): boolean {
  if (isParticiple(tree, row)) return true;
  let have = false;
  for (const child of childrenAt(tree, row)) {
    if (relationAt(tree, child) !== "aux") continue;
    const lemma = tree.lemma[child]!.toLowerCase();
    if (deprelAt(tree, child) === "aux:pass" || lemma === "get") return true;
    if (lemma === "be" && tree.xposNames[tree.xpos[row]!] === "VBN") return true;
    if (lemma === "have") have = true;
  }
  return !have && childWith(tree, row, "nsubj:pass", "csubj:pass") >= 0;
}

function casesOf(tree: Tree, row: number): string {
  let key = "";
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "case" && relation !== "mark") continue;
    if (child > row) continue;
    let word = wordAt(tree, child).toLowerCase();
    for (const part of childrenAt(tree, child))
      if (relationAt(tree, part) === "fixed") word += `_${wordAt(tree, part).toLowerCase()}`;
    key = key === "" ? word : `${key}_${word}`;
  }
  return key;
}

function add(roles: Roles, role: string, row: number): void {
  if (row < 0 || role === "") return;
  const list = roles.get(role);
  if (list === undefined) roles.set(role, [row]);
  else if (!list.includes(row)) list.push(row);
}

/** Subject-control verbs keep their own subject for the infinitive although they have an object: "X promised Y to go". */
const SUBJECT_CONTROL = new Set(["promise", "threaten", "vow", "pledge", "use"]);

function objectRow(tree: Tree, verb: number): number {
  const passive = isPassive(tree, verb);
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
    if (upos === "NOUN" && deprelAt(tree, child) === "obl" && (isPhrasal || !TIME_NOUNS.has(tree.lemma[child]!))) return child;
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
      return conjunctSubject(tree, head, climb);
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

/** A conjunct shares the subject of the first; one that hangs on a noun shares that of the noun's verb. */
function conjunctSubject(tree: Tree, first: number, climb: number): number {
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

function agentRow(tree: Tree, verb: number): number {
  const agent = childWith(tree, verb, "obl:agent");
  if (agent >= 0) return agent;
  for (const child of childrenAt(tree, verb))
    if (relationAt(tree, child) === "obl" && casesOf(tree, child) === "by") return child;
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

/** "a plan to attack": the owner of the plan; "forces attacking the town": the forces. */
function aclSubject(tree: Tree, verb: number, noun: number): number {
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

const HELPING = new Set([
  "support",
  "aid",
  "help",
  "assist",
  "defend",
  "back",
  "protect",
  "rescue",
  "reinforce",
  "bolster",
]);

/** Who is helped by the purpose of an act: the object of a clause such as "to support Russia". */
function addHelped(tree: Tree, roles: Roles, row: number): void {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "advcl" && relation !== "acl" && relation !== "xcomp") continue;
    if (!HELPING.has(tree.lemma[child]!)) continue;
    const object = objectRow(tree, child);
    if (object >= 0) add(roles, "helped", object);
  }
}

function addDependents(tree: Tree, roles: Roles, row: number): void {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "obl" || relation === "nmod" || relation === "advcl" || relation === "acl") {
      const key = casesOf(tree, child);
      add(roles, key, resolveRelative(tree, child, row));
      const wider = childOfInner(tree, child, key);
      if (wider !== null) add(roles, wider.role, wider.row);
    }
    if (relation === "xcomp" || relation === "ccomp") add(roles, relation, child);
    if (relation === "acl") add(roles, "acl", child);
    if (relation === "advcl") add(roles, "advcl", child);
    if (relation === "iobj") add(roles, "iobj", child);
  }
}

/** "on behalf of X", "in support of X", "in response to X": the noun inside is part of the preposition. */
function childOfInner(tree: Tree, row: number, outer: string): { role: string; row: number } | null {
  if (outer === "" || !INNER_NOUNS.has(tree.lemma[row]!)) return null;
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "nmod" && relation !== "acl" && relation !== "advcl") continue;
    const inner = casesOf(tree, child);
    if (inner === "of" || inner === "to" || inner === "with")
      return { role: `${outer}_${tree.lemma[row]}_${inner}`, row: child };
  }
  return null;
}
/** Prepositions that name a party of an act even where the parser hangs them on a noun in between. */
const LIFTED = new Set([
  "to",
  "from",
  "by",
  "with",
  "against",
  "for",
  "on",
  "between",
  "into",
  "toward",
  "towards",
  "over",
  "at",
  "about",
]);
const LIFT_DEPTH = 2; // "the supply of tanks from Peru to Chile": tanks, Peru, Chile

/** Adds what hangs too deep: attachment of prepositional phrases is the parser's commonest error. */
function liftNested(tree: Tree, roles: Roles, row: number, depth = LIFT_DEPTH): void {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "nmod" && relation !== "obl" && relation !== "obj") continue;
    for (const nested of childrenAt(tree, child)) {
      if (relationAt(tree, nested) !== "nmod" || deprelAt(tree, nested) === "nmod:poss") continue;
      const key = casesOf(tree, nested);
      if (LIFTED.has(key)) add(roles, key, nested);
    }
    if (depth > 1) liftNested(tree, roles, child, depth - 1);
  }
}

const INNER_NOUNS = new Set([
  "behalf",
  "support",
  "response",
  "honour",
  "honor",
  "favour",
  "favor",
  "front",
  "defence",
  "defense",
  "aid",
  "name",
  "invitation",
]);

/** "built a reactor in Iran": where the object is may be whom the act concerns. */
function addObjectPlace(tree: Tree, roles: Roles, object: number): void {
  if (object < 0) return;
  for (const child of childrenAt(tree, object))
    if (relationAt(tree, child) === "nmod" && casesOf(tree, child) === "in") add(roles, "in", child);
}

/** "warned Japan of consequences": nothing is of a name, so the phrase is the verb's. */
function addOfName(tree: Tree, roles: Roles, object: number): void {
  if (object < 0 || uposAt(tree, object) !== "PROPN") return;
  for (const child of childrenAt(tree, object)) {
    const relation = relationAt(tree, child);
    const hangs = relation === "nmod" || relation === "acl" || relation === "advcl";
    if (hangs && casesOf(tree, child) === "of") add(roles, "of", child);
  }
}

/** Roles of a verb. Dependents of its object stand in at the end: attachment of prepositions is often wrong. */
export function verbArguments(tree: Tree, verb: number): Arguments {
  const roles: Roles = new Map();
  add(roles, "subj", subjectRow(tree, verb));
  const object = objectRow(tree, verb);
  add(roles, "obj", object >= 0 ? object : childWith(tree, verb, "iobj"));
  addDependents(tree, roles, verb);
  addHelped(tree, roles, verb);
  if (object >= 0 && childWith(tree, verb, "obj", "nsubj:pass") === object) addHelped(tree, roles, object);
  liftNested(tree, roles, verb);
  addOfName(tree, roles, object);
  addObjectPlace(tree, roles, object);
  return { roles, clause: verb, supported: false };
}

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
    if (HELPING.has(tree.lemma[child]!)) add(roles, "helped", objectRow(tree, child));
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
    if (LIFTED.has(key) && key !== "by") add(roles, key, child);
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
    if (full === "nmod:poss") add(roles, "owner", resolveRelative(tree, child, noun));
  }
  for (const child of childrenAt(tree, noun)) {
    const relation = relationAt(tree, child);
    if (relation === "nmod" && casesOf(tree, child) === "by") add(roles, "owner", child);
  }
  for (const child of childrenAt(tree, noun)) {
    const relation = relationAt(tree, child);
    if ((relation === "amod" || relation === "compound") && child < noun) add(roles, "owner", child);
  }
  addDependents(tree, roles, noun);
  const of = roles.get("of");
  if (of) roles.set("obj", [...of]);
  addHelped(tree, roles, noun);
  addLoosePurpose(tree, roles, noun);
  liftNested(tree, roles, noun);
  for (const agent of roles.get("by") ?? []) add(roles, "owner", agent);
  add(roles, childWith(tree, noun, "cop") < 0 ? "owner" : "subj", childWith(tree, noun, "nsubj"));
  add(roles, "head", governorRow(tree, noun));
  const support = supportOf(tree, noun, lightVerbs);
  if (support === null) {
    addSiblings(tree, roles, noun);
    return { roles, clause: noun, supported: false };
  }
  add(roles, support.role, subjectRow(tree, support.verb));
  if (isPassive(tree, support.verb)) add(roles, "owner", agentRow(tree, support.verb));
  for (const child of childrenAt(tree, support.verb)) {
    if (child === noun || relationAt(tree, child) !== "obl") continue;
    add(roles, casesOf(tree, child), child);
  }
  add(roles, "to", childWith(tree, support.verb, "iobj"));
  addHelped(tree, roles, support.verb);
  liftNested(tree, roles, support.verb, 1);
  return { roles, clause: support.verb, supported: true };
}
