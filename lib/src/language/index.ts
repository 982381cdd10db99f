export * from "./tree.js";
export * from "./types.js";
