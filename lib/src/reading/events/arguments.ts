/**
 * Who stands in which role of a verb or noun, read off the Universal Dependencies tree, so that frames can speak of
 * `subj`, `obj`, `owner` and prepositions alone (docs/roles.md).
 */
export { nounArguments } from "./noun-arguments.js";
export type { Arguments, Roles } from "./roles.js";
export { subjectRow } from "./subjects.js";
export { verbArguments } from "./verb-arguments.js";
export { casesOf, isParticiple, isPassive } from "./voice.js";
