/**
 * A tree good enough for time expressions where no parser is at hand: words cut by a pattern, verb tags by their
 * form, every word hung on the nearest verb of its stretch. Development and tests only.
 */
import type { Tree } from "../../lib/src/reading/types.js";
import { childrenOf, sentenceOfRows, UPOS } from "../../lib/src/language/index.js";

const WORD = /[A-Za-zÀ-ɏ]+(?:\.[A-Za-z]+)+\.?|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Mr|Mrs|Dr|Gen|Sen|Rep|Gov|St|Co|Corp|Inc|Ltd)\.|[A-Za-zÀ-ɏ]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[A-Za-zÀ-ɏ]+|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![A-Za-z])|\d+|\S/g;

const PAST = new Set(
  (
    "was were had did said told met held went came made took gave left began fell rose led sent won lost saw knew " +
    "thought became kept let put set found brought bought fought felt got grew heard hit broke built chose drew " +
    "drove flew paid ran sat sold shot spoke spent stood struck swore taught threw understood wore wrote withdrew"
  ).split(" "),
);
const MODALS = new Set("will would shall should may might must can could 'll wo ca".split(" "));
const HAVE = new Set("have has had 've having".split(" "));
const BE = new Set("is are was were be been being 's 're am 'm".split(" "));
const PRESENT = new Set("is are am has have says do does 've 're 'm".split(" "));
const PARTICIPLES = new Set("been gone done made held met sent taken given seen known shown fallen risen begun".split(" "));
const STOPS = new Set([",", ";", ":", "(", ")", '"', "“", "”", "—", "–", "that", "which", "who", "but", "and", "while", "when"]);
const NOUNS = new Set("need speed seed bed red reed feed deed bleed hundred blood evening morning during thing king spring nothing something".split(" "));

interface Draft {
  readonly word: string;
  readonly lower: string;
  tag: string;
}

