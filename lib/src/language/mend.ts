/**
 * Repairs of trees that the parser often gets wrong, applied to the columns in place. On the treebanks' development
 * parts they touch about ten words and mend more than they spoil; short sentences of news gain most.
 */
import { type Parsed, UPOS } from "./types.js";

type Columns = Pick<
  Parsed,
  | "text"
  | "from"
  | "to"
  | "size"
  | "upos"
  | "xpos"
  | "xposNames"
  | "head"
  | "deprel"
  | "deprelNames"
  | "sentenceStart"
>;

const MAX_CLIMB = 8; // heads above a gerund among which its first conjunct is looked for

function relationOf(columns: Columns, row: number): string {
  return columns.deprelNames[columns.deprel[row]!]!;
}

function isNominal(columns: Columns, row: number): boolean {
  const upos = UPOS[columns.upos[row]!];
  return upos === "NOUN" || upos === "PROPN" || upos === "PRON";
}

/** Rows that have an auxiliary or a subject of their own. */
function rowsWithClause(columns: Columns): Uint8Array {
  const marked = new Uint8Array(columns.size);
  for (let row = 0; row < columns.size; row++) {
    const relation = relationOf(columns, row);
    if (columns.head[row]! >= 0 && (relation.startsWith("aux") || relation.startsWith("nsubj")))
      marked[columns.head[row]!] = 1;
  }
  return marked;
}

/** "mocking A, saying that B was weak and warning C": a bare gerund is coordinated with a gerund, not with "was weak". */
function mendGerunds(columns: Columns): void {
  const hasClause = rowsWithClause(columns);
  const isGerund = (row: number) => columns.xposNames[columns.xpos[row]!] === "VBG" && hasClause[row] === 0;
  for (let row = 0; row < columns.size; row++) {
    if (relationOf(columns, row) !== "conj" || !isGerund(row) || isGerund(columns.head[row]!)) continue;
    let up = columns.head[columns.head[row]!]!;
    for (let i = 0; i < MAX_CLIMB && up >= 0 && !isGerund(up); i++) up = columns.head[up]!;
    if (up >= 0 && up < row && isGerund(up)) columns.head[row] = up;
  }
}

/** First and last row of every subtree. Children are folded into heads as often as the deepest tree needs. */
function subtreeEdges(columns: Columns): { first: Int32Array; last: Int32Array } {
  const first = Int32Array.from({ length: columns.size }, (_, row) => row);
  const last = Int32Array.from(first);
  const depth = new Int32Array(columns.size).fill(-1);
  const order: number[] = [];
  for (let row = 0; row < columns.size; row++) visit(columns, row, depth, order);
  for (let i = order.length - 1; i >= 0; i--) {
    const head = columns.head[order[i]!]!;
    if (head < 0) continue;
    first[head] = Math.min(first[head]!, first[order[i]!]!);
    last[head] = Math.max(last[head]!, last[order[i]!]!);
  }
  return { first, last };
}

/** Puts a row into the order after its heads. */
function visit(columns: Columns, row: number, seen: Int32Array, order: number[]): void {
  const path: number[] = [];
  for (let up = row; up >= 0 && seen[up]! < 0; up = columns.head[up]!) {
    seen[up] = 0;
    path.push(up);
  }
  while (path.length > 0) order.push(path.pop()!);
}

/** "Peru and the Czech Republic signed": a noun that begins with "and" is a conjunct of the noun that ends before it. */
function mendNouns(columns: Columns): void {
  const conj = columns.deprelNames.indexOf("conj");
  if (conj < 0) return;
  const { first, last } = subtreeEdges(columns);
  for (let row = 0; row < columns.size; row++) {
    const relation = relationOf(columns, row);
    if (!isNominal(columns, row) || relation === "conj" || relation === "root") continue;
    const cc = first[row]!;
    if (cc >= row || cc === 0 || relationOf(columns, cc) !== "cc" || columns.head[cc] !== row) continue;
    let before = cc - 1;
    while (
      columns.head[before]! >= 0 &&
      columns.head[before]! < cc &&
      last[columns.head[before]!] === cc - 1
    ) {
      if (!isNominal(columns, columns.head[before]!)) break;
      before = columns.head[before]!;
    }
    if (!isNominal(columns, before) || last[before] !== cc - 1) continue;
    columns.head[row] = before;
    columns.deprel[row] = conj;
  }
}

/** Makes `verb` the head of the clause of which `noun` was the head. */
function promote(columns: Columns, verb: number, noun: number, relation: string): void {
  const label = columns.deprelNames.indexOf(relation);
  if (label < 0) return;
  columns.head[verb] = columns.head[noun]!;
  columns.deprel[verb] = columns.deprel[noun]!;
  columns.head[noun] = verb;
  columns.deprel[noun] = label;
}

/**
 * Short clauses taken for noun phrases: "jets bombed the camp" (a participle that has an object is none) and "Japan
 * voiced concern" (an adjective that has a subject is none). Both give contradictory trees, never found in a treebank.
 */
