import type { Tokenized } from "../types.js";
import { scanAtoms } from "./atoms.js";
import { markTokens } from "./boundaries.js";
import { cutsOf } from "./contractions.js";
import { joinGivenNames } from "./given-names.js";
import { featuresFor } from "./linear.js";
import type { TokenModel } from "./model.js";
import { markEnds } from "./sentences.js";
import { fromOf, type Surface, surfaceOf, toOf } from "./surface.js";

/** Cuts by token: rows of tokens that have some, in order, and the characters where they are cut. */
function allCuts(model: TokenModel, surface: Surface): { row: number; cuts: number[] }[] {
  const features = featuresFor(model.contractions.bits);
  const found: { row: number; cuts: number[] }[] = [];
  for (let row = 0; row < surface.size; row++) {
    const cuts = cutsOf(model.contractions, model.splitForms, model.splitHashes, surface, row, features);
    if (cuts.length > 0) found.push({ row, cuts });
  }
  return found;
}

/** Writes words and sentence starts from tokens, their cuts and the marks of sentence ends. */
function wordsOf(
  surface: Surface,
  found: readonly { row: number; cuts: number[] }[],
  ends: Uint8Array,
): Tokenized {
  const size = found.reduce((sum, { cuts }) => sum + cuts.length, surface.size);
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  const glued = new Uint8Array(size);
  const starts: number[] = surface.size > 0 ? [0] : [];
  let word = 0;
  let next = 0;
  for (let row = 0; row < surface.size; row++) {
    from[word] = fromOf(surface, row);
    if (next < found.length && found[next]!.row === row)
      for (const cut of found[next++]!.cuts) {
        to[word++] = cut;
        from[word] = cut;
        glued[word] = 1;
      }
    to[word++] = toOf(surface, row);
    if (ends[row] === 1) starts.push(word);
  }
  if (starts.length === 0) starts.push(0);
  return { text: surface.atoms.text, size, from, to, glued, sentenceStart: Uint32Array.from(starts) };
}

/** Splits a text into sentences, tokens and words. Total: every string has a result, in linear time. */
export function tokenize(model: TokenModel, text: string): Tokenized {
  const atoms = scanAtoms(text);
  const surface = surfaceOf(atoms, markTokens(model.boundaries, atoms, featuresFor(model.boundaries.bits)));
  const ends = markEnds(model.sentences, surface, featuresFor(model.sentences.bits));
  return joinGivenNames(wordsOf(surface, allCuts(model, surface), ends));
}
