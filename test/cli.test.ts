/** The built command, from outside: what goes in, which exit code and which shape of output come out. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("../app/bin/entente.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "entente-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ARTICLE = "Iraq invaded Kuwait on Thursday. The Soviet Union condemned the attack.";

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const article = file("article.txt", ARTICLE);
const latin = file("latin.txt", Buffer.from(`${ARTICLE} Caf\u00e9.`, "latin1"));
const utf16 = file("utf16.txt", Buffer.from(`\ufeff${ARTICLE}`, "utf16le"));
const broken = file("broken.txt", Buffer.concat([Buffer.from(`${ARTICLE} café`), Buffer.from([0xc3])]));
const binary = file("data.bin", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)));
const page = file("page.html", "<!DOCTYPE html><p>Russia attacked Ukraine.");
const empty = file("empty.txt", "");
const notModel = file("model.entente", "no model");
const lines = file(
  "lines.jsonl",
  `${JSON.stringify({ id: "one", text: ARTICLE, published: "2024-03-05" })}\n{"id": "two"}\n${JSON.stringify({ id: "three", text: "Rain fell." })}\n`,
);
const evil = file(
  "evil.txt",
  `\u001b]0;owned\u0007\u202eReport\n\n${ARTICLE} \u009b2J\u2028 "Stop\u001b[31m," Kuwait said.`,
);
const pairs = file(
  "pairs.txt",
  `<s>Norway</s> recalled its envoy from <t>Iran</t>.

{"id": "one", "text": "<s>Norway</s> recalled its envoy from <t>Iran</t>."}
{"id": 2, "text": "Norway recalled its envoy from Iran.", "source": {"from": 0, "to": 6}, "target": [{"from": 31, "to": 35}]}
`,
);
const badPairs = file(
  "bad-pairs.txt",
  `<s>Norway recalled its envoy.
Norway recalled its envoy.
{"text": "Norway"
{"id": 4}
{"text": "Norway", "source": {"from": 3, "to": 9}}
<s>Norway</s> recalled its envoy.`,
);
const pairs16 = file("pairs16.txt", Buffer.from(`\ufeff${readFileSync(pairs, "utf8")}`, "utf16le"));
const sub = join(folder, "sub");
mkdirSync(sub);

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(
  args: readonly string[],
  input: string | Buffer = "",
  environment: NodeJS.ProcessEnv = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { env: { ...process.env, ...environment } });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.stdin.on("error", () => undefined); // misuse ends the command before it reads
    child.stdin.end(input);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

const NOTHING = /^$/u;
const TABLE = /WHEN +WHO → WHOM +WHAT\n[\s\S]*Iraq → Kuwait[\s\S]*\d events?/u;
const RECORD = /^\{\n {2}"entente": 1,[\s\S]*\}\n$/u;
const LIST = /^\[\n {2}\{\n {4}"entente": 1,[\s\S]*\]\n$/u;
const RELATION = /^\{"id":"1","relation":\{"type":"SANCTION",[^\n]*\}\n$/u;
const THREE_RELATIONS =
  /^\{"id":"1","relation":\{"type":"SANCTION"[^\n]*\n\{"id":"one","relation"[^\n]*\n\{"id":"2","relation"[^\n]*\n$/u;
const ONE_LINE = /^\{"entente":1,[^\n]*\}\n$/u;

/** Arguments, exit code, shape of standard output, shape of standard error, standard input. */
type Contract = readonly [readonly string[], number, RegExp, RegExp, (string | Buffer)?];

