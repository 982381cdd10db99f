/**
 * Trains the joint model: `npm run train -- parser [--epochs N] [--seed N] [--data FOLDER] [--resume]`.
 * Writes `work/parts/parser.bin`; keeps a checkpoint an epoch in `work/parser-checkpoint.bin`.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { train } from "./train.js";

export function main(options: string[]): void {
  const { values } = parseArgs({
    args: options,
    options: {
      epochs: { type: "string", default: "24" },
      seed: { type: "string", default: "1" },
      data: { type: "string", default: fileURLToPath(new URL("../../../shared/data", import.meta.url)) },
      name: { type: "string", default: "parser" },
      resume: { type: "boolean", default: false },
    },
  });
  train({
    epochs: Number(values.epochs),
    seed: Number(values.seed),
    data: values.data,
    name: values.name,
    resume: values.resume,
  });
}
