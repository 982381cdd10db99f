/** Who does what to whom once an operator ("promised to", "refused to") stands around an act. */
import type { PartyWords } from "../types.js";
import type { Act } from "./act.js";
import type { Fit } from "./scene.js";

export function identity(party: PartyWords): string {
  return party.entity ?? `row ${party.head}`;
}

/** The same words, or the same part of a state: another part ("its senators") is somebody else. */
function isSameParty(a: PartyWords, b: PartyWords): boolean {
  if (a.head === b.head) return true;
  return a.entity !== null && a.entity === b.entity && a.sector === b.sector;
}

function strangersAmong(
  parties: readonly PartyWords[],
  others: readonly PartyWords[],
): readonly PartyWords[] {
  const known = new Set(others.map(identity));
  return parties.filter((p) => !known.has(identity(p)));
}

/** The parties who are not among the others; parts of their own state only where nobody else is left. */
export function without(
  parties: readonly PartyWords[],
  others: readonly PartyWords[],
): readonly PartyWords[] {
  const strangers = strangersAmong(parties, others);
  if (strangers.some((p) => p.political || p.entity !== null)) return strangers;
  return parties.filter((p) => !others.some((other) => isSameParty(p, other)));
}

export function isPolitical(parties: readonly PartyWords[]): boolean {
  return parties.some((p) => p.political);
}

export interface Sides {
  readonly actors: readonly PartyWords[];
  readonly recipients: readonly PartyWords[];
  readonly reciprocal: boolean;
}

const EXPECTING = new Set(["plan", "consider"]);

/** "is poised to receive arms": whom the operator is about is the one to whom the act is done. */
function isReceiver(fit: Fit, inner: Act): boolean {
  const receivers = new Set(inner.recipients.map(identity));
  return isPolitical(inner.recipients) &&
    strangersAmong(inner.actors, inner.recipients).length === inner.actors.length
    ? fit.actors.every((p) => receivers.has(identity(p)))
    : false;
}

function directed(actors: readonly PartyWords[], recipients: readonly PartyWords[]): Sides {
  return { actors, recipients, reciprocal: false };
}

/** Of a mutual act promised, refused or put off by one side, the other is the recipient. */
function sidesOfMutual({ actors, recipients }: Fit, inner: Act): Sides {
  const others = without(inner.actors, actors);
  if (isPolitical(recipients)) return directed(actors, recipients);
  if (actors.length > 1 || others.length === 0)
    return { actors, recipients: [], reciprocal: actors.length > 1 };
  return directed(actors, others);
}

/** Whom the act inside is done to, or with; failing that, who would do it. */
function innerRecipients({ actors }: Fit, inner: Act, operator: string): readonly PartyWords[] {
  if (operator === "warn") return strangersAmong(inner.recipients, actors); // who is warned need not be who would act
  if (inner.recipients.some((p) => p.political || p.entity !== null))
    return without(inner.recipients, actors);
  return inner.mutual ? without(inner.actors, actors) : strangersAmong(inner.actors, actors);
}

/** Who is asked to act: nobody is asked by his own words ("the calls by Ireland"). */
function asked({ actors, recipients }: Fit, inner: Act): readonly PartyWords[] {
  if (isPolitical(recipients)) return recipients;
  return without(
    inner.actors.filter((p) => p.political || p.entity === null),
    actors,
  );
}

/** Who does what to whom once an operator stands around the act. */
export function sidesOf(fit: Fit, inner: Act, operator: string): Sides {
  const { actors, recipients } = fit;
  if (operator === "deny") return inner;
  if (operator === "request") return directed(actors, asked(fit, inner));
  if (fit.reciprocal) return { actors, recipients: [], reciprocal: true };
  if (!isPolitical(actors) || (EXPECTING.has(operator) && isReceiver(fit, inner))) return inner;
  if (inner.reciprocal) return sidesOfMutual(fit, inner);
  return directed(actors, isPolitical(recipients) ? recipients : innerRecipients(fit, inner, operator));
}
