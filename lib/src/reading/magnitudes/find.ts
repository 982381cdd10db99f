/** How many an act killed, hurt, arrested or moved: numbers given to the acts of their sentence (PLOVER manual, "size"). */
import { type Magnitude, spanOf } from "../../core/index.js";
import { uposAt, wordAt } from "../../language/index.js";
import { type Arguments, type JudgedAct, nounArguments, type Scene, verbArguments } from "../events/index.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Amount, amountsIn, findAmounts } from "./amounts.js";
import { type ActRows, actOf, actRows, underlying } from "./belong.js";
import type { MagnitudeLexicon, MagnitudeRow } from "./lexicon.js";
import { charactersOf, wordOf } from "./numbers.js";

interface Search {
  readonly scene: Scene;
  readonly lexicon: MagnitudeLexicon;
  readonly amounts: ReadonlyMap<number, Amount>;
  /** Amounts by their first row. */
  readonly startingAt: ReadonlyMap<number, Amount>;
  /** Amounts by the row behind their last. */
  readonly endingAt: ReadonlyMap<number, Amount>;
  readonly rows: ActRows<JudgedAct>;
  readonly found: Map<JudgedAct, Magnitude[]>;
  /** First rows of amounts that an act has: one number belongs to one act. */
  readonly taken: Set<number>;
}

const POS: Readonly<Record<string, string>> = { VERB: "v", AUX: "v", NOUN: "n", PROPN: "n", ADJ: "a" };

function rowsAt({ scene: { tree }, lexicon }: Search, row: number): readonly MagnitudeRow[] | undefined {
  return lexicon.words.get(`${lemmaAt(tree, row)}/${POS[uposAt(tree, row)]}`);
}

function argumentsAt({ tree, acts }: Scene, row: number): Arguments {
  const isNoun = POS[uposAt(tree, row)] === "n";
  return isNoun ? nounArguments(tree, row, acts.lightVerbs) : verbArguments(tree, row);
}

function isNegated(tree: Tree, row: number): boolean {
  return childrenAt(tree, row).some((child) => {
    const word = wordAt(tree, child).toLowerCase();
    return word === "not" || word === "n't" || word === "never" || word === "without";
  });
}

function hasCompanion(tree: Tree, row: number, lemmas: readonly string[]): boolean {
  if (lemmas.length === 0) return true;
  const head = tree.head[row]!;
  const around = [head, row + 1, ...childrenAt(tree, row)].filter((r) => r >= 0 && r < tree.size);
  return around.some((r) => lemmas.includes(lemmaAt(tree, r)) || lemmas.includes(wordOf(tree, r)));
}

/** "five dead", "30 others injured": the number right before the word, where the word has no object of its own. */
function amountsBefore({ scene: { tree }, amounts, endingAt }: Search, row: number): readonly Amount[] {
  const own = amounts.get(row);
  if (own !== undefined) return [own];
  const before = endingAt.get(row) ?? endingAt.get(row - 1);
  if (before === undefined || childrenAt(tree, row).some((c) => relationAt(tree, c) === "obj")) return [];
  const isNext = before.end === row || before.head === row - 1;
  return isNext ? [before] : [];
}

/** "the toll rose to 40", "reached 40", "is 40", "brought the toll to 40": what the word's verb says of it. */
function amountsReached({ scene, amounts }: Search, row: number): readonly Amount[] {
  const { tree } = scene;
  const verb = tree.head[row]!;
  const relation = relationAt(tree, row);
  if (verb < 0 || (relation !== "nsubj" && relation !== "obj")) return [];
  const { roles } = verbArguments(tree, verb);
  const names = relation === "nsubj" ? ["to", "at", "obj"] : ["to", "at"];
  return [verb, ...names.flatMap((role) => roles.get(role) ?? [])].flatMap((r) =>
    amountsIn(tree, amounts, r),
  );
}

/** "killing between 300 and 400 people", parsed as a phrase of place: what begins right behind a verb is its object. */
function amountsBehind({ scene: { tree }, amounts, startingAt }: Search, row: number): readonly Amount[] {
  const next = startingAt.get(row + 1);
  return next === undefined || POS[uposAt(tree, row)] !== "v" ? [] : amountsIn(tree, amounts, next.head);
}

function amountsOf(search: Search, row: number, args: Arguments, role: string): readonly Amount[] {
  if (role === "self") return amountsBefore(search, row);
  if (role === "reached") return amountsReached(search, row);
  const found = (args.roles.get(role) ?? []).flatMap((r) => amountsIn(search.scene.tree, search.amounts, r));
  return role === "obj" && found.length === 0 ? amountsBehind(search, row) : found;
}

/** "12 years", "$2 million": what is measured, not counted. */
function isMeasure({ scene: { tree }, lexicon }: Search, { noun, end }: Amount): boolean {
  const lemma = (row: number) => lemmaAt(tree, row);
  return (
    (noun >= 0 && lexicon.measures.has(lemma(noun))) || (end < tree.size && lexicon.measures.has(lemma(end)))
  );
}

