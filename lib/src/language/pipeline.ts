import { EntenteError, fingerprint } from "../core/index.js";
import { type Annotated, annotateTree } from "./annotate.js";
import { type LemmaModel, lemmatize, loadLemmaModel } from "./lemma/index.js";
import { unpackSections } from "./model/container.js";
import { loadModel, type Model, type ModelOptions } from "./model/model.js";
import { loadTokenModel, type TokenModel, tokenize } from "./tokens/index.js";
import { wordAt } from "./tree.js";
import { type Parsed, UPOS } from "./types.js";

export type { ModelOptions };

/** All that the language room has learned: the sections of `models/english.entente`. */
export interface LanguageModel {
  readonly tokens: TokenModel;
  readonly tree: Model;
  readonly lemma: LemmaModel;
  /** Fingerprint of the packed bytes: a reading names the model that made it. */
  readonly hash: string;
}

function sectionsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return unpackSections(bytes);
  } catch (error) {
    throw new EntenteError("bad_model", `this is no model file: ${(error as Error).message}`);
  }
}

/** A named section of the packed model. Throws `bad_model` where there is none. */
export function sectionOf(model: Uint8Array | ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const section = (model instanceof Uint8Array ? sectionsOf(model) : model).get(name);
  if (!section) throw new EntenteError("bad_model", `the model has no section "${name}"; pack it again`);
  return section;
}

/** Opens the bytes of `models/english.entente`; they stay in use and must not change afterwards. */
export function loadLanguageModel(bytes: Uint8Array, options: ModelOptions = {}): LanguageModel {
  const sections = sectionsOf(bytes);
  return {
    tokens: loadTokenModel(sectionOf(sections, "tokens/model")),
    lemma: loadLemmaModel(sectionOf(sections, "lemma/model")),
    tree: loadModel(bytes, options),
    hash: fingerprint(bytes),
  };
}

/** Lemmas of all words, one for each row. */
export function lemmasOf(model: LemmaModel, words: Annotated): string[] {
  const lemmas = new Array<string>(words.size);
  let sentence = 0;
  for (let row = 0; row < words.size; row++) {
    const isFirst = row === words.sentenceStart[sentence];
    if (isFirst) sentence++;
    const xpos = words.xposNames[words.xpos[row]!]!;
    lemmas[row] = lemmatize(model, wordAt(words, row), UPOS[words.upos[row]!]!, xpos, isFirst);
  }
  return lemmas;
}

/** Reads a text: sentences and words, then tags, trees and names, then lemmas. Any string has a result. */
export function parseText(model: LanguageModel, text: string): Parsed {
  const words = tokenize(model.tokens, text);
  const annotated = annotateTree(model.tree, words);
  return { ...annotated, lemma: lemmasOf(model.lemma, annotated) };
}
