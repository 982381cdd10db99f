/**
 * `npm run train -- confidence`: fits how sure an event is on the labelled sentences held apart whose number ends in 5;
 * writes `work/parts/confidence.bin`. Those that end in 0 measure it: `npm run eval -- --task confidence`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { judgedEvents } from "../../eval/confidence/events.js";
import { goldOf } from "../../eval/events/gold.js";
import { asciiBytes, loadLanguageModel, sectionOf } from "../../lib/src/language/index.js";
import { loadKnowledge } from "../../lib/src/reading/knowledge.js";
import type { Reader } from "../../lib/src/reading/read.js";
import { loadRelationModel, type Signs } from "../../lib/src/reading/relations/index.js";

const MODEL = "models/english.entente";
const OUTPUT = "work/parts/confidence.bin";
const STEPS = 4000;
const RATE = 0.05;
/** Pull to zero: there are a few hundred events for a dozen signs. */
const DECAY = 0.01;

interface Labelled {
  readonly signs: Signs;
  readonly isRight: boolean;
}

const chance = (sum: number): number => 1 / (1 + Math.exp(-sum));

function sumOf(weights: Readonly<Record<string, number>>, signs: Signs): number {
  return Object.entries(signs).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0);
}

/** Logistic regression by gradient descent on all events at once. */
function fitConfidence(events: readonly Labelled[]): Record<string, number> {
  const names = Object.keys(events[0]?.signs ?? {});
  const weights: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  for (let step = 0; step < STEPS; step++) {
    const errors = events.map(({ signs, isRight }) => chance(sumOf(weights, signs)) - (isRight ? 1 : 0));
    for (const name of names) {
      const slope = events.reduce((sum, { signs }, i) => sum + errors[i]! * signs[name]!, 0) / events.length;
      weights[name]! -= RATE * (slope + (name === "constant" ? 0 : DECAY * weights[name]!));
    }
  }
  return weights;
}

export function main(): void {
  const bytes = readFileSync(MODEL);
  const reader: Reader = {
    language: loadLanguageModel(bytes),
    knowledge: loadKnowledge(),
    relations: loadRelationModel(sectionOf(bytes, "relations/model")),
    confidence: {},
  };
  const sentences = goldOf("eval/gold", "held").filter(({ id }) => id.endsWith("5"));
  const events = sentences.flatMap((sentence) => judgedEvents(reader, sentence));
  const weights = fitConfidence(events);
  const rounded = Object.fromEntries(
    Object.entries(weights).map(([name, w]) => [name, Math.round(w * 1000) / 1000]),
  );
  mkdirSync("work/parts", { recursive: true });
  writeFileSync(OUTPUT, asciiBytes(JSON.stringify(rounded)));
  process.stdout.write(
    `${events.length} events of ${sentences.length} sentences: ${JSON.stringify(rounded)}\n`,
  );
}
