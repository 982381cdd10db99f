/** The table that a person reads: when, who → whom, what; below it status, voice and the words. */
import type { EventRecord, Evidence, ReadingRecord } from "entente";
import type { Colors } from "./colors.js";
import { cell, cut, oneLine, widthOf, wrap } from "./text-width.js";
import {
  magnitudeText,
  type Names,
  namesOf,
  statusText,
  timeText,
  voiceText,
  whatText,
  whoText,
} from "./words.js";

const TIME_COLUMNS = 13;
const WHAT_COLUMNS = 22;
const STATUS_COLUMNS = 24;
const WIDE_COLUMNS = 104; // from here on the status has a column of its own
const DETAIL_INDENT = TIME_COLUMNS + 2;

interface Layout {
  readonly width: number;
  readonly who: number;
  readonly hasStatus: boolean;
}

function layoutFor(width: number): Layout {
  const hasStatus = width >= WIDE_COLUMNS;
  const others = TIME_COLUMNS + WHAT_COLUMNS + 4 + (hasStatus ? STATUS_COLUMNS : 0);
  return { width, hasStatus, who: Math.max(16, width - others) };
}

/** Words of the sentence around its trigger that fit, the trigger underlined. */
export function wordsText({ sentence, spans }: Evidence, columns: number, colors: Colors): string {
  const text = oneLine(sentence.text);
  const trigger = oneLine(spans.find((s) => s.role === "trigger")?.text ?? "");
  const at = trigger === "" ? 0 : Math.max(0, text.indexOf(trigger));
  const room = columns - 2; // quotation marks
  const from = widthOf(text) <= room ? 0 : at - Math.floor(room / 2);
  const start = from <= 0 ? 0 : text.indexOf(" ", from) + 1;
  const shown = cut((start > 0 ? "…" : "") + text.slice(start), room);
  const mark = trigger === "" ? -1 : shown.indexOf(trigger);
  if (mark < 0) return colors.dim(`“${shown}”`);
  const after = shown.slice(mark + trigger.length);
  return colors.dim(`“${shown.slice(0, mark)}`) + colors.underline(trigger) + colors.dim(`${after}”`);
}

function statusStyle(colors: Colors, status: string): (text: string) => string {
  if (status === "happened" || status === "ongoing") return colors.bold;
  return status === "denied" || status === "not-happened" ? colors.dim : colors.italic;
}

function detailLines(event: EventRecord, layout: Layout, names: Names, colors: Colors): readonly string[] {
  const indent = " ".repeat(DETAIL_INDENT);
  const columns = layout.width - DETAIL_INDENT;
  const { condition, status } = event.factuality;
  const facts = [
    layout.hasStatus ? "" : statusText(event.factuality),
    condition === undefined ? "" : `if: ${oneLine(condition.text).replace(/^if /iu, "")}`,
    magnitudeText(event.magnitude),
    voiceText(event.attribution, names),
  ].filter((fact) => fact !== "");
  const lines = wrap(facts.join(" · "), columns).map((line, i) =>
    i === 0 && !layout.hasStatus ? line.replace(status, statusStyle(colors, status)) : line,
  );
  const words = event.evidence[0] === undefined ? [] : [wordsText(event.evidence[0], columns, colors)];
  return [...lines, ...words].map((line) => indent + line);
}

function eventLines(event: EventRecord, layout: Layout, names: Names, colors: Colors): readonly string[] {
  const [first, ...more] = wrap(whoText(event, names), layout.who);
  const quad = event.quad <= 2 ? colors.blue : colors.yellow;
  const { status } = event.factuality;
  const what = cell(whatText(event), WHAT_COLUMNS);
  const last = layout.hasStatus
    ? `${quad(what)} ${statusStyle(colors, status)(statusText(event.factuality))}`
    : quad(what.trimEnd());
  return [
    ` ${cell(timeText(event.time), TIME_COLUMNS)} ${colors.bold(cell(first ?? "", layout.who))} ${last}`,
    ...more.map((line) => " ".repeat(DETAIL_INDENT) + colors.bold(line)),
    ...detailLines(event, layout, names, colors),
  ];
}

function headLine(layout: Layout): string {
  const columns = [cell("WHEN", TIME_COLUMNS), cell("WHO → WHOM", layout.who), cell("WHAT", WHAT_COLUMNS)];
  return ` ${[...columns, layout.hasStatus ? "STATUS" : ""].join(" ").trimEnd()}`;
}

/** A path whose beginning is left out where it is long. */
function sourceText(source: string): string {
  const clean = oneLine(source);
  return clean.length <= 32 ? clean : `…${clean.slice(-31)}`;
}

function headingLines(
  { document, diagnostics }: ReadingRecord,
  width: number,
  colors: Colors,
): readonly string[] {
  const { title, publisher, published, source, authors, externalId } = document;
  const known = [externalId, publisher, published ?? "no date", authors.join(", ")].map((f) =>
    oneLine(f ?? ""),
  );
  const facts = [...known, source === null ? "" : sourceText(source)].filter((fact) => fact !== "");
  return [
    ...wrap(oneLine(title ?? "(untitled)"), width).map(colors.bold),
    ...wrap(facts.join(" · "), width).map(colors.dim),
    ...diagnostics.flatMap((d) =>
      wrap(`${d.severity === "warning" ? "Warning" : "Note"}: ${oneLine(d.message)}`, width),
    ),
    colors.dim("─".repeat(width)),
  ];
}

function byTime(a: EventRecord, b: EventRecord): number {
  const x = a.time.since ?? a.time.until ?? "";
  const y = b.time.since ?? b.time.until ?? "";
  return x < y ? -1 : x > y ? 1 : 0;
}

function count(n: number, noun: string, option: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}${option !== "" && n > 0 ? ` (${option})` : ""}`;
}

export interface Sections {
  readonly claims: boolean;
  readonly ties: boolean;
  /** How many events are not shown for want of confidence. */
  readonly leftOut?: number;
}

/** The events of a reading as lines of at most `width` columns, in order of their time, with heading and count. */
export function readingLines(
  reading: ReadingRecord,
  width: number,
  colors: Colors,
  shown: Sections,
): readonly string[] {
  const layout = layoutFor(width);
  const names = namesOf(reading);
  const { events, claims, ties } = reading;
  const leftOut = shown.leftOut ?? 0;
  const table =
    events.length === 0
      ? [leftOut > 0 ? " no event of such confidence" : " no political events found"]
      : [
          colors.dim(headLine(layout)),
          ...[...events].sort(byTime).flatMap((event) => eventLines(event, layout, names, colors)),
        ];
  const counts = [
    count(events.length, "event", ""),
    count(claims.length, "claim", shown.claims ? "" : "--claims shows them"),
    count(ties.length, "tie", shown.ties ? "" : "--ties shows them"),
  ];
  const foot = [
    ` ${counts.join(", ")}`,
    ...(leftOut > 0 ? [` left out for less confidence: ${count(leftOut, "event", "")}`] : []),
  ];
  return [...headingLines(reading, width, colors), ...table, "", ...foot.map(colors.dim), ""];
}
