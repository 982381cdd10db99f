/** Claims as records: holder from the voices, and the events whose words stand inside the claim. */
import {
  type ClaimRecord,
  type EventRecord,
  firstFrom,
  type Span,
  sha256,
  spanOf,
  utf8Bytes,
} from "../../core/index.js";
import { partyRecord, sentenceSpan } from "../events/index.js";
import type { Tree, Voices } from "../types.js";
import type { ClaimWords } from "./find.js";

function inside(span: Span | null, at: number): boolean {
  return span !== null && at >= span.from && at < span.to;
}

/** Events by the place of their trigger, sorted, so that a claim finds its own without reading them all. */
interface TriggerPlace {
  readonly at: number;
  readonly event: string;
}

function triggerPlaces(events: readonly EventRecord[]): readonly TriggerPlace[] {
  return events
    .flatMap((e) =>
      e.evidence.map((v) => ({ at: v.spans.find((s) => s.role === "trigger")?.from ?? -1, event: e.id })),
    )
    .sort((a, b) => a.at - b.at);
}

function eventsOf(places: readonly TriggerPlace[], claim: ClaimWords): readonly string[] {
  const spans = [claim.from, claim.to].filter((s) => s !== null);
  const found = new Set<string>();
  for (const span of spans)
    for (
      let i = firstFrom(places, span.from, (place) => place.at);
      i < places.length && inside(span, places[i]!.at);
      i++
    )
      found.add(places[i]!.event);
  return [...found];
}

/** The records of all claims of a document. */
export function claimRecords(
  tree: Tree,
  voices: Voices,
  document: string,
  claims: readonly ClaimWords[],
  events: readonly EventRecord[],
): readonly ClaimRecord[] {
  const places = triggerPlaces(events);
  return claims.map((claim) => {
    const voice = voices.at[claim.row]!;
    const cue = spanOf(tree.text, tree.from[claim.cue]!, tree.to[claim.cue]!);
    const identity = [document, claim.kind, tree.from[claim.row], tree.to[claim.row]].join(" ");
    return {
      id: sha256(utf8Bytes(identity)).slice(0, 16),
      kind: claim.kind,
      sign: claim.sign,
      holder: voice >= 0 ? [partyRecord(tree, voices.list[voice]!.party)] : [],
      from: claim.from,
      to: claim.to,
      events: eventsOf(places, claim),
      certainty: claim.certainty,
      polarity: claim.negative ? "negative" : "positive",
      evidence: [
        {
          document,
          sentence: sentenceSpan(tree, claim.row),
          spans: [{ role: "trigger", ...cue }],
          rule: claim.rule,
        },
      ],
    } satisfies ClaimRecord;
  });
}
