// Writes the marked blocks of docs/codebook.md anew from lexicon/. Run by `npm run codebook`.
import { readFileSync, writeFileSync } from "node:fs";
import { fillCodebook } from "./codebook.js";

const PAGE = new URL("../../docs/codebook.md", import.meta.url);
writeFileSync(PAGE, fillCodebook(readFileSync(PAGE, "utf8")));
