/** Widths in terminal columns, for names in any script. */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
const ZERO = /[\p{M}\u200c\u200d]/u;

function widthOfCharacter(character: string): number {
  if (character < "\u0300") return 1;
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Columns that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** The beginning of a text that takes at most `columns`. */
function fitting(text: string, columns: number): string {
  let width = 0;
  let kept = "";
  for (const character of text) {
    width += widthOfCharacter(character);
    if (width > columns) break;
    kept += character;
  }
  return kept;
}

/** Cuts a text to at most `columns`, with an ellipsis where something is lost. */
export function cut(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : `${fitting(text, columns - 1).trimEnd()}…`;
}

/** A text in exactly `columns`: cut or filled with blanks. */
export function cell(text: string, columns: number): string {
  const fitted = cut(text, columns);
  return fitted + " ".repeat(Math.max(0, columns - widthOf(fitted)));
}

/** Lines of at most `columns`, broken at blanks; a longer word is broken anywhere. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (let word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = "";
    }
    while (widthOf(word) > columns) {
      const start = fitting(word, columns) || word;
      lines.push(start);
      word = word.slice(start.length);
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** One line, in which nothing is left that a terminal obeys: controls, marks of writing direction, lone surrogates. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim();
}

/** Many lines for a terminal: as `oneLine`, but tabs and line feeds stay. */
export function forTerminal(text: string): string {
  return text.replace(/(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").replace(/\p{Cs}/gu, "\ufffd");
}
