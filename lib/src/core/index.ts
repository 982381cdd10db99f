export * from "./cameo.js";
export * from "./diagnostic.js";
export * from "./error.js";
export * from "./hash.js";
export * from "./plover.js";
export * from "./record.js";
export * from "./search.js";
export * from "./span.js";
