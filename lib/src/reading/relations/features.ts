/**
 * What the scorer of relations sees of a sentence with two parties: the acts that the coder found, the words on the way
 * from one party to the other, their modality, what the tables know of them, and the words around.
 */
import { uposAt } from "../../language/index.js";
import type { JudgedAct, Scene } from "../events/index.js";
import { casesOf } from "../events/voice.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { clausesUnder, linkOf, pathBetween, predicateOf } from "./chain.js";
import { isAmong, type Pair, type PartyRows } from "./parties.js";

/** Receives the features of a sentence by name, with their value and the row of the word that they speak of, or -1. */
export type Sink = (name: string, value: number, row: number) => void;

const CONTENT = new Set(["VERB", "NOUN", "ADJ", "ADV"]);
const IN_PARTIES = new Set([...CONTENT, "PROPN"]);

/** Where the two parties stand in an act: "A" the source acts, "R" it undergoes; small letters for the target. */
export function standing(act: JudgedAct, { source, target }: Pair): string {
  const has = (rows: readonly PartyRows[], list: JudgedAct["actors"]) => list.some((p) => isAmong(rows, p));
  const first = has(source, act.actors) ? "A" : has(source, act.recipients) ? "R" : "-";
  return first + (has(target, act.recipients) ? "r" : has(target, act.actors) ? "a" : "-");
}

/** How well an act joins the parties, the best first: both, the source alone, the target alone, none. */
const STANDINGS = ["Ar", "Aa", "Ra", "Rr", "A-", "-r", "-a", "R-", "--"];

/** The acts that join the parties best come first. */
export function rankedActs(acts: readonly JudgedAct[], pair: Pair): readonly JudgedAct[] {
  const rank = (act: JudgedAct) => STANDINGS.indexOf(standing(act, pair));
  return [...acts].sort((a, b) => rank(a) - rank(b));
}

function addActs(acts: readonly JudgedAct[], pair: Pair, put: Sink): void {
  const ranked = rankedActs(acts, pair);
  const [first] = ranked;
  put(`acts ${Math.min(3, ranked.length)}`, 1, -1);
  if (first === undefined) return;
  const { category, outerRow } = first;
  put(`first ${category}`, 1, outerRow);
  put(`first ${category} ${standing(first, pair)}`, 1, outerRow);
  put(
    `first ${category} ${standing(first, pair)} of ${first.of ?? "-"} ${first.factuality.status}`,
    1,
    outerRow,
  );
  put(`rule ${first.rule.split(" ")[0]}`, 1, outerRow);
  const seen = new Set<string>();
  for (const act of ranked) {
    const key = `act ${act.category} ${standing(act, pair)}`;
    if (!seen.has(key)) put(key, 1, act.outerRow);
    seen.add(key);
  }
}

/** What the frames of a word may make of it, whatever their conditions: categories and operators. */
function kindsAt(scene: Scene, row: number): readonly string[] {
  const upos = uposAt(scene.tree, row);
  const pos = upos === "VERB" ? "v" : upos === "ADJ" ? "a" : "n";
  const frames = scene.acts.frames.get(`${lemmaAt(scene.tree, row)}/${pos}`) ?? [];
  return [...new Set(frames.map((f) => (f.operator === null ? f.category! : `operator ${f.operator}`)))];
}

function addKinds(kinds: readonly string[], row: number, prefix: string, put: Sink): void {
  for (const kind of kinds) put(`${prefix} may ${kind}`, 1 / kinds.length, row);
}

