/**
 * `npm run eval -- --task confidence [--data FILE or FOLDER] [--model FILE]`: how often events of each confidence are right.
 * By default on the labelled sentences held apart whose number ends in 0, which trained and fitted nothing.
 */
import { parseArgs } from "node:util";
import { createReader } from "../../lib/src/index.js";
import { DEFAULT_MODEL, readNamedFile } from "../arguments.js";
import { goldOf } from "../events/gold.js";
import { type JudgedEvent, judgedEvents } from "./events.js";

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

function binLine(events: readonly JudgedEvent[], from: number, to: number): string {
  const own = events.filter((e) => e.confidence >= from && e.confidence < to);
  const mean = own.reduce((sum, e) => sum + e.confidence, 0) / own.length;
  const right = own.filter((e) => e.isRight).length / own.length;
  const share = (x: number) => (own.length === 0 ? "-" : (100 * x).toFixed(1)).padStart(10);
  return `${from.toFixed(1)} … ${Math.min(1, to).toFixed(1)}${String(own.length).padStart(8)}${share(mean)}${share(right)}`;
}

/** Mean distance of confidence and share right over the bins, by their sizes (Naeini et al. 2015). */
function calibrationError(events: readonly JudgedEvent[]): number {
  return EDGES.slice(1).reduce((error, to, i) => {
    const own = events.filter((e) => e.confidence >= EDGES[i]! && e.confidence < to);
    const gap = own.reduce((sum, e) => sum + e.confidence - (e.isRight ? 1 : 0), 0);
    return error + Math.abs(gap) / events.length;
  }, 0);
}

function thresholdLine(events: readonly JudgedEvent[], least: number): string {
  const kept = events.filter((e) => e.confidence >= least);
  const right = kept.filter((e) => e.isRight).length;
  const all = events.filter((e) => e.isRight).length;
  return `${least.toFixed(1)}${String(kept.length).padStart(9)}${((100 * right) / kept.length).toFixed(1).padStart(10)}${((100 * right) / all).toFixed(1).padStart(13)}`;
}

export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: "eval/gold" },
      model: { type: "string", default: DEFAULT_MODEL },
    },
  });
  const reader = createReader(readNamedFile(values.model, "--model"));
  const sentences = goldOf(values.data, "held").filter(({ id }) => id.endsWith("0"));
  const events = sentences.flatMap((sentence) => judgedEvents(reader, sentence));
  const lines = EDGES.slice(1).map((to, i) => binLine(events, EDGES[i]!, to));
  const error = (100 * calibrationError(events)).toFixed(1);
  process.stdout.write(`${events.length} events of ${sentences.length} sentences\n`);
  process.stdout.write(`confidence  events   mean %    right %\n${lines.join("\n")}\n`);
  process.stdout.write(`expected calibration error ${error} points\n\n`);
  process.stdout.write("--min-confidence  kept   right %   of the right %\n");
  for (const least of [0, 0.5, 0.6, 0.7, 0.8, 0.9]) process.stdout.write(`${thresholdLine(events, least)}\n`);
}
