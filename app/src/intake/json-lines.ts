/** JSON Lines `{id, text, title?, publisher?, published?}`: one document a line. */
import type { DocumentInput } from "entente";
import { isMarkup } from "./markup.js";

/** A line that is no document: the message says which line and what it needs. */
export class LineError extends Error {}

/** A field that is a text, null where there is none; an id may be a number. Throws `LineError`. */
export function textField(value: unknown, name: string, line: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (name === "id" && typeof value === "number") return String(value);
  throw new LineError(`line ${line}: "${name}" must be a text`);
}

/** A time of day behind the date ("2024-11-28T09:30:00Z") is left out. */
function dayOf(published: string | null): string | null {
  return published?.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/su, "$1") ?? null;
}

/** The fields of a line that is a JSON object; `what` is one in words. Throws `LineError`. */
export function fieldsOfLine(json: string, line: number, what: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new LineError(`line ${line}: no valid JSON`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new LineError(`line ${line}: ${what} is an object {"id": ..., "text": ...}`);
  return value as Record<string, unknown>;
}

/** Reads one line; `line` counts from 1. Throws `LineError`. */
export function documentOfLine(json: string, line: number, source: string): DocumentInput {
  const fields = fieldsOfLine(json, line, "a document");
  const text = textField(fields.text, "text", line);
  if (text === null) throw new LineError(`line ${line}: the document has no "text"`);
  if (isMarkup(text)) throw new LineError(`line ${line}: "text" is HTML; save its text first`);
  return {
    text,
    id: textField(fields.id, "id", line),
    title: textField(fields.title, "title", line),
    publisher: textField(fields.publisher, "publisher", line),
    published: dayOf(textField(fields.published, "published", line)),
    source,
  };
}

/** True for names and beginnings of contents that are JSON Lines rather than prose. */
export function isJsonLines(name: string, beginning: string): boolean {
  if (/\.(?:jsonl|ndjson)$/iu.test(name)) return true;
  const first = beginning.trimStart().split("\n", 1)[0] ?? "";
  return first.startsWith("{") && /"text"\s*:/u.test(first);
}
