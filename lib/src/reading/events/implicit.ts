/**
 * Parties that the words of an act leave to its context: the speaker or the subject of the clause above ("a treaty
 * signed with Peru", said by Chile), and for talks of which nobody is named the two actors of the sentence.
 */
import type { Category } from "../../core/index.js";
import { wordAt } from "../../language/index.js";
import { partiesAt } from "../entities/index.js";
import type { PartyWords, Tree, Voices } from "../types.js";
import type { Act } from "./act.js";
import { subjectRow, verbArguments } from "./arguments.js";
import type { Scene } from "./scene.js";

const MAX_CLIMB = 6; // clauses above the act that may name its party

function isKnown(party: PartyWords): boolean {
  return party.political && party.entity !== null;
}

/** Subjects of the clauses above an act, the nearest first, then the speaker. */
function above(scene: Scene, voices: Voices, row: number): readonly PartyWords[] {
  const { tree, mentions } = scene;
  const found: PartyWords[] = [];
  let up = tree.head[row]!;
  for (let i = 0; i < MAX_CLIMB && up >= 0; i++, up = tree.head[up]!) {
    const subject = subjectRow(tree, up);
    if (subject >= 0 && subject !== row) found.push(...partiesAt(mentions, tree, subject).filter(isKnown));
  }
  const voice = voices.at[row]!;
  if (voice >= 0 && isKnown(voices.list[voice]!.party)) found.push(voices.list[voice]!.party);
  return found;
}

/** The political actors named in the sentence of an act, one for each entity. */
function inSentence(scene: Scene, row: number): readonly PartyWords[] {
  const { tree, mentions } = scene;
  const byEntity = new Map<string, PartyWords>();
  const sentence = tree.sentence[row]!;
  for (let at = tree.sentenceStart[sentence]!; at < tree.sentenceStart[sentence + 1]!; at++) {
    const index = mentions.at[at]!;
    const mention = index >= 0 ? mentions.list[index]! : null;
    if (mention?.political && mention.entity !== null && !byEntity.has(mention.entity))
      byEntity.set(mention.entity, mention);
  }
  return [...byEntity.values()];
}

const FIRST_PERSON = new Set(["we", "i"]);

/** "We attacked the port," said by somebody: he and his are meant. */
export function withSpeaker(scene: Scene, voices: Voices, act: Act): Act {
  if (act.actors.some(isKnown)) return act;
  const subject = subjectRow(scene.tree, act.outerClause);
  const voice = voices.at[act.outerRow]!;
  if (subject < 0 || voice < 0 || !FIRST_PERSON.has(wordAt(scene.tree, subject).toLowerCase())) return act;
  const { party } = voices.list[voice]!;
  if (!isKnown(party) || act.recipients.some((p) => p.entity === party.entity)) return act;
  const { from, to } = { from: scene.tree.from[subject]!, to: scene.tree.to[subject]! };
  return { ...act, actors: [{ ...party, from, to, head: subject }], rule: `${act.rule} > the speaker` };
}

/** "was detained in Turkey": who is held without a captor named is held by the authorities of the place. */
export function withAuthorities(scene: Scene, act: Act): Act {
  if (act.category !== "COERCE" || act.of !== null || act.actors.length > 0 || act.mode !== "arrest")
    return act;
  for (const row of verbArguments(scene.tree, act.clause).roles.get("in") ?? [])
    for (const party of partiesAt(scene.mentions, scene.tree, row)) {
      if (party.entity === null || act.recipients.some((p) => p.head === party.head)) continue;
      const actor: PartyWords = { ...party, sector: "GOV", political: true };
      return { ...act, actors: [actor], rule: `${act.rule} > authorities of the place` };
    }
  return act;
}

/** Meetings told so far, in text order: "it was agreed to ..." speaks of who met last. */
export type Encounters = readonly Act[];

export function encountersOf(acts: readonly Act[]): Encounters {
  return acts.filter((act) => act.category === "CONSULT" && act.reciprocal && act.of === null);
}

function lastEncounter(encounters: Encounters, row: number): readonly PartyWords[] {
  return encounters.findLast((act) => act.row < row)?.actors ?? [];
}

/** An act with the parties that its context supplies; null where an open one finds none. */
export function completeParties(scene: Scene, voices: Voices, encounters: Encounters, act: Act): Act | null {
  const named = [...act.actors, ...act.recipients].filter(isKnown);
  if (act.open && named.length === 0) {
    const both = act.category === "AGREE" ? lastEncounter(encounters, act.row) : inSentence(scene, act.row);
    if (both.length < 2 || (act.category !== "AGREE" && both.length > 2)) return null;
    return {
      ...act,
      actors: both,
      recipients: [],
      reciprocal: true,
      rule: `${act.rule} > parties of the context`,
    };
  }
  if (!act.mutual || act.reciprocal || named.length !== 1) return act;
  const other = above(scene, voices, act.row).find((p) => p.entity !== named[0]!.entity);
  if (other === undefined) return act.open ? null : act;
  return {
    ...act,
    actors: [other, named[0]!],
    recipients: [],
    reciprocal: true,
    rule: `${act.rule} > party of the clause above`,
  };
}

/** Kinds of acts whose recipient carries over to the next of the kind: help, and words against somebody. */
const CARRIED: readonly ReadonlySet<Category>[] = [
  new Set<Category>(["AID", "COOPERATE", "SUPPORT"]),
  new Set<Category>(["ACCUSE", "THREATEN"]),
];

const LOOK_BACK = 6; // acts before this one that may stand in its sentence

function carriedKind(act: Act): ReadonlySet<Category> | undefined {
  return CARRIED.find((kind) => kind.has(act.category) || (act.of !== null && kind.has(act.of)));
}

/**
 * "Oslo backed Kyiv and even considered sending jets", "mocked the cabinet, warning that war was near":
 * an act without a recipient has that of the act of its kind before it, by the same actor in the same sentence.
 */
export function inheritRecipients(tree: Tree, acts: readonly Act[]): readonly Act[] {
  return acts.map((act, i) => {
    const kind = carriedKind(act);
    if (act.reciprocal || act.recipients.length > 0 || kind === undefined) return act;
    const before = acts
      .slice(Math.max(0, i - LOOK_BACK), i)
      .findLast(
        (other) =>
          tree.sentence[other.row] === tree.sentence[act.row] &&
          carriedKind(other) === kind &&
          !other.reciprocal &&
          other.recipients.some(isKnown) &&
          other.actors.some((a) => isKnown(a) && act.actors.some((b) => b.entity === a.entity)),
      );
    if (before === undefined) return act;
    return { ...act, recipients: before.recipients, rule: `${act.rule} > recipient of ${before.rule}` };
  });
}
