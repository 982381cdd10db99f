/** Which frame fits a word: fixed phrase, parties in their roles, and the conditions of the frame's `needs`. */
import { uposAt, wordAt } from "../../language/index.js";
import type { Frame, Need } from "../frames/frame.js";
import { verbBases } from "../frames/inflection.js";
import { lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Arguments, nounArguments, verbArguments } from "./arguments.js";
import { holds, isWaived, type Standing } from "./needs.js";
import { openFrames } from "./open-frames.js";
import { hasPhrase } from "./phrase.js";
import type { Fit, Scene } from "./scene.js";
import { fillRoles } from "./sides.js";

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
  const standing: Standing = inner ? "inside" : "alone";
  const operator = bestFit(scene, row, args, frames.filter(isOperator), standing);
  const act = bestFit(scene, row, args, plain, standing);
  if (act !== null || inner) return { act, operator };
  const open = openFrames(scene.tree, row, args, plain);
  return open.length === 0
    ? { act, operator }
    : { act: bestFit(scene, row, args, open, "open"), operator, open: true };
}

/** Conditions of these names look at the parties that a frame has found. */
const OF_PARTIES = new Set(["actor", "recipient", "two"]);

/** True for a condition on words alone: it is looked at first, so that nobody searches for parties in vain. */
function isOfWords({ roles, values }: Need): boolean {
  return values.every((v) => v.test !== "kind") && roles.every((role) => !OF_PARTIES.has(role));
}

function bestFit(
  scene: Scene,
  row: number,
  args: Arguments,
  frames: readonly Frame[],
  standing: Standing,
): Fit | null {
  let best: Fit | null = null;
  let bestScore = -1;
  for (const frame of frames) {
    if (!hasPhrase(scene.tree, row, frame)) continue;
    const own = phrasalArguments(frame, args);
    let held = 0;
    const meets = (fit: Fit, need: Need): boolean => {
      const ok = holds(scene, fit, need) !== need.negated;
      if (ok) held++;
      return ok || isWaived(need, standing);
    };
    const words: Fit = { frame, row, arguments: own, actors: [], recipients: [], reciprocal: false };
    if (!frame.needs.every((need) => !isOfWords(need) || meets(words, need))) continue;
    const fit = fillRoles(scene, row, frame, own);
    const fits = frame.needs.every((need) => isOfWords(need) || meets(fit, need));
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

/** A word inside a name that is not the head of the name is no act: "the Strategic Arms Reduction *Treaty*" is one. */
function isInsideName(scene: Scene, row: number): boolean {
  const relation = relationAt(scene.tree, row);
  if (relation === "flat") return true;
  return relation === "compound" && uposAt(scene.tree, row) === "PROPN";
}

function partyScore(fit: Fit): number {
  return (fit.actors.some((p) => p.political) ? 1 : 0) + (fit.recipients.some((p) => p.political) ? 1 : 0);
}
