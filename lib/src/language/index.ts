export * from "./conllu.js";
export * from "./conllu-writer.js";
export { asciiBytes, asciiText } from "./model/container.js";
export * from "./pipeline.js";
export { hashString } from "./tokens/hash.js";
export * from "./tree.js";
export * from "./types.js";
export * from "./word-vectors.js";
