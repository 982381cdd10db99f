/** Mutual acts of which not all parties are named where they are told. */
import { uposAt } from "../../language/index.js";
import type { Frame } from "../frames/frame.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Arguments, isParticiple } from "./arguments.js";

/** "After the summit with Modi, Oli flew home": who the clause is about met whom the phrase names. */
function isFronted(tree: Tree, row: number, args: Arguments): boolean {
  return relationAt(tree, row) === "obl" && row < tree.head[row]! && args.roles.has("with");
}

/** Mutual acts whose parties the context may name: talks told as going on, "a treaty signed with Peru". */
export function openFrames(
  tree: Tree,
  row: number,
  args: Arguments,
  frames: readonly Frame[],
): readonly Frame[] {
  if (isUnderWay(tree, row, args) || isFronted(tree, row, args))
    return frames.filter((f) => f.category === "CONSULT" && f.mutual.length > 0);
  return isParticiple(tree, row) ? frames.filter((f) => f.mutual.length > 0) : [];
}

const UNDER_WAY = new Set(
  "underway ongoing continue resume begin start hold place conclude proceed collapse fail stall progress".split(
    " ",
  ),
);

/** "Discussions are underway", "talks continue": the noun is told as going on although nobody is named. */
function isUnderWay(tree: Tree, row: number, args: Arguments): boolean {
  if (uposAt(tree, row) !== "NOUN") return false;
  const head = tree.head[row]!;
  if (args.supported) return UNDER_WAY.has(lemmaAt(tree, args.clause));
  const relation = relationAt(tree, row);
  if (head < 0 || relation !== "nsubj") return false;
  if (UNDER_WAY.has(lemmaAt(tree, head))) return true;
  for (const child of childrenAt(tree, head)) if (UNDER_WAY.has(lemmaAt(tree, child))) return true;
  return false;
}
