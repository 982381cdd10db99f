/** Fields of a record in words for people. */
import type {
  EventRecord,
  EventTime,
  Factuality,
  Magnitude,
  Party,
  ReadingRecord,
  TextSpan,
  Voice,
} from "entente";
import { cut, oneLine } from "./text-width.js";

const MAX_NAME_COLUMNS = 48; // of one party in the table

const UNTOLD: ReadonlySet<Party["sector"]> = new Set<Party["sector"]>([null, "GOV", "UNK"]); // say no more than the name

/** Names of the entities of a reading. */
export interface Names {
  readonly byId: ReadonlyMap<string, string>;
  /** Names of towns and regions: they act for nobody, so the state of a party stands in their place. */
  readonly places: ReadonlySet<string>;
}

export function namesOf({ entities }: ReadingRecord): Names {
  return {
    byId: new Map(entities.map((entity) => [entity.id, entity.name])),
    places: new Set(entities.filter((entity) => entity.kind === "place").map((entity) => entity.name)),
  };
}

/**
 * "Georgia CVL" for protesters in Tbilisi, "GEO CVL" where the text does not name the state itself; a person or a group
 * keeps the name that it has.
 */
function partyText(party: Party, { byId, places }: Names): string {
  if (party.entity === null) return cut(`“${oneLine(party.text)}”`, MAX_NAME_COLUMNS);
  const owner = byId.get(party.entity);
  const isPlace = places.has(party.name);
  const name = isPlace ? (owner ?? party.entity) : party.name || party.entity;
  const isPart = (isPlace || name === owner) && !UNTOLD.has(party.sector);
  return cut(oneLine(name), MAX_NAME_COLUMNS) + (isPart ? ` ${party.sector}` : "");
}

/** Parties by their names, each once; an army or a court shows its sector ("North Korea MIL"). */
export function partiesText(parties: readonly Party[], names: Names): string[] {
  return [...new Set(parties.map((party) => partyText(party, names)))];
}

/** "Russia → Ukraine", "Russia ↔ North Korea"; "?" is somebody whom the text does not name. */
export function whoText(event: EventRecord, names: Names): string {
  const actors = partiesText(event.actor, names);
  if (event.reciprocal) return actors.join(" ↔ ");
  const who = actors.join(", ") || "?";
  return event.recipient.length > 0 ? `${who} → ${partiesText(event.recipient, names).join(", ")}` : who;
}

/** "CONSULT visit", "AGREE of AID". */
export function whatText(event: EventRecord): string {
  if (event.of !== null) return `${event.type} of ${event.of}`;
  return event.mode === null ? event.type : `${event.type} ${event.mode}`;
}

const DAY_MS = 86_400_000;

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
}

/** A day as precise as it is known: "2024-06" for a month. */
function dayText(day: string, grain: EventTime["grain"]): string {
  if (grain === "year") return day.slice(0, 4);
  if (grain === "decade") return `${day.slice(0, 4)}s`;
  if (grain === "month" || grain === "quarter" || grain === "season") return day.slice(0, 7);
  return day;
}

function rangeText(since: string, last: string): string {
  if (since === last) return since;
  if (since.slice(0, 7) === last.slice(0, 7)) return `${since}…${last.slice(8)}`;
  if (since.slice(0, 4) === last.slice(0, 4)) return `${since.slice(0, 7)}…${last.slice(5, 7)}`;
  return `${since.slice(0, 4)}…${last.slice(0, 4)}`;
}

/** When, in at most 13 columns: "2024-06", "2022-02 …" (since), "< 2024-11-28" (before), "2016-12-12…17", "?". */
export function timeText(time: EventTime): string {
  if (time.since === null) return time.until === null ? "?" : `< ${time.until}`;
  if (time.until === null) return `${dayText(time.since, time.grain)} …`;
  const last = dayBefore(time.until);
  if (time.grain === "range" || time.grain === "week" || time.grain === "quarter" || time.grain === "season")
    return rangeText(time.since, last);
  return dayText(time.since, time.grain);
}

/** "happened", "planned, probable". */
export function statusText({ status, certainty }: Factuality): string {
  return certainty === "certain" || certainty === status ? status : `${status}, ${certainty}`;
}

function boundsText({ least, most }: Magnitude): string {
  if (least === null) return `≤${most}`;
  if (most === null) return `${least}+`;
  return least === most ? `${least}` : `${least}–${most}`;
}

/** "12+ dead, 30 injured"; empty where the text gives no number. */
export function magnitudeText(magnitude: EventRecord["magnitude"]): string {
  return (magnitude ?? []).map((m) => `${boundsText(m)} ${m.kind}`).join(", ");
}

function quoted(span: TextSpan): string {
  return oneLine(span.text);
}

/** Who says so, from the author inwards; empty is the author. */
export function voiceText(chain: readonly Voice[], names: Names): string {
  if (chain.length === 0) return "";
  return `according to ${chain.map((v) => `${partyText(v.party, names)} (${quoted(v.cue)})`).join(" › ")}`;
}
