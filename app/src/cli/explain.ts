/** `--explain`: which rule and words decided each field. */
import type { EventRecord, ReadingRecord } from "entente";
import type { Colors } from "./colors.js";
import { timeText, whatText, whoText } from "./table.js";
import { cut, oneLine } from "./text-width.js";

function fieldLine(name: string, text: string, width: number): string {
  return cut(`    ${name.padEnd(10)} ${text}`, width);
}

function explainEvent(event: EventRecord, width: number, colors: Colors): readonly string[] {
  const { factuality, time } = event;
  const lines = [colors.bold(cut(`  ${whatText(event)}: ${oneLine(whoText(event))}`, width))];
  lines.push(fieldLine("time", `${timeText(time)} (${time.grain}, ${time.how})`, width));
  lines.push(
    fieldLine("certainty", `${factuality.status}: ${factuality.certainty}, ${factuality.polarity}, tense ${factuality.tense}`, width),
  );
  if (factuality.condition) lines.push(fieldLine("condition", oneLine(factuality.condition.text), width));
  lines.push(fieldLine("score", `${event.score} (quad ${event.quad}), confidence ${event.confidence}`, width));
  for (const evidence of event.evidence) {
    lines.push(colors.dim(fieldLine("sentence", `${evidence.sentence.from}–${evidence.sentence.to} ${oneLine(evidence.sentence.text)}`, width)));
    lines.push(fieldLine("rule", evidence.rule, width));
    for (const span of evidence.spans) lines.push(fieldLine(span.role, `${span.from}–${span.to} “${oneLine(span.text)}”`, width));
  }
  return lines;
}

/** Every event of a reading with its rules and words. */
export function explainLines(reading: ReadingRecord, width: number, colors: Colors): readonly string[] {
  return reading.events.flatMap((event) => [...explainEvent(event, width, colors), ""]);
}
