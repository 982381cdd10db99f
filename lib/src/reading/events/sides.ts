/** The parties of a frame from its roles. */
import { wordAt } from "../../language/index.js";
import { type PartyWords, partiesAt } from "../entities/index.js";
import type { Frame } from "../frames/frame.js";
import { lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Arguments, nounArguments } from "./arguments.js";
import type { Fit, Scene } from "./scene.js";

/** A frame with the parties that stand in its roles. */
export function fillRoles(scene: Scene, row: number, frame: Frame, args: Arguments): Fit {
  const actors = partiesOfRoles(scene, args, frame.actor, []);
  const taken = actors.map((p) => p.head);
  const members = frame.mutual.length > 0 ? joinMutual(scene, args, frame, actors, taken) : [];
  if (isSeveral(members))
    return { frame, row, arguments: args, actors: members, recipients: [], reciprocal: true };
  if (actors.length === 0 && members.length > 0)
    return { frame, row, arguments: args, actors: members, recipients: [], reciprocal: false };
  if (actors.length > 1 && isEachOther(scene.tree, args.roles.get("obj")?.[0] ?? -1))
    return { frame, row, arguments: args, actors, recipients: [], reciprocal: true };
  const recipients = partiesOfRoles(scene, args, frame.recipient, taken).filter((p) => !isSelf(p, actors));
  return { frame, row, arguments: args, actors, recipients, reciprocal: false };
}

/** Nobody does it to himself: a pronoun or title taken for the actor is a wrong guess. */
function isSelf(party: PartyWords, actors: readonly PartyWords[]): boolean {
  return (
    party.referent !== null &&
    actors.some((a) => a.referent === party.referent && a.sector === party.sector && a.sector === "GOV")
  );
}

/** "each other", "one another". */
function isEachOther(tree: Tree, row: number): boolean {
  if (row < 0) return false;
  const word = wordAt(tree, row).toLowerCase();
  const before = row > 0 ? wordAt(tree, row - 1).toLowerCase() : "";
  const after = row + 1 < tree.size ? wordAt(tree, row + 1).toLowerCase() : "";
  if ((word === "each" && after === "other") || (word === "one" && after === "another")) return true;
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
    for (const party of partiesOfRow(scene, row))
      if (
        !taken.includes(party.head) &&
        !parties.some((p) => p.head === party.head && p.entity === party.entity)
      )
        parties.push(party);
  return parties;
}

/** "condemned the attacks in Syria": of an attack those are meant who made it, never where it was. */
function partiesOfRow(scene: Scene, row: number): readonly PartyWords[] {
  const isAttack = scene.acts.classes.get(lemmaAt(scene.tree, row))?.has("attack") ?? false;
  if (!isAttack) return partiesAt(scene.mentions, scene.tree, row);
  const owners = nounArguments(scene.tree, row, scene.acts.lightVerbs).roles.get("owner") ?? [];
  return owners.flatMap((owner) => partiesAt(scene.mentions, scene.tree, owner));
}

/** "the Hanoi summit", "the Minsk agreements": a town before a noun says where. */
function isPlaceName(scene: Scene, row: number): boolean {
  if (relationAt(scene.tree, row) !== "compound") return false;
  const index = scene.mentions.at[row]!;
  const mention = index >= 0 ? scene.mentions.list[index]! : null;
  return mention !== null && (mention.form === "capital" || mention.kind === "place");
}
