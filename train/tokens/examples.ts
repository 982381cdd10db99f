import { GAP_NONE, GAP_PARAGRAPH, scanAtoms } from "../../lib/src/language/tokens/atoms.js";
import {
  boundaryFeatures,
  boundaryStart,
  enterChunk,
  passGap,
} from "../../lib/src/language/tokens/boundaries.js";
import {
  contractionFeatures,
  hostLength,
  plainForm,
  type SplitForms,
} from "../../lib/src/language/tokens/contractions.js";
import type { Features } from "../../lib/src/language/tokens/linear.js";
import {
  mayEnd,
  passEnd,
  passToken,
  sentenceFeatures,
  sentenceStart,
} from "../../lib/src/language/tokens/sentences.js";
import { fromOf, gapBefore, type Surface, surfaceOf, toOf } from "../../lib/src/language/tokens/surface.js";
import type { SetText } from "./layout.js";
import type { Examples } from "./logistic.js";

/** Walks a set text as the tokenizer would with all decisions right, and notes the decisions of stage 1. */
export function boundaryExamples(set: SetText, out: Features, examples: Examples): Surface {
  const atoms = scanAtoms(set.text);
  const starts = new Uint8Array(atoms.size);
  const state = boundaryStart();
  for (let i = 0; i < atoms.size; i++) {
    if (atoms.gap[i] !== GAP_NONE) {
      enterChunk(atoms, state, i);
      starts[i] = 1;
      continue;
    }
    const isBoundary = set.tokenFrom.has(atoms.from[i]!);
    boundaryFeatures(atoms, state, i - 1, out);
    examples.push(out.cell, out.size, isBoundary);
    starts[i] = isBoundary ? 1 : 0;
    passGap(atoms, state, i - 1, isBoundary);
  }
  return surfaceOf(atoms, starts);
}

/** Notes the decisions of stage 2. */
export function contractionExamples(
  surface: Surface,
  set: SetText,
  forms: SplitForms,
  out: Features,
  examples: Examples,
): void {
  for (let row = 0; row < surface.size; row++) {
    const from = fromOf(surface, row);
    const to = toOf(surface, row);
    if (to - from > 40) continue;
    let form = plainForm(surface.atoms.text, from, to);
    for (;;) {
      const host = hostLength(form, forms);
      if (host === 0) break;
      const isCut = set.cutAt.has(from + host);
      contractionFeatures(surface, row, form, host, out);
      examples.push(out.cell, out.size, isCut);
      if (!isCut) break;
      form = form.slice(0, host);
    }
  }
}

/** Notes the decisions of stage 3. */
export function sentenceExamples(surface: Surface, set: SetText, out: Features, examples: Examples): void {
  const state = sentenceStart();
  for (let row = 0; row < surface.size; row++) {
    passToken(surface, state, row);
    const ends = set.sentenceTo.has(toOf(surface, row));
    if (gapBefore(surface, row + 1) !== GAP_PARAGRAPH && mayEnd(surface, row)) {
      sentenceFeatures(surface, state, row, out);
      examples.push(out.cell, out.size, ends);
    }
    if (ends || gapBefore(surface, row + 1) === GAP_PARAGRAPH) passEnd(state, row + 1);
  }
}
