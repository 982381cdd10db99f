/** Keeps the rules of the house: who may import whom, and what may not stand in `lib`. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

function files(folder: string, ending: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes("node_modules") && !name.includes("dist/"))
    .map((name) => join(folder, name));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The rule table of ARCHITECTURE.md: `| room | may import |`. */
function importRules(): ReadonlyMap<string, ReadonlySet<string>> {
  const rules = new Map<string, Set<string>>();
  for (const line of read("ARCHITECTURE.md").split("\n")) {
    const match = /^\| `([a-z]+)` \| (.*?) \|/u.exec(line);
    if (match) rules.set(match[1]!, new Set([...match[2]!.matchAll(/`([a-z]+)`/gu)].map((m) => m[1]!)));
  }
  return rules;
}

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly path: string;
}

function importsOf(file: string): readonly Import[] {
  const room = relative("lib/src", file).split("/")[0]!;
  return [...read(file).matchAll(/^(?:import|export)\s[^;]*?from\s+"(\.[^"]+)"/gmu)].map((match) => {
    const path = relative(join(ROOT, "lib/src"), resolve(ROOT, dirname(file), match[1]!));
    return { file, room, target: path.split("/")[0]!, path };
  });
}

const sources = files("lib/src", ".ts").filter(
  (f) => !f.endsWith(".test.ts") && !f.endsWith(".generated.ts"),
);
const rooms = sources.filter((f) => relative("lib/src", f).includes("/"));

test("rooms import only what the table of ARCHITECTURE.md allows, and only through index.ts", () => {
  const rules = importRules();
  expect(rules.size).toBeGreaterThanOrEqual(3);
  const broken = rooms
    .flatMap(importsOf)
    .filter((i) => i.room !== i.target && i.target !== "version.js")
    .filter((i) => !rules.get(i.room)?.has(i.target) || i.path !== `${i.target}/index.js`);
  expect(broken.map((i) => `${i.file} → ${i.path}`)).toEqual([]);
});

const FORBIDDEN = [
  /\bDate\.now\b/u,
  /\bnew Date\s*\(\s*\)/u,
  /\bMath\.random\b/u,
  /\bperformance\.now\b/u,
  /\bIntl\./u,
  /\.toLocale\w+\(/u,
  /\.localeCompare\(/u,
  /\bfrom "node:/u,
  /\bprocess\./u,
];

test("lib has no clock, no randomness, no locale and no Node", () => {
  const found = sources.flatMap((file) =>
    FORBIDDEN.filter((pattern) => pattern.test(read(file))).map((pattern) => `${file}: ${pattern.source}`),
  );
  expect(found).toEqual([]);
});

test("no source file grows past 400 lines", () => {
  const long = ["lib/src", "app/src", "train", "eval", "bench"]
    .flatMap((folder) => files(folder, ".ts"))
    .filter((file) => !file.endsWith(".generated.ts") && read(file).split("\n").length > 400);
  expect(long).toEqual([]);
});

test("versions agree", () => {
  const version = /SOFTWARE_VERSION = "([^"]+)"/u.exec(read("lib/src/version.ts"))?.[1];
  for (const path of ["package.json", "lib/package.json", "app/package.json"])
    expect(JSON.parse(read(path)).version).toBe(version);
});

test("ARCHITECTURE.md stays readable: at most 300 lines", () => {
  expect(read("ARCHITECTURE.md").split("\n").length).toBeLessThanOrEqual(300);
});
