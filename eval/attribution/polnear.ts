/** Reads PolNeAR: articles as text, attributions as brat files beside them (one for each annotator). */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Character ranges of the original text, half-open. */
export type Ranges = readonly (readonly [number, number])[];

export interface GoldAttribution {
  readonly source: Ranges;
  readonly cue: Ranges;
  readonly content: Ranges;
}

export interface GoldDocument {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

function rangesOf(cell: string): Ranges {
  return cell.split(";").map((part) => part.split(" ").map(Number) as unknown as readonly [number, number]);
}

/** Attributions of a brat file. Those without content or without cue are left out: there is nothing to compare. */
export function readAnnotations(file: string): readonly GoldAttribution[] {
  const spans = new Map<string, Ranges>();
  const events: string[] = [];
  for (const line of file.split("\n")) {
    const [id, cell] = line.split("\t");
    if (id === undefined || cell === undefined) continue;
    if (id.startsWith("T")) spans.set(id, rangesOf(cell.slice(cell.indexOf(" ") + 1)));
    if (id.startsWith("E")) events.push(cell);
  }
  return events.map(attributionOf(spans)).filter((one) => one.cue.length > 0 && one.content.length > 0);
}

function attributionOf(spans: ReadonlyMap<string, Ranges>) {
  return (cell: string): GoldAttribution => {
    const of = (kind: string) =>
      cell
        .split(" ")
        .filter((part) => part.replace(/\d*:.*/u, "") === kind)
        .flatMap((part) => spans.get(part.slice(part.indexOf(":") + 1)) ?? []);
    return { source: of("Source"), cue: of("Cue"), content: of("Content") };
  };
}

/** Documents below `folder/text` with the annotations of every annotator: an article may come more than once. */
export function readPolnear(folder: string): readonly GoldDocument[] {
  const annotations = join(folder, "attributions");
  if (!existsSync(annotations)) return [];
  return readdirSync(annotations)
    .filter((file) => file.endsWith(".ann"))
    .sort()
    .map((file) => {
      const name = file.slice(0, file.lastIndexOf("_"));
      return {
        name,
        text: readFileSync(join(folder, "text", `${name}.txt`), "utf8"),
        attributions: readAnnotations(readFileSync(join(annotations, file), "utf8")),
      };
    });
}
