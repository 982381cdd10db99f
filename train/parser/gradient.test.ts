import { expect, test } from "vitest";
import { BOUNDARY, keyHash, wordKey } from "../../lib/src/language/model/features.js";
import { Context } from "./context.js";
import type { Sentence } from "./corpora.js";
import { Memory } from "./memory.js";
import { type Losses, Network } from "./network.js";
import { type DenseName, denseShapes, Parameters } from "./parameters.js";
import { Random } from "./random.js";
import { VECTOR_SIZE } from "./vectors.js";
import { toExamples, type Vocabulary } from "./vocabulary.js";

const SENTENCES: Sentence[] = [
  {
    forms: ["She", "met", "Ivan", "in", "Omsk", "."],
    upos: ["PRON", "VERB", "PROPN", "ADP", "PROPN", "PUNCT"],
    xpos: ["PRP", "VBD", "NNP", "IN", "NNP", "."],
    head: [2, 0, 2, 5, 2, 2],
    deprel: ["nsubj", "root", "obj", "case", "obl", "punct"],
    names: Int8Array.of(0, 0, 4, 0, 12, 0),
  },
  { forms: ["Omsk", "slept"], upos: [], xpos: [], head: [], deprel: [], names: Int8Array.of(12, -1) },
];

function tinyVocabulary(random: Random): Vocabulary {
  const keys = [BOUNDARY, ...new Set(SENTENCES.flatMap((sentence) => sentence.forms.map(wordKey)))];
  return {
    pairs: ["ADP IN", "PRON PRP", "PROPN NNP", "PUNCT .", "VERB VBD"],
    deprels: ["case", "nsubj", "obj", "obl", "punct", "root"],
    hashes: Uint32Array.from(keys.map(keyHash)).sort(),
    learned: Uint8Array.from(keys, (_, i) => i % 2),
    vectors: Float32Array.from({ length: keys.length * VECTOR_SIZE }, () => random.around(0.5)),
  };
}

const total = (losses: Losses): number => losses.tags + losses.arcs + losses.labels + losses.names;

test("gradients agree with differences of the loss", () => {
  const random = new Random(7);
  const vocabulary = tinyVocabulary(random);
  const sizes = {
    input: 8,
    hidden: 8,
    arc: 8,
    label: 8,
    pairs: 5,
    deprels: 6,
    words: vocabulary.hashes.length,
  };
  const memory = new Memory();
  const parameters = new Parameters(memory, sizes);
  parameters.initialise(random);
  const none = { word: 0, vector: 0, input: 0, layer: 0, head: 0 };
  const network = new Network(new Context(memory, parameters, vocabulary, none, random));
  const examples = toExamples(vocabulary, SENTENCES);
  network.run(examples);
  const gradientOffset = parameters.gradientAt.layer1 - parameters.at.layer1;
  const places = Object.entries(denseShapes(sizes)).flatMap(([name, [rows, columns]]) =>
    Array.from(
      { length: 12 },
      () => parameters.at[name as DenseName] + Math.floor(random.next() * rows * columns),
    ),
  );
  for (const row of parameters.touched.slice(0, 40)) places.push(parameters.tables + row * 8 + (row % 8));
  const gradients = places.map((place) => memory.f[place + gradientOffset]!);
  const lossWith = (place: number, value: number): number => {
    memory.f[place] = value;
    return total(network.run(examples));
  };
  const step = 3e-3;
  places.forEach((place, i) => {
    const value = memory.f[place]!;
    const slope = (lossWith(place, value + step) - lossWith(place, value - step)) / (2 * step);
    memory.f[place] = value;
    expect(Math.abs(slope - gradients[i]!), `place ${i}`).toBeLessThan(0.01 + 0.02 * Math.abs(slope));
  });
});
