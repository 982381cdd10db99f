export * from "./confident.js";
export * from "./knowledge.js";
export * from "./read.js";
export {
  type MarkedText,
  parseMarks,
  type Relation,
  type RelationInput,
  type RelationRecord,
  relate,
} from "./relations/index.js";
export * from "./types.js";
