/** From merged acts to the event records that people and programs read. */
import {
  type Auxiliary,
  type Category,
  type Context,
  cameoOf,
  type EventRecord,
  type Evidence,
  type EvidenceSpan,
  type Party,
  QUAD_OF,
  scoreOf,
  sha256,
  spanOf,
  utf8Bytes,
  type Voice,
} from "../../core/index.js";
import { dayNumber } from "../time/index.js";
import type { PartyWords, Tree, VoiceNode } from "../types.js";
import type { JudgedAct, Setting } from "./judge.js";
import { mergedMagnitudes } from "./magnitude.js";
import type { MergedAct } from "./merge.js";
import { type PlaceWords, placeOf } from "./place.js";

const HISTORICAL_DAYS = 365; // PLOVER manual: historical is over a year before publication

export function partyRecord(tree: Tree, party: PartyWords): Party {
  const span = spanOf(tree.text, party.from, party.to);
  return { entity: party.entity, sector: party.sector, name: party.name, ...span };
}

function partyRecords(tree: Tree, parties: readonly PartyWords[]): readonly Party[] {
  const seen = new Set<string>();
  const records: Party[] = [];
  for (const party of parties) {
    const key = `${party.referent ?? party.entity ?? party.head}/${party.sector}`;
    if (seen.has(key)) continue;
    seen.add(key);
    records.push(partyRecord(tree, party));
  }
  return records;
}

export function voiceRecord(tree: Tree, voice: VoiceNode): Voice {
  return { party: partyRecord(tree, voice.party), cue: voice.cue, quoted: voice.quoted };
}

/** Words before and behind an act that its evidence shows of an endless sentence: else its text would stand in every act. */
const SHOWN_WORDS = 150;

/** Characters of a sentence, without white space at its ends; of an endless one the words around the row. */
export function sentenceSpan(
  tree: Tree,
  row: number,
): { readonly from: number; readonly to: number; readonly text: string } {
  const sentence = tree.sentence[row]!;
  const first = Math.max(tree.sentenceStart[sentence]!, row - SHOWN_WORDS);
  const last = Math.min(tree.sentenceStart[sentence + 1]! - 1, row + SHOWN_WORDS);
  return spanOf(tree.text, tree.from[first]!, tree.to[last]!);
}

function evidenceOf(tree: Tree, document: string, act: JudgedAct, place: PlaceWords | null): Evidence {
  const spans: EvidenceSpan[] = [];
  for (const row of act.triggers)
    spans.push({ role: "trigger", ...spanOf(tree.text, tree.from[row]!, tree.to[row]!) });
  for (const p of act.actors) spans.push({ role: "actor", ...spanOf(tree.text, p.from, p.to) });
  for (const p of act.recipients) spans.push({ role: "recipient", ...spanOf(tree.text, p.from, p.to) });
  if (act.timeWords) spans.push({ role: "time", ...spanOf(tree.text, act.timeWords.from, act.timeWords.to) });
  if (place) spans.push({ role: "place", ...spanOf(tree.text, place.from, place.to) });
  for (const cue of act.statusCues) spans.push({ role: "status", ...cue });
  for (const voice of act.voices) spans.push({ role: "voice", ...voice.cue });
  for (const { from, to, text } of act.magnitudes) spans.push({ role: "magnitude", from, to, text });
  return { document, sentence: sentenceSpan(tree, act.outerRow), spans, rule: act.rule };
}

function auxiliaryOf(act: JudgedAct, published: string | null): readonly Auxiliary[] {
  const { status, polarity } = act.factuality;
  const marks: Auxiliary[] = [];
  const { until } = act.time;
  if (until !== null && published !== null && dayNumber(published) - dayNumber(until) > HISTORICAL_DAYS)
    marks.push("historical");
  if (status === "planned" || status === "requested") marks.push("future");
  if (status === "possible" || status === "conditional" || status === "counterfactual")
    marks.push("hypothetical");
  if (polarity === "negative") marks.push("negation");
  return marks;
}

/** The place of each telling, and for the leading one, where it names none, that of the first that does. */
function placesOf(
  setting: Setting,
  { lead, tellings }: MergedAct,
): ReadonlyMap<JudgedAct, PlaceWords | null> {
  const places = new Map(tellings.map((telling) => [telling, placeOf(setting.scene, telling)] as const));
  const any = [...places.values()].find((place) => place !== null) ?? null;
  return places.set(lead, places.get(lead) ?? any);
}

/** The record of one merged act. */
export function eventRecord(
  setting: Setting,
  document: string,
  merged: MergedAct,
  confidence: number,
): EventRecord {
  const { tree } = setting.scene;
  const act = merged.lead;
  const type: Category = act.category;
  const places = placesOf(setting, merged);
  const magnitudes = mergedMagnitudes(merged);
  const contexts: readonly Context[] = [...new Set(merged.tellings.flatMap((t) => t.contexts))];
  const identity = [document, type, act.of ?? "", tree.from[act.outerRow], tree.to[act.outerRow]].join(" ");
  return {
    id: sha256(utf8Bytes(identity)).slice(0, 16),
    type,
    mode: act.mode,
    of: act.of,
    contexts,
    quad: QUAD_OF[type],
    score: scoreOf(type, act.mode),
    cameo: cameoOf(setting.scene.acts.cameo, { type, mode: act.mode, of: act.of, contexts }),
    actor: partyRecords(tree, act.actors),
    recipient: partyRecords(tree, act.recipients),
    reciprocal: act.reciprocal,
    time: act.time,
    place: places.get(act)?.place ?? null,
    factuality: act.factuality,
    auxiliary: auxiliaryOf(act, setting.published),
    attribution: act.voices.map((voice) => voiceRecord(tree, voice)),
    magnitude: magnitudes.length > 0 ? magnitudes : null,
    confidence,
    evidence: merged.tellings.map((t) => evidenceOf(tree, document, t, places.get(t) ?? null)),
  };
}
