import { UsageError } from "../arguments.js";

/** A sentence of a names corpus: its words and their tags ("B-person", "I-person", "O"). */
export interface TaggedSentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** A name as a range of words in its sentence, with the corpus' own type. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** Word and tag of a line: "word TAG", "number word TAG", or CoNLL-2003's "word POS chunk TAG". */
function cellsOf(line: string, number: number): [string, string] {
  const cells = line.split(/[\t ]+/);
  const tag = cells.at(-1)!;
  if (cells.length < 2 || !/^(O|[BI]-.+)$/.test(tag))
    throw new UsageError(`not a file of names: line ${number} has no BIO tag in its last column`);
  return [cells.length === 3 ? cells[1]! : cells[0]!, tag];
}

/** Reads a file with one word a line and its BIO tag in the last column; blank lines part sentences. */
export function readBio(file: string): TaggedSentence[] {
  const sentences: TaggedSentence[] = [];
  let words: string[] = [];
  let tags: string[] = [];
  for (const [index, line] of [...file.split(/\r?\n/), ""].entries()) {
    if (line.trim() === "" || line.startsWith("-DOCSTART-")) {
      if (words.length > 0) sentences.push({ words, tags });
      words = [];
      tags = [];
      continue;
    }
    const [word, tag] = cellsOf(line.trim(), index + 1);
    words.push(word);
    tags.push(tag);
  }
  return sentences;
}

/** Names of a sentence; an "I-" that continues nothing begins a name, as in the CoNLL-2003 scorer. */
export function goldNames({ tags }: TaggedSentence): GoldName[] {
  const names: GoldName[] = [];
  let open: { start: number; type: string } | undefined;
  for (const [k, tag] of [...tags, "O"].entries()) {
    const type = tag.slice(2);
    const continues = tag.startsWith("I-") && open?.type === type;
    if (continues) continue;
    if (open) names.push({ start: open.start, end: k, type: open.type });
    open = tag === "O" ? undefined : { start: k, type };
  }
  return names;
}
