/** Which frame fits a word: fixed phrase, parties in their roles, and the conditions of the frame's `needs`. */
import { uposAt, wordAt } from "../../language/index.js";
import { type Mentions, type PartyWords, partiesAt } from "../entities/index.js";
import type { Frame, FrameIndex, Need, NeedValue } from "../frames/frame.js";
import type { LightVerbs } from "../frames/light-verbs.js";
import type { Transformations } from "../frames/transformations.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Arguments, nounArguments, verbArguments } from "./arguments.js";

/** The knowledge of acts, read once from the lexicon. */
export interface ActLexicon {
  readonly frames: FrameIndex;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lightVerbs: LightVerbs;
  readonly transformations: Transformations;
}

/** A frame that fits a row, with its parties. */
export interface Fit {
  readonly frame: Frame;
  readonly row: number;
  readonly arguments: Arguments;
  readonly actors: readonly PartyWords[];
  readonly recipients: readonly PartyWords[];
  readonly reciprocal: boolean;
}

/** What matching needs to know of the document. */
export interface Scene {
  readonly tree: Tree;
  readonly mentions: Mentions;
  readonly acts: ActLexicon;
}

type TriggerPos = "v" | "n" | "a";

function triggerPos(tree: Tree, row: number): TriggerPos | null {
  switch (uposAt(tree, row)) {
    case "VERB":
    case "AUX":
      return "v";
    case "NOUN":
    case "PROPN":
      return "n";
    case "ADJ":
      return "a";
    default:
      return null;
  }
}

/** Frames of a word. Lemmas of rare verbs may lack or have an e too much ("blam", "aide"): both are looked up. */
function framesAt(scene: Scene, row: number, pos: TriggerPos): readonly Frame[] | undefined {
  const lemma = lemmaAt(scene.tree, row);
  const found = scene.acts.frames.get(`${lemma}/${pos}`);
  if (found !== undefined || pos !== "v") return found;
  const other = lemma.endsWith("e") ? lemma.slice(0, -1) : `${lemma}e`;
  return scene.acts.frames.get(`${other}/v`);
}

/** What fits a row: the best frame that is an act itself, and the best operator over an act inside it. */
export interface Fits {
  readonly act: Fit | null;
  readonly operator: Fit | null;
}

const NO_FITS: Fits = { act: null, operator: null };

/**
 * The best frames at a row: most conditions first, then most words, then place in the tables. Inside an operator
 * (`inner`) conditions on the parties are waived: the operator brings them ("Peru cancelled the talks").
 */
export function fitFrames(scene: Scene, row: number, inner: boolean): Fits {
  const pos = triggerPos(scene.tree, row);
  if (pos === null) return NO_FITS;
  const frames = framesAt(scene, row, pos);
  if (frames === undefined || isInsideName(scene, row)) return NO_FITS;
  const args =
    pos === "n" ? nounArguments(scene.tree, row, scene.acts.lightVerbs) : verbArguments(scene.tree, row);
  const isOperator = (frame: Frame) => frame.operator !== null;
  return {
    act: bestFit(scene, row, args, frames.filter((f) => !isOperator(f)), inner),
    operator: bestFit(scene, row, args, frames.filter(isOperator), inner),
  };
}

function bestFit(scene: Scene, row: number, args: Arguments, frames: readonly Frame[], inner: boolean): Fit | null {
  let best: Fit | null = null;
  let bestScore = -1;
  for (const frame of frames) {
    if (!hasPhrase(scene.tree, row, frame)) continue;
    const fit = fillRoles(scene, row, frame, args);
    let held = 0;
    const fits = frame.needs.every((need) => {
      const ok = holds(scene, fit, need) !== need.negated;
      if (ok) held++;
      return ok || (inner && !need.negated && isAboutParties(need));
    });
    const score = held * 2 + frame.rest.length * 4 + partyScore(fit);
    if (fits && score > bestScore) {
      best = fit;
      bestScore = score;
    }
  }
  return best;
}

const PARTY_ROLES = new Set(["recipient", "actor", "two"]);

function isAboutParties(need: Need): boolean {
  return PARTY_ROLES.has(need.role) || (need.values.length > 0 && need.values.every((v) => v.test === "kind"));
}

/** A word inside a name that is not the head of the name is no act: "the Strategic Arms Reduction *Treaty*" is one. */
function isInsideName(scene: Scene, row: number): boolean {
  const relation = relationAt(scene.tree, row);
  if (relation === "flat") return true;
  return relation === "compound" && uposAt(scene.tree, row) === "PROPN";
}

function partyScore(fit: Fit): number {
  return (fit.actors.some((p) => p.political) ? 1 : 0) + (fit.recipients.some((p) => p.political) ? 1 : 0);
}

const PHRASE_REACH = 2; // levels under the head at which the words of a fixed phrase may stand

function hasPhrase(tree: Tree, row: number, frame: Frame): boolean {
  return frame.rest.every((lemma) => hasWordUnder(tree, row, lemma, PHRASE_REACH));
}

