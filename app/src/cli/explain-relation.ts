/** `entente relate --explain`: the relation of a line with the rule and the words that gave it. */
import type { Relation, RelationRecord } from "entente";
import type { Colors } from "./colors.js";
import { fieldLines } from "./explain.js";
import { oneLine, wrap } from "./text-width.js";

/** "SANCTION withdraw", "AGREE of AID". */
function typeText({ type, mode, of }: Relation): string {
  return [type, mode ?? "", of === null ? "" : `of ${of}`].filter((word) => word !== "").join(" ");
}

/** The block of one line: its words, its relation and the next best, the rule, the words with their offsets. */
export function relationLines(
  text: string,
  { id, relation, runnerUp, evidence }: RelationRecord,
  width: number,
  colors: Colors,
): readonly string[] {
  const { status, confidence, quad } = relation;
  const color = quad <= 2 ? colors.blue : colors.yellow;
  const answer = `${typeText(relation)} — ${status}, confidence ${confidence.toFixed(2)}; `;
  const second = `else ${runnerUp.type} ${runnerUp.confidence.toFixed(2)}`;
  return [
    ...wrap(`${oneLine(id ?? "")}: ${oneLine(text)}`, width).map(colors.bold),
    ...wrap(answer + second, width - 2).map((line) => `  ${color(line)}`),
    ...fieldLines("rule", oneLine(evidence.rule), width),
    ...evidence.spans.flatMap((span) =>
      fieldLines(`  ${span.role}`, `${span.from}–${span.to} “${oneLine(span.text)}”`, width),
    ),
    "",
  ];
}
