/** Which frame fits a word: fixed phrase, parties in their roles, and the conditions of the frame's `needs`. */
import { uposAt, wordAt } from "../../language/index.js";
import { type Mentions, type PartyWords, partiesAt } from "../entities/index.js";
import type { Frame, FrameIndex, Need, NeedValue } from "../frames/frame.js";
import { verbBases } from "../frames/inflection.js";
import type { LightVerbs } from "../frames/light-verbs.js";
import type { Transformations } from "../frames/transformations.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Arguments, isParticiple, nounArguments, verbArguments } from "./arguments.js";

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

/** Frames of a word: by its lemma, and for verbs that the lemmatizer gets wrong ("bom") by regular inflection. */
function framesAt(scene: Scene, row: number, pos: TriggerPos): readonly Frame[] | undefined {
  const found = scene.acts.frames.get(`${lemmaAt(scene.tree, row)}/${pos}`);
  if (found !== undefined || pos !== "v") return found;
  const adjective = scene.acts.frames.get(`${wordAt(scene.tree, row).toLowerCase()}/a`);
  if (adjective !== undefined) return adjective;
  for (const base of verbBases(wordAt(scene.tree, row))) {
    const frames = scene.acts.frames.get(`${base}/v`);
    if (frames !== undefined) return frames;
  }
  return undefined;
}

/** What fits a row: the best frame that is an act itself, and the best operator over an act inside it. */
export interface Fits {
  /** True where the parties of a meeting are left open ("talks are under way"): the context must name them. */
  readonly open?: boolean;
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
  const plain = frames.filter((f) => !isOperator(f));
  const operator = bestFit(scene, row, args, frames.filter(isOperator), inner);
  const act = bestFit(scene, row, args, plain, inner);
  if (act !== null || inner) return { act, operator };
  const open = openFrames(scene.tree, row, args, plain);
  return open.length === 0
    ? { act, operator }
    : { act: bestFit(scene, row, args, open, true), operator, open: true };
}

/** "After the summit with Modi, Oli flew home": who the clause is about met whom the phrase names. */
function isFronted(tree: Tree, row: number, args: Arguments): boolean {
  return relationAt(tree, row) === "obl" && row < tree.head[row]! && args.roles.has("with");
}

/** Mutual acts whose parties the context may name: talks told as going on, "a treaty signed with Peru". */
function openFrames(tree: Tree, row: number, args: Arguments, frames: readonly Frame[]): readonly Frame[] {
  if (isUnderWay(tree, row, args) || isFronted(tree, row, args)) return frames.filter((f) => f.category === "CONSULT" && f.mutual.length > 0);
  return isParticiple(tree, row) ? frames.filter((f) => f.mutual.length > 0) : [];
}

const UNDER_WAY = new Set(
  "underway ongoing continue resume begin start hold place conclude proceed collapse fail stall progress".split(
    " ",
  ),
);

/** "Discussions are underway", "talks continue": the noun is told as going on although nobody is named. */
function isUnderWay(tree: Tree, row: number, args: Arguments): boolean {
  if (uposAt(tree, row) !== "NOUN") return false;
  const head = tree.head[row]!;
  if (args.supported) return UNDER_WAY.has(lemmaAt(tree, args.clause));
  const relation = relationAt(tree, row);
  if (head < 0 || relation !== "nsubj") return false;
  if (UNDER_WAY.has(lemmaAt(tree, head))) return true;
  for (const child of childrenAt(tree, head)) if (UNDER_WAY.has(lemmaAt(tree, child))) return true;
  return false;
}

