/** The documents or lines of a command line, with what is said of those that fail. */
import { EntenteError } from "entente";
import { type Intake, LineError, type LineIntake, takeIn, takeInLines } from "../intake/index.js";
import { report } from "./output.js";
import type { Progress } from "./progress.js";

export type IntakeDocument = Extract<Intake, { kind: "document" }>;
export type IntakeLine = Extract<LineIntake, { kind: "line" }>;

function nameOf({ document }: IntakeDocument): string {
  const source = document.source ?? "";
  return document.id ? `${source} (${document.id})` : source;
}

function tellEncoding(intake: IntakeDocument): void {
  if (intake.damaged) report(nameOf(intake), `broken ${intake.encoding}; some characters are lost`);
  else if (intake.encoding !== "utf8") report(nameOf(intake), `decoded as ${intake.encoding}`);
}

/** Tells failures as they come; the exit code at the end is 0, or 1 where there were some. */
function startFailures(progress: Progress): {
  fail: (source: string, reason: string) => void;
  end: () => number;
} {
  let failures = 0;
  return {
    fail: (source, reason) => {
      failures++;
      progress.clear();
      report(source, reason);
    },
    end: () => {
      progress.clear();
      return failures > 0 ? 1 : 0;
    },
  };
}

/** The named sources, or standard input where none is named. */
function orStandardInput(sources: readonly string[]): readonly string[] {
  if (sources.length === 0 && process.stdin.isTTY)
    process.stderr.write("entente: reading standard input; end it with Ctrl-D\n");
  return sources.length > 0 ? sources : ["-"];
}

/** Does `work` for every document; gives the exit code: 0 all done, 1 some failed and the others were done. */
export async function forEachDocument(
  sources: readonly string[],
  progress: Progress,
  work: (intake: IntakeDocument) => Promise<void>,
): Promise<number> {
  const { fail, end } = startFailures(progress);
  for await (const intake of takeIn(orStandardInput(sources))) {
    if (intake.kind === "failure") {
      fail(intake.source, intake.reason);
      continue;
    }
    progress.step(nameOf(intake), intake.document.text.length);
    if (intake.encoding !== "utf8" || intake.damaged) progress.clear();
    tellEncoding(intake);
    try {
      await work(intake);
    } catch (error) {
      fail(nameOf(intake), (error as Error).message);
    }
  }
  return end();
}

/** What is told of the encodings of lines: damage for each, another encoding once for each source. */
function startTelling(progress: Progress): (line: IntakeLine) => void {
  const told = new Set<string>();
  return ({ source, number, decoded: { encoding, damaged } }) => {
    if (encoding === "utf8" && !damaged) return;
    progress.clear();
    if (damaged) report(source, `line ${number}: broken ${encoding}; some characters are lost`);
    else if (!told.has(`${encoding} ${source}`)) report(source, `decoded as ${encoding}`);
    told.add(`${encoding} ${source}`);
  };
}

/** Does `work` for every line that is not empty; gives the exit code. Faults of the program go through. */
export async function forEachLine(
  sources: readonly string[],
  progress: Progress,
  work: (line: IntakeLine) => Promise<void>,
): Promise<number> {
  const { fail, end } = startFailures(progress);
  const tell = startTelling(progress);
  for await (const line of takeInLines(orStandardInput(sources))) {
    if (line.kind === "failure") {
      fail(line.source, line.reason);
      continue;
    }
    progress.step(`${line.source}: line ${line.number}`, line.decoded.text.length);
    tell(line);
    try {
      await work(line);
    } catch (error) {
      if (error instanceof EntenteError) fail(line.source, `line ${line.number}: ${error.message}`);
      else if (error instanceof LineError) fail(line.source, error.message);
      else throw error;
    }
  }
  return end();
}
