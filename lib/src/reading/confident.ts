/** A reading without the events that are too unsure for a purpose. */
import { EntenteError, type ReadingRecord } from "../core/index.js";

/**
 * The reading without events whose confidence is below `minimum` (0 to 1). Claims and ties stay, and point only to the
 * events that stay. Throws `bad_option` for a minimum outside 0 to 1.
 */
export function confidentOnly(reading: ReadingRecord, minimum: number): ReadingRecord {
  if (!(minimum >= 0 && minimum <= 1))
    throw new EntenteError("bad_option", `The least confidence is a number from 0 to 1, not ${minimum}.`);
  const events = reading.events.filter((event) => event.confidence >= minimum);
  const ids = new Set(events.map((event) => event.id));
  const pointing = <T extends { readonly events: readonly string[] }>(record: T): T => ({
    ...record,
    events: record.events.filter((id) => ids.has(id)),
  });
  return { ...reading, events, claims: reading.claims.map(pointing), ties: reading.ties.map(pointing) };
}
