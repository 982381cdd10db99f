export { readVoices, type VoiceLexicon } from "./lexicon.js";
export * from "./quotations.js";
export * from "./voices.js";
