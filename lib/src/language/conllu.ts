import { EntenteError } from "../core/index.js";
import { type Parsed, UPOS, type Upos } from "./types.js";

/** One syntactic word of a CoNLL-U file; `head` is a number in the sentence, 0 for the root. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
}

/** One surface token: a word, or a multi-word token with its words. */
export interface ConlluToken {
  readonly form: string;
  readonly spaceAfter: boolean;
  readonly words: readonly ConlluWord[];
}

export interface ConlluSentence {
  readonly id: string;
  /** True at `# newdoc`. */
  readonly startsDocument: boolean;
  /** True at `# newpar` and `# newdoc`. */
  readonly startsParagraph: boolean;
  readonly tokens: readonly ConlluToken[];
}

function fail(line: number, what: string): never {
  throw new EntenteError("bad_option", `not CoNLL-U: line ${line}: ${what}`);
}

function wordOf(cells: readonly string[]): ConlluWord {
  const [, form, lemma, upos, xpos, , head, deprel, , misc] = cells as string[];
  return {
    form: form!,
    lemma: lemma!,
    upos: upos!,
    xpos: xpos!,
    head: head === "_" ? 0 : Number(head),
    deprel: deprel!,
    misc: misc!,
  };
}

function hasSpaceAfter(misc: string): boolean {
  return !misc.split("|").includes("SpaceAfter=No");
}

function cellsOf(line: string, number: number): string[] {
  const cells = line.split("\t");
  if (cells.length !== 10) fail(number, `${cells.length} columns instead of 10`);
  if (!/^\d+([-.]\d+)?$/.test(cells[0]!)) fail(number, `"${cells[0]}" is no word number`);
  return cells;
}

/** Reads the word lines of one sentence; empty nodes (8.1) are left out. */
function tokensOf(lines: readonly string[], firstLine: number): ConlluToken[] {
  const tokens: ConlluToken[] = [];
  let open: { last: number; words: ConlluWord[] } | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("#")) continue;
    const cells = cellsOf(line, firstLine + index);
    const id = cells[0]!;
    if (id.includes(".")) continue;
    if (id.includes("-")) {
      open = { last: Number(id.split("-")[1]), words: [] };
      tokens.push({ form: cells[1]!, spaceAfter: hasSpaceAfter(cells[9]!), words: open.words });
    } else if (open && Number(id) <= open.last) open.words.push(wordOf(cells));
    else tokens.push({ form: cells[1]!, spaceAfter: hasSpaceAfter(cells[9]!), words: [wordOf(cells)] });
  }
  return tokens;
}

function sentenceOf(lines: readonly string[], firstLine: number): ConlluSentence {
  const startsDocument = lines.some((line) => /^# newdoc\b/.test(line));
  const idLine = lines.find((line) => line.startsWith("# sent_id = "));
  return {
    id: idLine ? idLine.slice("# sent_id = ".length) : "",
    startsDocument,
    startsParagraph: startsDocument || lines.some((line) => /^# newpar(\s|$)/.test(line)),
    tokens: tokensOf(lines, firstLine),
  };
}

/** Reads a CoNLL-U file into sentences; throws `bad_option` where it is not CoNLL-U. */
export function readSentences(conllu: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let block: string[] = [];
  const lines = conllu.split(/\r?\n/);
  for (const [index, line] of [...lines, ""].entries()) {
    if (line !== "") block.push(line);
    else if (block.length > 0) {
      const sentence = sentenceOf(block, index - block.length + 1);
      if (sentence.tokens.length > 0) sentences.push(sentence);
      block = [];
    }
  }
  if (sentences.length === 0) fail(1, "no sentence in the file");
  return sentences;
}

/** A treebank as columns over the raw text that it was made from, with the gold forms of the words. */
export interface Treebank extends Parsed {
  readonly form: readonly string[];
  readonly sentenceId: readonly string[];
}

/** Characters of each word of a token: as written, or in equal parts where the words are not its letters. */
function wordEnds(token: ConlluToken, from: number): number[] {
  const length = token.form.length;
  const count = token.words.length;
  const written = token.words.map((word) => word.form).join("") === token.form;
  let at = from;
  return token.words.map((word, k) => {
    at = written ? at + word.form.length : from + Math.floor((length * (k + 1)) / count);
    return at;
  });
}

class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

interface Row {
  from: number;
  to: number;
  glued: number;
  word: ConlluWord;
  head: number;
}

/** Puts sentences into columns: a blank line between paragraphs, else a space unless `SpaceAfter=No`. */
export function toTreebank(sentences: readonly ConlluSentence[]): Treebank {
  const rows: Row[] = [];
  const starts: number[] = [];
  let text = "";
  for (const sentence of sentences) {
    if (sentence.startsParagraph && text !== "") text = `${text.trimEnd()}\n\n`;
    const first = rows.length;
    starts.push(first);
    for (const token of sentence.tokens) {
      let from = text.length;
      for (const [k, to] of wordEnds(token, from).entries()) {
        const word = token.words[k]!;
        const head = word.head === 0 ? -1 : first + word.head - 1;
        rows.push({ from, to, glued: k > 0 ? 1 : 0, word, head });
        from = to;
      }
      text += token.form + (token.spaceAfter ? " " : "");
    }
  }
  starts.push(rows.length);
  return columnsOf(text, rows, starts, sentences);
}

function columnsOf(
  text: string,
  rows: readonly Row[],
  starts: readonly number[],
  sentences: readonly ConlluSentence[],
): Treebank {
  const xpos = new Names();
  const deprel = new Names();
  return {
    text,
    size: rows.length,
    from: Uint32Array.from(rows, (row) => row.from),
    to: Uint32Array.from(rows, (row) => row.to),
    glued: Uint8Array.from(rows, (row) => row.glued),
    sentenceStart: Uint32Array.from(starts),
    upos: Uint8Array.from(rows, (row) => Math.max(0, UPOS.indexOf(row.word.upos as Upos))),
    xpos: Uint8Array.from(rows, (row) => xpos.numberOf(row.word.xpos)),
    xposNames: xpos.list,
    lemma: rows.map((row) => row.word.lemma),
    head: Int32Array.from(rows, (row) => row.head),
    deprel: Uint8Array.from(rows, (row) => deprel.numberOf(row.word.deprel)),
    deprelNames: deprel.list,
    names: [],
    form: rows.map((row) => row.word.form),
    sentenceId: sentences.map((sentence) => sentence.id),
  };
}

/** Reads a CoNLL-U file into columns over its raw text. */
export function readConllu(conllu: string): Treebank {
  return toTreebank(readSentences(conllu));
}
