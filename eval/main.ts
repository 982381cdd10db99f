import { EntenteError } from "../lib/src/core/error.js";
import { UsageError } from "./arguments.js";

/** `npm run eval -- --task TASK [options]`: every task is a program `eval/TASK/main.ts` that exports `main`. */
const TASKS: Record<string, () => Promise<{ main(args: string[]): void | Promise<void> }>> = {
  parse: () => import("./parse/main.js"),
  names: () => import("./names/main.js"),
  frames: () => import("./frames/main.js"),
  documents: () => import("./documents/main.js"),
  events: () => import("./events/main.js"),
  time: () => import("./time/main.js"),
  factuality: () => import("./factuality/main.js"),
  attribution: () => import("./attribution/main.js"),
  relate: () => import("./relate/main.js"),
  confidence: () => import("./confidence/main.js"),
  sample: () => import("./sample/main.js"),
  records: () => import("./records/main.js"),
};

function isMisuse(error: unknown): error is Error {
  const code = (error as { code?: unknown }).code;
  return (
    error instanceof UsageError || error instanceof EntenteError || String(code).startsWith("ERR_PARSE_ARGS")
  );
}

/** Takes `--task NAME` out of the arguments. */
function takeTask(args: string[]): { task: string; rest: string[] } {
  const at = args.findIndex((arg) => arg === "--task" || arg.startsWith("--task="));
  if (at < 0) return { task: "", rest: args };
  const inline = args[at]!.includes("=");
  const task = inline ? args[at]!.slice("--task=".length) : (args[at + 1] ?? "");
  return { task, rest: args.toSpliced(at, inline ? 1 : 2) };
}

const { task, rest } = takeTask(process.argv.slice(2));
const load = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
try {
  if (!load)
    throw new UsageError(`usage: npm run eval -- --task ${Object.keys(TASKS).join("|")} [--data FILE]`);
  await (await load()).main(rest);
} catch (error) {
  if (!isMisuse(error)) throw error;
  process.stderr.write(`eval: ${error.message}\n`);
  process.exitCode = 2;
}
