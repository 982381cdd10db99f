/** Loads the model that the package `entente` brings along. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createReader, EntenteError, type Reader } from "entente";
import { MisuseError } from "./misuse.js";

/** Opens the reader; the message of a failure says what to do. */
export async function openReader(path: string | undefined): Promise<Reader> {
  const file = path ?? fileURLToPath(import.meta.resolve("entente/english.entente"));
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new MisuseError(`the model ${file} cannot be read (${code}); name another with --model FILE`);
  }
  try {
    return createReader(bytes);
  } catch (error) {
    if (error instanceof EntenteError && error.code === "bad_model")
      throw new MisuseError(`${file}: ${error.message}`);
    throw error;
  }
}
