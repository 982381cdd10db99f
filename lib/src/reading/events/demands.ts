/**
 * "Oslo stressed that the new cabinet in Quito should carry out reforms": what one actor says another should do is a
 * request, whatever is to be done (codebook, rule 2). The author's own advice is a claim, not an event.
 */
import { wordAt } from "../../language/index.js";
import { partiesAt } from "../entities/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { PartyWords, Tree, Voices } from "../types.js";
import type { Act } from "./act.js";
import { isPassive, subjectRow } from "./arguments.js";
import type { Scene } from "./scene.js";

const DUTY = new Set(["should", "must", "ought"]);

function dutyAt(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "aux" && DUTY.has(wordAt(tree, child).toLowerCase())) return true;
  return false;
}

function asked(scene: Scene, row: number, speaker: PartyWords): readonly PartyWords[] {
  const subject = isPassive(scene.tree, row) ? -1 : subjectRow(scene.tree, row);
  if (subject < 0) return [];
  return partiesAt(scene.mentions, scene.tree, subject).filter(
    (p) => p.political && p.entity !== null && (p.entity !== speaker.entity || p.sector !== speaker.sector),
  );
}

/** Requests made by "should" and its like, at predicates that are no act of the lexicon. */
export function findDemands(scene: Scene, voices: Voices, acts: readonly Act[]): readonly Act[] {
  const { tree } = scene;
  const coded = new Set(acts.flatMap((act) => [act.row, act.clause, act.outerRow, act.outerClause]));
  const found: Act[] = [];
  for (let row = 0; row < tree.size; row++) {
    const voice = voices.at[row]!;
    if (voice < 0 || coded.has(row) || !dutyAt(tree, row)) continue;
    const speaker = voices.list[voice]!.party;
    if (!speaker.political || speaker.entity === null) continue;
    const recipients = asked(scene, row, speaker);
    if (recipients.length > 0) found.push(demandAct(row, voices.list[voice]!.cueRow, speaker, recipients));
  }
  return found;
}

function demandAct(row: number, cue: number, speaker: PartyWords, recipients: readonly PartyWords[]): Act {
  return {
    category: "REQUEST",
    mode: "change",
    of: null,
    contexts: [],
    actors: [speaker],
    recipients,
    reciprocal: false,
    objects: [],
    triggers: [cue, row],
    row,
    clause: row,
    outerRow: cue,
    outerClause: cue,
    operator: "request",
    status: "requested",
    rule: "said by one actor that another should act",
    mutual: false,
    open: false,
    denier: [],
  };
}
