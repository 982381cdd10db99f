/**
 * The parts of a document: publisher, date, title, subtitle, byline, body, author's note. What stands above the first
 * paragraph is told apart by its shape (short lines, dates, "by"), never by known outlets.
 */
import { type Day, type Span, spanOf, type TextSpan } from "../../core/index.js";
import { findCopies, trimmed } from "./copies.js";
import { dateOfDateline, dateOfLine } from "./date-line.js";
import { isCarriedOn, isSoftWrap } from "./mask.js";

export interface Layout {
  readonly title: TextSpan | null;
  readonly subtitle: TextSpan | null;
  readonly publisher: TextSpan | null;
  readonly authors: readonly TextSpan[];
  readonly published: Day | null;
  /** Paragraphs to read, in order. */
  readonly body: readonly Span[];
  /** What the text says of its author at its end. */
  readonly note: Span | null;
  readonly copies: readonly Span[];
}

const MAX_HEAD_LINES = 8; // lines above the body that are looked at
const MAX_HEAD_WORDS = 40; // a longer line is a paragraph
const MAX_NAME_WORDS = 8; // of a publisher or an author

function lines(text: string, within: Span): readonly Span[] {
  const found: Span[] = [];
  let from = within.from;
  while (from <= within.to) {
    let to = text.indexOf("\n", from);
    if (to < 0 || to > within.to) to = within.to;
    const line = trimmed(text, from, to);
    if (line.from < line.to) found.push(line);
    from = to + 1;
  }
  return found;
}

function words(line: string): number {
  return line.split(/\s+/u).length;
}

const SENTENCE_END = /[.!?…][”"'’)\]]*$/u;
const BYLINE = /^(?:by|BY|By)\s+(?=\p{Lu})/u;
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}\p{M}.'’ -]{2,}|\p{Lu}[\p{L} .'’-]{2,24},?[^.]{0,40})(?:,[^—–]{0,40})?\s*(?:\([^)]{2,30}\)\s*[—–-]{0,2}|[—–]{1,2}|--)\s/u;

function isByline(line: string): boolean {
  return line.length < 120 && BYLINE.test(line);
}

function isSentence(line: string): boolean {
  return SENTENCE_END.test(line) && words(line) >= 6;
}

function isBodyLine(line: string): boolean {
  return (
    words(line) > MAX_HEAD_WORDS || DATELINE.test(line) || (SENTENCE_END.test(line) && sentences(line) >= 2)
  );
}

function sentences(line: string): number {
  return (line.match(/[.!?][”"’)]*(?=\s+[“"‘(]?\p{Lu})/gu)?.length ?? 0) + 1;
}

const WORDLESS = /^[^\p{L}]*$|^\S*\d\S*$/u; // running numbers and file names

