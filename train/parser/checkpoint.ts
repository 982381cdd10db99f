/** State of a training run between two epochs: counters, random state, weights, moments and mean. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Random } from "../random.js";
import type { Parameters } from "./parameters.js";

/** Next epoch and number of steps done. */
export interface Progress {
  readonly epoch: number;
  readonly step: number;
}

export function saveCheckpoint(
  path: string,
  { epoch, step }: Progress,
  parameters: Parameters,
  random: Random,
): void {
  const { steps, blocks } = parameters.save();
  const head = Int32Array.of(epoch, step, steps, random.state);
  const parts = [head, ...blocks].map((block) =>
    Buffer.from(block.buffer, block.byteOffset, block.byteLength),
  );
  writeFileSync(`${path}.new`, Buffer.concat(parts));
  renameSync(`${path}.new`, path);
}

export function loadCheckpoint(path: string, parameters: Parameters, random: Random): Progress {
  const bytes = readFileSync(path);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [epoch, step, steps, state] = new Int32Array(buffer, 0, 4);
  const blocks = new Float32Array(buffer, 16);
  if (blocks.length !== 4 * parameters.size) throw new RangeError(`${path} belongs to another model`);
  parameters.restore(steps!, blocks);
  random.state = state!;
  return { epoch: epoch!, step: step! };
}

/** The mean weights of a checkpoint. */
export function readMean(path: string, parameters: Parameters): Float32Array {
  const bytes = readFileSync(path);
  const mean = bytes.subarray(16 + 3 * 4 * parameters.size);
  return new Float32Array(mean.buffer.slice(mean.byteOffset, mean.byteOffset + mean.length));
}
