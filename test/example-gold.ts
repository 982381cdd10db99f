/** Expected readings of examples/: the notation is explained in examples/README.md. */

import { answers, codingOf, type GoldEvent, goldEvent } from "../eval/events/gold.js";
import type { EventRecord } from "../lib/src/index.js";

export interface GoldLine extends GoldEvent {
  /** "since..until" with open ends empty; null is not compared. */
  readonly time: string | null;
  /** Entity ids from the author inwards joined by ">", "-" for the author's own voice; null is not compared. */
  readonly voices: string | null;
  readonly words: string;
}

export interface GoldDocument {
  /** Given id of a brief; "" in a file of one document. */
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly authors: readonly string[];
  readonly events: readonly GoldLine[];
}

const LINE = /^(.+?) \| (.+?) \| (.+?) \| "(.+)"$/u;
const FIELD = /^(title|publisher|published|authors):\s*(.*)$/u;

function goldLine(line: string): GoldLine {
  const [, notation, time, voices, words] = LINE.exec(line) ?? [];
  if (!notation || !time || !voices || !words) throw new Error(`not a line of an expected reading: ${line}`);
  return {
    ...goldEvent(notation),
    time: time === "*" ? null : time,
    voices: voices === "*" ? null : voices,
    words,
  };
}

function goldDocument(block: string): GoldDocument {
  const lines = block.split("\n").filter((line) => line.trim() !== "");
  const id = lines[0]?.startsWith("# ") ? lines.shift()!.slice(2) : "";
  const fields = new Map(
    lines.flatMap((line) => [FIELD.exec(line)]).flatMap((m) => (m ? [[m[1]!, m[2]!]] : [])),
  );
  const field = (name: string) => fields.get(name) || null;
  return {
    id,
    title: field("title"),
    publisher: field("publisher"),
    published: field("published"),
    authors: field("authors")?.split(" | ") ?? [],
    events: lines.filter((line) => !FIELD.test(line)).map(goldLine),
  };
}

/** Reads `NAME.gold.txt`: one document, or several under "# id". */
export function readGoldDocuments(text: string): readonly GoldDocument[] {
  return text
    .split(/^(?=# )/mu)
    .filter((block) => block.trim() !== "")
    .map(goldDocument);
}

export interface Comparison {
  right: number;
  wanted: number;
  found: number;
  timeRight: number;
  timeSeen: number;
  statusRight: number;
  statusSeen: number;
  voiceRight: number;
  voiceSeen: number;
  readonly notes: string[];
}

export function emptyComparison(): Comparison {
  const counts = { timeRight: 0, timeSeen: 0, statusRight: 0, statusSeen: 0, voiceRight: 0, voiceSeen: 0 };
  return { right: 0, wanted: 0, found: 0, ...counts, notes: [] };
}

export function timeOf(event: EventRecord): string {
  return `${event.time.since ?? ""}..${event.time.until ?? ""}`;
}

export function voicesOf(event: EventRecord): string {
  return event.attribution.map((voice) => voice.party.entity ?? "null").join(">") || "-";
}

function provedBy(event: EventRecord, words: string): boolean {
  return event.evidence.some((e) => e.sentence.text.replace(/\s+/gu, " ").includes(words));
}

/** Which event answers which line: same category and parties first, then same category; same sentence always. */
export function pairLines(
  lines: readonly GoldLine[],
  events: readonly EventRecord[],
): ReadonlyMap<GoldLine, EventRecord> {
  const pairs = new Map<GoldLine, EventRecord>();
  const free = new Set(events);
  for (const level of [3, 2, 1] as const)
    for (const line of lines) {
      if (pairs.has(line)) continue;
      const fits = (e: EventRecord) => provedBy(e, line.words) && answers(codingOf(e), line, level);
      const event = [...free].find(fits);
      if (event === undefined) continue;
      pairs.set(line, event);
      free.delete(event);
    }
  return pairs;
}
