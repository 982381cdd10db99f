/** The short notation for an expected event: `CATEGORY[/mode] [of CATEGORY] ACTOR[+ACTOR] [> RECIPIENT] [status]`. */
import { CATEGORIES, type Category, EntenteError, type EventRecord } from "../../core/index.js";

export interface Coding {
  readonly category: Category;
  readonly mode: string | null;
  readonly of: Category | null;
  /** Entity ids, sorted; empty for "-". */
  readonly actors: readonly string[];
  /** Null where the notation says nothing of a recipient. */
  readonly recipients: readonly string[] | null;
  readonly status: string | null;
}

function category(word: string | undefined, text: string): Category {
  const found = CATEGORIES.find((c) => c === word);
  if (found === undefined) throw new EntenteError("bad_lexicon", `"${text}": "${word}" is no category.`);
  return found;
}

function parties(word: string | undefined): readonly string[] {
  return word === undefined || word === "-" ? [] : word.split("+").sort();
}

/** Reads the notation. Throws `bad_lexicon` where it begins with no category. */
export function parseCoding(text: string): Coding {
  const words = text.trim().split(/\s+/u);
  const [name, mode] = (words.shift() ?? "").split("/");
  let of: Category | null = null;
  if (words[0] === "of") of = category(words.splice(0, 2)[1], text);
  const actors = parties(words.shift());
  const recipients = words[0] === ">" ? parties(words.splice(0, 2)[1]) : null;
  return {
    category: category(name, text),
    mode: mode ?? null,
    of,
    actors,
    recipients,
    status: words[0] ?? null,
  };
}

function ids(list: readonly { readonly entity: string | null }[]): readonly string[] {
  return [...new Set(list.flatMap((p) => (p.entity === null ? [] : [p.entity])))].sort();
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

/** True where an event is what the notation asks for. What the notation leaves out is not looked at. */
export function matchesCoding(event: EventRecord, coding: Coding): boolean {
  if (event.type !== coding.category) return false;
  if (coding.mode !== null && event.mode !== coding.mode) return false;
  if (coding.of !== null && event.of !== coding.of) return false;
  if (coding.status !== null && event.factuality.status !== coding.status) return false;
  return equal(ids(event.actor), coding.actors) && equal(ids(event.recipient), coding.recipients ?? []);
}

/** The notation of an event, for messages. */
export function notationOf(event: EventRecord): string {
  const of = event.of ? ` of ${event.of}` : "";
  const actors = ids(event.actor).join("+") || "-";
  const recipients = event.recipient.length > 0 ? ` > ${ids(event.recipient).join("+") || "-"}` : "";
  return `${event.type}${event.mode ? `/${event.mode}` : ""}${of} ${actors}${recipients} ${event.factuality.status}`;
}
