/** Bytes to text: byte order marks first, then UTF-8 if it is valid, then what the bytes look like. */
import chardet from "chardet";
import iconv from "iconv-lite";

export interface Decoded {
  readonly text: string;
  /** Name of the encoding as it was found. */
  readonly encoding: string;
}

/** A file that is no text: the message says what it seems to be. */
export class NotTextError extends Error {}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf16-le", [0xff, 0xfe]],
  ["utf16-be", [0xfe, 0xff]],
];

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF document; save its text first"],
  ["PK\u0003\u0004", "a zip archive or an office document; save its text first"],
  ["\u001f\u008b", "gzip data; unpack it first"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function refuseBinary(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known) throw new NotTextError(`this is ${known[1]}`);
}

const MAX_ZERO_SHARE = 0.01; // zero bytes in a text of one byte per character: none; in a binary file: many

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  return sample.length > 0 && sample.filter((b) => b === 0).length > sample.length * MAX_ZERO_SHARE;
}

/** Decodes a file. Throws `NotTextError` for a file that is no text. */
export function decodeText(bytes: Uint8Array): Decoded {
  refuseBinary(bytes);
  const mark = MARKS.find(([, m]) => startsWith(bytes, m));
  if (mark) return { text: iconv.decode(Buffer.from(bytes), mark[0]), encoding: mark[0] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf8" };
  } catch {
    const guess = chardet.detect(bytes) ?? "windows-1252";
    if (!guess.startsWith("UTF-16") && isBinary(bytes)) throw new NotTextError("this is a binary file, not text");
    const encoding = iconv.encodingExists(guess) && guess !== "UTF-8" ? guess : "windows-1252";
    return { text: iconv.decode(Buffer.from(bytes), encoding), encoding };
  }
}
