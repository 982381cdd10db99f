/**
 * One file that holds named byte sections: the weights of the parser, the tokenizer and the lemmatizer.
 *
 * Layout, little-endian: the magic number, the number of sections, then for every section the length of its
 * name, the name in ASCII, the offset and the length of its bytes; then the bytes, each section on a boundary
 * of 16 so that typed arrays can be laid over them.
 */

/** "ENT1" read as a little-endian number. */
const MAGIC = 0x31544e45;
const ALIGNMENT = 16;

const aligned = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

function directorySize(names: readonly string[]): number {
  return names.reduce((size, name) => size + 12 + name.length, 8);
}

/** Packs sections in the order of their names, so that the same sections always give the same bytes. */
export function packSections(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...sections.keys()].sort();
  const offsets = new Map<string, number>();
  let size = aligned(directorySize(names));
  for (const name of names) {
    offsets.set(name, size);
    size = aligned(size + sections.get(name)!.length);
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, names.length, true);
  let at = 8;
  for (const name of names) {
    const section = sections.get(name)!;
    view.setUint32(at, name.length, true);
    for (let i = 0; i < name.length; i++) bytes[at + 4 + i] = name.charCodeAt(i);
    at += 4 + name.length;
    view.setUint32(at, offsets.get(name)!, true);
    view.setUint32(at + 4, section.length, true);
    at += 8;
    bytes.set(section, offsets.get(name)!);
  }
  return bytes;
}

/** Whether bytes begin like a packed file. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === MAGIC;
}

/** Sections of a packed file as views of its bytes (copied once where the bytes do not start on a boundary). */
export function unpackSections(packed: Uint8Array): Map<string, Uint8Array> {
  const bytes = packed.byteOffset % ALIGNMENT === 0 ? packed : packed.slice();
  if (!isPacked(bytes)) throw new RangeError("model file has an unknown format");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sections = new Map<string, Uint8Array>();
  let at = 8;
  for (let n = view.getUint32(4, true); n > 0; n--) {
    const nameLength = view.getUint32(at, true);
    let name = "";
    for (let i = 0; i < nameLength; i++) name += String.fromCharCode(bytes[at + 4 + i]!);
    at += 4 + nameLength;
    const offset = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    if (offset + length > bytes.length) throw new RangeError("model file is cut short");
    sections.set(name, bytes.subarray(offset, offset + length));
    at += 8;
  }
  return sections;
}

/** Text of a section written in ASCII (JSON with \u escapes). */
export function asciiText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return parts.join("");
}

/** Bytes of a text, with \u escapes for all that is not ASCII: the inverse of `asciiText` for JSON. */
export function asciiBytes(json: string): Uint8Array {
  const escaped = json.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const bytes = new Uint8Array(escaped.length);
  for (let i = 0; i < escaped.length; i++) bytes[i] = escaped.charCodeAt(i);
  return bytes;
}
