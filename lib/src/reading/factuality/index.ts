export * from "./factuality.js";
