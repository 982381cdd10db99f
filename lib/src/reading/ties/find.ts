/** Standing ties that the text states: alliances, treaties, wars, relations, sanctions regimes, support, rivalry. */
import { type EventRecord, type Evidence, spanOf, type TieKind, type TieRecord } from "../../core/index.js";
import { uposAt } from "../../language/index.js";
import { partiesAt } from "../entities/index.js";
import { nounArguments, type Scene, type Setting, sentenceSpan, verbArguments } from "../events/index.js";
import { factualityAt } from "../factuality/index.js";
import { listOf, readTable } from "../lexicon/tables.js";
import { anchorTime } from "../time/index.js";
import { lemmaAt } from "../tree.js";

interface TieWord {
  readonly kind: TieKind;
  readonly sign: -1 | 1;
  readonly roles: readonly string[];
}

/** Words of `ties.tsv`: "alliance/n" → kind, sign and the roles of its parties. */
export type TieLexicon = ReadonlyMap<string, TieWord>;

export function readTies(table: string): TieLexicon {
  return new Map(
    readTable(table).map((row) => [
      row.word ?? "",
      { kind: row.kind as TieKind, sign: row.sign === "-1" ? -1 : 1, roles: listOf(row.roles) } as TieWord,
    ]),
  );
}

function statesAt(scene: Scene, row: number, word: TieWord): readonly string[] {
  const isVerb = uposAt(scene.tree, row) === "VERB";
  const args = isVerb
    ? verbArguments(scene.tree, row)
    : nounArguments(scene.tree, row, scene.acts.lightVerbs);
  const roles = isVerb ? args.roles : withSubject(scene, row, args.roles);
  const found = new Set<string>();
  for (const role of word.roles)
    for (const at of roles.get(role) ?? [])
      for (const party of partiesAt(scene.mentions, scene.tree, at))
        if (party.entity !== null && party.political) found.add(party.entity);
  return [...found];
}

/** A predicate noun has the subject of its clause: "Jordan is an ally of Egypt". */
function withSubject(scene: Scene, row: number, roles: Map<string, number[]>): Map<string, number[]> {
  const subject = verbArguments(scene.tree, row).roles.get("subj");
  if (subject === undefined) return roles;
  return new Map([...roles, ["subj", subject], ["owner", [...(roles.get("owner") ?? []), ...subject]]]);
}

const HELD = new Set(["happened", "ongoing"]);

/** A tie while its evidence is gathered. */
interface Draft {
  readonly between: readonly [string, string];
  readonly word: TieWord;
  since: string | null;
  readonly events: Set<string>;
  readonly evidence: Evidence[];
}

/** Ids of the events told by a trigger at each character. */
function eventsByTrigger(events: readonly EventRecord[]): ReadonlyMap<number, readonly string[]> {
  const byCharacter = new Map<number, string[]>();
  for (const event of events)
    for (const { spans } of event.evidence)
      for (const span of spans)
        if (span.role === "trigger")
          byCharacter.set(span.from, [...(byCharacter.get(span.from) ?? []), event.id]);
  return byCharacter;
}

/** Ties between exactly two actors whose statement is no plan, doubt or denial. */
export function findTies(
  setting: Setting,
  document: string,
  lexicon: TieLexicon,
  events: readonly EventRecord[],
): readonly TieRecord[] {
  const { scene } = setting;
  const { tree } = scene;
  const drafts = new Map<string, Draft>();
  const byTrigger = eventsByTrigger(events);
  for (let row = 0; row < tree.size; row++) {
    const upos = uposAt(tree, row);
    const pos = upos === "VERB" ? "v" : upos === "NOUN" || upos === "PROPN" ? "n" : "";
    const word = pos === "" ? undefined : lexicon.get(`${lemmaAt(tree, row)}/${pos}`);
    if (word === undefined) continue;
    const states = statesAt(scene, row, word);
    if (states.length !== 2) continue;
    const { factuality } = factualityAt(tree, setting.factuality, row, row);
    if (HELD.has(factuality.status))
      addTie(setting, drafts, document, row, word, states as [string, string], byTrigger);
  }
  return [...drafts.values()].map(recordOf);
}

function recordOf({ between, word, since, events, evidence }: Draft): TieRecord {
  return { between, kind: word.kind, sign: word.sign, since, until: null, events: [...events], evidence };
}

/** The year or day from which the tie is said to hold, where it is said. */
function sinceOf(setting: Setting, row: number): string | null {
  const options = { published: setting.published, tense: "ongoing", status: "ongoing" } as const;
  const { time } = anchorTime(setting.scene.tree, setting.times, row, options);
  return time.how === "stated" ? time.since : null;
}

function addTie(
  setting: Setting,
  drafts: Map<string, Draft>,
  document: string,
  row: number,
  word: TieWord,
  states: readonly [string, string],
  byTrigger: ReadonlyMap<number, readonly string[]>,
): void {
  const { tree } = setting.scene;
  const directed = word.kind === "support" || word.kind === "sanctions";
  const between = directed || states[0] < states[1] ? states : ([states[1], states[0]] as const);
  const key = `${word.kind} ${between.join(" ")}`;
  const trigger = spanOf(tree.text, tree.from[row]!, tree.to[row]!);
  const draft = drafts.get(key) ?? { between, word, since: null, events: new Set<string>(), evidence: [] };
  drafts.set(key, draft);
  draft.since ??= sinceOf(setting, row);
  for (const id of byTrigger.get(trigger.from) ?? []) draft.events.add(id);
  draft.evidence.push({
    document,
    sentence: sentenceSpan(tree, row),
    spans: [{ role: "trigger", ...trigger }],
    rule: `tie: ${lemmaAt(tree, row)}`,
  });
}
