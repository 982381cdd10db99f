/** Files and standard input → documents, one after another; what fails is told and does not stop the rest. */
import type { DocumentInput } from "entente";
import { allOf, chunksOf, linesOf, peek } from "./bytes.js";
import { type Decoded, decodeText, NotTextError } from "./decode.js";
import { documentOfLine, isJsonLines } from "./json-lines.js";
import { isMarkup } from "./markup.js";

export type Intake =
  | {
      readonly kind: "document";
      readonly document: DocumentInput;
      readonly encoding: string;
      readonly damaged: boolean;
      /** True for a line of JSON Lines, false for a file that is one document. */
      readonly isLine: boolean;
    }
  | { readonly kind: "failure"; readonly source: string; readonly reason: string };

const PEEK_BYTES = 65536; // a first line longer than this is taken for what its beginning looks like

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES") return "not allowed to read it";
  if (code === "ERR_STRING_TOO_LONG") return "too long for one text; cut it into documents";
  return message;
}

function documentOf(document: DocumentInput, { encoding, damaged }: Decoded, isLine: boolean): Intake {
  return { kind: "document", document, encoding, damaged, isLine };
}

async function* takeInLines(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Intake> {
  let number = 0;
  for await (const bytes of linesOf(chunks)) {
    number++;
    try {
      const decoded = decodeText(bytes);
      if (decoded.text.trim() === "") continue;
      yield documentOf(documentOfLine(decoded.text, number, name), decoded, true);
    } catch (error) {
      yield { kind: "failure", source: name, reason: reasonOf(error) };
    }
  }
}

function* linesInText(decoded: Decoded, name: string): Generator<Intake> {
  for (const [index, line] of decoded.text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      yield documentOf(documentOfLine(line, index + 1, name), decoded, true);
    } catch (error) {
      yield { kind: "failure", source: name, reason: reasonOf(error) };
    }
  }
}

function hasFirstLine(beginning: Buffer): boolean {
  return beginning.length >= PEEK_BYTES || beginning.toString("latin1").trimStart().includes("\n");
}

/** UTF-16 has zero bytes in its line ends: it is decoded as a whole. */
function isOfBytes(beginning: Buffer): boolean {
  return beginning[0] !== 0xff && beginning[0] !== 0xfe && !beginning.subarray(0, 64).includes(0);
}

async function* takeInOne(source: string): AsyncGenerator<Intake> {
  const name = source === "-" ? "standard input" : source;
  const { beginning, whole } = await peek(chunksOf(source), hasFirstLine);
  if (isOfBytes(beginning) && isJsonLines(source, beginning.toString("utf8")))
    yield* takeInLines(whole, name);
  else {
    const decoded = decodeText(await allOf(whole));
    if (isJsonLines(source, decoded.text.slice(0, PEEK_BYTES))) yield* linesInText(decoded, name);
    else if (isMarkup(decoded.text)) throw new NotTextError("this is HTML; save its text first");
    else yield documentOf({ text: decoded.text, source: name }, decoded, false);
  }
}

/** Documents of the named files in order; "-" is standard input. */
export async function* takeIn(sources: readonly string[]): AsyncGenerator<Intake> {
  for (const source of sources) {
    try {
      yield* takeInOne(source);
    } catch (error) {
      yield { kind: "failure", source: source === "-" ? "standard input" : source, reason: reasonOf(error) };
    }
  }
}
