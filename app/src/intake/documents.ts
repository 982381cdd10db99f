/** Files and standard input → documents, one after another; what fails is told and does not stop the rest. */
import type { DocumentInput } from "entente";
import { allOf, chunksOf, nameOf, peek, reasonOf } from "./bytes.js";
import { type Decoded, decodeText, NotTextError } from "./decode.js";
import { documentOfLine, isJsonLines } from "./json-lines.js";
import { hasFirstLine, isOfBytes, type LineIntake, linesOfBytes, linesOfText, PEEK_BYTES } from "./lines.js";
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

function documentOf(document: DocumentInput, { encoding, damaged }: Decoded, isLine: boolean): Intake {
  return { kind: "document", document, encoding, damaged, isLine };
}

/** The document of a line of JSON Lines. */
function takeInLine(line: LineIntake): Intake {
  if (line.kind === "failure") return line;
  const { source, number, decoded } = line;
  try {
    return documentOf(documentOfLine(decoded.text, number, source), decoded, true);
  } catch (error) {
    return { kind: "failure", source, reason: reasonOf(error) };
  }
}

async function* takeInOne(source: string): AsyncGenerator<Intake> {
  const name = nameOf(source);
  const { beginning, whole } = await peek(chunksOf(source), hasFirstLine);
  if (isOfBytes(beginning) && isJsonLines(source, beginning.toString("utf8")))
    for await (const line of linesOfBytes(whole, name)) yield takeInLine(line);
  else {
    const decoded = decodeText(await allOf(whole));
    if (isJsonLines(source, decoded.text.slice(0, PEEK_BYTES)))
      for (const line of linesOfText(decoded, name)) yield takeInLine(line);
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
      yield { kind: "failure", source: nameOf(source), reason: reasonOf(error) };
    }
  }
}
