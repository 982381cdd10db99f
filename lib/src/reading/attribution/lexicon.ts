/** Words that bring a voice, with the forms of what is said under them (`lexicon/voices.tsv`). */
import { uposAt, wordAt } from "../../language/index.js";
import { verbBases } from "../frames/inflection.js";
import { listOf, readTable } from "../lexicon/tables.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

/** clause: a finite clause and quotations; infinitive: "claimed to have"; object: "confirmed the raid"; quote: quotations alone. */
export type Content = "clause" | "infinitive" | "object" | "quote";

/** Cue lemmas with their word class, "say/v", "claim/n", and what they take. */
export type VoiceLexicon = ReadonlyMap<string, ReadonlySet<Content>>;

/** Parses `voices.tsv`. */
export function readVoices(table: string): VoiceLexicon {
  return new Map(readTable(table).map((row) => [row.cue ?? "", new Set(listOf(row.content) as Content[])]));
}

/** What the word at a row takes; a verb with its particle or a fixed word goes before the verb alone. */
export function contentsOf(lexicon: VoiceLexicon, tree: Tree, row: number): ReadonlySet<Content> | undefined {
  const upos = uposAt(tree, row);
  const pos = upos === "VERB" ? "v" : upos === "NOUN" ? "n" : "";
  if (pos === "") return undefined;
  const bases = [tree.lemma[row]!.toLowerCase(), ...(pos === "v" ? verbBases(wordAt(tree, row)) : [])];
  if (pos === "v")
    for (const child of childrenAt(tree, row)) {
      const relation = relationAt(tree, child);
      if (child < row || (relation !== "compound" && relation !== "advmod")) continue;
      for (const base of bases) {
        const found = lexicon.get(`${base} ${wordAt(tree, child).toLowerCase()}/v`);
        if (found !== undefined) return found;
      }
    }
  for (const base of bases) {
    const found = lexicon.get(`${base}/${pos}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