const CONTRACTS: Readonly<Record<string, Contract>> = {
  "a file": [["read", article], 0, TABLE, NOTHING],
  "standard input": [["read", "-"], 0, TABLE, NOTHING, ARTICLE],
  "nothing named is standard input": [["read"], 0, TABLE, NOTHING, ARTICLE],
  "a wide table has a column for the status": [
    ["read", "--width", "120", article],
    0,
    /WHAT +STATUS\n/u,
    NOTHING,
  ],
  "--json of one document is one record": [["read", "--json", article], 0, RECORD, NOTHING],
  "--json of several is a list": [["read", "--json", article, article], 0, LIST, NOTHING],
  "--json of one and a failure is a list": [
    ["read", "--json", article, "missing.txt"],
    1,
    LIST,
    /no such file/u,
  ],
  "--json of JSON Lines is a list": [
    ["read", "--json", lines],
    1,
    LIST,
    /line 2: the document has no "text"/u,
  ],
  "--jsonl": [["read", "--jsonl", article], 0, ONE_LINE, NOTHING],
  "--explain": [["read", "--explain", article], 0, /rule +\S+[\s\S]*actor +0–4 “Iraq”/u, NOTHING],
  "--claims and --ties": [["read", "--claims", "--ties", article], 0, TABLE, NOTHING],
  "--published": [
    ["read", "--json", "--published", "2024-03-06", article],
    0,
    /"published": "2024-03-06"/u,
    NOTHING,
  ],
  "an empty file": [["read", empty], 0, /no political events found/u, NOTHING],
  "empty standard input": [["read", "--jsonl"], 0, ONE_LINE, NOTHING],
  "windows-1252": [["read", latin], 0, TABLE, /latin\.txt: decoded as windows-1252\n$/u],
  "UTF-16": [["read", utf16], 0, TABLE, /utf16\.txt: decoded as utf16-le\n$/u],
  "broken UTF-8": [["read", broken], 0, TABLE, /broken\.txt: broken utf8; some characters are lost\n$/u],
  "a missing file": [["read", "missing.txt"], 1, NOTHING, /^entente: missing\.txt: no such file\n$/u],
  "a missing file as JSON": [["read", "--json", "missing.txt"], 1, NOTHING, /no such file/u],
  "a folder": [["read", sub], 1, NOTHING, /this is a folder; name the files in it\n$/u],
  "a binary file": [["read", binary], 1, NOTHING, /data\.bin: this is a binary file, not text\n$/u],
  "a web page": [["read", page], 1, NOTHING, /this is an HTML page; save its text first\n$/u],
  "files go on after one failed": [
    ["read", "missing.txt", article],
    1,
    TABLE,
    /^entente: missing\.txt: no such file\n$/u,
  ],
  "a bad date is misuse": [
    ["read", "--published", "2024-13-99", article],
    2,
    NOTHING,
    /--published 2024-13-99 is no date/u,
  ],
  "a bad width is misuse": [["read", "--width", "x", article], 2, NOTHING, /--width x: give a number/u],
  "an unknown option is misuse": [
    ["read", "--frobnicate", article],
    2,
    NOTHING,
    /unknown option '--frobnicate'/u,
  ],
  "an unknown command is misuse": [["raed", article], 2, NOTHING, /unknown command 'raed'/u],
  "options that exclude each other": [
    ["read", "--json", "--jsonl", article],
    2,
    NOTHING,
    /cannot be used with/u,
  ],
  "options of the table with JSON": [
    ["read", "--json", "--explain", article],
    2,
    NOTHING,
    /cannot be used with/u,
  ],
  "no command": [[], 2, NOTHING, /Usage: entente/u],
  "--help": [["--help"], 0, /Usage: entente/u, NOTHING],
  "read --help": [["read", "--help"], 0, /Exit codes/u, NOTHING],
  "--version": [["--version"], 0, /^\d+\.\d+\.\d+\n$/u, NOTHING],
  "a missing model": [
    ["read", "--model", "none.entente", article],
    2,
    NOTHING,
    /none\.entente cannot be read \(ENOENT\)/u,
  ],
  "no model": [["read", "--model", notModel, article], 2, NOTHING, /model\.entente: this is no model/u],
  "--min-confidence 0 leaves nothing out": [["read", "--min-confidence", "0", article], 0, TABLE, NOTHING],
  "--min-confidence 1 in a table": [
    ["read", "--min-confidence", "1", article],
    0,
    /no event of such confidence[\s\S]*left out for less confidence: \d event/u,
    NOTHING,
  ],
  "--min-confidence 1 in JSON": [
    ["read", "--json", "--min-confidence", "1", article],
    0,
    /"events": \[\]/u,
    NOTHING,
  ],
  "--min-confidence 1 in JSON Lines": [
    ["read", "--jsonl", "--min-confidence", "1", article],
    0,
    /^\{"entente":1,[^\n]*"events":\[\],[^\n]*\n$/u,
    NOTHING,
  ],
  ...Object.fromEntries(
    ["1.5", "-1", "high", ""].map((share): [string, Contract] => [
      `--min-confidence "${share}" is misuse`,
      [
        ["read", "--min-confidence", share, article],
        2,
        NOTHING,
        /--min-confidence .*: give a number from 0/u,
      ],
    ]),
  ),
  relate: [["relate", pairs], 0, THREE_RELATIONS, NOTHING],
  "relate of standard input": [
    ["relate"],
    0,
    RELATION,
    NOTHING,
    "<s>Norway</s> recalled its envoy from <t>Iran</t>.",
  ],
  "relate of UTF-16 says so once": [
    ["relate", pairs16],
    0,
    THREE_RELATIONS,
    /^entente: \S*pairs16\.txt: decoded as utf16-le\n$/u,
  ],
  "relate of nothing": [["relate", empty], 0, NOTHING, NOTHING],
  "relate goes on after a missing file": [
    ["relate", "missing.txt", pairs],
    1,
    THREE_RELATIONS,
    /^entente: missing\.txt: no such file\n$/u,
  ],
  "relate of a binary file": [
    ["relate", binary],
    1,
    NOTHING,
    /data\.bin: this is a binary file, not text\n$/u,
  ],
  "relate of a web page": [["relate", page], 1, NOTHING, /this is an HTML page; save its text first\n$/u],
  "relate --explain": [
    ["relate", "--explain", pairs],
    0,
    /^1: Norway recalled its envoy from Iran\.\n {2}SANCTION withdraw — happened, confidence [01]\.\d\d; else [A-Z]+ 0\.\d\d\n {4}rule +\S+[\s\S]*\n {6}actor +0–6 “Norway”\n/u,
    NOTHING,
  ],
  "relate --help": [["relate", "--help"], 0, /Examples:[\s\S]*<s>source<\/s>/u, NOTHING],
  "relate without a model": [["relate", "--model", notModel], 2, NOTHING, /this is no model/u],
  "relate with an option of read": [["relate", "--json", pairs], 2, NOTHING, /unknown option '--json'/u],
  parse: [
    ["parse", "--conllu", article],
    0,
    /^# newdoc id = article\.txt\n# newpar\n# sent_id = article\.txt-1\n/u,
    NOTHING,
  ],
  "parse of standard input": [["parse"], 0, /# text = Iraq invaded/u, NOTHING, ARTICLE],
  "parse of a missing file": [["parse", "missing.txt"], 1, NOTHING, /no such file/u],
};

describe.concurrent("contracts", () => {
  for (const [name, [args, code, out, err, input]] of Object.entries(CONTRACTS))
    test(name, async ({ expect }) => {
      const result = await run(args, input);
      expect(result.err).toMatch(err);
      expect(result.out).toMatch(out);
      expect(result.code).toBe(code);
    });
});

test("JSON Lines keep their ids and dates, from a file and from standard input alike", async () => {
  const fromFile = await run(["read", "--jsonl", "--published", "2020-01-01", lines]);
  const fromInput = await run(["read", "--jsonl", "--published", "2020-01-01"], readFileSync(lines));
  const documents = (result: Result) =>
    result.out
      .trim()
      .split("\n")
      .map((line) => {
        const { externalId, published } = JSON.parse(line).document;
        return [externalId, published];
      });
  expect(documents(fromFile)).toEqual([
    ["one", "2024-03-05"],
    ["three", "2020-01-01"],
  ]);
  expect(documents(fromInput)).toEqual(documents(fromFile));
  expect(fromInput.err).toMatch(/standard input: line 2/u);
});

test("a bad date in a line fails that document and names it", async () => {
  const bad = `${JSON.stringify({ id: "b", text: ARTICLE, published: "2024-02-30" })}\n`;
  const good = `${JSON.stringify({ id: "g", text: ARTICLE, published: "2024-02-29" })}\n`;
  const result = await run(["read", "--jsonl"], bad + good);
  expect(result).toMatchObject({ code: 1, out: expect.stringMatching(ONE_LINE) });
  expect(result.err).toMatch(/^entente: standard input \(b\): "2024-02-30" is no date/u);
});

test("wrong lines are told with their numbers and do not stop the rest", async () => {
  const { out, err, code } = await run(["relate"], readFileSync(badPairs));
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ id: "6", relation: { type: "SANCTION" } });
  expect(err.split("\n")).toEqual([
    expect.stringMatching(/^entente: standard input: line 1: <s> at character 0 has no partner: write <s>/u),
    expect.stringMatching(/^entente: standard input: line 2: no party is marked: write <s>source<\/s>/u),
    "entente: standard input: line 3: no valid JSON",
    'entente: standard input: line 4: the line has no "text"',
    expect.stringMatching(/^entente: standard input: line 5: A party from 3 to 9 is no part of a text of 6/u),
    "",
  ]);
});

