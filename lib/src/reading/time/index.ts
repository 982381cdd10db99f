export * from "./anchor.js";
export * from "./calendar.js";
export * from "./find.js";
export { cardinalOf } from "./numbers.js";
export { NO_TABLES, readTimeTables, type TimeTables } from "./tables.js";
