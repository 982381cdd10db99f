/** A network of eight units and two sentences for tests. */
import { BOUNDARY, keyHash, wordKey } from "../../lib/src/language/model/features.js";
import { Random } from "../random.js";
import { Context, type Dropout } from "./context.js";
import { Memory } from "./memory.js";
import { Network } from "./network.js";
import { Parameters } from "./parameters.js";
import type { Sentence } from "./sentence.js";
import { VECTOR_SIZE } from "./vectors.js";
import { type Example, toExamples, type Vocabulary } from "./vocabulary.js";

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

export interface Tiny {
  readonly memory: Memory;
  readonly parameters: Parameters;
  readonly network: Network;
  readonly examples: Example[];
  readonly random: Random;
}

export function tinyNetwork(seed: number, dropout: Dropout): Tiny {
  const random = new Random(seed);
  const vocabulary = tinyVocabulary(random);
  const words = vocabulary.hashes.length;
  const sizes = { input: 8, hidden: 8, arc: 8, label: 8, pairs: 5, deprels: 6, words };
  const memory = new Memory();
  const parameters = new Parameters(memory, sizes);
  parameters.initialise(random);
  const network = new Network(new Context(memory, parameters, vocabulary, dropout, random));
  return { memory, parameters, network, examples: toExamples(vocabulary, SENTENCES), random };
}
