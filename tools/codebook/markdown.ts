/** Small pieces of Markdown that stay readable as plain text. */

const WIDTH = 120;

/** A table with a head line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** Breaks a paragraph at blanks, so that no line is longer than 120 characters where words allow it. */
export function wrap(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

/** A score with a true minus sign. */
export function signed(score: number | string): string {
  return String(score).replace("-", "−");
}

/** "1 sense", "2 senses", "no sense yet". */
export function sensesWord(count: number): string {
  if (count === 0) return "no sense yet";
  return count === 1 ? "1 sense" : `${count} senses`;
}
