/** Atoms are runs of letters and digits: the common ground of a phrase in a table and of words in a text. */

const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ə: "a",
};

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiWord(code);
  return code !== 0x2019 && WORD_CHARACTER.test(text[at]!);
}

/** Lower case without diacritics: "São" and "Sao" are one. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  for (let at = 0; at < lower.length; at++) {
    if (lower.charCodeAt(at) < 128) continue;
    return lower
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[øłđðıßæœþə]/g, (letter) => OTHER_LETTERS[letter]!);
  }
  return lower;
}

/** Calls `found` for every atom of `text` between two characters. */
export function eachAtom(
  text: string,
  from: number,
  to: number,
  found: (from: number, to: number) => void,
): void {
  let at = from;
  while (at < to) {
    while (at < to && !isWordAt(text, at)) at++;
    const start = at;
    while (at < to && isWordAt(text, at)) at++;
    if (at > start) found(start, at);
  }
}

/** True where the atom begins with a capital letter. */
export function isCapital(text: string, from: number): boolean {
  const letter = text[from]!;
  return letter !== letter.toLowerCase();
}

/** True where no letter of the atom is small. */
export function isAllCapitals(text: string, from: number, to: number): boolean {
  const word = text.slice(from, to);
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** What may stand between two atoms of one phrase: blank, hyphen, apostrophe, the stop of an abbreviation. */
export function joins(text: string, leftFrom: number, leftTo: number, rightFrom: number): boolean {
  if (rightFrom - leftTo > 3) return false;
  if (leftTo - leftFrom === 1 && text[leftTo] === " " && !isWordAt(text, rightFrom + 1)) return false;
  for (let at = leftTo; at < rightFrom; at++) {
    const letter = text[at]!;
    if (letter === ".") {
      if (leftTo - leftFrom > 5 || !isCapital(text, leftFrom)) return false;
    } else if (!" \n\r\t\u00a0-'’‘`´\u2010\u2011&+".includes(letter)) return false;
  }
  return true;
}
