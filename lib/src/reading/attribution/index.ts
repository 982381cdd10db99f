export * from "./quotations.js";
export * from "./voices.js";
