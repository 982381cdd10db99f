export * from "./layout.js";
export * from "./mask.js";
