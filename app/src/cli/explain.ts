/** `--explain`: which rule and words decided each field. */
import type { EventRecord, ReadingRecord } from "entente";
import type { Colors } from "./colors.js";
import { oneLine, wrap } from "./text-width.js";
import { magnitudeText, type Names, namesOf, timeText, voiceText, whatText, whoText } from "./words.js";

const FIELD_COLUMNS = 11; // "  recipient"
const INDENT = 4;

/** A field below its act: its name, and its text wrapped beside it. */
export function fieldLines(name: string, text: string, width: number): readonly string[] {
  const start = INDENT + FIELD_COLUMNS + 1;
  return wrap(text, width - start).map(
    (line, i) => " ".repeat(INDENT) + (i === 0 ? name : "").padEnd(FIELD_COLUMNS + 1) + line,
  );
}

function explainEvent(event: EventRecord, names: Names, width: number, colors: Colors): readonly string[] {
  const { factuality: f, time } = event;
  const fields: [string, string][] = [
    ["time", `${timeText(time)} [${time.since ?? "…"}, ${time.until ?? "…"}) ${time.grain}, ${time.how}`],
    ["status", `${f.status}: ${f.certainty}, ${f.polarity}, tense ${f.tense}`],
  ];
  if (f.condition) fields.push(["condition", oneLine(f.condition.text)]);
  if (event.magnitude !== null) fields.push(["numbers", magnitudeText(event.magnitude)]);
  if (event.attribution.length > 0) fields.push(["said", voiceText(event.attribution, names)]);
  if (event.contexts.length > 0) fields.push(["contexts", event.contexts.join(", ")]);
  fields.push(["score", `${event.score}, quad ${event.quad}, confidence ${event.confidence}`]);
  for (const evidence of event.evidence) {
    fields.push(["rule", oneLine(evidence.rule)]);
    fields.push([
      "sentence",
      `${evidence.sentence.from}–${evidence.sentence.to} ${oneLine(evidence.sentence.text)}`,
    ]);
    for (const span of evidence.spans)
      fields.push([`  ${span.role}`, `${span.from}–${span.to} “${oneLine(span.text)}”`]);
  }
  const head = wrap(`${whatText(event)}: ${whoText(event, names)}`, width - 2).map((line) =>
    colors.bold(`  ${line}`),
  );
  return [...head, ...fields.flatMap(([name, text]) => fieldLines(name, text, width))];
}

/** Every event of a reading with its rules and words. */
export function explainLines(reading: ReadingRecord, width: number, colors: Colors): readonly string[] {
  const names = namesOf(reading);
  return reading.events.flatMap((event) => [...explainEvent(event, names, width, colors), ""]);
}
