export {
  type ConfidenceModel,
  confidenceOf,
  loadConfidenceModel,
  type Signs,
  signsOf,
} from "./confidence.js";
export { relationFeatures, standing } from "./features.js";
export { KINDS, kindOf, type RelationKind } from "./kinds.js";
export { type MarkedText, parseMarks } from "./marks.js";
export { meaningOf, PLACES } from "./meaning.js";
export { loadRelationModel, type RelationModel, saveRelationModel } from "./model.js";
export {
  type Relation,
  type RelationInput,
  type RelationRecord,
  relate,
  type Situation,
  situate,
} from "./relate.js";
export { collect, type Scores, scoreFeatures, softmax } from "./score.js";
