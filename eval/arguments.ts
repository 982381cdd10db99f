import { existsSync, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";

/** Model that `npm run train -- pack` writes. */
export const DEFAULT_MODEL = "models/english.entente";

/** A mistake of the caller: printed without a stack, exit code 2. */
export class UsageError extends Error {}

/** Reads a file that the caller named, or says how to name another. */
export function readNamedFile(path: string, option: string): Buffer {
  if (!existsSync(path) || statSync(path).isDirectory())
    throw new UsageError(`no file ${path}; name one with ${option} FILE`);
  return readFileSync(path);
}

export interface Options {
  readonly data: string;
  readonly model: string;
  readonly goldTokens: boolean;
}

/** Options that the measuring tasks of the language room share. */
export function readOptions(args: string[], defaultData: string): Options {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: defaultData },
      model: { type: "string", default: DEFAULT_MODEL },
      "gold-tokens": { type: "boolean", default: false },
    },
  });
  return { data: values.data, model: values.model, goldTokens: values["gold-tokens"] };
}
