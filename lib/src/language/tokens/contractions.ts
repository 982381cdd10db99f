import { straighten } from "./atoms.js";
import { lowerOf } from "./characters.js";
import { hashString } from "./hash.js";
import { add, type Features, type LinearModel, sumOf } from "./linear.js";
import { fromOf, gapBefore, type Surface, toOf } from "./surface.js";

/** Stage 2: which tokens are multi-word tokens, and where their words meet. */

/** Second words that may follow a host, apostrophes straight; the closed class of English clitics. */
const CLITICS = ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'"];
/** Longer tokens are no words ("donaudampf..."); bounds the work per token. */
const LONGEST = 40;

/** Tokens without a clitic that are two words ("gonna", "cannot"): form to the length of the first word. */
export type SplitForms = ReadonlyMap<string, number>;

/** Lower-cased text of a token with straight apostrophes, same length as the token. */
export function plainForm(text: string, from: number, to: number): string {
  let plain = "";
  for (let i = from; i < to; i++) {
    plain += String.fromCharCode(straighten(lowerOf(text.charCodeAt(i))));
  }
  return plain;
}

/** Length of the host before a clitic at the end of `form`, or 0. */
export function hostLength(form: string, forms: SplitForms): number {
  for (const clitic of CLITICS)
    if (form.length > clitic.length && form.endsWith(clitic)) return form.length - clitic.length;
  return forms.get(form) ?? 0;
}

/**
 * How sure the model must be to cut a token. "its" and "doctors" are most often words of their own; only careless writing
 * leaves their apostrophe out. Fitted on EWT dev and sentences of news: npm run eval -- --task parse.
 */
function thresholdFor(form: string, host: number): number {
  return host === form.length - 1 && form.endsWith("s") ? SURE : 0;
}
const SURE = 120;

function neighbour(surface: Surface, row: number): number {
  return row >= 0 && row < surface.size ? surface.hash[row]! : 1;
}

/** Features of cutting token `row`, whose lower-cased text up to here is `form`, after `host` characters. */
export function contractionFeatures(
  surface: Surface,
  row: number,
  form: string,
  host: number,
  out: Features,
) {
  const clitic = hashString(form.slice(host));
  const whole = hashString(form);
  const before = neighbour(surface, row - 1);
  const after = neighbour(surface, row + 1);
  const gaps = gapBefore(surface, row) * 4 + gapBefore(surface, row + 1);
  const kind = row + 1 < surface.size ? surface.kind[row + 1]! : 9;
  out.size = 0;
  add(out, 0, clitic);
  add(out, 1, whole);
  add(out, 2, clitic, surface.kind[row]!, kind);
  add(out, 3, clitic, hashString(form.slice(Math.max(0, host - 2), host)));
  add(out, 4, whole, before);
  add(out, 5, whole, after);
  add(out, 6, clitic, gaps);
  add(out, 7, clitic, Math.min(host, 4));
  add(out, 8, before, clitic);
  add(out, 9, after, clitic);
  add(out, 10, whole, kind);
}

/** True where a token may be cut at all; saves the text of the others. */
function mayCut(surface: Surface, row: number, formHashes: ReadonlySet<number>): boolean {
  const atoms = surface.first[row + 1]! - surface.first[row]!;
  return atoms > 1 || formHashes.has(surface.hash[row]!);
}

/**
 * Ends of the words inside token `row`, right to left cuts in text order: [] for a plain word, [2] for "do|n't".
 * At most three cuts ("who'd've").
 */
export function cutsOf(
  model: LinearModel,
  forms: SplitForms,
  formHashes: ReadonlySet<number>,
  surface: Surface,
  row: number,
  out: Features,
): number[] {
  const cuts: number[] = [];
  if (!mayCut(surface, row, formHashes)) return cuts;
  const from = fromOf(surface, row);
  const to = toOf(surface, row);
  if (to - from > LONGEST) return cuts;
  let form = plainForm(surface.atoms.text, from, to);
  while (cuts.length < 3) {
    const host = hostLength(form, forms);
    if (host === 0) break;
    contractionFeatures(surface, row, form, host, out);
    if (sumOf(model, out) <= thresholdFor(form, host)) break;
    cuts.unshift(from + host);
    form = form.slice(0, host);
  }
  return cuts;
}