const NEGATION = /^(?:not|n't|never|no)$/u;
const MARKS = /^(?:to|if|unless)$/u;

/** Modality of a predicate: auxiliaries, negation, "to". */
function modalityOf(tree: Tree, row: number): string {
  const words: string[] = [];
  for (const child of childrenAt(tree, row)) {
    const lemma = lemmaAt(tree, child);
    if (NEGATION.test(lemma)) words.push("not");
    else if (relationAt(tree, child) === "aux") words.push(lemma);
    else if (relationAt(tree, child) === "mark" && MARKS.test(lemma)) words.push(lemma);
  }
  return words.join(" ");
}

const isHead = (rows: readonly PartyRows[], row: number): boolean => rows.some(({ head }) => head === row);

/** The lemma of a predicate, marked where the predicate is negated: not lifting an embargo is no lifting. */
function toldLemma(tree: Tree, row: number): string {
  const isNegated = childrenAt(tree, row).some((child) => NEGATION.test(lemmaAt(tree, child)));
  return isNegated ? `not ${lemmaAt(tree, row)}` : lemmaAt(tree, row);
}

/** One dependent of a predicate. */
function addDependent(scene: Scene, row: number, child: number, place: string, pair: Pair, put: Sink): void {
  const { tree } = scene;
  const link = linkOf(tree, child);
  if (link.startsWith("aux") || link === "punct" || link === "mark") return;
  const lemma = toldLemma(tree, row);
  const cases = casesOf(tree, child);
  const party = isHead(pair.source, child) ? "S" : isHead(pair.target, child) ? "T" : "";
  const what = party || lemmaAt(tree, child);
  put(`${place} ${link} ${cases} ${what}`, 0.5, child);
  if (party !== "") put(`${place} ${lemma} ${link} ${cases} ${party}`, 1, row);
  if (link !== "compound:prt" && link !== "obj" && link !== "nsubj:pass") return;
  put(`${place} ${lemma} ${what}`, 1, row);
  if (link === "compound:prt") return;
  const kinds = kindsAt(scene, child);
  addKinds(kinds, child, "object", put);
  addKinds(kinds, child, `${lemma} object`, put);
  for (const outer of kindsAt(scene, row)) addKinds(kinds, child, `${outer} over`, put);
  put(`object ${what}`, 0.5, child);
}

/** A predicate with what stands under it. */
function addPredicate(scene: Scene, row: number, place: string, pair: Pair, put: Sink): void {
  const { tree } = scene;
  const modality = modalityOf(tree, row);
  put(`${place} ${toldLemma(tree, row)}`, 1, row);
  put(`${place} mood ${modality}`, 1, row);
  put(`${place} tag ${tree.xposNames[tree.xpos[row]!]} ${modality}`, 0.5, row);
  const kinds = kindsAt(scene, row);
  addKinds(kinds, row, place, put);
  addKinds(kinds, row, `${modality} ${place}`, put);
  for (const child of childrenAt(tree, row).slice(0, REACH))
    addDependent(scene, row, child, place, pair, put);
}

/** A predicate and the clause under it. */
function addLink(scene: Scene, first: number, second: number, put: Sink): void {
  const lemma = toldLemma(scene.tree, first);
  put(`chain ${lemma} ${lemmaAt(scene.tree, second)}`, 1, second);
  const kinds = kindsAt(scene, second);
  addKinds(kinds, second, `chain ${lemma}`, put);
  addKinds(kinds, second, `chain ${lemma} ${modalityOf(scene.tree, second)}`, put);
  for (const outer of kindsAt(scene, first)) addKinds(kinds, second, `chain ${outer} over`, put);
}

/** The place of a clause: what is refused, promised or asked for is another thing than what is done. */
function clausePlace(scene: Scene, chain: readonly number[], i: number): string {
  if (i === 0) return "verb";
  const outer = kindsAt(scene, chain[i - 1]!).find((kind) => kind.startsWith("operator"));
  return `${i === 1 ? "clause" : "deep"} ${outer ?? ""}`;
}

/** What the source does: its predicate, the clauses that complete it, what stands above and beside. */
function addChain(scene: Scene, predicate: number, pair: Pair, put: Sink): void {
  const { tree } = scene;
  const chain = clausesUnder(tree, predicate);
  for (const [i, row] of chain.entries()) addPredicate(scene, row, clausePlace(scene, chain, i), pair, put);
  put(`chain length ${chain.length}`, 1, -1);
  const [first, second] = chain as [number, number | undefined];
  if (second !== undefined) addLink(scene, first, second, put);
  const above = tree.head[first]!;
  if (above >= 0) put(`above ${lemmaAt(tree, above)} ${linkOf(tree, first)}`, 1, above);
  for (const child of childrenAt(tree, first).slice(0, REACH)) {
    const link = linkOf(tree, child);
    if (link.startsWith("advcl") || link === "conj")
      put(`beside ${link} ${casesOf(tree, child)} ${lemmaAt(tree, child)}`, 0.5, child);
  }
}

/** The words on the way from one party to the other. */
function addPath(scene: Scene, source: number, target: number, put: Sink): void {
  const { tree } = scene;
  const path = pathBetween(tree, source, target);
  put(`path length ${Math.min(6, path.length)}`, 1, -1);
  let before = "S";
  for (const row of path) {
    const lemma = toldLemma(tree, row);
    put(`path ${lemma}`, 1, row);
    put(`path ${before} ${lemma}`, 0.7, row);
    addKinds(kindsAt(scene, row), row, "path", put);
    before = lemma;
  }
  put(`path ${before} T`, 0.7, -1);
}

/** Words of a party itself: courts, rebels, requests, prisoners. */
function addParty(tree: Tree, name: string, rows: readonly PartyRows[], put: Sink): void {
  put(`${name} ${Math.min(2, rows.length)}`, 1, -1);
  const [party] = rows;
  if (party === undefined) return;
  put(`${name} ${linkOf(tree, party.head)} ${casesOf(tree, party.head)}`, 1, -1);
  for (let row = party.start; row < Math.min(party.end, party.start + REACH); row++)
    if (IN_PARTIES.has(uposAt(tree, row)))
      put(`${name} word ${lemmaAt(tree, row)}`, row === party.head ? 1 : 0.4, row);
}

/** Words before and behind the parties that are looked at: endless sentences must not cost more than their length. */
const REACH = 60;
const MAX_SCOPE = 200;

/** First row of the sentences in which the parties stand, and the row after the last; no further than a reach. */
export function scopeOf(tree: Tree, rows: readonly number[]): readonly [number, number] {
  const low = rows.length === 0 ? 0 : Math.min(...rows);
  const high = rows.length === 0 ? tree.size - 1 : Math.max(...rows);
  if (high < low) return [0, 0];
  const start = Math.max(tree.sentenceStart[tree.sentence[low]!]!, low - REACH);
  const end = Math.min(tree.sentenceStart[tree.sentence[high]! + 1]!, high + REACH);
  return [start, Math.min(end, start + MAX_SCOPE)];
}

/** All words but names, which say nothing of what is done; those between the parties apart. */
function addWords(tree: Tree, rows: readonly [number, number, number], put: Sink): void {
  const low = Math.min(rows[0], rows[1]);
  const high = Math.max(rows[0], rows[1]);
  const [start, end] = scopeOf(
    tree,
    rows.filter((row) => row >= 0),
  );
  let before = "";
  for (let row = start; row < end; row++) {
    const upos = uposAt(tree, row);
    if (upos === "PROPN") continue;
    const lemma = lemmaAt(tree, row);
    if (CONTENT.has(upos)) {
      put(`word ${lemma}`, 0.3, row);
      if (low >= 0 && row > low && row < high) put(`between ${lemma}`, 0.6, row);
    }
    if (before !== "") put(`pair ${before} ${lemma}`, 0.3, row);
    before = lemma;
  }
}

/** The verb whose act is asked for: the one that is given, else that of the source. */
export function actRow(tree: Tree, { source, predicate }: Pair): number {
  if (predicate >= 0) return predicate;
  return source[0] === undefined ? -1 : predicateOf(tree, source[0].head);
}

/** Gives all features of a sentence to `put`. Cost grows with the length of the sentence. */
export function relationFeatures(scene: Scene, pair: Pair, acts: readonly JudgedAct[], put: Sink): void {
  const { tree } = scene;
  const source = pair.source[0]?.head ?? -1;
  const target = pair.target[0]?.head ?? -1;
  const predicate = actRow(tree, pair);
  addActs(acts, pair, put);
  if (predicate >= 0) addChain(scene, predicate, pair, put);
  if (target >= 0) addPredicate(scene, predicateOf(tree, target), "over target", pair, put);
  if (source >= 0 && target >= 0) addPath(scene, source, target, put);
  addParty(tree, "source", pair.source, put);
  addParty(tree, "target", pair.target, put);
  addWords(tree, [source, target, predicate], put);
}
