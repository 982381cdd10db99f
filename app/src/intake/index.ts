export * from "./decode.js";
export * from "./documents.js";
export * from "./json-lines.js";
