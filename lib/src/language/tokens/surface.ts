import { type Atoms, GAP_PARAGRAPH, KIND_DIGITS, KIND_SYMBOL } from "./atoms.js";
import { mix } from "./hash.js";

/** Kinds of tokens beyond those of a single atom (0 ... 5): an abbreviation with full stops, a mixture. */
export const TOKEN_DOTTED = 6;
export const TOKEN_COMPOUND = 7;

/** Surface tokens as columns; row `size` does not exist, readers ask `at` functions that allow it. */
export interface Surface {
  readonly atoms: Atoms;
  readonly size: number;
  /** First atom of each token; one more entry holds the number of atoms. */
  readonly first: Uint32Array;
  readonly hash: Int32Array;
  readonly kind: Uint8Array;
}

function kindOf(atoms: Atoms, first: number, end: number): number {
  if (end === first + 1) return atoms.kind[first]!;
  const dotted = atoms.text.charCodeAt(atoms.to[end - 1]! - 1) === 0x2e;
  if (dotted && atoms.kind[first]! < KIND_DIGITS) return TOKEN_DOTTED;
  for (let i = first; i < end; i++) if (atoms.kind[i] !== KIND_SYMBOL) return TOKEN_COMPOUND;
  return KIND_SYMBOL;
}

/** Builds the columns of tokens from the marks of stage 1. */
export function surfaceOf(atoms: Atoms, starts: Uint8Array): Surface {
  let size = 0;
  for (let i = 0; i < atoms.size; i++) size += starts[i]!;
  const first = new Uint32Array(size + 1);
  let row = 0;
  for (let i = 0; i < atoms.size; i++) if (starts[i] === 1) first[row++] = i;
  first[size] = atoms.size;
  const hash = new Int32Array(size);
  const kind = new Uint8Array(size);
  for (let t = 0; t < size; t++) {
    hash[t] = atoms.hash[first[t]!]!;
    for (let i = first[t]! + 1; i < first[t + 1]!; i++) hash[t] = mix(hash[t]!, atoms.hash[i]!);
    kind[t] = kindOf(atoms, first[t]!, first[t + 1]!);
  }
  return { atoms, size, first, hash, kind };
}

export function fromOf(surface: Surface, row: number): number {
  return surface.atoms.from[surface.first[row]!]!;
}

export function toOf(surface: Surface, row: number): number {
  return surface.atoms.to[surface.first[row + 1]! - 1]!;
}

/** Gap before the token; past the end it is a paragraph's. */
export function gapBefore(surface: Surface, row: number): number {
  return row < surface.size ? surface.atoms.gap[surface.first[row]!]! : GAP_PARAGRAPH;
}
