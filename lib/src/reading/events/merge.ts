/** One record per act: mentions of the same act inside a document become one event with all its evidence. */
import type { PartyWords } from "../types.js";
import type { JudgedAct } from "./judge.js";

export interface MergedAct {
  /** The telling that decides the fields: the fullest, the earliest of equals. */
  readonly lead: JudgedAct;
  readonly tellings: readonly JudgedAct[];
}

const WINDOW = 24; // earlier acts of the same kind that a new telling is held against: keeps the cost linear

interface Group {
  lead: JudgedAct;
  readonly tellings: JudgedAct[];
}

function known(parties: readonly PartyWords[]): Set<string> {
  return new Set(parties.filter((p) => p.entity !== null).map((p) => p.entity!));
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const x of a) if (b.has(x)) return true;
  return false;
}

function equal(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((x) => b.has(x));
}

/** A pair told with one of them missing is the same pair; a third who joins makes another meeting (codebook, rule 8). */
function isSmallerParty(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return Math.max(a.size, b.size) <= 2 && intersects(a, b);
}

function sidesAgree(a: JudgedAct, b: JudgedAct, strict: boolean): boolean {
  if (a.reciprocal || b.reciprocal) {
    const all = known([...a.actors, ...a.recipients]);
    const others = known([...b.actors, ...b.recipients]);
    return equal(all, others) || (!strict && isSmallerParty(all, others));
  }
  const agree = (x: ReadonlySet<string>, y: ReadonlySet<string>) =>
    strict ? equal(x, y) : x.size === 0 || y.size === 0 || intersects(x, y);
  return agree(known(a.actors), known(b.actors)) && agree(known(a.recipients), known(b.recipients));
}

function timesAgree(a: JudgedAct, b: JudgedAct): boolean {
  const before = (x: string | null, y: string | null) => x !== null && y !== null && x <= y;
  return !before(a.time.until, b.time.since) && !before(b.time.until, a.time.since);
}

const DONE = new Set(["happened", "ongoing"]);

function statusAgrees(a: JudgedAct, b: JudgedAct): boolean {
  const x = a.factuality.status;
  const y = b.factuality.status;
  return x === y || (DONE.has(x) && DONE.has(y));
}

const ENCOUNTERS = new Set(["CONSULT", "AGREE"]);

function sameAct(
  tree: { readonly sentence: Uint32Array; readonly lemma: readonly string[] },
  a: JudgedAct,
  b: JudgedAct,
) {
  if (!statusAgrees(a, b) || !timesAgree(a, b)) return false;
  if (tree.sentence[a.row] === tree.sentence[b.row]) return sidesAgree(a, b, false);
  if (isVague(tree.lemma, a, b) || isVague(tree.lemma, b, a)) return true;
  if (!sidesAgree(a, b, true)) return false;
  const related = tree.lemma[a.row] === tree.lemma[b.row] || (a.mode !== null && a.mode === b.mode);
  return related || (ENCOUNTERS.has(a.category) && (a.category === "CONSULT" || a.of === "CONSULT"));
}

/** "the meeting with Modi", told again with one side only, is the encounter that was told in full. */
const MEETINGS = new Set(
  "meeting talk talks conversation summit negotiation negotiations session discussion call encounter".split(
    " ",
  ),
);

function isVague(lemma: readonly string[], full: JudgedAct, vague: JudgedAct): boolean {
  if (!MEETINGS.has(lemma[vague.row]!)) return false;
  if (vague.category !== "CONSULT" || vague.reciprocal || vague.mode === "visit") return false;
  if (vague.actors.length + vague.recipients.length !== 1) return false;
  const all = known([...full.actors, ...full.recipients]);
  return all.size > 1 && intersects(known([...vague.actors, ...vague.recipients]), all);
}

function fullness(act: JudgedAct): number {
  const parties = known(act.actors).size + known(act.recipients).size;
  return parties * 2 + (act.time.how === "stated" ? 1 : 0) + (act.mode !== null ? 1 : 0);
}

/** A headline tells in short what the body tells in full: the same kind of act with a party in common is the same. */
function isHeadlineOf(_tree: unknown, a: JudgedAct, b: JudgedAct): boolean {
  return intersects(known([...a.actors, ...a.recipients]), known([...b.actors, ...b.recipients]));
}

/** Merges tellings in text order, headlines last. Cost: tellings × `WINDOW`. */
export function mergeActs(
  tree: { readonly sentence: Uint32Array; readonly lemma: readonly string[] },
  acts: readonly JudgedAct[],
): readonly MergedAct[] {
  const byKind = new Map<string, Group[]>();
  const all: Group[] = [];
  for (const act of [...acts.filter((a) => !a.headline), ...acts.filter((a) => a.headline)]) {
    const kind = `${act.category} ${act.of ?? ""}`;
    const groups = byKind.get(kind) ?? [];
    const isSame = act.headline ? isHeadlineOf : sameAct;
    const found = groups.slice(-WINDOW).find((g) => g.tellings.some((t) => isSame(tree, t, act)));
    if (found !== undefined) {
      found.tellings.push(act);
      if (!act.headline && fullness(act) > fullness(found.lead)) found.lead = act;
      continue;
    }
    const group = { lead: act, tellings: [act] };
    groups.push(group);
    byKind.set(kind, groups);
    all.push(group);
  }
  return all;
}
