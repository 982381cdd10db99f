/** Loads the packed model that lies in the repository's or the package's `models` folder. */
import { readFile } from "node:fs/promises";
import { createReader, type Reader } from "entente";

const MODEL = new URL("../../../models/english.entente", import.meta.url);

/** Opens the reader; the message of a failure says what to do. */
export async function openReader(path: string | undefined): Promise<Reader> {
  try {
    return createReader(await readFile(path ?? MODEL));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Error(`the model ${path ?? "models/english.entente"} is missing; name one with --model FILE`);
  }
}
