/** The events that are read in labelled sentences, with their signs, and whether they are right. */

import { parseText } from "../../lib/src/language/index.js";
import { findMentions } from "../../lib/src/reading/entities/index.js";
import { eventRecord } from "../../lib/src/reading/events/index.js";
import { type Reader, readActs, weighActs } from "../../lib/src/reading/read.js";
import { confidenceOf, type Signs } from "../../lib/src/reading/relations/index.js";
import { growTree } from "../../lib/src/reading/tree.js";
import { answers, codingOf, type GoldSentence, pairEvents } from "../events/gold.js";

export interface JudgedEvent {
  readonly id: string;
  readonly signs: Signs;
  readonly confidence: number;
  /** Category and parties are those of an expected event, or go with them. */
  readonly isRight: boolean;
}

/** Reads one sentence and holds its events against the labels. */
export function judgedEvents(reader: Reader, sentence: GoldSentence): readonly JudgedEvent[] {
  const { id, text, published, events } = sentence;
  const tree = growTree(parseText(reader.language, text));
  const mentions = findMentions(tree, reader.knowledge.actors, published);
  const { setting, acts } = readActs(reader.knowledge, tree, mentions, published, 0);
  const weighed = weighActs(reader, setting, acts);
  const codings = weighed.map(({ merged }) => codingOf(eventRecord(setting, id, merged, 0)));
  const right = new Set(
    pairEvents(events, codings).flatMap((p) => (p !== null && p.agreement >= 2 ? [p.at] : [])),
  );
  const isOptional = (at: number) => events.some((e) => e.optional && answers(codings[at]!, e, 3));
  return weighed.map(({ signs }, at) => ({
    id,
    signs,
    confidence: confidenceOf(reader.confidence, signs),
    isRight: right.has(at) || isOptional(at),
  }));
}
