/** Writing to the standard streams. */
import { once } from "node:events";
import { forTerminal, oneLine } from "./text-width.js";

/** Writes and waits where the reader of the pipe is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

export async function printLines(lines: readonly string[]): Promise<void> {
  await print(`${lines.join("\n")}\n`);
}

/** Data as they are for files and pipes; for a terminal without what it would obey. */
export async function printData(text: string): Promise<void> {
  await print(process.stdout.isTTY ? forTerminal(text) : text);
}

/** Controls, marks of writing direction and separators, which JSON allows raw and terminals or readers obey. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** JSON with such characters escaped: the same value, safe to look at. */
export function jsonText(value: unknown, indent?: number): string {
  const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, indent).replace(UNSAFE, escaped);
}

/** One line on standard error: a document that could not be read, or how it was read. */
export function report(source: string, message: string): void {
  process.stderr.write(`entente: ${oneLine(source)}: ${oneLine(message)}\n`);
}
