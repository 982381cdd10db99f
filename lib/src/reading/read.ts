/** The reading pipeline: one document from its characters to its record, top to bottom. */
import {
  type Day,
  type Diagnostic,
  type DocumentRecord,
  EntenteError,
  type ReadingRecord,
  sha256,
  utf8Bytes,
} from "../core/index.js";
import {
  type LanguageModel,
  loadLanguageModel,
  type ModelOptions,
  parseText,
  sectionOf,
} from "../language/index.js";
import { SOFTWARE_VERSION } from "../version.js";
import { findVoices } from "./attribution/index.js";
import { claimRecords, findClaims } from "./claims/index.js";
import { type Layout, layOut, maskText } from "./document/index.js";
import { entityRecords, findMentions } from "./entities/index.js";
import {
  codeActs,
  encountersOf,
  eventRecord,
  findDemands,
  type JudgedAct,
  judgeAct,
  type MergedAct,
  mergeActs,
  type Setting,
} from "./events/index.js";
import { type Knowledge, loadKnowledge } from "./knowledge.js";
import { withMagnitudes } from "./magnitudes/index.js";
import {
  type ConfidenceModel,
  confidenceOf,
  loadConfidenceModel,
  type Signs,
  signsOf,
} from "./relations/confidence.js";
import { loadRelationModel, type RelationModel } from "./relations/model.js";
import { findTies } from "./ties/index.js";
import { findTimes, isDate } from "./time/index.js";
import { growTree } from "./tree.js";
import type { Mentions, Tree } from "./types.js";

/** A document as the caller has it. Only the text is needed. */
export interface DocumentInput {
  readonly text: string;
  readonly id?: string | null;
  readonly title?: string | null;
  readonly publisher?: string | null;
  /** `YYYY-MM-DD`; what the text itself says of its date goes before it. */
  readonly published?: Day | null;
  readonly source?: string | null;
}

/** A loaded model and lexicon: make one, read many. */
export interface Reader {
  readonly language: LanguageModel;
  readonly knowledge: Knowledge;
  /** The scorer of relations. */
  readonly relations: RelationModel;
  readonly confidence: ConfidenceModel;
}

/** Loads the packed model, with another kernel if asked for. Throws `bad_model` where the bytes are no model. */
export function createReader(model: Uint8Array, options: ModelOptions = {}): Reader {
  return {
    language: loadLanguageModel(model, options),
    knowledge: loadKnowledge(),
    relations: loadRelationModel(sectionOf(model, "relations/model")),
    confidence: loadConfidenceModel(sectionOf(model, "confidence/model")),
  };
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

function checkedDay(day: Day | null | undefined): Day | null {
  if (day === null || day === undefined || day === "") return null;
  const parts = DAY.exec(day)?.slice(1).map(Number) ?? [0, 0, 0];
  if (!isDate(parts[0]!, parts[1]!, parts[2]!))
    throw new EntenteError("bad_date", `"${day}" is no date: write the day of publication as YYYY-MM-DD.`);
  return day;
}

function documentRecord(input: DocumentInput, layout: Layout, published: Day | null): DocumentRecord {
  return {
    id: sha256(utf8Bytes(input.text)),
    externalId: input.id ?? null,
    title: input.title ?? layout.title?.text ?? null,
    subtitle: layout.subtitle?.text ?? null,
    publisher: input.publisher ?? layout.publisher?.text ?? null,
    authors: layout.authors.map((a) => a.text),
    published,
    language: "en",
    source: input.source ?? null,
    copies: layout.copies,
  };
}

function diagnosticsOf(layout: Layout, published: Day | null, length: number): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (layout.copies.length > 1)
    found.push({
      code: "repeated_text",
      severity: "information",
      message: `The same text stands here ${layout.copies.length} times; the first copy was read.`,
      from: layout.copies[1]!.from,
      to: layout.copies[1]!.to,
    });
  if (published === null)
    found.push({
      code: "no_publication_date",
      severity: "warning",
      message:
        "No publication date was found or given: times such as “Thursday” stay open. Give the date to resolve them.",
      from: 0,
      to: Math.min(length, 1),
    });
  return found;
}

