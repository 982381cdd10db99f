export { isBlank } from "./characters.js";
export { loadTokenModel, type TokenModel } from "./model.js";
export { tokenize } from "./tokenize.js";
