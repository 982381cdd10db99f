/**
 * Own people at home: "Police in Lagos arrested a singer" is done by one part of a state to another. Where the authorities
 * of a state act on people of whom no nationality is said, and no other state is named, these people are its own.
 */
import type { Category, Sector } from "../../core/index.js";
import { uposAt } from "../../language/index.js";
import { type Mention, nounPhraseOf } from "../entities/index.js";
import { childrenAt, lemmaAt } from "../tree.js";
import type { PartyWords } from "../types.js";
import type { Act } from "./act.js";
import { contentRows } from "./content.js";
import type { Fit, Scene } from "./scene.js";

/** Roles that say where, not to whom. */
const LOCATIVE = new Set(["in", "at", "near", "on", "from", "over", "outside", "inside"]);

/** Rows of the nouns where the recipient of a frame would stand. */
export function objectRows({ frame, arguments: { roles } }: Fit): readonly number[] {
  if (frame.mutual.length > 0) return [];
  return [...frame.recipient, "obj"].flatMap((role) => (LOCATIVE.has(role) ? [] : (roles.get(role) ?? [])));
}

/** Sectors whose work is at home: whoever they act on is of their state, officials included. */
const HOME_WORK: ReadonlySet<Sector> = new Set<Sector>(["COP", "JUD", "LEG", "SPY", "OPP"]);
/** Sectors that act abroad as well. */
const FORCES: ReadonlySet<Sector> = new Set<Sector>(["MIL", "PRM", "REB"]);
/** Sectors of people who are another state's as often as not. */
const OUTSIDERS: ReadonlySet<Sector> = new Set<Sector>(["REF", "MIL", "GOV"]);

const AT_HOME: ReadonlySet<Category> = new Set<Category>([
  "COERCE",
  "SANCTION",
  "ACCUSE",
  "CONCEDE",
  "RETREAT",
  "REJECT",
  "THREATEN",
]);

function isHomeAct(act: Act, sector: Sector, placedAtHome: boolean): boolean {
  if (act.category === "ASSAULT")
    return sector === "COP" || sector === "REB" || (sector === "MIL" && placedAtHome);
  if (!AT_HOME.has(act.category) || act.mode === "resign") return false;
  if (!FORCES.has(sector)) return true;
  const underlying = act.of ?? act.category;
  return underlying === "COERCE" || (underlying === "RETREAT" && act.mode === "release");
}

const STATE_ID = /^[A-Z]{3}$/u;

/** The one actor, where it is a part of a state that may act at home. */
function authorityOf(act: Act): { readonly state: string; readonly sector: Sector } | null {
  const [first] = act.actors;
  if (first === undefined || act.actors.some((p) => p.entity !== first.entity)) return null;
  const { entity, sector, political } = first;
  if (!political || entity === null || sector === null || !STATE_ID.test(entity)) return null;
  return sector === "GOV" || HOME_WORK.has(sector) || FORCES.has(sector) ? { state: entity, sector } : null;
}

function mentionAt(scene: Scene, row: number): Mention | null {
  const index = scene.mentions.at[row]!;
  return index >= 0 ? scene.mentions.list[index]! : null;
}

const REACH = 40; // words on each side of the act, within its sentence, in which another state may be named

interface Named {
  readonly hasOther: boolean;
  readonly hasPlaceAtHome: boolean;
}

/** Whether another party than the state is named around an act, and whether a place of the state is. */
function namedAround(scene: Scene, row: number, state: string): Named {
  const { tree } = scene;
  const sentence = tree.sentence[row]!;
  const first = Math.max(tree.sentenceStart[sentence]!, row - REACH);
  const end = Math.min(tree.sentenceStart[sentence + 1]!, row + REACH + 1);
  let hasPlaceAtHome = false;
  for (let at = first; at < end; at++) {
    const mention = mentionAt(scene, at);
    if (mention === null) continue;
    const entities = [mention, ...mention.group].map((m) => m.entity);
    if (entities.some((entity) => entity !== null && entity !== state))
      return { hasOther: true, hasPlaceAtHome };
    if (mention.kind === "place" && mention.entity === state) hasPlaceAtHome = true;
  }
  return { hasOther: false, hasPlaceAtHome };
}

const PEOPLE = ["people", "protester", "worker", "civilian"];
const AT_HOME_ONLY = ["official", "media", "movement"];
const FROM_ELSEWHERE = ["diplomat", "observer", "stranger"];

function isForeign(scene: Scene, row: number): boolean {
  const classes = scene.acts.classes.get(lemmaAt(scene.tree, row));
  return (
    FROM_ELSEWHERE.some((name) => classes?.has(name)) ||
    mentionAt(scene, row)?.sector === "REF" ||
    childrenAt(scene.tree, row).some((child) => lemmaAt(scene.tree, child) === "foreign")
  );
}

/** Sectors that take and shut things: what they seize belongs to people there. A ship may be anybody's. */
const SEIZING: ReadonlySet<Sector> = new Set<Sector>(["COP", "JUD", "SPY"]);

function isSeized(act: Act, sector: Sector, classes: ReadonlySet<string> | undefined): boolean {
  return (
    SEIZING.has(sector) && act.category === "COERCE" && act.mode !== "curfew" && !classes?.has("vehicle")
  );
}

/** People without a state; for those who work at home officials, papers and movements too. Never envoys and refugees. */
function isOwn(scene: Scene, act: Act, row: number, sector: Sector): boolean {
  const upos = uposAt(scene.tree, row);
  if ((upos !== "NOUN" && upos !== "PROPN") || isForeign(scene, row)) return false;
  const isAtHome = HOME_WORK.has(sector);
  const classes = scene.acts.classes.get(lemmaAt(scene.tree, row));
  const isPerson = PEOPLE.some((name) => classes?.has(name));
  const mention = mentionAt(scene, row);
  if (mention !== null) {
    if (mention.entity !== null || mention.sector === null) return false;
    return isAtHome || (!OUTSIDERS.has(mention.sector) && (isPerson || mention.sector !== "JRN"));
  }
  return (
    isPerson ||
    (isAtHome && AT_HOME_ONLY.some((name) => classes?.has(name))) ||
    isSeized(act, sector, classes)
  );
}

function ownParty(scene: Scene, act: Act, row: number, state: string): PartyWords {
  const named = act.recipients.find((p) => p.head === row);
  const { start, end } = nounPhraseOf(scene.tree, row);
  const [from, to] = [scene.tree.from[start]!, scene.tree.to[end - 1]!];
  const sector = named?.sector ?? mentionAt(scene, row)?.sector ?? "CVL";
  const name = scene.tree.text.slice(from, to);
  return { from, to, name, head: row, entity: state, referent: state, sector, political: true };
}

/** Gives an act of authorities on people without a nationality the state that these people belong to. */
export function withOwnPeople(scene: Scene, act: Act): Act {
  if (act.reciprocal || act.recipients.some((p) => p.entity !== null)) return act;
  const authority = authorityOf(act);
  if (authority === null) return act;
  const { state, sector } = authority;
  const row = act.objects
    .flatMap((r) => contentRows(scene.tree, r))
    .find((r) => isOwn(scene, act, r, sector));
  if (row === undefined) return act;
  const named = namedAround(scene, act.row, state);
  if (named.hasOther || !isHomeAct(act, sector, named.hasPlaceAtHome)) return act;
  return { ...act, recipients: [ownParty(scene, act, row, state)], rule: `${act.rule} > people at home` };
}
