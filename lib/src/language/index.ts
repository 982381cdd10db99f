export * from "./conllu.js";
export * from "./pipeline.js";
export * from "./tree.js";
export * from "./types.js";
