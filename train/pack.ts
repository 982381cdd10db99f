/**
 * Puts the trained parts `work/parts/{parser,tokens,lemma,relations,confidence}.bin` together: `npm run train -- pack` writes
 * `models/english.entente`. A part that is no packed file itself becomes one section: "tokens/model",
 * "lemma/model", "relations/model", "confidence/model". Parts that were not trained here are taken from the model that is there.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isPacked, packSections, unpackSections } from "../lib/src/language/model/container.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const PARTS = join(root, "work/parts");
const MODEL = join(root, "models/english.entente");

export function main(): void {
  const sections = existsSync(MODEL) ? unpackSections(readFileSync(MODEL)) : new Map<string, Uint8Array>();
  for (const part of ["parser", "tokens", "lemma", "relations", "confidence"]) {
    const file = join(PARTS, `${part}.bin`);
    if (!existsSync(file)) continue;
    const bytes = readFileSync(file);
    if (isPacked(bytes)) for (const [name, section] of unpackSections(bytes)) sections.set(name, section);
    else sections.set(`${part}/model`, bytes);
  }
  const packed = packSections(sections);
  writeFileSync(`${MODEL}.new`, packed);
  renameSync(`${MODEL}.new`, MODEL);
  process.stdout.write(`${MODEL}: ${sections.size} sections, ${packed.length} bytes\n`);
}