function tagOf(drafts: readonly Draft[], k: number): string {
  const { word, lower } = drafts[k]!;
  const before = drafts[k - 1]?.lower ?? "";
  const before2 = drafts[k - 2]?.lower ?? "";
  const afterHave = HAVE.has(before) || (HAVE.has(before2) && /ly$|^(been|not|n't|also|already)$/.test(before));
  const afterBe = BE.has(before) || BE.has(before2);
  if (MODALS.has(lower) && !(word === "May" && k > 0) && !/^(April|May)$/.test(word)) return "MD";
  if (lower === "to") return "TO";
  if (/^\d/.test(word)) return "CD";
  if (PRESENT.has(lower)) return "VBZ";
  if (PARTICIPLES.has(lower) && (afterHave || afterBe)) return "VBN";
  if (PAST.has(lower)) return "VBD";
  if (lower.endsWith("ed") && lower.length > 3 && !NOUNS.has(lower)) {
    if (afterHave || afterBe) return "VBN";
    return k > 0 ? "VBD" : "VBN";
  }
  if (before === "to" || MODALS.has(before) || (before2 !== "" && MODALS.has(before2) && /ly$|^(not|n't)$/.test(before)))
    return /^[a-z]/.test(word) && lower !== "the" ? "VB" : "NN";
  if (lower.endsWith("ing") && lower.length > 4 && BE.has(before)) return "VBG";
  return /^[A-Z]/.test(word) ? "NNP" : "NN";
}

function uposOf(tag: string, word: string): number {
  const upos = /^V|^MD/.test(tag) ? "VERB" : tag === "NNP" ? "PROPN" : tag === "CD" ? "NUM" : "X";
  return UPOS.indexOf(/^[^\w]/.test(word) ? "PUNCT" : upos);
}

const AUXILIARIES = new Set([...MODALS, ...HAVE, ...BE, "did", "does", "do"]);

interface Links {
  readonly head: Int32Array;
  readonly relation: string[];
}

function link(drafts: readonly Draft[], first: number, end: number, links: Links): void {
  const mains: number[] = [];
  for (let row = first; row < end; row++) {
    if (!/^V|^MD/.test(drafts[row]!.tag)) continue;
    const main = nextVerb(drafts, row, end);
    if (AUXILIARIES.has(drafts[row]!.lower) && main > 0) {
      links.head[row] = main;
      links.relation[row] = "aux";
    } else mains.push(row);
  }
  for (let row = first; row < end; row++) {
    if (links.head[row]! >= 0 || mains.includes(row)) continue;
    links.head[row] = nearest(drafts, row, mains);
    if (drafts[row]!.tag === "TO" && mains.includes(row + 1)) {
      links.head[row] = row + 1;
      links.relation[row] = "mark";
    }
  }
  for (const main of mains) {
    const earlier = mains.findLast((one) => one < main);
    links.head[main] = earlier ?? -1;
  }
}

function nextVerb(drafts: readonly Draft[], row: number, end: number): number {
  for (let next = row + 1; next < Math.min(end, row + 4); next++) {
    const tag = drafts[next]!.tag;
    if (/^VB[NGD]?$/.test(tag) && !(tag === "VBD" && !BE.has(drafts[row]!.lower) && !HAVE.has(drafts[row]!.lower))) return next;
    if (STOPS.has(drafts[next]!.lower)) return -1;
  }
  return -1;
}

/** The verb before in the same stretch, else after in it, else the nearest. */
function nearest(drafts: readonly Draft[], row: number, mains: readonly number[]): number {
  const stretch = (a: number, b: number): boolean => {
    for (let k = Math.min(a, b); k < Math.max(a, b); k++) if (STOPS.has(drafts[k]!.lower)) return false;
    return true;
  };
  const before = mains.findLast((one) => one < row);
  const after = mains.find((one) => one > row);
  if (before !== undefined && stretch(before, row)) return before;
  if (after !== undefined && stretch(row, after)) return after;
  return before ?? after ?? -1;
}

function isSentenceEnd(text: string, to: number, word: string): boolean {
  const rest = text.slice(to, to + 4);
  if (/^\s*\n\s*\n/.test(rest)) return true;
  return /^[.!?]$|^[.!?]["”']?$/.test(word) && /^["”'’)]*\s+["“‘(]?[A-Z0-9]/.test(text.slice(to, to + 6));
}

/** Builds the tree of a text. */
export function roughTree(text: string): Tree {
  const matches = [...text.matchAll(WORD)];
  const drafts: Draft[] = matches.map((match) => ({ word: match[0], lower: match[0].toLowerCase().replace("’", "'"), tag: "" }));
  drafts.forEach((draft, k) => {
    draft.tag = tagOf(drafts, k);
  });
  const size = drafts.length;
  const to = matches.map((match) => match.index + match[0].length);
  const starts = [0];
  for (let row = 0; row + 1 < size; row++) if (isSentenceEnd(text, to[row]!, drafts[row]!.word)) starts.push(row + 1);
  starts.push(size);
  const links: Links = { head: new Int32Array(size).fill(-1), relation: drafts.map(() => "dep") };
  for (let s = 0; s + 1 < starts.length; s++) link(drafts, starts[s]!, starts[s + 1]!, links);
  const xposNames = [...new Set(drafts.map((draft) => draft.tag))];
  const deprelNames = ["dep", "aux", "mark"];
  const base = {
    text,
    size,
    from: Uint32Array.from(matches, (match) => match.index),
    to: Uint32Array.from(to),
    glued: new Uint8Array(size),
    sentenceStart: Uint32Array.from(starts),
    upos: Uint8Array.from(drafts, (draft) => uposOf(draft.tag, draft.word)),
    xpos: Uint8Array.from(drafts, (draft) => xposNames.indexOf(draft.tag)),
    xposNames,
    lemma: drafts.map((draft) => draft.lower.replace(/(?<=[a-z]{3})ed$/, (/(?:dul|at|pos|par|cid|gre|an|ag|in)ed$/.test(draft.lower) ? "e" : ""))),
    head: links.head,
    deprel: Uint8Array.from(links.relation, (relation) => deprelNames.indexOf(relation)),
    deprelNames,
    names: [],
  };
  return { ...base, children: childrenOf(base), sentence: sentenceOfRows(base) };
}
