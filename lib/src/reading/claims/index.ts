export * from "./find.js";
export * from "./record.js";
export * from "./words.js";
