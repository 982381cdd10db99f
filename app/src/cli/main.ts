/** The `entente` command. Exit codes: 0 all well, 1 some documents failed, 2 misuse. */
import { Command, CommanderError } from "commander";
import { SOFTWARE_VERSION } from "entente";
import { type ParseOptions, runParse } from "./parse.js";
import { type ReadOptions, runRead } from "./read.js";

const EXAMPLES = `
Examples:
  entente read article.txt
  entente read --published 2024-11-28 --explain article.txt
  cat articles.jsonl | entente read --jsonl - > readings.jsonl

A document is a text file, or JSON Lines of {"id", "text", "title"?, "published"?}.
Exit codes: 0 all read, 1 some documents failed (the rest was read), 2 misuse.`;

function addRead(program: Command): void {
  program
    .command("read")
    .description("say who did what to whom, when, how sure that is and who says so")
    .argument("[files...]", "text files or JSON Lines; - or nothing is standard input")
    .option("--json", "one JSON record, or a list of them")
    .option("--jsonl", "JSON Lines, one reading a line")
    .option("--explain", "show which rule and words decided each field")
    .option("--published <date>", "publication date (YYYY-MM-DD) for texts that have none")
    .option("--width <columns>", "columns of the table (default: the terminal's, or 80)")
    .option("--model <file>", "another model than models/english.entente")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: ReadOptions) => {
      process.exitCode = await runRead(files, options);
    });
}

function addParse(program: Command): void {
  program
    .command("parse")
    .description("print sentences, words, tags, lemmas and trees as CoNLL-U")
    .argument("[files...]", "text files; - or nothing is standard input")
    .option("--conllu", "CoNLL-U (the default and only format)")
    .option("--model <file>", "another model than models/english.entente")
    .action(async (files: string[], options: ParseOptions) => {
      process.exitCode = await runParse(files, options);
    });
}

async function main(): Promise<void> {
  const program = new Command("entente");
  program
    .description("Reads political news and says who did what to whom, when, how sure, and according to whom.")
    .version(SOFTWARE_VERSION)
    .showHelpAfterError("(entente --help lists the commands)")
    .exitOverride();
  addRead(program);
  addParse(program);
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`entente: ${(error as Error).message}\n`);
  return 2;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

await main();
