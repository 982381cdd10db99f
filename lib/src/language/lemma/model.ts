import { EntenteError } from "../../core/index.js";
import type { Edit } from "./edits.js";
import type { SuffixList } from "./suffixes.js";

/** Edits by UPOS and XPOS, decisions about case by these and shape and place; both over the ends of words. */
export interface LemmaModel {
  readonly edits: readonly Edit[];
  readonly editLists: ReadonlyMap<string, SuffixList>;
  /** For a pair of tags without a list: the longest list with this XPOS. */
  readonly editsByXpos: ReadonlyMap<string, SuffixList>;
  readonly caseLists: ReadonlyMap<string, SuffixList>;
  /** Lemmas already made, by tags and form; bounded, and never visible from outside. */
  readonly memo: Map<string, Map<string, string>>;
}

/** First four bytes of the section: "LEM" and the version of the rules. */
const MAGIC = [0x4c, 0x45, 0x4d, 1];

/** Writes numbers below 2^14 and short ASCII strings. */
class Writer {
  private readonly bytes: number[] = [...MAGIC];

  number(value: number): void {
    if (value >= 128) this.bytes.push(128 | (value >> 7));
    this.bytes.push(value & 127);
  }

  string(value: string): void {
    this.number(value.length);
    for (let i = 0; i < value.length; i++) this.bytes.push(value.charCodeAt(i));
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

class Reader {
  private at = MAGIC.length;
  constructor(private readonly bytes: Uint8Array) {}

  number(): number {
    const first = this.bytes[this.at++]!;
    return first < 128 ? first : ((first & 127) << 7) | this.bytes[this.at++]!;
  }

  string(): string {
    const length = this.number();
    this.at += length;
    return String.fromCharCode(...this.bytes.subarray(this.at - length, this.at));
  }
}

/** Keys are sorted and told by what differs from the one before. */
function writeList(out: Writer, list: SuffixList): void {
  const keys = [...list.keys()].sort();
  out.number(keys.length);
  let last = "";
  for (const key of keys) {
    let shared = 0;
    while (shared < last.length && last[shared] === key[shared]) shared++;
    out.number(shared);
    out.string(key.slice(shared));
    out.number(list.get(key)!);
    last = key;
  }
}

function readList(input: Reader): SuffixList {
  const list = new Map<string, number>();
  let last = "";
  for (let left = input.number(); left > 0; left--) {
    last = last.slice(0, input.number()) + input.string();
    list.set(last, input.number());
  }
  return list;
}

function writeLists(out: Writer, lists: ReadonlyMap<string, SuffixList>): void {
  out.number(lists.size);
  for (const [tags, list] of lists) {
    out.string(tags);
    writeList(out, list);
  }
}

function readLists(input: Reader): Map<string, SuffixList> {
  const lists = new Map<string, SuffixList>();
  for (let left = input.number(); left > 0; left--) lists.set(input.string(), readList(input));
  return lists;
}

function longestByXpos(lists: ReadonlyMap<string, SuffixList>): Map<string, SuffixList> {
  const longest = new Map<string, SuffixList>();
  for (const [tags, list] of lists) {
    const xpos = tags.split(" ")[1]!;
    if (list.size > (longest.get(xpos)?.size ?? 0)) longest.set(xpos, list);
  }
  return longest;
}

/** Layout: magic; edits as (strip, append); lists of edits; lists of cases. */
export function saveLemmaModel(model: Pick<LemmaModel, "edits" | "editLists" | "caseLists">): Uint8Array {
  const out = new Writer();
  out.number(model.edits.length);
  for (const edit of model.edits) {
    out.number(edit.strip);
    out.string(edit.append);
  }
  writeLists(out, model.editLists);
  writeLists(out, model.caseLists);
  return out.done();
}

/** Reads the bytes of the section "lemma/model". */
export function loadLemmaModel(bytes: Uint8Array): LemmaModel {
  if (MAGIC.some((byte, i) => bytes[i] !== byte))
    throw new EntenteError(
      "bad_model",
      "the lemma section has another version; run `npm run train -- lemma`",
    );
  const input = new Reader(bytes);
  const edits: Edit[] = [];
  for (let left = input.number(); left > 0; left--)
    edits.push({ strip: input.number(), append: input.string() });
  const editLists = readLists(input);
  const editsByXpos = longestByXpos(editLists);
  return { edits, editLists, editsByXpos, caseLists: readLists(input), memo: new Map() };
}
