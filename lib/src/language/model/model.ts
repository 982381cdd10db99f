/** A model ready to read: weights, cache of word types, names of its columns. */
import { UPOS } from "../types.js";
import type { KernelKind } from "./kernel.js";
import { TypeCache } from "./types-cache.js";
import { readWeights, type Weights } from "./weights.js";

export interface ModelOptions {
  /** Which kernel multiplies; by default WebAssembly where there is one. */
  readonly kernel?: KernelKind;
}

export interface Model {
  readonly weights: Weights;
  readonly cache: TypeCache;
  /** Treebank tags; `Tagged.xpos` counts in them. */
  readonly xposNames: readonly string[];
  readonly deprelNames: readonly string[];
  /** Number in `UPOS` and in `xposNames` of every class of the tagger. */
  readonly uposOfPair: Uint8Array;
  readonly xposOfPair: Uint8Array;
  readonly rootRelation: number;
}

/** Opens the packed model `models/english.entente`. The bytes stay in use: they must not change afterwards. */
export function loadModel(bytes: Uint8Array, options: ModelOptions = {}): Model {
  const weights = readWeights(bytes, options.kernel);
  const { pairNames, deprelNames } = weights.header;
  const pairs = pairNames.map((pair) => pair.split(" "));
  const xposNames = [...new Set(pairs.map((pair) => pair[1]!))].sort();
  return {
    weights,
    cache: new TypeCache(weights),
    xposNames,
    deprelNames,
    uposOfPair: Uint8Array.from(pairs, (pair) => (UPOS as readonly string[]).indexOf(pair[0]!)),
    xposOfPair: Uint8Array.from(pairs, (pair) => xposNames.indexOf(pair[1]!)),
    rootRelation: deprelNames.indexOf("root"),
  };
}
