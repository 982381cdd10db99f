/** Filling roles from the dependents of a word: what verbs and nouns have in common. */
import { deprelAt, wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { objectRow, resolveRelative } from "./subjects.js";
import { casesOf } from "./voice.js";

/** Head rows in each role. Roles are those of lexicon/README.md. */
export type Roles = Map<string, number[]>;

export interface Arguments {
  readonly roles: Roles;
  /** Row that carries tense, mood and negation: the verb itself, or the light verb of a noun. */
  readonly clause: number;
  /** True where the roles come from a light verb. */
  readonly supported: boolean;
}

/** Puts a row into a role once; row -1 and the role "" are nobody. */
export function addRow(roles: Roles, role: string, row: number): void {
  if (row < 0 || role === "") return;
  const list = roles.get(role);
  if (list === undefined) roles.set(role, [row]);
  else if (!list.includes(row)) list.push(row);
}

/** Verbs of help in a purpose: "to support Russia". */
export const HELPING = new Set([
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
export function addHelped(tree: Tree, roles: Roles, row: number): void {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "advcl" && relation !== "acl" && relation !== "xcomp") continue;
    if (!HELPING.has(tree.lemma[child]!)) continue;
    const object = objectRow(tree, child);
    if (object >= 0) addRow(roles, "helped", object);
  }
}

/** Nouns that make one preposition with those around them: "in support of". */
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

const DAYS_AND_MONTHS = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
    " ",
  ),
);

/** "on Thursday", "in May", "in 1956": a time stands in no role. */
function isTime(tree: Tree, row: number): boolean {
  const word = wordAt(tree, row).toLowerCase();
  return DAYS_AND_MONTHS.has(word) || /^(?:1[0-9]|20)\d\d$/.test(word);
}

/** Phrases and clauses under a word, each in the role of its preposition or relation. */
export function addDependents(tree: Tree, roles: Roles, row: number): void {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "obl" || relation === "nmod" || relation === "advcl" || relation === "acl") {
      if (isTime(tree, child)) continue;
      const key = casesOf(tree, child);
      addRow(roles, key, resolveRelative(tree, child, row));
      const wider = childOfInner(tree, child, key);
      if (wider !== null) addRow(roles, wider.role, wider.row);
    }
    if (relation === "xcomp" || relation === "ccomp") addRow(roles, relation, child);
    if (relation === "acl") addRow(roles, "acl", child);
    if (relation === "advcl") addRow(roles, "advcl", child);
    if (relation === "iobj") addRow(roles, "iobj", child);
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
export const LIFTED = new Set([
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
  "behind",
  "alongside",
  "beside",
]);
const LIFT_DEPTH = 2; // "the supply of tanks from Peru to Chile": tanks, Peru, Chile

/** Adds what hangs too deep: attachment of prepositional phrases is the parser's commonest error. */
export function liftNested(tree: Tree, roles: Roles, row: number, depth = LIFT_DEPTH): void {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    const isPatient = relation === "obj" || deprelAt(tree, child) === "nsubj:pass";
    if (relation !== "nmod" && relation !== "obl" && !isPatient) continue;
    for (const nested of childrenAt(tree, child)) {
      const inner = relationAt(tree, nested);
      if ((inner !== "nmod" && inner !== "obl") || deprelAt(tree, nested) === "nmod:poss") continue;
      const key = casesOf(tree, nested);
      if (LIFTED.has(key) && !isTime(tree, nested)) addRow(roles, key, nested);
    }
    if (depth > 1) liftNested(tree, roles, child, depth - 1);
  }
}
