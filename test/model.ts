/** The reader that tests of the whole share. */
import { readFileSync } from "node:fs";
import { createReader, type Reader } from "../lib/src/index.js";

export const MODEL_PATH = new URL("../models/english.entente", import.meta.url);

export function openReader(): Reader {
  return createReader(readFileSync(MODEL_PATH));
}