function hasWordUnder(tree: Tree, row: number, lemma: string, depth: number): boolean {
  for (const child of childrenAt(tree, row)) {
    if (lemmaAt(tree, child) === lemma || wordAt(tree, child).toLowerCase() === lemma)
      return true;
    if (depth > 1 && hasWordUnder(tree, child, lemma, depth - 1)) return true;
  }
  return false;
}

function fillRoles(scene: Scene, row: number, frame: Frame, args: Arguments): Fit {
  const actors = partiesOfRoles(scene, args, frame.actor, []);
  const taken = actors.map((p) => p.head);
  const members = frame.mutual.length > 0 ? joinMutual(scene, args, frame, actors, taken) : null;
  if (members !== null && members.length >= 2)
    return { frame, row, arguments: args, actors: members, recipients: [], reciprocal: true };
  const recipients = partiesOfRoles(scene, args, frame.recipient, taken);
  return { frame, row, arguments: args, actors, recipients, reciprocal: false };
}

function joinMutual(
  scene: Scene,
  args: Arguments,
  frame: Frame,
  actors: readonly PartyWords[],
  taken: readonly number[],
): readonly PartyWords[] {
  const members = [...actors];
  for (const role of frame.mutual)
    for (const party of partiesInRole(scene, args, role, [...taken, ...members.map((m) => m.head)]))
      if (party.political) members.push(party);
  const known = new Set(members.map((m) => m.referent ?? m.entity ?? `row ${m.head}`));
  return known.size >= 2 ? members : [];
}

/** Parties of the first role that holds a political one; failing that, of the first that holds any words at all. */
function partiesOfRoles(
  scene: Scene,
  args: Arguments,
  roles: readonly string[],
  taken: readonly number[],
): readonly PartyWords[] {
  let fallback: readonly PartyWords[] = [];
  for (const role of roles) {
    const parties = partiesInRole(scene, args, role, taken);
    const political = parties.filter((p) => p.political || p.entity !== null);
    if (political.length > 0) return political;
    if (fallback.length === 0) fallback = parties;
  }
  return fallback;
}

function partiesInRole(
  scene: Scene,
  args: Arguments,
  role: string,
  taken: readonly number[],
): readonly PartyWords[] {
  const parties: PartyWords[] = [];
  for (const row of args.roles.get(role) ?? [])
    for (const party of partiesAt(scene.mentions, scene.tree, row))
      if (
        !taken.includes(party.head) &&
        !parties.some((p) => p.head === party.head && p.entity === party.entity)
      )
        parties.push(party);
  return parties;
}

function holds(scene: Scene, fit: Fit, need: Need): boolean {
  switch (need.role) {
    case "recipient":
      return isKnown(fit.recipients);
    case "actor":
      return fit.actors.some((p) => p.political);
    case "two":
      return fit.actors.some((p) => p.political) && (fit.reciprocal || isKnown(fit.recipients));
    case "plural":
      return scene.tree.xposNames[scene.tree.xpos[fit.row]!]!.endsWith("S");
    default:
      return roleHolds(scene, fit.arguments.roles.get(need.role) ?? [], need.values);
  }
}

/** One who is acted on may be known by what belongs to it ("Ukrainian cities"). */
function isKnown(parties: readonly PartyWords[]): boolean {
  return parties.some((p) => p.political || p.entity !== null);
}

function roleHolds(scene: Scene, rows: readonly number[], values: readonly NeedValue[]): boolean {
  if (values.length === 0) return rows.length > 0;
  return rows.some((row) => values.some((value) => standsFor(scene, row, value)));
}

function standsFor(scene: Scene, row: number, { test, value }: NeedValue): boolean {
  if (test === "kind") return isOfKind(scene, row, value);
  return contentRows(scene.tree, row).some((r) => {
    const lemma = lemmaAt(scene.tree, r);
    return test === "lemma" ? lemma === value : (scene.acts.classes.get(lemma)?.has(value) ?? false);
  });
}

function isOfKind(scene: Scene, row: number, kind: string): boolean {
  if (kind === "person") {
    const index = scene.mentions.at[row]!;
    return (index >= 0 && scene.mentions.list[index]!.kind === "person") || uposAt(scene.tree, row) === "PRON";
  }
  const parties = partiesAt(scene.mentions, scene.tree, row);
  return kind === "state" ? parties.some((p) => p.entity !== null) : parties.some((p) => p.political);
}

/** Words that only measure what follows: "hundreds of troops", "a series of strikes". */
const QUANTITY = new Set(
  "hundred thousand million billion dozen score number series group lot couple majority rest part tranche shipment batch round wave host range variety piece ton tonne set string bulk amount quantity delivery supply package volley barrage form type kind consignment".split(
    " ",
  ),
);

/** The rows that say what a noun phrase is about: its head, what a quantity counts, and its conjuncts. */
export function contentRows(tree: Tree, row: number): readonly number[] {
  const rows = [row];
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "conj" || (relation === "nmod" && QUANTITY.has(lemmaAt(tree, row)))) rows.push(child);
  }
  return rows;
}
