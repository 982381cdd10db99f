/** Entente: reads political news and says who did what to whom, when, how sure that is and who says so. */
export * from "./core/index.js";
export * from "./language/index.js";
export * from "./reading/index.js";
export * from "./version.js";
