/** The conditions of a frame's `needs` column. */
import { uposAt } from "../../language/index.js";
import { type PartyWords, partiesAt } from "../entities/index.js";
import type { Need, NeedValue } from "../frames/frame.js";
import { lemmaAt } from "../tree.js";
import { contentRows } from "./content.js";
import type { Fit, Scene } from "./scene.js";

/** True where the condition is met, its negation not yet looked at. */
export function holds(scene: Scene, fit: Fit, need: Need): boolean {
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

/** Roles in which an operator may bring the party: "is poised to receive arms" names no giver. */
const PARTY_ROLES = new Set(["recipient", "actor", "two", "subj", "owner", "from", "by"]);

/** Where an act stands: told for itself, inside an operator, or with its parties left to the context. */
export type Standing = "alone" | "inside" | "open";

/** Conditions on the parties that need not hold: an operator, or the context, brings them. */
export function isWaived(need: Need, standing: Standing): boolean {
  if (standing === "alone" || need.negated || !need.values.every((v) => v.test === "kind")) return false;
  return standing === "open" || need.roles.every((r) => PARTY_ROLES.has(r));
}
