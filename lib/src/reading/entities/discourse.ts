import { childrenAt, relationAt } from "../tree.js";
import { resolveAlone } from "./context.js";
import type { Draft, Reader } from "./draft.js";
import { canAct, resolveByOwners } from "./owners.js";
import { keepDescription } from "./pairs.js";
import { applyTerm, termAt } from "./persons.js";
import { keepPronoun, pronounAt } from "./pronouns.js";
import type { Discourse } from "./salience.js";
import { dayAt } from "./years.js";

/** The state that a text is about: the only one, or one named three times as often as all others together. */
function homeOf(reader: Reader): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const draft of reader.drafts) {
    const isMedium = draft.entry?.type === "media" || draft.kind === "company";
    const state =
      draft.isDropped || isMedium ? null : (draft.entry?.state ?? (draft.person ? draft.entity : null));
    if (!state) continue;
    counts.set(state, (counts.get(state) ?? 0) + 1);
    all++;
  }
  for (const [state, count] of counts) if (count >= 0.75 * all && (count === all || count >= 3)) return state;
  return null;
}

/** A known person keeps the office of the day; a title with a state of its own decides for an unknown one. */
function resolveRole(discourse: Discourse, draft: Draft): void {
  const { reader } = discourse;
  const day = dayAt(reader, draft.head);
  if (draft.person && draft.kind === "person" && termAt(draft.person, day)) {
    applyTerm(draft, day);
    if (draft.role?.sector === "ELI") draft.sector = "ELI";
    draft.isResolved = true;
    return;
  }
  if (!resolveByOwners(reader, draft)) resolveAlone(discourse, draft);
  else if (draft.kind === "person") draft.political = draft.entity !== null && canAct(draft);
}

/** "X, the foreign minister of Y": the name and the office are one person. */
function joinApposition(discourse: Discourse, draft: Draft): void {
  const { tree, covering } = discourse.reader;
  const head = tree.head[draft.head]!;
  const above = relationAt(tree, draft.head) === "appos" && head >= 0 ? covering[head] : undefined;
  if (above && above.head === head && above !== draft) shareOffice(above, draft);
  for (const child of childrenAt(tree, draft.head)) {
    const below = relationAt(tree, child) === "appos" ? covering[child] : undefined;
    if (below && below.head === child && below !== draft && below.isResolved) shareOffice(draft, below);
  }
}

function isNamed(draft: Draft): boolean {
  return draft.kind === "person" && draft.role === null;
}

function shareOffice(a: Draft, b: Draft): void {
  const [name, office] = isNamed(a) ? [a, b] : [b, a];
  if (!isNamed(name) || office.role === null || office.role.type !== "one" || isNamed(office)) return;
  if (name.entity === null) {
    name.entity = office.entity;
    name.sector = office.sector;
    name.political = office.political;
  }
  name.role = office.role;
  office.referent = name.referent;
  office.person = name.person;
  office.name = name.name;
  office.gender = name.gender;
  office.entity = name.entity;
  office.kind = "person";
  office.form = "office";
  office.political = name.political;
}

/** A title or a later full name teaches a bare surname before and after it. */
function shareByReferent(reader: Reader): void {
  const known = new Map<string, Draft>();
  for (const draft of reader.drafts)
    if (draft.kind === "person" && draft.referent && draft.entity !== null && !draft.isDropped)
      known.set(draft.referent, draft);
  for (const draft of reader.drafts) {
    const source =
      draft.referent && draft.entity === null && draft.group.length === 0
        ? known.get(draft.referent)
        : undefined;
    if (!source || draft.kind !== "person") continue;
    draft.entity = source.entity;
    draft.sector = source.sector;
    draft.political = source.political;
  }
}

/** Reads the text once from left to right and resolves roles, pronouns and descriptions by what stands before. */
export function resolveDiscourse(reader: Reader): void {
  const { tree } = reader;
  const discourse: Discourse = { reader, history: [], home: homeOf(reader) };
  const byHead = new Map<number, Draft>();
  for (const draft of reader.drafts) if (!draft.isDropped) byHead.set(draft.head, draft);
  for (let row = 0; row < tree.size; row++) {
    const draft = byHead.get(row) ?? made(discourse, row);
    if (!draft) continue;
    if (!draft.isResolved) resolveRole(discourse, draft);
    joinApposition(discourse, draft);
    if (draft.isDropped) continue;
    if (draft.entity !== null || draft.group.length > 0 || draft.kind === "person")
      discourse.history.push(draft);
  }
  shareByReferent(reader);
}

function made(discourse: Discourse, row: number): Draft | null {
  const pronoun = pronounAt(discourse, row);
  if (pronoun) return keepPronoun(discourse, row, pronoun);
  return keepDescription(discourse, row);
}