/** A place, a date, an outlet or an office behind the names: "By A. Author in Oslo", "By A. Author | 3 May 2024". */
const BEHIND_NAMES = /\s+(?:in|at|for|of|from|with)\s|\s*[|·•(–—]|,?\s+\d|,\s*(?:the|an?)\s/u;
const SEPARATOR = /(,\s*(?:and\s+)?|\s+(?:and|AND|&)\s+)/u;
const NO_AUTHOR =
  /^(?:New|Los|San|Saint|St\.?|Tel|Abu|Addis|Hong|Kuala|Phnom|Buenos|Mexico|Washington)\s|\s(?:City|Press|News|Times|Post|Agency|Editor|Correspondent|Reporter|Writer|Analyst|Fellow)$/iu;

/** An author after a comma has a first name too: a single word there is the town of the report. */
function isAuthor(part: string, separator: string): boolean {
  if (!/^\p{Lu}/u.test(part) || words(part) > MAX_NAME_WORDS) return false;
  return !separator.startsWith(",") || (words(part) > 1 && !NO_AUTHOR.test(part));
}

/** Authors' names of a byline: "by A. Author and B. Writer". */
function authorsOf(text: string, line: Span): readonly TextSpan[] {
  const prefix = BYLINE.exec(text.slice(line.from, line.to))?.[0].length ?? 0;
  const found: TextSpan[] = [];
  let from = line.from + prefix;
  let separator = "";
  const names = text.slice(from, line.to).split(BEHIND_NAMES, 1)[0]!;
  for (const [i, part] of names.split(SEPARATOR).entries()) {
    if (i % 2 === 1) separator = part;
    else if (isAuthor(part, separator)) found.push(spanOf(text, from, from + part.length));
    from += part.length;
  }
  return found;
}

/** A date behind the names of a byline: "By A. Author | 3 May 2024". */
function dateBehindNames(byline: string): Day | null {
  const at = byline.search(/(?<=[|·•–—,]\s*)(?:\p{Lu}|\d)[^|·•–—]*\d{4}\s*$/u);
  return at < 0 ? null : dateOfLine(byline.slice(at));
}

interface Head {
  title: TextSpan | null;
  subtitle: TextSpan | null;
  publisher: TextSpan | null;
  authors: readonly TextSpan[];
  published: Day | null;
  /** Number of lines that belong to the head. */
  used: number;
}

function dateOf(text: string, line: Span): Day | null {
  return dateOfLine(text.slice(line.from, line.to));
}

function readHead(text: string, all: readonly Span[]): Head {
  const head: Head = { title: null, subtitle: null, publisher: null, authors: [], published: null, used: 0 };
  const limit = Math.min(all.length - 1, MAX_HEAD_LINES);
  let free: TextSpan[] = [];
  for (let i = 0; i < limit && !(i === 0 && opensNarrow(text, all)); i++) {
    const line = all[i]!;
    const words = text.slice(line.from, line.to);
    const published = dateOf(text, line);
    if (published !== null) head.published ??= published;
    else if (isByline(words) && (i > 0 || !isSentence(words))) {
      head.authors = authorsOf(text, line);
      head.published ??= dateBehindNames(words);
    } else if (isBodyLine(words)) break;
    else if (head.authors.length > 0) break;
    else if (WORDLESS.test(words) && words.length < 24 && free.length > 0 && head.published !== null)
      free = [...free];
    else if (free.length >= 1 && !bylineFollows(text, all, i) && (isSentence(words) || wrapsOn(text, all, i)))
      break;
    else free.push(spanOf(text, line.from, line.to));
    head.used = i + 1;
  }
  assignTitles(text, all, head, free);
  return head;
}

function bylineFollows(text: string, all: readonly Span[], from: number): boolean {
  return all.slice(from + 1, from + 4).some((l) => isByline(text.slice(l.from, l.to)));
}

/** True for a line that the next one carries on: a paragraph in narrow lines. */
function wrapsOn(text: string, all: readonly Span[], i: number): boolean {
  const next = all[i + 1];
  if (next === undefined || text.slice(all[i]!.to, next.from).split("\n").length !== 2) return false;
  return isSoftWrap(text.slice(all[i]!.from, all[i]!.to), text.slice(next.from, next.to));
}

/** True for a text that begins with a paragraph in narrow lines: they wrap on to a line that ends a sentence. */
function opensNarrow(text: string, all: readonly Span[]): boolean {
  const [first, second] = all;
  if (first === undefined || second === undefined) return false;
  if (!isCarriedOn(text.slice(first.from, first.to), text.slice(second.from, second.to))) return false;
  for (let i = 0; wrapsOn(text, all, i); i++) {
    const next = all[i + 1]!;
    if (SENTENCE_END.test(text.slice(next.from, next.to))) return true;
  }
  return false;
}

/** Gives the free lines of the head their parts: the publisher stands above the date, the title comes next. */
function assignTitles(text: string, all: readonly Span[], head: Head, free: readonly TextSpan[]): void {
  const dateLine = all.slice(0, head.used).find((line) => dateOf(text, line) !== null);
  const rest = [...free];
  const first = rest[0];
  const aboveDate = first !== undefined && dateLine !== undefined && first.to <= dateLine.from;
  if (aboveDate && rest.length >= 2 && words(first.text) <= MAX_NAME_WORDS) head.publisher = rest.shift()!;
  head.title = rest[0] ?? null;
  head.subtitle = rest[1] ?? null;
}

/** The paragraphs at the end that speak of the author. */
function noteStart(text: string, all: readonly Span[], authors: readonly TextSpan[], first: number): number {
  for (let i = Math.max(first + 1, all.length - 3); i < all.length; i++) {
    const words = text.slice(all[i]!.from, all[i]!.to);
    const named = authors.some(
      (a) => words.startsWith(a.text) && ABOUT_NAME.test(words.slice(a.text.length)),
    );
    if (named || ABOUT_AUTHOR.test(words)) return i;
  }
  return all.length;
}
const ABOUT_NAME =
  /^,?\s+(?:is|was|are|were|has|serves?|served|teaches|works?|worked|writes|covers|reports|directs|heads|an?\s|the\s)/u;
const ABOUT_AUTHOR =
  /^(?:about the author|the (?:author|writer)s? (?:is|are|was|were)\b|(?:reporting|additional reporting|editing|writing) by\b)/iu;

/** Tells the parts of a document apart. Any text has a layout; a bare text is all body. */
export function layOut(text: string): Layout {
  const copies = findCopies(text);
  const within = copies[0] ?? { from: 0, to: text.length };
  const all = lines(text, within);
  const head = readHead(text, all);
  const note = noteStart(text, all, head.authors, head.used);
  const body = all.slice(head.used, note);
  return {
    title: head.title,
    subtitle: head.subtitle,
    publisher: head.publisher,
    authors: head.authors,
    published: head.published ?? (body[0] ? dateOfDateline(text.slice(body[0].from, body[0].to)) : null),
    body,
    note: note < all.length ? { from: all[note]!.from, to: all[all.length - 1]!.to } : null,
    copies,
  };
}
