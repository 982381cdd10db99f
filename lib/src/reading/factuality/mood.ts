/** What is known of one predicate while the words around it speak, and the status that comes of it. */
import { type Certainty, type Status, spanOf, type Tense, type TextSpan } from "../../core/index.js";
import type { Tree } from "../types.js";
import type { Effect } from "./lexicon.js";

/** A present form is told as news or as a habit: in the record it counts as past. */
export type MoodTense = Tense | "present";

export interface Mood {
  certainty: Certainty;
  negative: boolean;
  planned: boolean;
  requested: boolean;
  denied: boolean;
  conditional: boolean;
  counterfactual: boolean;
  generic: boolean;
  ongoing: boolean;
  tense: MoodTense;
  condition: TextSpan | null;
  cues: TextSpan[];
}

export function emptyMood(): Mood {
  return {
    certainty: "certain",
    negative: false,
    planned: false,
    requested: false,
    denied: false,
    conditional: false,
    counterfactual: false,
    generic: false,
    ongoing: false,
    tense: "none",
    condition: null,
    cues: [],
  };
}

const ORDER: readonly Certainty[] = ["certain", "probable", "possible", "unknown"];

/** Certainty only falls: what is possible does not become certain by another word. */
export function weaken(mood: Mood, certainty: Certainty): void {
  if (ORDER.indexOf(certainty) > ORDER.indexOf(mood.certainty)) mood.certainty = certainty;
}

export function addCue(tree: Tree, mood: Mood, row: number): void {
  mood.cues.push(spanOf(tree.text, tree.from[row]!, tree.to[row]!));
}

/** True where nothing yet makes the act a fact: it is planned, possible, asked for or under a condition. */
export function isHypothetical(mood: Mood): boolean {
  return (
    mood.planned || mood.requested || mood.conditional || mood.counterfactual || mood.certainty === "possible"
  );
}

/** Takes over what is said of the clause above, without its negation. */
export function inherit(mood: Mood, up: Mood): void {
  weaken(mood, up.certainty);
  mood.planned ||= up.planned;
  mood.requested ||= up.requested;
  mood.denied ||= up.denied;
  mood.conditional ||= up.conditional;
  mood.counterfactual ||= up.counterfactual;
  mood.generic ||= up.generic;
  mood.ongoing ||= up.ongoing;
  mood.condition ??= up.condition;
  if (mood.tense === "none") mood.tense = up.tense;
  mood.cues.push(...up.cues);
}

function deny(mood: Mood): void {
  if (!mood.negative) mood.denied = true;
  else {
    mood.negative = false;
    weaken(mood, "possible");
  }
}

/** Lets one word speak; `up` is what is said of that word itself. Gives false where the effect is unknown. */
export function applyEffect(mood: Mood, effect: string, up: Mood | null): boolean {
  switch (effect) {
    case "happened":
      return true;
    case "ongoing":
      mood.ongoing = true;
      return true;
    case "negative":
      mood.negative = !mood.negative;
      return true;
    case "unlikely":
      mood.negative = !mood.negative;
      weaken(mood, "probable");
      return true;
    case "denied":
      deny(mood);
      return true;
    case "possible":
      weaken(mood, "possible");
      return true;
    case "probable":
      weaken(mood, "probable");
      return true;
    case "able":
      if (up?.tense !== "past" || isHypothetical(up)) weaken(mood, "possible");
      return true;
    case "obliged":
      if (up?.tense !== "past" || isHypothetical(up)) mood.requested = true;
      return true;
    case "planned":
      mood.planned = true;
      return true;
    case "requested":
      mood.requested = true;
      return true;
    case "unrequested":
      mood.requested = true;
      mood.negative = !mood.negative;
      return true;
    case "counterfactual":
      mood.counterfactual = true;
      return true;
    case "generic":
      mood.generic = true;
      return true;
    default:
      return false;
  }
}

/** Effect of a word on the act under it: first what is said of the word, then what the word says. */
export function govern(mood: Mood, { effect, negated }: Effect, up: Mood): void {
  if (effect === "fact" && (!up.negative || negated === "fact")) return;
  if (effect !== "denied") inherit(mood, up);
  applyEffect(mood, up.negative ? negated : effect, up);
}

/** The word for people (codebook, section 6). */
export function statusOf(mood: Mood): Status {
  if (mood.counterfactual) return "counterfactual";
  if (mood.generic) return "generic";
  if (mood.conditional) return "conditional";
  if (mood.denied) return "denied";
  if (mood.requested) return "requested";
  if (mood.certainty === "possible" || mood.certainty === "unknown") return "possible";
  if (mood.negative) return "not-happened";
  if (mood.planned) return "planned";
  if (mood.certainty === "probable") return "possible";
  return mood.ongoing || mood.tense === "ongoing" ? "ongoing" : "happened";
}
