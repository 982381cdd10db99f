/** From words to acts: frames that fit, and operators wrapped around the acts inside them. */

import type { Category } from "../../core/index.js";
import { deprelAt, uposAt } from "../../language/index.js";
import { type Outcome, transform } from "../frames/transformations.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Act } from "./act.js";
import { isPassive } from "./arguments.js";
import { objectRows } from "./home.js";
import { inheritRecipients } from "./implicit.js";
import { type Fits, fitFrames } from "./match.js";
import { identity, isPolitical, type Sides, sidesOf, without } from "./operator-sides.js";
import { HELPING } from "./roles.js";
import type { Fit, Scene } from "./scene.js";
import { resolveRelative } from "./subjects.js";

const MAX_DEPTH = 4; // operators within operators: "threatened to cancel the promised talks"

interface Coder {
  readonly scene: Scene;
  /** By row; a hole where nobody has asked yet. */
  readonly fits: (Fits | undefined)[];
  /** The same inside an operator, where conditions on the parties are waived. */
  readonly innerFits: (Fits | undefined)[];
  /** Rows whose act stands inside an operator and is not told on its own. */
  readonly inner: Set<number>;
}

/** All acts of the document, in text order of their words. A verb that only carries an event noun is told by the noun. */
export function codeActs(scene: Scene): readonly Act[] {
  const coder: Coder = {
    scene,
    fits: new Array(scene.tree.size),
    innerFits: new Array(scene.tree.size),
    inner: new Set(),
  };
  const acts: Act[] = [];
  for (let row = 0; row < scene.tree.size; row++) {
    const act = actAt(coder, row, 0);
    if (act !== null) acts.push(act);
  }
  const told = acts.filter(
    (act) => !isConsumed(coder, act) && !isHomely(act) && (act.open || hasKnownParty(act)),
  );
  const carried = new Set(told.filter((act) => act.clause !== act.row).map((act) => act.clause));
  return inheritRecipients(
    scene.tree,
    told.filter((act) => !carried.has(act.outerRow) || act.clause !== act.row),
  );
}

/** Force may be known by its target alone: "an attack on a Russian depot". All else needs a political actor. */
const KNOWN_BY_TARGET: ReadonlySet<Category> = new Set<Category>(["ASSAULT", "COERCE"]);

function hasKnownParty(act: Act): boolean {
  if ([...act.actors, ...act.recipients].some((p) => p.political && p.entity !== null)) return true;
  return KNOWN_BY_TARGET.has(act.category) && act.recipients.some((p) => p.entity !== null);
}

/** Told inside an operator already, itself or with the verb that carries it. */
function isConsumed(coder: Coder, act: Act): boolean {
  return coder.inner.has(act.outerRow) || (act.clause !== act.row && coder.inner.has(act.clause));
}

const OUTWARD: ReadonlySet<Category> = new Set<Category>(["AID", "COOPERATE"]);

/** A visit to the own country, help for the own troops: what one does at home is no act between actors. */
function isHomely(act: Act): boolean {
  const isCourtesy = act.category === "SUPPORT" && act.actors.every((p) => p.sector === "GOV");
  if (act.reciprocal || (!OUTWARD.has(act.category) && act.mode !== "visit" && !isCourtesy)) return false;
  const actors = new Set(act.actors.map(identity));
  return act.recipients.length > 0 && act.recipients.every((p) => p.entity !== null && actors.has(p.entity));
}

function fitsAt(coder: Coder, row: number, inner: boolean): Fits {
  const table = inner ? coder.innerFits : coder.fits;
  const known = table[row];
  if (known !== undefined) return known;
  const fits = fitFrames(coder.scene, row, inner);
  table[row] = fits;
  return fits;
}

/** The act at a row: an operator with an act inside it goes before a word that is an act alone. */
function actAt(coder: Coder, row: number, depth: number): Act | null {
  const fits = fitsAt(coder, row, depth > 0);
  const wrapped = fits.operator === null ? null : operatorAct(coder, fits.operator, fits.act, depth);
  if (wrapped !== null) return wrapped;
  const plain = fits.act ?? fits.operator;
  return plain === null ? null : plainAct(coder, plain, fits.open ?? false);
}

/** "sent troops to support Assad": the purpose has named whom the act helps, it is no act beside it. */
function helpingRows(coder: Coder, fit: Fit): readonly number[] {
  if (fit.frame.category !== "AID") return [];
  const { tree } = coder.scene;
  const clauses = ["advcl", "acl", "xcomp"].flatMap((role) => fit.arguments.roles.get(role) ?? []);
  return clauses.filter((row) => HELPING.has(tree.lemma[row]!));
}

/** What somebody is accused *of*, or blamed *for* doing, is the content of the accusation, not told as an act. */
function allegedRows(coder: Coder, fit: Fit): readonly number[] {
  if (fit.frame.category !== "ACCUSE") return [];
  const { tree } = coder.scene;
  const gerunds = (fit.arguments.roles.get("for") ?? []).filter(
    (r) => tree.xposNames[tree.xpos[r]!] === "VBG",
  );
  return [...(fit.arguments.roles.get("of") ?? []), ...(fit.frame.mode === "allege" ? gerunds : [])];
}

/** An act of its own. */
function plainAct(coder: Coder, fit: Fit, open: boolean): Act | null {
  const { frame } = fit;
  if (frame.category === null) return null;
  for (const row of helpingRows(coder, fit)) coder.inner.add(row);
  for (const row of allegedRows(coder, fit)) coder.inner.add(row);
  return {
    category: frame.category,
    mode: frame.mode,
    of: null,
    contexts: frame.contexts,
    actors: fit.actors,
    recipients: fit.recipients,
    reciprocal: fit.reciprocal,
    objects: objectRows(fit),
    triggers: [fit.row],
    row: fit.row,
    clause: fit.arguments.clause,
    outerRow: fit.row,
    outerClause: fit.arguments.clause,
    operator: null,
    status: null,
    rule: frame.id,
    mutual: frame.mutual.length > 0,
    open,
    denier: [],
  };
}

