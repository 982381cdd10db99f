export type { Mention, Mentions, PartyWords } from "../types.js";
export { findMentions } from "./find.js";
export { nounPhraseOf, partiesAt } from "./parties.js";
export { entityRecords, type FoundMentions } from "./records.js";