/** Text to tree: what is not to be read is blanked out, so that every offset is one of the original. */
export function parseDocument(reader: Reader, text: string, layout: Layout): Tree {
  const head = [layout.title, layout.subtitle].filter((span) => span !== null);
  const masked = maskText(text, head, layout.body);
  return growTree({ ...parseText(reader.language, masked), text });
}

/** The acts of a document with their certainty, times and voices, one for each telling. */
export function readActs(
  knowledge: Knowledge,
  tree: Tree,
  mentions: Mentions,
  published: Day | null,
  bodyFrom: number,
): { readonly setting: Setting; readonly acts: readonly JudgedAct[] } {
  const times = findTimes(tree, published, knowledge.times);
  const voices = findVoices(tree, mentions, knowledge.voices);
  const scene = { tree, mentions, acts: knowledge.acts };
  const coded = codeActs(scene);
  const encounters = encountersOf(coded);
  const { factuality } = knowledge;
  const setting: Setting = { scene, factuality, voices, times, published, encounters, bodyFrom };
  const acts = [...coded, ...findDemands(scene, voices, coded)]
    .map((act) => judgeAct(setting, act))
    .filter((act): act is JudgedAct => act !== null);
  return { setting, acts: withMagnitudes(scene, knowledge.magnitudes, acts) };
}

/** Acts before and behind one in its sentence that are held against it. */
const NEIGHBOURS = 6;

/** One act for all its tellings, with what speaks for and against its coding. */
export function weighActs(
  reader: Reader,
  setting: Setting,
  acts: readonly JudgedAct[],
): readonly { readonly merged: MergedAct; readonly signs: Signs }[] {
  const { tree } = setting.scene;
  const bySentence = new Map<number, JudgedAct[]>();
  for (const act of acts) {
    const own = bySentence.get(tree.sentence[act.outerRow]!);
    if (own === undefined) bySentence.set(tree.sentence[act.outerRow]!, [act]);
    else own.push(act);
  }
  return mergeActs(tree, acts).map((merged) => {
    const all = bySentence.get(tree.sentence[merged.lead.outerRow]!) ?? [];
    const at = all.indexOf(merged.lead);
    const own = all.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1);
    return { merged, signs: signsOf(setting, reader.language, reader.relations, merged, own) };
  });
}

/**
 * Reads one document. Any text gives a reading; what could not be known stands in `diagnostics`.
 * Throws `bad_date` for a publication date that is none.
 */
export function read(reader: Reader, input: DocumentInput): ReadingRecord {
  const { knowledge } = reader;
  const layout = layOut(input.text);
  const published = layout.published ?? checkedDay(input.published);
  const document = documentRecord(input, layout, published);
  const tree = parseDocument(reader, input.text, layout);
  const mentions = findMentions(tree, knowledge.actors, published);
  const { setting, acts } = readActs(knowledge, tree, mentions, published, layout.body[0]?.from ?? 0);
  const { voices } = setting;
  const events = weighActs(reader, setting, acts).map(({ merged, signs }) =>
    eventRecord(setting, document.id, merged, confidenceOf(reader.confidence, signs)),
  );
  const claims = findClaims(tree, mentions, knowledge.claims);
  return {
    entente: 1,
    software: SOFTWARE_VERSION,
    model: reader.language.hash,
    lexicon: knowledge.hash,
    document,
    entities: entityRecords(tree, mentions),
    events,
    claims: claimRecords(tree, voices, document.id, claims, events),
    ties: findTies(setting, document.id, knowledge.ties, events),
    diagnostics: diagnosticsOf(layout, published, input.text.length),
  };
}
