// Puts the model and the licences beside the compiled library, so that the package "entente" brings them along: the
// model is "entente/english.entente". Run by `npm run build` after the compiler.
import { copyFileSync } from "node:fs";

const ASSETS = [
  ["models/english.entente", "english.entente"],
  ["models/README.md", "english.README.md"],
  ["LICENSE", "LICENSE"],
];
for (const [from, to] of ASSETS)
  copyFileSync(new URL(`../${from}`, import.meta.url), new URL(`../lib/dist/${to}`, import.meta.url));
