export * from "./core/index.js";
export * from "./language/index.js";
