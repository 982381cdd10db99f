/** Sentences with two marked parties, `<s>source</s>` and `<t>target</t>`. */
import { EntenteError, type Span } from "../../core/index.js";

/** A text without its marks, and where the parties stand in it. A party that is named twice has two spans. */
export interface MarkedText {
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

const MARK = /<(\/?)([st])>/gu;

/** Takes the marks out of a text. Throws `bad_marks` where one is opened and not closed, or the other way round. */
export function parseMarks(marked: string): MarkedText {
  const spans: Record<"s" | "t", Span[]> = { s: [], t: [] };
  const open = new Map<string, number>();
  let text = "";
  let done = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(done, match.index);
    done = match.index + match[0].length;
    const party = match[2] as "s" | "t";
    if (match[1] === "") {
      if (open.has(party)) throw badMarks(match[0], match.index);
      open.set(party, text.length);
      continue;
    }
    const from = open.get(party);
    if (from === undefined) throw badMarks(match[0], match.index);
    open.delete(party);
    spans[party].push(trimmed(text, from));
  }
  text += marked.slice(done);
  for (const party of open.keys()) throw badMarks(`<${party}>`, marked.lastIndexOf(`<${party}>`));
  return { text, source: spans.s, target: spans.t };
}

/** The span from `from` to the end of the text so far, without white space around it. */
function trimmed(text: string, from: number): Span {
  const words = text.slice(from);
  const start = from + words.length - words.trimStart().length;
  return { from: start, to: Math.max(start, from + words.trimEnd().length) };
}

function badMarks(mark: string, at: number): EntenteError {
  return new EntenteError(
    "bad_marks",
    `${mark} at character ${at} has no partner: write <s>source</s> and <t>target</t>.`,
  );
}
