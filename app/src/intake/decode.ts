/** Bytes to text: byte order marks first, then UTF-8 if it is valid, then what the bytes look like. */
import chardet from "chardet";
import iconv from "iconv-lite";

export interface Decoded {
  readonly text: string;
  /** Name of the encoding as it was found: "utf8", "utf16-le", "windows-1252" ... */
  readonly encoding: string;
  /** True where some bytes meant nothing and stand as U+FFFD. */
  readonly damaged: boolean;
}

/** A file that is no text: the message says what it seems to be. */
export class NotTextError extends Error {}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf16-le", [0xff, 0xfe]],
  ["utf16-be", [0xfe, 0xff]],
];

const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/u, "a PDF document; save its text first"],
  [/^PK\x03\x04/u, "a zip archive or an office document; save its text first"],
  [/^\{\\rtf/u, "an RTF document; save its text first"],
  [/^\x1f\x8b/u, "gzip data; unpack it first"],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8/u, "a picture"],
  [/^\s*(?:<!doctype html|<html)\b/iu, "an HTML page; save its text first"],
];

const SAMPLE_BYTES = 4096; // enough to tell text from data
const MAX_CONTROL_SHARE = 0.02; // a text has next to none, other data about 0.1

function refuseKnownData(sample: Uint8Array): void {
  const head = Buffer.from(sample.subarray(0, 64)).toString("latin1");
  const known = SIGNATURES.find(([signature]) => signature.test(head));
  if (known) throw new NotTextError(`this is ${known[1]}`);
}

/** Bytes that stand in no text: controls but tab, line ends, form feed and escape. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f;
}

/** UTF-16 without a mark: in English every other byte is zero. */
function unmarkedUtf16(sample: Uint8Array): string | null {
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at & 1]!++;
  const half = sample.length / 2;
  if (zeros[1]! > 0.5 * half && zeros[0]! < 0.1 * half) return "utf16-le";
  return zeros[0]! > 0.5 * half && zeros[1]! < 0.1 * half ? "utf16-be" : null;
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return { text, encoding, damaged: encoding.startsWith("utf") && text.includes("\ufffd") };
}

/** Broken UTF-8, as of a file that was cut: more of its longer characters are whole than broken. */
function brokenUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  let whole = 0;
  let broken = 0;
  for (const character of text)
    if (character === "\ufffd") broken++;
    else if (character > "\u007f") whole++;
  return whole >= broken ? { text, encoding: "utf8", damaged: true } : null;
}

const MIN_LEAD = 10; // percent by which another encoding must lead over the one most common in English texts

function guessEncoding(bytes: Uint8Array): string {
  const guesses = chardet.analyse(bytes).filter((guess) => iconv.encodingExists(guess.name));
  const western = guesses.filter((guess) => guess.name === "windows-1252" || guess.name === "ISO-8859-1");
  const floor = Math.max(0, ...western.map((guess) => guess.confidence)) + MIN_LEAD;
  return (
    guesses.find((guess) => !western.includes(guess) && guess.confidence >= floor)?.name ?? "windows-1252"
  );
}

/** Decodes a file. Throws `NotTextError` for a file that is no text. */
export function decodeText(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  refuseKnownData(sample);
  const mark = MARKS.find(([, m]) => m.every((byte, i) => bytes[i] === byte));
  if (mark) return decodeAs(bytes, mark[0]);
  const unmarked = unmarkedUtf16(sample);
  if (unmarked !== null) return decodeAs(bytes, unmarked);
  if (sample.filter(isControl).length > sample.length * MAX_CONTROL_SHARE)
    throw new NotTextError("this is a binary file, not text");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "utf8", damaged: false };
  } catch {
    return brokenUtf8(bytes) ?? decodeAs(bytes, guessEncoding(bytes));
  }
}
