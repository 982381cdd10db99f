/** Files and standard input → lines, decoded and numbered; empty ones are left out. */
import { allOf, chunksOf, linesOf, nameOf, peek, reasonOf } from "./bytes.js";
import { type Decoded, decodeText } from "./decode.js";

export type LineIntake =
  | {
      readonly kind: "line";
      readonly source: string;
      /** From 1, empty lines counted. */
      readonly number: number;
      readonly decoded: Decoded;
    }
  | { readonly kind: "failure"; readonly source: string; readonly reason: string };

export const PEEK_BYTES = 65536; // a first line longer than this is taken for what its beginning looks like

/** True for a beginning that shows what its first line is. */
export function hasFirstLine(beginning: Buffer): boolean {
  return beginning.length >= PEEK_BYTES || beginning.toString("latin1").trimStart().includes("\n");
}

/** False for UTF-16, which has zero bytes in its line ends: it is decoded as a whole. */
export function isOfBytes(beginning: Buffer): boolean {
  return beginning[0] !== 0xff && beginning[0] !== 0xfe && !beginning.subarray(0, 64).includes(0);
}

/** Lines as they come, each decoded for itself, so that a source may be larger than memory. */
export async function* linesOfBytes(
  chunks: AsyncIterable<Buffer>,
  source: string,
): AsyncGenerator<LineIntake> {
  let number = 0;
  for await (const bytes of linesOf(chunks)) {
    number++;
    try {
      const decoded = decodeText(bytes);
      if (decoded.text.trim() !== "") yield { kind: "line", source, number, decoded };
    } catch (error) {
      yield { kind: "failure", source, reason: `line ${number}: ${reasonOf(error)}` };
    }
  }
}

/** Lines of a text that was decoded as a whole. */
export function* linesOfText(decoded: Decoded, source: string): Generator<LineIntake> {
  for (const [index, text] of decoded.text.split("\n").entries())
    if (text.trim() !== "") yield { kind: "line", source, number: index + 1, decoded: { ...decoded, text } };
}

async function* takeInOne(source: string): AsyncGenerator<LineIntake> {
  const { beginning, whole } = await peek(chunksOf(source), hasFirstLine);
  if (!isOfBytes(beginning)) yield* linesOfText(decodeText(await allOf(whole)), nameOf(source));
  else {
    decodeText(beginning); // a picture or an archive is refused once, not line by line
    yield* linesOfBytes(whole, nameOf(source));
  }
}

/** Lines of the named files in order; "-" is standard input. */
export async function* takeInLines(sources: readonly string[]): AsyncGenerator<LineIntake> {
  for (const source of sources) {
    try {
      yield* takeInOne(source);
    } catch (error) {
      yield { kind: "failure", source: nameOf(source), reason: reasonOf(error) };
    }
  }
}
