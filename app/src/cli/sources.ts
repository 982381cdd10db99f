/** The documents of a command line, with what is said of those that fail. */
import { type Intake, takeIn } from "../intake/index.js";
import { report } from "./output.js";
import type { Progress } from "./progress.js";

export type IntakeDocument = Extract<Intake, { kind: "document" }>;

function nameOf({ document }: IntakeDocument): string {
  const source = document.source ?? "";
  return document.id ? `${source} (${document.id})` : source;
}

function tellEncoding(intake: IntakeDocument): void {
  if (intake.damaged) report(nameOf(intake), `broken ${intake.encoding}; some characters are lost`);
  else if (intake.encoding !== "utf8") report(nameOf(intake), `decoded as ${intake.encoding}`);
}

/** Does `work` for every document; gives the exit code: 0 all done, 1 some failed and the others were done. */
export async function forEachDocument(
  sources: readonly string[],
  progress: Progress,
  work: (intake: IntakeDocument) => Promise<void>,
): Promise<number> {
  let failures = 0;
  const fail = (source: string, reason: string) => {
    failures++;
    progress.clear();
    report(source, reason);
  };
  if (sources.length === 0 && process.stdin.isTTY)
    process.stderr.write("entente: reading standard input; end it with Ctrl-D\n");
  for await (const intake of takeIn(sources.length > 0 ? sources : ["-"])) {
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
  progress.clear();
  return failures > 0 ? 1 : 0;
}