/** True where what is counted is in one of the classes; a number alone and a people ("300 Georgians") always are. */
function isOfClass({ scene: { tree, acts } }: Search, { noun }: Amount, classes: readonly string[]): boolean {
  if (classes.length === 0 || noun < 0 || tree.xposNames[tree.xpos[noun]!] === "NNPS") return true;
  const own = acts.classes.get(lemmaAt(tree, noun));
  if (own === undefined || classes.some((c) => c.startsWith(NOT) && own.has(c.slice(1)))) return false;
  return classes.some((c) => own.has(c));
}
const NOT = "!";

function matching(search: Search, row: number, args: Arguments, entry: MagnitudeRow): readonly Amount[] {
  if (!hasCompanion(search.scene.tree, row, entry.with)) return [];
  for (const role of entry.roles) {
    const found = amountsOf(search, row, args, role).filter(
      (a) => !search.taken.has(a.start) && !isMeasure(search, a) && isOfClass(search, a, entry.of),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function mayHave(act: JudgedAct, { acts }: MagnitudeRow): boolean {
  return acts.has(underlying(act)) || (act.mode !== null && acts.has(`${underlying(act)}/${act.mode}`));
}

function give(search: Search, act: JudgedAct, { kind }: MagnitudeRow, amounts: readonly Amount[]): void {
  const { tree } = search.scene;
  const own = search.found.get(act) ?? [];
  for (const { start, end, least, most } of amounts) {
    search.taken.add(start);
    const { from, to } = charactersOf(tree, start, end);
    own.push({ kind, least, most, ...spanOf(tree.text, from, to) });
  }
  search.found.set(act, own);
}

const SEPARATE = new Set(["obj", "nsubj"]);

/** "killed or wounded 12", "12 dead and injured": of two words with one number neither has it alone. */
function sharesNumber(search: Search, row: number): boolean {
  const { tree } = search.scene;
  const partners = childrenAt(tree, row).filter((c) => relationAt(tree, c) === "conj");
  if (relationAt(tree, row) === "conj") partners.push(tree.head[row]!);
  return partners.some((partner) => {
    if (rowsAt(search, partner) === undefined) return false;
    const isAlone = childrenAt(tree, partner).every((c) => !SEPARATE.has(relationAt(tree, c)));
    return isAlone && amountsBefore(search, partner).length === 0;
  });
}

const STORIES = ["people", "official", "attack", "protest", "conflict", "talk", "mishap"];

function isStory({ tree, acts }: Scene, noun: number): boolean {
  const own = acts.classes.get(lemmaAt(tree, noun));
  return own !== undefined && STORIES.some((c) => own.has(c));
}

/** A word such as "killed" with its number, given to the act that it tells of. */
function readWord(search: Search, row: number): void {
  const { scene, rows } = search;
  const entries = rowsAt(search, row);
  if (entries === undefined || isNegated(scene.tree, row)) return;
  const args = argumentsAt(scene, row);
  for (const entry of entries) {
    const amounts = matching(search, row, args, entry);
    const counted = amounts.find((amount) => amount.head === scene.tree.head[row])?.head ?? row;
    if (amounts.length === 0 || sharesNumber(search, row)) continue;
    const act = actOf(scene.tree, rows, row, args, (r) => r !== counted && isStory(scene, r));
    if (act !== null && mayHave(act, entry)) give(search, act, entry, amounts);
  }
}

/** Numbers in the roles of the act's own words: "sent 10,000 troops", "thousands marched". */
function readAct(search: Search, act: JudgedAct): void {
  const { scene, lexicon } = search;
  const entries = lexicon.acts.filter((entry) => mayHave(act, entry));
  if (entries.length === 0 || search.found.get(act)?.some((m) => m.kind === "size")) return;
  const args = argumentsAt(scene, act.row);
  for (const entry of entries) {
    const amounts = matching(search, act.row, args, entry);
    if (amounts.length > 0) give(search, act, entry, amounts);
  }
}

/** The acts with the numbers of their sentences. Cost: the words, and for each of them a bounded walk. */
export function withMagnitudes(
  scene: Scene,
  lexicon: MagnitudeLexicon,
  acts: readonly JudgedAct[],
): readonly JudgedAct[] {
  const { tree } = scene;
  const amounts = findAmounts(tree);
  const list = [...amounts.values()];
  const search: Search = {
    scene,
    lexicon,
    amounts,
    startingAt: new Map(list.map((amount) => [amount.start, amount] as const)),
    endingAt: new Map(list.map((amount) => [amount.end, amount] as const)),
    rows: actRows(acts),
    found: new Map(),
    taken: new Set(),
  };
  const busy = new Set(acts.map((act) => tree.sentence[act.row]!));
  const counting = new Set([...amounts.keys()].map((row) => tree.sentence[row]!));
  for (let row = 0; row < tree.size; row++) {
    const sentence = tree.sentence[row]!;
    if (busy.has(sentence) && counting.has(sentence)) readWord(search, row);
  }
  for (const act of acts) if (counting.has(tree.sentence[act.row]!)) readAct(search, act);
  return acts.map((act) => ({ ...act, magnitudes: search.found.get(act) ?? [] }));
}
