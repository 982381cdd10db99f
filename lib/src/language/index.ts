export * from "./conllu.js";
export * from "./conllu-writer.js";
export * from "./pipeline.js";
export * from "./tree.js";
export * from "./types.js";
