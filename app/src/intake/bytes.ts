/** Bytes of files and of standard input, as they come. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { NotTextError } from "./decode.js";

/** What a source is called where people read of it. */
export function nameOf(source: string): string {
  return source === "-" ? "standard input" : source;
}

/** Why a source could not be read, in words that say what to do where something can be done. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES") return "not allowed to read it";
  if (code === "ERR_STRING_TOO_LONG") return "too long for one text; cut it into documents";
  return message;
}

/** Chunks of a file; "-" is standard input. */
export async function* chunksOf(source: string): AsyncGenerator<Buffer> {
  if (source === "-") yield* process.stdin as AsyncIterable<Buffer>;
  else {
    if ((await stat(source)).isDirectory()) throw new NotTextError("this is a folder; name the files in it");
    yield* createReadStream(source) as AsyncIterable<Buffer>;
  }
}

/** The beginning of a stream, and the whole stream again: enough is read for `isEnough`, or all of it. */
export async function peek(
  chunks: AsyncGenerator<Buffer>,
  isEnough: (beginning: Buffer) => boolean,
): Promise<{ readonly beginning: Buffer; readonly whole: AsyncGenerator<Buffer> }> {
  let beginning = Buffer.alloc(0);
  let done = false;
  while (!done && !isEnough(beginning)) {
    const next = await chunks.next();
    if (next.done) done = true;
    else beginning = Buffer.concat([beginning, next.value]);
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield beginning;
    yield* chunks;
  }
  return { beginning, whole: whole() };
}

export async function allOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const list: Buffer[] = [];
  for await (const chunk of chunks) list.push(chunk);
  return Buffer.concat(list);
}

const LINE_FEED = 10;

/** Lines without their line feeds, the last one too where it has none. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, at)]);
      parts = [];
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
  }
  yield Buffer.concat(parts);
}
