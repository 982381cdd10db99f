import type { Sector } from "../../core/index.js";
import type { Draft, Reader } from "./draft.js";
import { holderOf } from "./persons.js";
import { dayAt } from "./years.js";

interface Owner {
  readonly entity: string | null;
  readonly state: string | null;
  readonly name: string;
  readonly sector: Sector | null;
}

/** Sector of a role of an owner: the body's where the owner is a body ("Pentagon officials"), else the role's own. */
function sectorBy(role: Draft, owner: Draft): Sector | null {
  if (owner.kind === "state" || owner.kind === "place") return role.role!.sector;
  if (owner.kind === "person") return role.role!.sector;
  if (owner.kind === "role") return owner.role?.type !== "one" ? owner.sector : role.role!.sector;
  return owner.sector;
}

function ownerOf(role: Draft, draft: Draft): Owner {
  return {
    entity: draft.entity,
    state: draft.entry?.state ?? null,
    name: draft.name,
    sector: sectorBy(role, draft),
  };
}

/** Distinct owners with an entity, in text order. */
export function distinctOwners(role: Draft): Owner[] {
  const owners: Owner[] = [];
  const drafts = [...role.owners].sort((a, b) => a.start - b.start);
  for (const draft of drafts.flatMap((owner) => (owner.group.length > 0 ? owner.group : [owner]))) {
    if (draft.entity === null || owners.some((owner) => owner.entity === draft.entity)) continue;
    owners.push(ownerOf(role, draft));
  }
  return owners;
}

function memberOf(role: Draft, owner: Owner): Draft {
  return {
    ...role,
    entity: owner.entity,
    referent: owner.entity,
    sector: owner.sector,
    name: owner.name,
    group: [],
    owners: [],
    political: canAct(role),
  };
}

/** The nearest of several owners counts for one person: "Turkey's Chechen leader". */
function nearestOwner(role: Draft): Owner | null {
  for (const draft of role.owners) if (draft.entity !== null) return ownerOf(role, draft);
  return null;
}

/** True where a role, alone or as several, may act politically; persons with a name more than those without. */
export function canAct(draft: Draft): boolean {
  const acts = draft.role?.acts ?? "";
  if (acts === "no") return false;
  return acts !== "many" || draft.isPlural || draft.kind === "person";
}

/** Makes a role the part of its owner; a sole holder of an office is its person. */
export function applyOwner(reader: Reader, role: Draft, owner: Owner): void {
  role.entity = owner.entity;
  role.sector = owner.sector;
  role.political = canAct(role);
  if (role.person) return;
  if (role.kind === "person") return;
  role.referent = owner.entity;
  role.name = owner.name;
  const holder =
    role.role?.type === "one" && owner.entity
      ? holderOf(reader.lexicon, owner.entity, role.role.id, dayAt(reader, role.head))
      : null;
  if (!holder) return;
  role.referent = holder.id;
  role.person = holder;
  role.name = holder.name;
  role.gender = holder.gender;
  role.kind = "person";
  role.form = "office";
}

/** Gives a role the entity of its owners; false where none of them has one. */
export function resolveByOwners(reader: Reader, role: Draft): boolean {
  for (const owner of role.owners)
    if (!owner.isResolved && owner.role && owner !== role) resolveByOwners(reader, owner);
  const owners = distinctOwners(role);
  if (owners.length === 0) return false;
  role.isResolved = true;
  if (owners.length === 1 || (role.role?.type === "one" && !isJoint(role))) {
    applyOwner(reader, role, nearestOwner(role) ?? owners[0]!); // an owner may itself be of several
    return true;
  }
  role.entity = null;
  role.political = canAct(role);
  role.group = owners.map((owner) => memberOf(role, owner));
  return true;
}

/** "the Russian-Japanese council": the owners are of one rank. */
function isJoint(role: Draft): boolean {
  const drafts = [...role.owners].sort((a, b) => a.start - b.start);
  return drafts.every((draft, k) => k === 0 || draft.start - drafts[k - 1]!.end <= 2);
}
