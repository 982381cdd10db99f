/** Lines with two marked parties: plain text with `<s>…</s>` and `<t>…</t>`, or JSON `{id?, text, source?, target?}`. */
import { EntenteError, parseMarks, type RelationInput, type Span } from "entente";
import { fieldsOfLine, LineError, textField } from "./json-lines.js";
import { isMarkup } from "./markup.js";

/** A line ready for `relate`; one without an id has its number for an id. */
export interface MarkedLine extends RelationInput {
  readonly id: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

function isSpan(value: unknown): value is Span {
  if (typeof value !== "object" || value === null) return false;
  const { from, to } = value as Partial<Span>;
  return Number.isInteger(from) && Number.isInteger(to);
}

/** The places of a party: one, a list, or nothing. */
function spansField(value: unknown, name: string, line: number): readonly Span[] {
  if (value === undefined || value === null) return [];
  const spans: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (spans.every(isSpan)) return spans.map(({ from, to }) => ({ from, to }));
  throw new LineError(
    `line ${line}: "${name}" must be {"from": 0, "to": 6} or a list of such places, in whole numbers`,
  );
}

/** Takes marks out of a text. Throws `LineError` for marks without a partner or without words. */
function unmarked(marked: string, line: number): Omit<MarkedLine, "id"> {
  try {
    const { text, source, target } = parseMarks(marked);
    if ([...source, ...target].every(({ from, to }) => from < to)) return { text, source, target };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    throw new LineError(`line ${line}: ${error.message}`);
  }
  throw new LineError(`line ${line}: no words are marked: write <s>source</s> and <t>target</t>`);
}

function inputOfJson(json: string, line: number): MarkedLine {
  const fields = fieldsOfLine(json, line, "a line");
  const text = textField(fields.text, "text", line);
  if (text === null) throw new LineError(`line ${line}: the line has no "text"`);
  const id = textField(fields.id, "id", line) ?? String(line);
  const source = spansField(fields.source, "source", line);
  const target = spansField(fields.target, "target", line);
  if (source.length + target.length === 0) return { id, ...unmarked(text, line) };
  if (/<\/?[st]>/u.test(text))
    throw new LineError(`line ${line}: give the parties by marks or by "source" and "target", not by both`);
  return { id, text, source, target };
}

/** Reads one line; `line` counts from 1. Throws `LineError`; places outside the text are left to `relate`. */
export function relationOfLine(text: string, line: number): MarkedLine {
  const isJson = text.trimStart().startsWith("{");
  const input = isJson
    ? inputOfJson(text, line)
    : { id: String(line), ...unmarked(text.replace(/\r$/u, ""), line) };
  if (input.source.length + input.target.length === 0)
    throw new LineError(`line ${line}: no party is marked: write <s>source</s> and <t>target</t>`);
  if (isMarkup(input.text)) throw new LineError(`line ${line}: this is HTML; save its text first`);
  return input;
}
