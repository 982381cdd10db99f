// Puts the model beside the compiled library, so that the package "entente" brings it along as
// "entente/english.entente". Run by `npm run build` after the compiler.
import { copyFileSync } from "node:fs";

copyFileSync(
  new URL("../models/english.entente", import.meta.url),
  new URL("../lib/dist/english.entente", import.meta.url),
);
