import { EntenteError } from "../../core/index.js";
import type { SplitForms } from "./contractions.js";
import { hashString } from "./hash.js";
import type { LinearModel } from "./linear.js";

/** Weights of the three stages, and the forms that are two words without a clitic. */
export interface TokenModel {
  readonly boundaries: LinearModel;
  readonly contractions: LinearModel;
  readonly sentences: LinearModel;
  readonly splitForms: SplitForms;
  /** Hashes of the split forms as `Atoms.hash` gives them. */
  readonly splitHashes: ReadonlySet<number>;
}

/** First four bytes of the section: "TOK" and the version of the features. */
const MAGIC = [0x54, 0x4f, 0x4b, 1];

export function tokenModelOf(stages: readonly LinearModel[], splitForms: SplitForms): TokenModel {
  const [boundaries, contractions, sentences] = stages as [LinearModel, LinearModel, LinearModel];
  const splitHashes = new Set([...splitForms.keys()].map(hashString));
  return { boundaries, contractions, sentences, splitForms, splitHashes };
}

/** Layout: magic; three stages of u8 bits, f32 scale, 2^bits signed weights; u16 count, forms as u8 length, u8 cut, ASCII. */
export function saveTokenModel(model: TokenModel): Uint8Array {
  const stages = [model.boundaries, model.contractions, model.sentences];
  const forms = [...model.splitForms];
  const size = 4 + 2 + stages.reduce((sum, stage) => sum + 5 + stage.weights.length, 0);
  const bytes = new Uint8Array(size + forms.reduce((sum, [form]) => sum + 2 + form.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  let at = 4;
  for (const stage of stages) {
    bytes[at] = stage.bits;
    view.setFloat32(at + 1, stage.scale, true);
    bytes.set(new Uint8Array(stage.weights.buffer, stage.weights.byteOffset, stage.weights.length), at + 5);
    at += 5 + stage.weights.length;
  }
  view.setUint16(at, forms.length, true);
  at += 2;
  for (const [form, cut] of forms) {
    bytes[at++] = form.length;
    bytes[at++] = cut;
    for (let i = 0; i < form.length; i++) bytes[at++] = form.charCodeAt(i);
  }
  return bytes;
}

function readStage(bytes: Uint8Array, at: number): LinearModel {
  const bits = bytes[at]!;
  const scale = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(at + 1, true);
  const weights = new Int8Array(bytes.subarray(at + 5, at + 5 + 2 ** bits));
  return { bits, scale, weights };
}

function readForms(bytes: Uint8Array, start: number): Map<string, number> {
  const forms = new Map<string, number>();
  const count = bytes[start]! + bytes[start + 1]! * 256;
  let at = start + 2;
  for (let k = 0; k < count; k++) {
    const length = bytes[at]!;
    const cut = bytes[at + 1]!;
    forms.set(String.fromCharCode(...bytes.subarray(at + 2, at + 2 + length)), cut);
    at += 2 + length;
  }
  return forms;
}

/** Reads the bytes of the section "tokens/model". */
export function loadTokenModel(bytes: Uint8Array): TokenModel {
  if (MAGIC.some((byte, i) => bytes[i] !== byte))
    throw new EntenteError(
      "bad_model",
      "the token section has another version; run `npm run train -- tokens`",
    );
  const stages: LinearModel[] = [];
  let at = 4;
  for (let k = 0; k < 3; k++) {
    const stage = readStage(bytes, at);
    stages.push(stage);
    at += 5 + stage.weights.length;
  }
  return tokenModelOf(stages, readForms(bytes, at));
}
