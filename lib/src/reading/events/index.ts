export * from "./act.js";
export * from "./arguments.js";
export * from "./code.js";
export * from "./demands.js";
export * from "./judge.js";
export * from "./match.js";
export * from "./merge.js";
export * from "./record.js";
