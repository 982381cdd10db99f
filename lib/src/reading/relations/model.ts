/** Weights of the scorer of relations: a multinomial logistic regression over hashed features and word vectors. */
import { EntenteError } from "../../core/index.js";
import { KINDS } from "./kinds.js";

/** Numbers for each of `KINDS`, cell by cell. */
export interface RelationModel {
  /** Hashed features: 2 to this power cells. */
  readonly bits: number;
  /** Value of one step of a weight of a hashed feature. */
  readonly scale: number;
  /** 2^bits cells of one signed byte for each kind. */
  readonly weights: Int8Array;
  /** Numbers of the word vectors of all places together. */
  readonly inputs: number;
  readonly vectorScale: number;
  readonly vectorWeights: Int8Array;
  /** Added to the sums: the sentences that train have the kinds in other proportions than news has. */
  readonly shift: Float32Array;
  /** Divides the sums, so that the shares are true: fitted on sentences that trained nothing. */
  readonly temperature: number;
}

/** First four bytes of the section: "REL" and the version of the features. */
const MAGIC = [0x52, 0x45, 0x4c, 2];
const HEAD = 20 + 4 * KINDS.length;

/** Layout, little-endian: magic; u16 bits, u16 inputs; f32 scale, vector scale, temperature, shift; weights; vector weights. */
export function saveRelationModel(model: RelationModel): Uint8Array {
  const bytes = new Uint8Array(HEAD + model.weights.length + model.vectorWeights.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(4, model.bits, true);
  view.setUint16(6, model.inputs, true);
  view.setFloat32(8, model.scale, true);
  view.setFloat32(12, model.vectorScale, true);
  view.setFloat32(16, model.temperature, true);
  for (const [k, shift] of model.shift.entries()) view.setFloat32(20 + 4 * k, shift, true);
  const raw = (weights: Int8Array) => new Uint8Array(weights.buffer, weights.byteOffset, weights.length);
  bytes.set(raw(model.weights), HEAD);
  bytes.set(raw(model.vectorWeights), HEAD + model.weights.length);
  return bytes;
}

/** Reads the section "relations/model". Throws `bad_model` where it is of another version. */
export function loadRelationModel(bytes: Uint8Array): RelationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bits = bytes.length < HEAD ? 0 : view.getUint16(4, true);
  const inputs = bytes.length < HEAD ? 0 : view.getUint16(6, true);
  const cells = 2 ** bits * KINDS.length;
  if (MAGIC.some((byte, i) => bytes[i] !== byte) || bytes.length !== HEAD + cells + inputs * KINDS.length)
    throw new EntenteError(
      "bad_model",
      "the section of relations has another version; run `npm run train -- relations`",
    );
  const signed = (from: number, length: number) =>
    new Int8Array(bytes.buffer, bytes.byteOffset + from, length);
  return {
    bits,
    inputs,
    scale: view.getFloat32(8, true),
    vectorScale: view.getFloat32(12, true),
    temperature: view.getFloat32(16, true),
    shift: Float32Array.from(KINDS, (_, k) => view.getFloat32(20 + 4 * k, true)),
    weights: signed(HEAD, cells),
    vectorWeights: signed(HEAD + cells, inputs * KINDS.length),
  };
}
