import type { Sector } from "../../core/index.js";
import { wordsOf } from "../lexicon/actors.js";
import { type Draft, isOneOf, lowerAt, type Reader } from "./draft.js";

/** Points from which a sentence tells of sport: one sure word, or two that may also be used of politics. */
const ENOUGH = 2;

const SCORE = /(?<![\d$€£-])\d[-–]\d(?![\d-])/;

/** Phrases of a class by their first word; a hyphen in the text is a word. */
function byFirstWord(reader: Reader, name: string): Map<string, string[]> {
  const phrases = new Map<string, string[]>();
  for (const phrase of wordsOf(reader.lexicon, name)) {
    const first = phrase.split(" ", 1)[0]!;
    phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  return phrases;
}

function startsAt({ tree }: Reader, row: number, phrase: string): boolean {
  if (!phrase.includes(" ")) return isOneOf(tree, row, "NOUN", "PROPN", "ADJ");
  return phrase.split(" ").every((word, k) => lowerAt(tree, row + k) === word);
}

function has(reader: Reader, phrases: ReadonlyMap<string, readonly string[]>, row: number, word: string) {
  const list = phrases.get(word) ?? phrases.get(reader.tree.lemma[row]!.toLowerCase()) ?? [];
  return list.some((phrase) => startsAt(reader, row, phrase));
}

const RULERS: ReadonlySet<Sector | null> = new Set(["GOV", "MIL", "LEG", "JUD", "COP", "REB", "PRM", "OPP"]);

/** Sentences with an office or an armed force in them tell more than a game. */
function ruled(reader: Reader): Set<number> {
  const sentences = new Set<number>();
  for (const draft of reader.drafts)
    if ((draft.role || draft.person) && RULERS.has(draft.sector) && !draft.isDropped)
      sentences.add(reader.tree.sentence[draft.head]!);
  return sentences;
}

/** Points of each sentence; none where the words of politics stand in it too. */
function sportPoints(reader: Reader): Uint8Array {
  const { tree } = reader;
  const points = new Uint8Array(tree.sentenceStart.length);
  const sure = byFirstWord(reader, "sport");
  const likely = byFirstWord(reader, "sport-likely");
  const contest = wordsOf(reader.lexicon, "contest");
  const other = wordsOf(reader.lexicon, "not-sport");
  const politics = ruled(reader);
  for (let row = 0; row < tree.size; row++) {
    const sentence = tree.sentence[row]!;
    const word = lowerAt(tree, row);
    if (has(reader, sure, row, word)) points[sentence]! += ENOUGH;
    else if (has(reader, likely, row, word)) points[sentence]!++;
    if (other.has(word)) politics.add(sentence);
    if (isOneOf(tree, row, "VERB") && contest.has(tree.lemma[row]!.toLowerCase()))
      points[sentence]! += hasScore(reader, sentence) ? ENOUGH : 0;
  }
  for (const sentence of politics) points[sentence] = 0;
  return points;
}

function hasScore({ tree }: Reader, sentence: number): boolean {
  const [from, to] = [tree.sentenceStart[sentence]!, tree.sentenceStart[sentence + 1]! - 1];
  return SCORE.test(tree.text.slice(tree.from[from], Math.min(tree.to[to]!, tree.from[from]! + 600)));
}

/** "In the play, a general meets a nun": what a work tells. */
function isFiction(reader: Reader, first: number): boolean {
  if (lowerAt(reader.tree, first) !== "in") return false;
  if (!/^(the|this|his|her|a|one)$/.test(lowerAt(reader.tree, first + 1))) return false;
  const works = wordsOf(reader.lexicon, "fiction");
  if (works.has(lowerAt(reader.tree, first + 2))) return true;
  return isOneOf(reader.tree, first + 2, "ADJ") && works.has(lowerAt(reader.tree, first + 3));
}

/** 1 for each sentence that tells of a game or a story. */
function playSentences(reader: Reader): Uint8Array {
  const { tree } = reader;
  const plays = sportPoints(reader);
  for (let sentence = 0; sentence + 1 < tree.sentenceStart.length; sentence++) {
    const isStory = isFiction(reader, tree.sentenceStart[sentence]!);
    plays[sentence] = plays[sentence]! >= ENOUGH || isStory ? 1 : 0;
  }
  return plays;
}

/** "Japanese knotweed", "a German shepherd": the adjective tells a kind, no state. */
function isKind(reader: Reader, draft: Draft): boolean {
  if (draft.form !== "adjective") return false;
  const { tree, lexicon } = reader;
  const kinds = wordsOf(lexicon, "kind-noun");
  const head = tree.head[draft.head]!;
  return (
    [draft.end, head].some((row) => row >= draft.end && row < tree.size && kinds.has(lowerAt(tree, row))) ||
    (head >= draft.end && kinds.has(tree.lemma[head]!.toLowerCase()))
  );
}

function silence(draft: Draft): void {
  draft.political = false;
  draft.entity = null;
  draft.group = [];
}

/** Takes the part of a political actor from the names of those who play, and from the names of kinds. */
export function silencePlayers(reader: Reader): void {
  const plays = playSentences(reader);
  for (const draft of reader.drafts)
    if (plays[reader.tree.sentence[draft.head]!] === 1 || isKind(reader, draft)) silence(draft);
}
