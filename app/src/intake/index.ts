export * from "./decode.js";
export * from "./documents.js";
export * from "./json-lines.js";
export { type LineIntake, takeInLines } from "./lines.js";
export * from "./marked-lines.js";
