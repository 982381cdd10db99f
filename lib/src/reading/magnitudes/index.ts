export * from "./find.js";
export { type MagnitudeLexicon, readMagnitudes } from "./lexicon.js";
