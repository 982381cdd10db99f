/**
 * What the encoder sees of one word: a row of the word table (if the word is known) and one row in each of
 * eight hashed tables of affixes, shape and cased form. The vector of a word is the sum of these rows.
 */

/** Rows of the hashed tables: prefixes of 2 and 3, suffixes of 1 to 4, shape, cased form. Powers of two. */
export const TABLE_ROWS = [1024, 4096, 256, 1024, 4096, 4096, 512, 8192] as const;
export const TABLES = TABLE_ROWS.length;
/** First row of each table in the one block that holds them all; the last entry is the number of rows. */
export const TABLE_START: readonly number[] = startsOf(TABLE_ROWS);

function startsOf(sizes: readonly number[]): number[] {
  const starts = [0];
  for (const rows of sizes) starts.push(starts.at(-1)! + rows);
  return starts;
}

/** Key of the pseudo word before and after every sentence. */
export const BOUNDARY = "\n";

/** FNV-1a over UTF-16 units with a final mix (Fowler, Noll & Vo; finaliser of MurmurHash3). */
export function hashOf(text: string, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Form under which a word is looked up: lower case, every digit 0, typographic quotes made plain. */
export function wordKey(form: string): string {
  return form.toLowerCase().replace(/[0-9]/g, "0").replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

/** Number under which the word table is sorted. */
export function keyHash(key: string): number {
  return hashOf(key, 0, key.length, 0);
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Class of a character in a shape: X upper, x lower, 0 digit, else the character itself. */
function shapeClass(character: string): string {
  if (isDigit(character.charCodeAt(0))) return "0";
  if (character.toLowerCase() !== character) return "X";
  return character.toUpperCase() !== character ? "x" : character;
}

/** Shape of a word with runs cut to two of a kind: "Kremlin's" gives "Xxx'x". At most eight classes. */
export function shapeOf(form: string): string {
  let shape = "";
  let run = 0;
  for (let i = 0; i < form.length && shape.length < 8; i++) {
    const kind = shapeClass(form[i]!);
    run = kind === shape.at(-1) ? run + 1 : 1;
    if (run <= 2) shape += kind;
  }
  return shape;
}

/** Writes the rows of a form in the eight hashed tables to `rows[at ... at + TABLES]`. */
export function hashedRows(form: string, key: string, rows: Uint16Array | Int32Array, at: number): void {
  const n = key.length;
  const put = (table: number, hash: number): void => {
    rows[at + table] = TABLE_START[table]! + (hash & (TABLE_ROWS[table]! - 1));
  };
  put(0, hashOf(key, 0, Math.min(2, n), 1));
  put(1, hashOf(key, 0, Math.min(3, n), 2));
  for (let length = 1; length <= 4; length++)
    put(1 + length, hashOf(key, Math.max(0, n - length), n, 2 + length + (n < length ? 16 : 0)));
  const shape = shapeOf(form);
  put(6, hashOf(shape, 0, shape.length, 7));
  put(7, hashOf(form, 0, form.length, 8));
}

/** Row of a hash in the sorted hashes of the word table, or -1. */
export function findRow(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle]!;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Number of distance buckets of the arc scorer, padded to a multiple of 8. */
export const BUCKETS = 32;
/** Bucket of an arc from the root. */
export const ROOT_BUCKET = 28;
const FAR = [9, 11, 14, 19, 27, 41];

function sideBucket(distance: number): number {
  if (distance <= 8) return distance - 1;
  let bucket = 8;
  while (bucket < 13 && distance >= FAR[bucket - 7]!) bucket++;
  return bucket;
}

/** Largest distance told apart: rows in one block of the arc scorer. */
export const BLOCK = 256;
/** Bucket of the signed distance head - dependent, at index distance + BLOCK. The word itself gets 31. */
export const BUCKET_OF_DISTANCE: Uint8Array = Uint8Array.from({ length: 2 * BLOCK + 1 }, (_, i) => {
  const distance = i - BLOCK;
  if (distance === 0) return BUCKETS - 1;
  return distance > 0 ? sideBucket(distance) : 14 + sideBucket(-distance);
});
