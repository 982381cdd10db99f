/** Reads the TimeML files of TempEval-3: plain text, creation time, gold TIMEX3 spans. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface GoldTime {
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly value: string;
}

export interface TimeDocument {
  readonly name: string;
  readonly published: string;
  readonly text: string;
  readonly times: readonly GoldTime[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

function plain(text: string): string {
  return text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function parse(name: string, xml: string): TimeDocument {
  const dct = /<DCT>[\s\S]*?value="([^"]*)"/.exec(xml)?.[1] ?? "";
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(xml)?.[1] ?? "";
  const times: GoldTime[] = [];
  let text = "";
  let open: { from: number; tag: string } | null = null;
  for (const part of body.match(/<[^>]*>|[^<]+/g) ?? []) {
    if (part.startsWith("<TIMEX3")) open = { from: text.length, tag: part };
    else if (part === "</TIMEX3>" && open) {
      const { from, tag } = open;
      times.push({ from, to: text.length, type: attribute(tag, "type"), value: attribute(tag, "value") });
    } else if (!part.startsWith("<")) text += plain(part);
  }
  return { name, published: dct.slice(0, 10), text, times };
}

/** All documents below a folder of TBAQ-cleaned. */
export function readTimeDocuments(folder: string): readonly TimeDocument[] {
  return ["AQUAINT", "TimeBank"].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((file) => file.endsWith(".tml"))
      .sort()
      .map((file) => parse(file, readFileSync(join(folder, part, file), "utf8"))),
  );
}
