export type { Mention, Mentions, PartyWords } from "../types.js";
export { topOf } from "./draft.js";
export { findMentions } from "./find.js";
export { nounPhraseOf } from "./noun-phrase.js";
export { partiesAt } from "./parties.js";
export { entityRecords, type FoundMentions } from "./records.js";