test("one relation is told alike for marks and for places, with offsets into the text without marks", async () => {
  const { out } = await run(["relate", pairs]);
  const records = out
    .trim()
    .split("\n")
    .map((line) => ({ ...JSON.parse(line), id: null }));
  expect(records[1]).toEqual(records[0]);
  expect(records[2]).toEqual(records[0]);
  expect(records[0].evidence.spans).toContainEqual({ role: "recipient", from: 31, to: 35, text: "Iran" });
});

test("--explain of relations keeps to 80 columns in a pipe", async () => {
  const long = `<s>The ${"very old and ".repeat(40)}kingdom of Norway</s> attacked <t>${"Iran".repeat(60)}</t>.`;
  const { out, code } = await run(["relate", "--explain"], long);
  expect(code).toBe(0);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("--min-confidence leaves out what is below and nothing else", async () => {
  const events = async (...options: string[]) =>
    JSON.parse((await run(["read", "--json", ...options, article])).out).events as { confidence: number }[];
  const all = await events();
  const min = Math.max(...all.map((event) => event.confidence));
  expect(await events("--min-confidence", String(min))).toEqual(all.filter((e) => e.confidence >= min));
});

test("controls and marks of direction of a text are printed by no format of people", async () => {
  const evilPair = file(
    "evil-pair.txt",
    `{"id": "\\u001b", "text": ${JSON.stringify(`<s>Iraq\u202e</s> \u009b2J\u2028 invaded <t>Ku\u001b[31mwait</t>.`)}}`,
  );
  for (const options of [["relate"], ["relate", "--explain"]]) {
    const { out, err, code } = await run([...options, evilPair]);
    expect(code).toBe(0);
    expect(out + err).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  }
  for (const options of [["read"], ["read", "--explain"], ["read", "--json"], ["read", "--jsonl"]]) {
    const { out, err, code } = await run([...options, evil]);
    expect(code).toBe(0);
    expect(out + err).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  }
});

test("no colours in a pipe, whatever the environment", async () => {
  const { out } = await run(["read", article], "", { TERM: "xterm-256color" });
  expect(out).not.toContain("\u001b");
});

test("the same file gives the same bytes twice", async () => {
  const [once, again] = await Promise.all([
    run(["read", "--json", article]),
    run(["read", "--json", article]),
  ]);
  expect(once.out).toBe(again.out);
});

test("a reader that goes away early is no error", async () => {
  const many = file("many.jsonl", `${JSON.stringify({ id: "x", text: ARTICLE.repeat(20) })}\n`.repeat(60));
  const child = spawn(process.execPath, [COMMAND, "read", "--jsonl", many]);
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

test("the README shows what the command prints", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const shown = /echo "(.*?)" \\\n +\| npx entente (.*)\n\n((?: {5}.*\n)+)/u.exec(readme)!;
  const { out } = await run(shown[2]!.split(" "), shown[1]!);
  expect(out).toContain(shown[3]!.replace(/^ {4}/gmu, ""));
});

test("README and manual show what the command says of two parties", async () => {
  for (const name of ["README.md", "docs/cli.md"]) {
    const page = readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
    const shown = /echo "(.*?)" \| npx entente relate\n {4}(.*) …\n/u.exec(page)!;
    const { out } = await run(["relate"], shown[1]!);
    expect(out.startsWith(shown[2]!)).toBe(true);
  }
});
