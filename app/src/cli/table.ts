/** The table that a person reads: two lines an event. */
import type { EventRecord, EventTime, Party, ReadingRecord } from "entente";
import type { Colors } from "./colors.js";
import { cell, cut, oneLine, widthOf } from "./text-width.js";

const TIME_COLUMNS = 12;
const WHAT_COLUMNS = 22;
const STATUS_COLUMNS = 14;
const GAPS = 4; // one blank before each column
const MIN_WHO_COLUMNS = 20;

interface Columns {
  readonly who: number;
  readonly width: number;
}

function columnsFor(width: number): Columns {
  return { width, who: Math.max(MIN_WHO_COLUMNS, width - TIME_COLUMNS - WHAT_COLUMNS - STATUS_COLUMNS - GAPS) };
}

/** A day as precise as it is known: "2024-06" for a month. */
function dayText(day: string, grain: EventTime["grain"]): string {
  if (grain === "year") return day.slice(0, 4);
  if (grain === "decade") return `${day.slice(0, 4)}s`;
  if (grain === "month" || grain === "quarter" || grain === "season") return day.slice(0, 7);
  return day;
}

/** When, in at most 12 columns. */
export function timeText(time: EventTime): string {
  if (time.since === null && time.until === null) return "?";
  if (time.since === null) return `< ${time.until}`;
  if (time.until === null) return `${time.grain === "range" ? time.since : dayText(time.since, time.grain)} →`;
  if (time.grain === "range") return rangeText(time.since, time.until);
  return dayText(time.since, time.grain);
}

function rangeText(since: string, until: string): string {
  if (since.slice(0, 4) === until.slice(0, 4)) return `${since.slice(0, 7)}…${until.slice(5, 7)}`;
  return `${since.slice(0, 4)}…${until.slice(0, 4)}`;
}

function partyNames(parties: readonly Party[]): string {
  const names = parties.map((p) => oneLine(p.name === "" ? p.text : p.name));
  return [...new Set(names)].join(", ");
}

export function whoText(event: EventRecord): string {
  const actors = partyNames(event.actor) || "?";
  if (event.reciprocal) return [...new Set(event.actor.map((p) => oneLine(p.name || p.text)))].join(" ↔ ");
  return event.recipient.length > 0 ? `${actors} → ${partyNames(event.recipient)}` : actors;
}

export function whatText(event: EventRecord): string {
  const mode = event.mode === null ? "" : ` ${event.mode}`;
  return event.of === null ? `${event.type}${mode}` : `${event.type} of ${event.of}`;
}

function voiceText(event: EventRecord): string {
  return event.attribution.map((v) => `${oneLine(v.party.name || v.party.text)} (${oneLine(v.cue.text)})`).join(" › ");
}

/** The words around the trigger, as much as fits. */
function wordsText(event: EventRecord, columns: number): string {
  const evidence = event.evidence[0];
  if (evidence === undefined) return "";
  const sentence = oneLine(evidence.sentence.text);
  if (widthOf(sentence) <= columns) return sentence;
  const trigger = evidence.spans.find((s) => s.role === "trigger");
  const at = trigger === undefined ? 0 : sentence.indexOf(oneLine(trigger.text));
  const from = Math.max(0, at - Math.floor(columns / 2));
  const start = from === 0 ? 0 : sentence.indexOf(" ", from) + 1;
  return cut((start > 0 ? "…" : "") + sentence.slice(start), columns);
}

function statusColor(colors: Colors, status: string): (text: string) => string {
  if (status === "happened" || status === "ongoing") return colors.bold;
  return status === "denied" || status === "not-happened" ? colors.dim : colors.italic;
}

function quadColor(colors: Colors, quad: number): (text: string) => string {
  return quad <= 2 ? colors.blue : colors.yellow;
}

function eventLines(event: EventRecord, columns: Columns, colors: Colors): readonly string[] {
  const time = cell(timeText(event.time), TIME_COLUMNS);
  const who = cell(whoText(event), columns.who);
  const what = quadColor(colors, event.quad)(cell(whatText(event), WHAT_COLUMNS));
  const status = statusColor(colors, event.factuality.status)(event.factuality.status);
  const indent = " ".repeat(TIME_COLUMNS + 2);
  const voice = voiceText(event);
  const lines = [` ${time} ${who} ${what} ${status}`];
  lines.push(indent + colors.dim(wordsText(event, columns.width - indent.length)));
  if (voice !== "") lines.push(indent + colors.dim(cut(`says ${voice}`, columns.width - indent.length)));
  return lines;
}

function headingLines(reading: ReadingRecord, colors: Colors, width: number): readonly string[] {
  const { title, publisher, published, source, authors } = reading.document;
  const facts = [publisher, published ?? "no date", authors.join(", "), source].filter((f) => f !== null && f !== "");
  return [colors.bold(cut(oneLine(title ?? "(untitled)"), width)), colors.dim(cut(oneLine(facts.join(" · ")), width))];
}

function byTime(a: EventRecord, b: EventRecord): number {
  const x = a.time.since ?? a.time.until ?? "";
  const y = b.time.since ?? b.time.until ?? "";
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A whole reading as lines of at most `width` columns, events in order of their time. */
export function readingLines(reading: ReadingRecord, width: number, colors: Colors): readonly string[] {
  const columns = columnsFor(width);
  const lines = [...headingLines(reading, colors, width)];
  for (const note of reading.diagnostics) lines.push(colors.dim(cut(`note: ${note.message}`, width)));
  lines.push("");
  if (reading.events.length === 0) return [...lines, " no political events found", ""];
  const head = ` ${cell("WHEN", TIME_COLUMNS)} ${cell("WHO → WHOM", columns.who)} ${cell("WHAT", WHAT_COLUMNS)} STATUS`;
  lines.push(colors.dim(head));
  for (const event of [...reading.events].sort(byTime)) lines.push(...eventLines(event, columns, colors));
  const { events, claims, ties } = reading;
  lines.push("", colors.dim(` ${count(events.length, "event")}, ${count(claims.length, "claim")}, ${count(ties.length, "tie")}`), "");
  return lines;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