/** "denied the allegations": a frame for just this beats an operator that leaves the act what it was. */
function isSurer(rival: Fit | null, operator: Fit): boolean {
  return rival !== null && rival.frame.needs.length > operator.frame.needs.length;
}

function operatorAct(coder: Coder, fit: Fit, rival: Fit | null, depth: number): Act | null {
  const content = depth < MAX_DEPTH ? contentOf(coder, fit, depth) : null;
  if (content === null) return null;
  const { act: inner, isReport } = content;
  const named = fit.frame.operator ?? "";
  const operator = isReport && named === "refuse" ? "deny" : named; // "rejected claims that" refuses no act
  const outcome = transform(coder.scene.acts.transformations, operator, inner.category);
  if (outcome === null || (outcome.keeps && !isReport && isSurer(rival, fit))) return null;
  coder.inner.add(inner.outerRow);
  return lent(wrap(coder, fit, inner, operator, outcome), rival);
}

/** "lifted its veto on aid to Kyiv": whom the words of the operator name as a plain act serves where the act inside has nobody. */
function lent(act: Act, rival: Fit | null): Act {
  const isNamed = act.recipients.some((p) => p.political || p.entity !== null);
  if (rival === null || act.reciprocal || isNamed || !isPolitical(rival.recipients)) return act;
  const recipients = without(rival.recipients, act.actors);
  return isPolitical(recipients)
    ? { ...act, recipients, rule: `${act.rule} > recipient of ${rival.frame.id}` }
    : act;
}

/** The act inside an operator, and whether it stands in what a report says. */
interface Content {
  readonly act: Act;
  readonly isReport: boolean;
}

const REPORTS = new Set(
  "claim report rumour rumor allegation accusation suggestion assertion charge".split(" "),
);

/** The act in one of the content roles: the word itself, or an event noun that a light verb there carries. */
function contentOf(coder: Coder, fit: Fit, depth: number): Content | null {
  for (const role of fit.frame.content)
    for (const row of fit.arguments.roles.get(role) ?? []) {
      if (row === fit.row || isRelative(coder.scene, row)) continue;
      const act = actUnder(coder, row, depth);
      const isReport = act?.outerRow !== row && REPORTS.has(lemmaAt(coder.scene.tree, row));
      if (act !== null && act.outerRow !== fit.row) return { act, isReport };
    }
  return null;
}

const RELATIVE_SIDES = new Set(["nsubj", "obj"]);

/**
 * "turned its back on the bloc that had imposed sanctions": what somebody does elsewhere is not what is promised or
 * refused. In "the rules under which editors were silenced" the clause says what the noun holds.
 */
function isRelative({ tree }: Scene, row: number): boolean {
  if (deprelAt(tree, row) !== "acl:relcl") return false;
  return childrenAt(tree, row).some(
    (child) => RELATIVE_SIDES.has(relationAt(tree, child)) && resolveRelative(tree, child, row) !== child,
  );
}

/** Where the act stands in what is promised, denied or refused: "deny reports that ...", "promise to hold talks". */
const CONTENT_RELATIONS = new Set(["obj", "xcomp", "ccomp", "acl"]);

function actUnder(coder: Coder, row: number, depth: number): Act | null {
  const own = actAt(coder, row, depth + 1);
  if (own !== null) return own;
  const { tree } = coder.scene;
  for (const child of childrenAt(tree, row)) {
    if (!CONTENT_RELATIONS.has(relationAt(tree, child)) || isRelative(coder.scene, child)) continue;
    const act = actAt(coder, child, depth + 1) ?? actOfNoun(coder, child, depth);
    if (act !== null) return act;
  }
  return null;
}

/** "a wave of strikes", "a target for attacks": the act inside a noun that names none. */
function actOfNoun(coder: Coder, noun: number, depth: number): Act | null {
  const { tree } = coder.scene;
  if (uposAt(tree, noun) !== "NOUN") return null;
  for (const child of childrenAt(tree, noun)) {
    const act = relationAt(tree, child) === "nmod" ? actAt(coder, child, depth + 1) : null;
    if (act !== null) return act;
  }
  return null;
}

function wrap(coder: Coder, fit: Fit, inner: Act, operator: string, outcome: Outcome): Act {
  const sides = sidesOf(fit, inner, operator);
  return {
    category: outcome.category,
    mode: outcome.keeps ? inner.mode : (fit.frame.mode ?? outcome.mode),
    of: outcome.keeps || outcome.category === inner.category ? inner.of : inner.category,
    contexts: inner.contexts,
    ...pickSides(sides),
    objects: inner.objects,
    triggers: [fit.row, ...inner.triggers],
    row: inner.row,
    clause: inner.clause,
    outerRow: fit.row,
    outerClause: fit.arguments.clause,
    operator,
    status: outcome.status,
    rule: `${fit.frame.id} > ${inner.rule} > ${operator} of ${inner.category} is ${outcome.category}`,
    mutual: false,
    open:
      operator === "promise" &&
      isPassive(coder.scene.tree, fit.row) &&
      sides.actors.every((p) => p.entity === null),
    denier: operator === "deny" ? fit.actors : inner.denier,
  };
}

function pickSides(sides: Sides): Sides {
  return { actors: sides.actors, recipients: sides.recipients, reciprocal: sides.reciprocal };
}
