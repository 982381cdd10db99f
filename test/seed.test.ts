/**
 * The document that the project began with: a commentary on an alliance, twice in one file. It is a publisher's text
 * and not part of the project, so the test runs only where it lies beside the checkout, and nothing of it stands here.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type EventRecord, type ReadingRecord, read } from "../lib/src/index.js";
import { notationOf } from "../lib/src/reading/frames/coding.js";
import { openReader } from "./model.js";

const SEED = new URL("../../shared/seed/article.txt", import.meta.url);
const present = existsSync(SEED);
if (!present) console.log("seed.test: skipped, the article does not lie beside this checkout");

interface Wanted {
  readonly what: string;
  readonly types: readonly EventRecord["type"][];
  readonly actor?: string;
  /** Somewhere among the parties. */
  readonly parties?: readonly string[];
  readonly statuses: readonly string[];
  /** Half-open interval that must hold the event's beginning. */
  readonly since?: readonly [string, string];
  readonly voice?: string | null;
}

const PUBLISHED = "2024-11-28";

const WANTED: readonly Wanted[] = [
  {
    what: "the troop deployment",
    types: ["AID", "MOBILIZE"],
    actor: "PRK",
    parties: ["RUS"],
    statuses: ["happened", "ongoing"],
    voice: null,
  },
  {
    what: "the partnership treaty",
    types: ["SUPPORT", "AGREE"],
    parties: ["PRK", "RUS"],
    statuses: ["happened"],
    since: ["2024-06-01", "2024-07-01"],
  },
  {
    what: "the talks under way",
    types: ["CONSULT"],
    parties: ["PRK", "RUS"],
    statuses: ["ongoing"],
    voice: "RUS",
  },
  {
    what: "the further help",
    types: ["AGREE"],
    actor: "PRK",
    parties: ["RUS"],
    statuses: ["possible"],
    voice: "RUS",
  },
  {
    what: "the ministry's conditional statement",
    types: ["MOBILIZE", "AID", "AGREE", "THREATEN"],
    actor: "PRK",
    statuses: ["possible", "conditional"],
    voice: "PRK",
  },
  {
    what: "the invasion",
    types: ["ASSAULT"],
    actor: "RUS",
    statuses: ["happened", "ongoing"],
    since: ["2022-02-01", "2022-03-01"],
    voice: null,
  },
  {
    what: "the vote",
    types: ["REJECT"],
    actor: "PRK",
    statuses: ["happened"],
    since: ["2022-03-02", "2022-03-03"],
    voice: null,
  },
  {
    what: "the mockery",
    types: ["ACCUSE"],
    actor: "PRK",
    parties: ["UKR"],
    statuses: ["happened"],
    since: ["2023-01-01", "2023-02-01"],
    voice: null,
  },
  {
    what: "the warning",
    types: ["THREATEN"],
    actor: "PRK",
    parties: ["UKR"],
    statuses: ["possible", "planned", "happened"],
    since: ["2023-01-01", "2023-02-01"],
  },
  {
    what: "the summit",
    types: ["CONSULT"],
    parties: ["PRK", "USA"],
    statuses: ["happened", "not-happened"],
    since: ["2019-01-01", "2019-12-31"],
    voice: null,
  },
  {
    what: "the announced measures",
    types: ["THREATEN", "AGREE"],
    actor: "KOR",
    statuses: ["planned"],
    voice: "KOR",
  },
  {
    what: "the possible military aid",
    types: ["AGREE"],
    actor: "KOR",
    parties: ["UKR"],
    statuses: ["possible"],
    voice: null,
  },
  {
    what: "the strikes",
    types: ["ASSAULT"],
    actor: "RUS",
    parties: ["UKR"],
    statuses: ["ongoing"],
    voice: null,
  },
  {
    what: "the deployment of the 1960s and 1970s",
    types: ["AID"],
    actor: "KOR",
    parties: ["RVN"],
    statuses: ["happened"],
    since: ["1954-01-01", "1966-01-01"],
    voice: null,
  },
  {
    what: "the transfer of technology",
    types: ["AGREE"],
    parties: ["PRK"],
    statuses: ["possible"],
    voice: null,
  },
];

function ids(parties: readonly { readonly entity: string | null }[]): readonly string[] {
  return parties.flatMap((p) => (p.entity === null ? [] : [p.entity]));
}

function fits(event: EventRecord, wanted: Wanted): boolean {
  const all = [...ids(event.actor), ...ids(event.recipient)];
  if (!wanted.types.includes(event.type) || !wanted.statuses.includes(event.factuality.status)) return false;
  if (wanted.actor !== undefined && !ids(event.actor).includes(wanted.actor)) return false;
  if (wanted.parties !== undefined && !wanted.parties.every((p) => all.includes(p))) return false;
  const since = event.time.since ?? "";
  if (wanted.since !== undefined && (since < wanted.since[0] || since >= wanted.since[1])) return false;
  const voices = event.attribution.map((v) => v.party.entity);
  return (
    wanted.voice === undefined ||
    (wanted.voice === null ? voices.length === 0 : voices.includes(wanted.voice))
  );
}

describe.runIf(present)("the first document", () => {
  const text = present ? readFileSync(SEED, "utf8") : "";
  const reading: ReadingRecord | null = present ? read(openReader(), { text }) : null;
  const events = reading?.events ?? [];

  it("is told apart into its parts and read once", () => {
    const { document } = reading!;
    expect(document.published).toBe(PUBLISHED);
    expect(document.copies.length).toBe(2);
    expect(document.authors.length).toBe(1);
    expect(document.publisher).not.toBeNull();
    expect(document.subtitle).not.toBeNull();
    expect(reading!.diagnostics.map((d) => d.code)).toContain("repeated_text");
  });

  it("has no event of the author's note or the second copy", () => {
    const { copies } = reading!.document;
    for (const event of events)
      for (const evidence of event.evidence) expect(evidence.sentence.to).toBeLessThan(copies[0]!.to - 800);
  });

  it.each(WANTED)("has $what", (wanted) => {
    expect(
      events.some((event) => fits(event, wanted)),
      events.map(notationOf).join("\n"),
    ).toBe(true);
  });

  it("tells no help as cut off that only a promise implies, and no event of the subtitle", () => {
    const cut = events.filter((e) => e.type === "SANCTION" && e.of === "AID");
    expect(cut.filter((e) => e.factuality.status === "happened").map(notationOf)).toEqual([]);
    const { subtitle } = reading!.document;
    const at = text.indexOf(subtitle!);
    const inside = events.filter((e) => e.evidence.some((v) => v.sentence.from <= at && v.sentence.to > at));
    expect(inside.map(notationOf)).toEqual([]);
  });

  it("holds the alliance's consequence as a condition", () => {
    const conditions = reading!.claims.filter((c) => c.kind === "condition");
    expect(conditions.length).toBeGreaterThanOrEqual(2);
    expect(conditions.some((c) => c.certainty === "possible" && c.from !== null && c.to !== null)).toBe(true);
  });
});
