export * from "./confident.js";
export * from "./knowledge.js";
export * from "./read.js";
export * from "./relations/index.js";
export * from "./types.js";