function mendClauses(columns: Columns): void {
  const isPast = (row: number) => {
    const tag = columns.xposNames[columns.xpos[row]!];
    return tag === "VBN" || tag === "VBD";
  };
  const top = (row: number) => row >= 0 && columns.head[row]! < 0 && isNominal(columns, row);
  for (let row = 0; row < columns.size; row++) {
    const verb = columns.head[row]!;
    if (verb < 0 || !isPast(verb)) continue;
    const noun = columns.head[verb]!;
    if (!top(noun)) continue;
    const [own, above] = [relationOf(columns, row), relationOf(columns, verb)];
    if (own === "obj" && row > verb && above === "acl" && noun < verb) promote(columns, verb, noun, "nsubj");
    if (own === "nsubj" && row < verb && above === "amod" && noun > verb) promote(columns, verb, noun, "obj");
  }
}

const WEEKDAYS = new Set(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);

/** A year or weekday between a preposition and a name: "In 1956 Britain", "On Friday Russia". */
function isTimeBeforeName(columns: Columns, row: number): boolean {
  const name = columns.head[row]!;
  if (name <= row || UPOS[columns.upos[name]!] !== "PROPN") return false;
  if (relationOf(columns, row - 1) !== "case" || columns.head[row - 1] !== name) return false;
  const relation = relationOf(columns, row);
  if (relation === "nummod") return true;
  return relation === "compound" && WEEKDAYS.has(columns.text.slice(columns.from[row], columns.to[row]));
}

/** "In 1956 Britain attacked", "On Friday Russia attacked": the name is the subject, the time stands for itself. */
function mendTimes(columns: Columns): void {
  const hasClause = rowsWithClause(columns);
  const [subject, oblique] = [columns.deprelNames.indexOf("nsubj"), columns.deprelNames.indexOf("obl")];
  for (let time = 1; time + 1 < columns.size; time++) {
    if (!isTimeBeforeName(columns, time)) continue;
    const name = columns.head[time]!;
    const verb = columns.head[name]!;
    const relation = relationOf(columns, name);
    const lacksSubject = relation === "obl" && hasClause[verb] === 0;
    if (verb <= name || (relation !== "nsubj" && !lacksSubject)) continue;
    columns.deprel[name] = subject;
    columns.head[time] = verb;
    columns.deprel[time] = oblique;
    columns.head[time - 1] = time;
  }
}

/** "with former president Hamid Karzai": the preposition is that of the whole name, not of the title before it. */
function mendTitles(columns: Columns): void {
  for (let row = 0; row < columns.size; row++) {
    const title = columns.head[row]!;
    if (relationOf(columns, row) !== "case" || title < row || relationOf(columns, title) !== "nmod:desc")
      continue;
    if (columns.head[title]! > title) columns.head[row] = columns.head[title]!;
  }
}

const PREMODIFIERS = new Set(["compound", "nummod", "amod", "det"]);

/** Premodifiers of a noun that stand before its preposition, by the noun; the first row of each preposition, too. */
function strayModifiers(columns: Columns): ReadonlyMap<number, readonly number[]> {
  const preposition = new Map<number, number>();
  for (let row = 0; row < columns.size; row++) {
    const noun = columns.head[row]!;
    if (relationOf(columns, row) === "case" && noun > row && !preposition.has(noun))
      preposition.set(noun, row);
  }
  const stray = new Map<number, number[]>();
  for (let row = 0; row < columns.size; row++) {
    const noun = columns.head[row]!;
    if (row > (preposition.get(noun) ?? -1) || !PREMODIFIERS.has(relationOf(columns, row))) continue;
    stray.set(noun, [...(stray.get(noun) ?? []), row]);
  }
  return stray;
}

/** Rows that have an object. */
function rowsWithObject(columns: Columns): Uint8Array {
  const marked = new Uint8Array(columns.size);
  for (let row = 0; row < columns.size; row++)
    if (relationOf(columns, row) === "obj" && columns.head[row]! >= 0) marked[columns.head[row]!] = 1;
  return marked;
}

/**
 * "provided an additional $2 million in assistance": what stands before a preposition belongs to no noun behind it. It is
 * the object, and the noun behind is its own.
 */
function mendAmounts(columns: Columns): void {
  const [object, modifier] = [columns.deprelNames.indexOf("obj"), columns.deprelNames.indexOf("nmod")];
  if (object < 0 || modifier < 0) return;
  const hasObject = rowsWithObject(columns);
  for (const [noun, rows] of strayModifiers(columns)) {
    const verb = columns.head[noun]!;
    const top = rows.findLast((row) => isNominal(columns, row) || UPOS[columns.upos[row]!] === "SYM");
    const isOblique =
      relationOf(columns, noun) === "obl" && verb >= 0 && UPOS[columns.upos[verb]!] === "VERB";
    if (top === undefined || !isOblique || verb > rows[0]! || hasObject[verb] === 1) continue;
    for (const row of rows) columns.head[row] = row === top ? verb : top;
    columns.deprel[top] = object;
    columns.head[noun] = top;
    columns.deprel[noun] = modifier;
  }
}

/** Mends trees in place. Linear in the number of words; trees stay trees. */
export function mendTree(columns: Columns): void {
  mendClauses(columns);
  mendTimes(columns);
  mendGerunds(columns);
  mendNouns(columns);
  mendTitles(columns);
  mendAmounts(columns);
}
