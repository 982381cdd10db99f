export * from "./knowledge.js";
export * from "./read.js";
export * from "./types.js";
