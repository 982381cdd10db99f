/** The built library in Node, in a worker and in headless Chromium: the same bytes everywhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createReader,
  type DocumentInput,
  parseText,
  type Reader,
  read,
  sha256,
  utf8Bytes,
} from "../lib/src/index.js";
import { MODEL_PATH } from "./model.js";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const DIST = new URL("../lib/dist/", import.meta.url);
const EXAMPLES = new URL("../examples/", import.meta.url);

const OWN_TEXT = `“We won’t yield,” said İrem Öztürk — the café’s guest — after Seoul’s talks (10–12 May) with Kraków.
北朝鮮 fired nothing; \u202eعربى\u202c \ud800 e\u0301 👨‍👩‍👧 \0 Russia attacked Ukraine in February 2022, and Poland may send aid to Kyiv.`;

/** All examples, as they stand and as JSON Lines, and a text full of rare characters. */
function documents(): readonly DocumentInput[] {
  const names = readdirSync(EXAMPLES).sort();
  const textOf = (name: string) => readFileSync(new URL(name, EXAMPLES), "utf8");
  const texts = names.filter((n) => n.endsWith(".txt") && !n.endsWith(".gold.txt"));
  const lines = names.filter((n) => n.endsWith(".jsonl")).flatMap((n) => textOf(n).trim().split("\n"));
  return [
    ...texts.map((name) => ({ text: textOf(name), source: name })),
    ...lines.map((line) => JSON.parse(line) as DocumentInput),
    { text: OWN_TEXT, published: "2024-11-28" },
  ];
}

const DOCUMENTS = documents();
const model = readFileSync(MODEL_PATH);

function readerWith(kernel: "wasm" | "javascript"): Reader {
  return createReader(model, { kernel });
}

const built: typeof import("../lib/src/index.js") = await import(new URL("index.js", DIST).href);

/** Readings as short digests, so that a difference can be looked at. */
function digests(readings: readonly string[]): string[] {
  return readings.map(
    (json, i) => `${DOCUMENTS[i]!.source ?? DOCUMENTS[i]!.id ?? "own text"} ${sha256(utf8Bytes(json))}`,
  );
}

/** What the built library gives in this process: every other place must give the same bytes. */
const expected = digests(
  DOCUMENTS.map((document) => JSON.stringify(built.read(built.createReader(model), document))),
);

test("the built library is that of the sources; else run `npm run build`", () => {
  const readings = DOCUMENTS.map((document) => JSON.stringify(read(readerWith("wasm"), document)));
  expect(digests(readings)).toEqual(expected);
  expect(readFileSync(new URL("english.entente", DIST)).equals(model)).toBe(true);
});

test("in a worker of Node", async () => {
  const program = `
    import { parentPort, workerData } from "node:worker_threads";
    const { createReader, read } = await import(workerData.library);
    const reader = createReader(workerData.model);
    parentPort.postMessage(workerData.documents.map((document) => JSON.stringify(read(reader, document))));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
    workerData: {
      library: new URL("index.js", DIST).href,
      model: new Uint8Array(model),
      documents: DOCUMENTS,
    },
  });
  const readings = await new Promise<string[]>((resolve, reject) =>
    worker.once("message", resolve).once("error", reject),
  );
  await worker.terminate();
  expect(digests(readings)).toEqual(expected);
});

/** Runs in the page and in its worker: fetches the model, reads the documents, gives JSON. */
const READ_ALL = `
  const readAll = async () => {
    const { createReader, read } = await import("/lib/index.js");
    const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
    const documents = await (await fetch("/documents.json")).json();
    const reader = createReader(await bytes("/lib/english.entente"));
    return documents.map((document) => JSON.stringify(read(reader, document)));
  };`;

const PAGES: Readonly<Record<string, readonly [string, string]>> = {
  "/": ["text/html", "<!doctype html><title>Entente</title>"],
  "/page.js": ["text/javascript", `${READ_ALL} export { readAll };`],
  "/worker.js": [
    "text/javascript",
    `${READ_ALL} readAll().then(postMessage, (e) => postMessage(String(e)));`,
  ],
  "/documents.json": ["application/json", JSON.stringify(DOCUMENTS)],
};

/** Content of a path of the test's site: its pages, and the built library under /lib/. */
function contentOf(path: string): readonly [string, string | Buffer] | undefined {
  if (PAGES[path]) return PAGES[path];
  const file = /^\/lib\/([\w./-]+)$/u.exec(path)?.[1];
  if (file === undefined || file.includes("..") || !existsSync(new URL(file, DIST))) return undefined;
  const type = file.endsWith(".js") ? "text/javascript" : "application/octet-stream";
  return [type, readFileSync(new URL(file, DIST))];
}

function startSite(): Promise<Server> {
  const site = createServer((request, response) => {
    const content = contentOf(request.url ?? "");
    response.writeHead(content ? 200 : 404, { "content-type": content?.[0] ?? "text/plain" });
    response.end(content?.[1]);
  });
  return new Promise((resolve) => site.listen(0, "127.0.0.1", () => resolve(site)));
}

if (CHROMIUM === undefined) console.log("skipped: no Chromium here; `apt-get install chromium` brings one");

describe.skipIf(CHROMIUM === undefined)("in headless Chromium", () => {
  let browser: Browser;
  let site: Server;
  let address: string;
  beforeAll(async () => {
    site = await startSite();
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  test("in the page", async () => {
    const page = await browser.newPage();
    await page.goto(address);
    const readings = await page.evaluate<string[]>(`import("/page.js").then(({ readAll }) => readAll())`);
    expect(digests(readings)).toEqual(expected);
    await page.close();
  });

  test("in a web worker", async () => {
    const page = await browser.newPage();
    await page.goto(address);
    const readings = await page.evaluate<string[]>(`new Promise((resolve, reject) => {
      const worker = new Worker("/worker.js", { type: "module" });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    })`);
    expect(digests(readings)).toEqual(expected);
    await page.close();
  });
});

describe("the kernel in plain JavaScript", () => {
  const [fast, plain] = [readerWith("wasm"), readerWith("javascript")];
  test("gives the same tags, heads and relations", () => {
    for (const { text } of DOCUMENTS) {
      const [a, b] = [parseText(fast.language, text), parseText(plain.language, text)];
      expect([b.upos, b.xpos, b.head, b.deprel, b.names]).toEqual([
        a.upos,
        a.xpos,
        a.head,
        a.deprel,
        a.names,
      ]);
    }
  });
  test("gives the same readings, byte by byte", () => {
    const [a, b] = [fast, plain].map((reader) =>
      digests(DOCUMENTS.map((d) => JSON.stringify(read(reader, d)))),
    );
    expect(b).toEqual(a);
  });
});
