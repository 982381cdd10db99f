/** Writing to the standard streams. */
import { once } from "node:events";

/** Writes and waits where the reader of the pipe is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

export async function printLines(lines: readonly string[]): Promise<void> {
  await print(`${lines.join("\n")}\n`);
}

/** One line on standard error for a document that could not be read. */
export function reportFailure(source: string, reason: string): void {
  process.stderr.write(`entente: ${source}: ${reason}\n`);
}
