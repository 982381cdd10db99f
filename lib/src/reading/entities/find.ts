import type { Day } from "../../core/index.js";
import type { ActorLexicon } from "../lexicon/actors.js";
import type { Mention, Mentions, Tree } from "../types.js";
import { acceptedEntries } from "./accept.js";
import { judgeCapitals } from "./capitals.js";
import { resolveDiscourse } from "./discourse.js";
import type { Draft, Reader } from "./draft.js";
import { silencePlayers } from "./games.js";
import { matchPhrases } from "./match.js";
import { keepNames, keepShortNames, namesByRow, supportByWords, supportOf } from "./names.js";
import type { FoundMentions } from "./records.js";
import { findOwners, keepRoles } from "./roles.js";
import { keepSurnames } from "./surnames.js";
import { joinTitle, keepModelNames } from "./titles.js";
import { yearsOf } from "./years.js";

function mentionOf(draft: Draft): Mention {
  const { from, to, start, end, head, entity, referent, kind, sector, name, form, political } = draft;
  const group = draft.group.map(mentionOf);
  return { from, to, start, end, head, entity, referent, kind, sector, name, form, group, political };
}

/** The drafts as a table; where two share a head row, the longer one holds it. */
function tableOf(tree: Tree, drafts: readonly Draft[]): Mentions {
  const kept = drafts.filter((draft) => !draft.isDropped);
  kept.sort((a, b) => a.head - b.head || b.end - b.start - (a.end - a.start));
  const at = new Int32Array(tree.size).fill(-1);
  for (let index = kept.length - 1; index >= 0; index--) at[kept[index]!.head] = index;
  return { list: kept.map(mentionOf), at };
}

/**
 * Finds the words that stand for actors and places, and says for whom: names, titles, roles, surnames, pronouns,
 * descriptions. Offices are those of the day of publication. What is not clear has no entity.
 */
export function findMentions(tree: Tree, lexicon: ActorLexicon, published: Day | null): FoundMentions {
  const matches = matchPhrases(tree, tree.sentence, lexicon.phrases, (match) => acceptedEntries(tree, match));
  const support = supportOf(matches);
  const years = yearsOf(tree);
  const covering = new Array<Draft | undefined>(tree.size);
  const reader: Reader = {
    tree,
    lexicon,
    published,
    names: namesByRow(tree),
    drafts: [],
    covering,
    support,
    years,
  };
  supportByWords(reader);
  const { roles, surnames } = keepNames(reader, matches);
  keepShortNames(reader);
  judgeCapitals(reader);
  const offices = keepRoles(reader, roles);
  keepModelNames(reader, 2);
  keepSurnames(reader, surnames);
  findOwners(reader, offices);
  for (const office of offices) joinTitle(reader, office);
  keepSurnames(reader, surnames);
  keepModelNames(reader, 1);
  silencePlayers(reader);
  resolveDiscourse(reader);
  silencePlayers(reader);
  return { ...tableOf(tree, reader.drafts), stateNames: lexicon.stateNames };
}
