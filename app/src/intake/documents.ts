/** Files and standard input → documents, one after another; what fails is told and does not stop the rest. */
import { readFile, stat } from "node:fs/promises";
import type { DocumentInput } from "entente";
import { decodeText, NotTextError } from "./decode.js";
import { documentOfLine, isJsonLines, LineError } from "./json-lines.js";

export type Intake =
  | { readonly kind: "document"; readonly document: DocumentInput; readonly encoding: string }
  | { readonly kind: "failure"; readonly source: string; readonly reason: string };

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function bytesOf(source: string): Promise<Uint8Array> {
  if (source === "-") return standardInput();
  if ((await stat(source)).isDirectory()) throw new NotTextError("this is a folder; name the files in it");
  return readFile(source);
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES") return "not allowed to read it";
  return message;
}

function* linesOf(text: string, source: string, encoding: string): Generator<Intake> {
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      yield { kind: "document", document: documentOfLine(line, index + 1, source), encoding };
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      yield { kind: "failure", source, reason: error.message };
    }
  }
}

/** Documents of the named files in order; "-" is standard input. */
export async function* takeIn(sources: readonly string[]): AsyncGenerator<Intake> {
  for (const source of sources) {
    try {
      const { text, encoding } = decodeText(await bytesOf(source));
      const name = source === "-" ? "standard input" : source;
      if (isJsonLines(source, text)) yield* linesOf(text, name, encoding);
      else yield { kind: "document", document: { text, source: name }, encoding };
    } catch (error) {
      yield { kind: "failure", source, reason: reasonOf(error) };
    }
  }
}
