export { lemmatize } from "./lemmatize.js";
export { type LemmaModel, loadLemmaModel } from "./model.js";
