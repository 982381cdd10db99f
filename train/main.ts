/** Training programs: `npm run train -- parser|tokens|lemma|relations|confidence|pack [options]`. */
const PROGRAMS: Readonly<Record<string, string>> = {
  parser: "./parser/main.js",
  tokens: "./tokens/main.js",
  lemma: "./lemma/main.js",
  relations: "./relations/main.js",
  confidence: "./confidence/main.js",
  pack: "./pack.js",
};

const [name = "", ...options] = process.argv.slice(2);
const path = PROGRAMS[name];
if (path === undefined) {
  process.stderr.write(`usage: npm run train -- ${Object.keys(PROGRAMS).join("|")} [options]\n`);
  process.exit(2);
}
const program = (await import(path)) as { main(options: string[]): Promise<void> | void };
await program.main(options);
