/** The `entente` command. Exit codes: 0 all well, 1 some documents failed, 2 misuse, 3 a fault of the program. */
import { Command, CommanderError, Option } from "commander";
import { SOFTWARE_VERSION } from "entente";
import { MisuseError } from "./misuse.js";
import { type ParseOptions, runParse } from "./parse.js";
import { type ReadOptions, runRead } from "./read.js";
import { type RelateOptions, runRelate } from "./relate.js";

const EXAMPLES = `
Examples:
  entente read article.txt
  entente read --published 2024-11-28 --explain article.txt
  cat articles.jsonl | entente read --jsonl - > readings.jsonl

A document is a text file, or JSON Lines of {"id", "text", "title"?, "publisher"?, "published"?}.
Exit codes: 0 all read, 1 some documents failed (the others were read), 2 misuse.`;

const RELATE_EXAMPLES = `
Examples:
  echo "<s>Norway</s> recalled its envoy from <t>Iran</t>." | entente relate --explain
  entente relate pairs.jsonl > relations.jsonl

A line is text with <s>source</s> and <t>target</t>, or JSON {"id"?, "text",
"source"?, "target"?}: text with such marks, or places {"from", "to"} in it
(or lists of places), counted in UTF-16 units. One party may be missing.
Exit codes: 0 all related, 1 some lines failed (the others were done), 2 misuse.`;

/** Options of the table: the JSON record holds all that they show. */
const OF_TABLE = ["claims", "ties", "explain", "width"];

function addRead(program: Command): void {
  program
    .command("read")
    .description("say who did what to whom, when, how sure that is and who says so")
    .argument("[files...]", "text files or JSON Lines; - or nothing is standard input")
    .option("--published <date>", "publication date (YYYY-MM-DD) for documents that have none")
    .option("--claims", "show what the text argues, too")
    .option("--ties", "show alliances, treaties, wars ... that the text states, too")
    .option("--explain", "show which rule and words decided each field")
    .addOption(
      new Option("--json", "the whole record: one for one document, else a list").conflicts(OF_TABLE),
    )
    .addOption(
      new Option("--jsonl", "JSON Lines, a reading a line as soon as it is made").conflicts([
        ...OF_TABLE,
        "json",
      ]),
    )
    .option("--min-confidence <number>", "leave out events of less confidence, 0 to 1")
    .option("--width <columns>", "columns of the table (default: the terminal's, or 80)")
    .option("--model <file>", "another model than the one that comes along")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: ReadOptions) => {
      process.exitCode = await runRead(files, options);
    });
}

function addRelate(program: Command): void {
  program
    .command("relate")
    .description("say what one marked party does to another: one relation a line, as JSON Lines")
    .argument("[files...]", "lines with two marked parties; - or nothing is standard input")
    .option("--explain", "for people instead: the relation with its rule and words")
    .option("--model <file>", "another model than the one that comes along")
    .addHelpText("after", RELATE_EXAMPLES)
    .action(async (files: string[], options: RelateOptions) => {
      process.exitCode = await runRelate(files, options);
    });
}

function addParse(program: Command): void {
  program
    .command("parse")
    .description("print sentences, words, tags, lemmas and trees as CoNLL-U")
    .argument("[files...]", "text files or JSON Lines; - or nothing is standard input")
    .option("--conllu", "CoNLL-U (the default and only format)")
    .option("--model <file>", "another model than the one that comes along")
    .action(async (files: string[], options: ParseOptions) => {
      process.exitCode = await runParse(files, options);
    });
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof MisuseError) {
    process.stderr.write(`entente: ${error.message}\n`);
    return 2;
  }
  process.stderr.write(`entente: a fault of the program, please report it: ${(error as Error).stack}\n`);
  return 3;
}

/** `| head` closes the pipe: what is left to say is not wanted. */
function stopQuietlyWhenNobodyReads(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
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
  addRelate(program);
  addParse(program);
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

stopQuietlyWhenNobodyReads();
await main();
