/**
 * `npm run eval -- --task sample [--data DIR] [--model FILE] [--count N] [--seed N]`: events drawn at random from readings of
 * the Kremlin's and the Korean agency's releases and of government statements (re3d), as JSON Lines for a person to judge: text
 * around them and coding, without confidence or rule.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { createReader, type EventRecord, type Reader, read } from "../../lib/src/index.js";
import { notationOf } from "../../lib/src/reading/frames/coding.js";
import { Random } from "../../train/random.js";
import { DEFAULT_MODEL, readNamedFile, UsageError } from "../arguments.js";

interface Release {
  readonly source: string;
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
}

/** Documents read for each source: enough for events of all kinds. */
const DOCUMENTS = 400;
const CONTEXT = 400; // characters before the sentence that are shown to the judge

function linesOf(file: string): readonly Record<string, string>[] {
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  return text
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, string>]));
}

function releases(folder: string): ReadonlyMap<string, readonly Release[]> {
  const of = (source: string, file: string) =>
    linesOf(join(folder, "raw", file)).map((line, i) => ({
      source,
      id: line.id ?? String(i),
      text: `${line.title ?? ""}\n\n${line.text ?? ""}`,
      published: line.date ?? null,
    }));
  const re3d = join(folder, "ner", "re3d");
  const statements = readdirSync(re3d)
    .filter((name) => existsSync(join(re3d, name, "documents.json")))
    .flatMap((name) => readFileSync(join(re3d, name, "documents.json"), "utf8").split("\n"))
    .flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as Record<string, string>]))
    .map((line) => ({ source: "re3d", id: line._id!, text: line.text!, published: null }));
  return new Map<string, readonly Release[]>([
    ["kremlin", of("kremlin", "kremlin-en.jsonl.gz")],
    ["kcna", of("kcna", "kcna-russia-2011-2012.jsonl.gz")],
    ["re3d", statements],
  ]);
}

function judgeLine(release: Release, event: EventRecord): string {
  const { sentence } = event.evidence[0]!;
  return JSON.stringify({
    source: release.source,
    document: release.id,
    from: sentence.from,
    to: sentence.to,
    before: release.text.slice(Math.max(0, sentence.from - CONTEXT), sentence.from),
    sentence: sentence.text,
    trigger: event.evidence[0]!.spans.filter((s) => s.role === "trigger").map((s) => s.text),
    coding: notationOf(event),
    actor: event.actor.map((p) => `${p.text} = ${p.entity}`),
    recipient: event.recipient.map((p) => `${p.text} = ${p.entity}`),
  });
}

function draw(reader: Reader, list: readonly Release[], count: number, random: Random): readonly string[] {
  const documents = random.shuffle([...list]).slice(0, DOCUMENTS);
  const lines = documents.flatMap((release) =>
    read(reader, release).events.map((event) => judgeLine(release, event)),
  );
  return random.shuffle(lines).slice(0, count);
}

export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: "../shared/data" },
      model: { type: "string", default: DEFAULT_MODEL },
      count: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
    },
  });
  if (!existsSync(join(values.data, "raw")))
    throw new UsageError(`no folder ${values.data}/raw; name one with --data DIR`);
  const reader = createReader(readNamedFile(values.model, "--model"));
  const random = new Random(Number(values.seed));
  const sources = [...releases(values.data).values()];
  const share = Math.ceil(Number(values.count) / sources.length);
  const lines = sources.flatMap((list) => draw(reader, list, share, random)).slice(0, Number(values.count));
  process.stdout.write(`${lines.join("\n")}\n`);
}