function bestFit(
  scene: Scene,
  row: number,
  args: Arguments,
  frames: readonly Frame[],
  inner: boolean,
): Fit | null {
  let best: Fit | null = null;
  let bestScore = -1;
  for (const frame of frames) {
    if (!hasPhrase(scene.tree, row, frame)) continue;
    const fit = fillRoles(scene, row, frame, phrasalArguments(frame, args));
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

/**
 * "handed over howitzers" parsed as "over howitzers": what stands behind the particle is the object. "is poised to"
 * parsed as a passive: what seems acted on is the subject.
 */
function phrasalArguments(frame: Frame, args: Arguments): Arguments {
  const patient = frame.pos === "a" && !args.roles.has("subj") ? args.roles.get("obj") : undefined;
  if (patient !== undefined) return { ...args, roles: new Map([...args.roles, ["subj", patient]]) };
  const behind = frame.pos === "v" && frame.rest.length === 1 ? args.roles.get(frame.rest[0]!) : undefined;
  if (behind === undefined || args.roles.has("obj")) return args;
  return { ...args, roles: new Map([...args.roles, ["obj", behind]]) };
}

const PARTY_ROLES = new Set(["recipient", "actor", "two"]);

function isAboutParties(need: Need): boolean {
  return (
    need.roles.every((r) => PARTY_ROLES.has(r)) ||
    (need.values.length > 0 && need.values.every((v) => v.test === "kind"))
  );
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

const PARTICLES = new Set(
  "in out up down off on over back away for with at to aside upon through apart along forward".split(" "),
);

function hasPhrase(tree: Tree, row: number, frame: Frame): boolean {
  return frame.rest.every((lemma) =>
    frame.pos === "v" && PARTICLES.has(lemma)
      ? hasParticle(tree, row, lemma)
      : hasWordUnder(tree, row, lemma, PHRASE_REACH),
  );
}

/** "called for", "handed over": the particle hangs on the verb, or is the first word of what comes right after it. */
function hasParticle(tree: Tree, verb: number, particle: string): boolean {
  for (const child of childrenAt(tree, verb)) {
    if (child < verb) continue;
    if (wordAt(tree, child).toLowerCase() === particle) return true;
    const isArgument = relationAt(tree, child) === "obl" || relationAt(tree, child) === "obj";
    if (!isArgument) continue;
    const next = childrenAt(tree, child).find((c) => wordAt(tree, c).toLowerCase() === particle && c < child);
    if (next !== undefined && (next === verb + 1 || !hasObjectBefore(tree, verb, child))) return true;
  }
  return false;
}

function hasObjectBefore(tree: Tree, verb: number, row: number): boolean {
  return childrenAt(tree, verb).some((c) => c < row && c > verb && relationAt(tree, c) === "obj");
}

function hasWordUnder(tree: Tree, row: number, lemma: string, depth: number): boolean {
  for (const child of childrenAt(tree, row)) {
    if (lemmaAt(tree, child) === lemma || wordAt(tree, child).toLowerCase() === lemma) return true;
    if (depth > 1 && hasWordUnder(tree, child, lemma, depth - 1)) return true;
  }
  return false;
}

function fillRoles(scene: Scene, row: number, frame: Frame, args: Arguments): Fit {
  const actors = partiesOfRoles(scene, args, frame.actor, []);
  const taken = actors.map((p) => p.head);
  const members = frame.mutual.length > 0 ? joinMutual(scene, args, frame, actors, taken) : [];
  if (isSeveral(members)) return { frame, row, arguments: args, actors: members, recipients: [], reciprocal: true };
  if (actors.length === 0 && members.length > 0)
    return { frame, row, arguments: args, actors: members, recipients: [], reciprocal: false };
  if (actors.length > 1 && isEachOther(scene.tree, args.roles.get("obj")?.[0] ?? -1))
    return { frame, row, arguments: args, actors, recipients: [], reciprocal: true };
  const recipients = partiesOfRoles(scene, args, frame.recipient, taken);
  return { frame, row, arguments: args, actors, recipients, reciprocal: false };
}

/** "each other", "one another". */
function isEachOther(tree: Tree, row: number): boolean {
  if (row < 0) return false;
  const word = wordAt(tree, row).toLowerCase();
  const before = row > 0 ? wordAt(tree, row - 1).toLowerCase() : "";
  return (word === "other" && before === "each") || (word === "another" && before === "one");
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
  return members;
}

function isSeveral(members: readonly PartyWords[]): boolean {
  return new Set(members.map((m) => m.referent ?? m.entity ?? `row ${m.head}`)).size >= 2;
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
  for (const row of (args.roles.get(role) ?? []).filter((r) => role !== "owner" || !isPlaceName(scene, r)))
    for (const party of partiesAt(scene.mentions, scene.tree, row))
      if (
        !taken.includes(party.head) &&
        !parties.some((p) => p.head === party.head && p.entity === party.entity)
      )
        parties.push(party);
  return parties;
}

/** "the Hanoi summit", "the Minsk agreements": a town before a noun says where. */
function isPlaceName(scene: Scene, row: number): boolean {
  if (relationAt(scene.tree, row) !== "compound") return false;
  const index = scene.mentions.at[row]!;
  const mention = index >= 0 ? scene.mentions.list[index]! : null;
  return mention !== null && (mention.form === "capital" || mention.kind === "place");
}

/** Weapons act for those whose they are: "Russian missiles hit the port". */
function armed(scene: Scene, role: string, party: PartyWords): PartyWords {
  if (role !== "subj" || party.political || party.entity === null) return party;
  const isWeapon = scene.acts.classes.get(lemmaAt(scene.tree, party.head))?.has("weapon") ?? false;
  return isWeapon ? { ...party, political: true, sector: "MIL" } : party;
}

function holds(scene: Scene, fit: Fit, need: Need): boolean {
  return need.roles.some((role) => roleHolds(scene, fit, role, need));
}

function roleHolds(scene: Scene, fit: Fit, role: string, need: Need): boolean {
  if (need.values.length === 0) {
    if (role === "recipient") return isKnown(fit.recipients);
    if (role === "actor") return fit.actors.some((p) => p.political);
    if (role === "two")
      return fit.actors.some((p) => p.political) && (fit.reciprocal || isKnown(fit.recipients));
    if (role === "plural") return scene.tree.xposNames[scene.tree.xpos[fit.row]!]!.endsWith("S");
  }
  const rows = rowsOf(fit, role);
  if (need.values.length === 0) return rows.length > 0;
  return rows.some((row) => need.values.some((value) => standsFor(scene, row, value, need.negated)));
}

function rowsOf(fit: Fit, role: string): readonly number[] {
  if (role === "actor") return fit.actors.map((p) => p.head);
  if (role === "recipient") return fit.recipients.map((p) => p.head);
  return fit.arguments.roles.get(role) ?? [];
}

/** One who is acted on may be known by what belongs to it ("Ukrainian cities"). */
function isKnown(parties: readonly PartyWords[]): boolean {
  return parties.some((p) => p.political || p.entity !== null);
}

function standsFor(scene: Scene, row: number, { test, value }: NeedValue, negated: boolean): boolean {
  if (test === "kind") return isOfKind(scene, row, value, negated);
  return contentRows(scene.tree, row).some((r) => {
    const lemma = lemmaAt(scene.tree, r);
    return test === "lemma" ? lemma === value : (scene.acts.classes.get(lemma)?.has(value) ?? false);
  });
}

/** "state" asks for anything that belongs to one; where it must not stand, only the state itself is meant. */
function isOfKind(scene: Scene, row: number, kind: string, negated: boolean): boolean {
  const index = scene.mentions.at[row]!;
  const mention = index >= 0 ? scene.mentions.list[index]! : null;
  if (kind === "person") return mention?.kind === "person" || uposAt(scene.tree, row) === "PRON";
  if (kind === "state" && negated) return mention?.kind === "state";
  const parties = partiesAt(scene.mentions, scene.tree, row);
  return kind === "state" ? parties.some((p) => p.entity !== null) : parties.some((p) => p.political);
}

/** Words that only measure what follows: "hundreds of troops", "a series of strikes". */
const QUANTITY = new Set(
  "hundred thousand million billion dozen score number series group lot couple majority rest part tranche shipment batch round wave host range variety piece ton tonne set string bulk amount quantity delivery supply package volley barrage form type kind consignment".split(
    " ",
  ),
);

/** "some of its units", "two of the ships", "hundreds of troops": the head only counts. */
function onlyCounts(tree: Tree, row: number): boolean {
  const upos = uposAt(tree, row);
  return upos === "DET" || upos === "PRON" || upos === "NUM" || QUANTITY.has(lemmaAt(tree, row));
}

/** The rows that say what a noun phrase is about: its head, what a quantity counts, and its conjuncts. */
export function contentRows(tree: Tree, row: number): readonly number[] {
  const rows = [row];
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "conj" || (relation === "nmod" && onlyCounts(tree, row))) rows.push(child);
  }
  return rows;
}
