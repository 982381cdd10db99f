import type { ActorEntry } from "../lexicon/actors.js";
import type { Draft, Reader } from "./draft.js";
import type { Match } from "./match.js";

/** "the Security Council" is a part of the United Nations where the text speaks of them. */
function isSupported({ support }: Reader, body: ActorEntry): boolean {
  return body.state !== null || !body.parent || support.has(body.parent) || support.has(body.id);
}

/** The body that a role phrase names where it has no owner: "Congress". */
export function takeBody(reader: Reader, match: Match): ActorEntry | null {
  const all = match.entries.filter((entry) => entry.kind !== "role" && entry.form !== "surname");
  const bodies = all.filter((entry) => isSupported(reader, entry));
  if (bodies.length === 1) return bodies[0]!;
  const known = bodies.filter((entry) => entry.state && reader.support.has(entry.state));
  return known.length === 1 ? known[0]! : null;
}

/** "Congress" without an owner is the one that the tables know. */
export function becomeBody(role: Draft, body: ActorEntry | null): void {
  if (!body) return;
  role.entity = body.entity;
  role.referent = body.kind === "state" ? body.entity : body.id;
  role.kind = body.kind;
  role.sector = body.sector;
  role.name = body.name;
  role.form = "name";
  role.isResolved = true;
  role.political = body.kind !== "place";
}
