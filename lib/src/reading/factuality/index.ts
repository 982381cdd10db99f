export * from "./factuality.js";
export { type FactualityLexicon, readFactuality } from "./lexicon.js";
