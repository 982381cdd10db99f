/** Active or passive, and the prepositions of a phrase: what is read off a word and its function words. */
import { deprelAt, wordAt } from "../../language/index.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

/** "a treaty signed in June": a past participle under its noun; the tagger often takes it for a past tense. */
export function isParticiple(tree: Tree, row: number): boolean {
  const tag = tree.xposNames[tree.xpos[row]!];
  return (
    deprelAt(tree, row) === "acl" && (tag === "VBN" || tag === "VBD") && childWith(tree, row, "nsubj") < 0
  );
}

/** Voice by the auxiliaries where there are any: they are surer than the relation of the subject. */
export function isPassive(tree: Tree, row: number): boolean {
  if (isParticiple(tree, row)) return true;
  let have = false;
  for (const child of childrenAt(tree, row)) {
    if (relationAt(tree, child) !== "aux") continue;
    const lemma = tree.lemma[child]!.toLowerCase();
    if (deprelAt(tree, child) === "aux:pass" || lemma === "get") return true;
    if (lemma === "be" && tree.xposNames[tree.xpos[row]!] === "VBN") return true;
    if (lemma === "have") have = true;
  }
  return !have && childWith(tree, row, "nsubj:pass", "csubj:pass") >= 0;
}

/** Prepositions and marks of a phrase as one role name: "against", "because_of", "" where there is none. */
export function casesOf(tree: Tree, row: number): string {
  let key = "";
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "case" && relation !== "mark") continue;
    if (child > row) continue;
    let word = wordAt(tree, child).toLowerCase();
    for (const part of childrenAt(tree, child))
      if (relationAt(tree, part) === "fixed") word += `_${wordAt(tree, part).toLowerCase()}`;
    key = key === "" ? word : `${key}_${word}`;
  }
  return key;
}
