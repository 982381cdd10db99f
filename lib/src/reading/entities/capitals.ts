import { deprelAt } from "../../language/index.js";
import { wordsOf } from "../lexicon/actors.js";
import { childrenAt, relationAt } from "../tree.js";
import { type Draft, isOneOf, lowerAt, prepositionOf, type Reader, sentenceStartOf } from "./draft.js";

function isIn(reader: Reader, name: string, row: number): boolean {
  return row >= 0 && wordsOf(reader.lexicon, name).has(reader.tree.lemma[row]!.toLowerCase());
}

/** "KYIV (Agency) -", "MOSCOW, Nov. 28 -": where the report was written. */
function isDateline(reader: Reader, draft: Draft): boolean {
  const { tree } = reader;
  if (draft.start !== sentenceStartOf(tree, draft.start)) return false;
  const after = tree.text.slice(draft.to, draft.to + 40);
  return (
    /^\s*(\([^)]{2,30}\)|,[^-–—:]{0,24}?\d{1,2})?\s*[-–—:]{1,2}\s/.test(after) || /^\s*\([A-Z]/.test(after)
  );
}

function isOfPeople(reader: Reader, head: number): boolean {
  return !isIn(reader, "city-thing", head);
}

/** By the preposition: "talks with Moscow" is the government, "protests in Moscow" the city. */
function actsUnder(reader: Reader, preposition: string, head: number): boolean {
  if (/^(by|with|against|between|towards?|for|without|than|like|among|behind)$/.test(preposition))
    return !isIn(reader, "motion", head);
  if (preposition === "to" || preposition === "from") return !isIn(reader, "motion", head);
  if (preposition === "of") return isIn(reader, "of-government", head);
  if (preposition === "on") return !isIn(reader, "strike", head);
  return false;
}

function actsAsSubject(reader: Reader, head: number, isPassive: boolean): boolean {
  if (isPassive) return isIn(reader, "verbal-act", head);
  if (hasCopula(reader, head)) return isOneOf(reader.tree, head, "ADJ", "VERB");
  return isOneOf(reader.tree, head, "VERB") && !isIn(reader, "being-somewhere", head);
}

function hasCopula(reader: Reader, row: number): boolean {
  for (const child of childrenAt(reader.tree, row)) if (relationAt(reader.tree, child) === "cop") return true;
  return false;
}

/** True where a capital stands for its government. */
function actsAsGovernment(reader: Reader, draft: Draft, depth = 0): boolean {
  const { tree } = reader;
  if (isDateline(reader, draft)) return false;
  const head = tree.head[draft.head]!;
  const relation = relationAt(tree, draft.head);
  if (head < 0) return false;
  if (relation === "conj") {
    const other = reader.covering[head];
    if (prepositionOf(tree, draft.head) !== "")
      return actsUnder(reader, prepositionOf(tree, draft.head), head);
    if (other?.form === "capital" && depth < 6) return actsAsGovernment(reader, other, depth + 1);
    return other?.political === true;
  }
  const preposition = prepositionOf(tree, draft.head);
  if (preposition !== "") return actsUnder(reader, preposition, head);
  if (relation === "nsubj") return actsAsSubject(reader, head, deprelAt(tree, draft.head) === "nsubj:pass");
  if (deprelAt(tree, draft.head) === "nmod:poss") return isOfPeople(reader, head);
  if (relation === "obj" || relation === "iobj") return !isIn(reader, "place-object", head);
  if (relation === "compound") return isPairWith(reader, draft) || isIn(reader, "government-noun", head);
  return false;
}

/** "Washington-Pyongyang talks". */
function isPairWith(reader: Reader, draft: Draft): boolean {
  const after = lowerAt(reader.tree, draft.end) === "-" ? reader.covering[draft.end + 1] : undefined;
  const before = lowerAt(reader.tree, draft.start - 1) === "-" ? reader.covering[draft.start - 2] : undefined;
  return [after, before].some((other) => other !== undefined && other.kind === "state");
}

/** Decides which capitals are governments; the others are places. */
export function judgeCapitals(reader: Reader): void {
  for (const draft of reader.drafts) {
    if (draft.form !== "capital" || draft.isDropped) continue;
    draft.political = actsAsGovernment(reader, draft);
    if (draft.political) continue;
    draft.kind = "place";
    draft.sector = null;
    draft.name = draft.entry!.type;
    draft.referent = draft.name;
  }
}
