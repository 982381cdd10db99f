/** Words that look like time and are not: "may" the verb, "$2014", "2,000 troops", Theresa May. */
import { UPOS, wordAt } from "../../../language/index.js";
import { isAttached, isCapital, type Pieces, wordOf } from "../pieces.js";
import { MONTHS, WEEKDAYS } from "../vocabulary.js";

const X = UPOS.indexOf("X");

/** Universal part of speech of the word that a piece lies in; "X" where none is known. */
export function tagOf(p: Pieces, i: number): string {
  const row = p.row[i];
  return UPOS[row === undefined || row >= p.tree.size ? X : p.tree.upos[row]!]!;
}

/** Penn tag of the word that a piece lies in, or "". */
export function fineTagOf(p: Pieces, i: number): string {
  const row = p.row[i];
  return row === undefined || row >= p.tree.size ? "" : (p.tree.xposNames[p.tree.xpos[row]!] ?? "");
}

const COUNTED: ReadonlySet<string> = new Set(
  (
    "percent % people troops soldiers men women children dollars euros pounds miles kilometers kilometres km meters " +
    "metres feet tons tonnes votes points barrels degrees megawatts pages cases deaths civilians refugees hours " +
    "minutes seconds days weeks months years gmt utc hrs hours' am pm mm kg cm million billion thousand"
  ).split(" "),
);

/** True where the number at `i` counts the plural noun after it ("1900 soldiers", "12 people"). */
export function countsNoun(p: Pieces, i: number): boolean {
  const next = wordOf(p, i + 1);
  if (COUNTED.has(next)) return true;
  const row = p.row[i]!;
  const tree = p.tree;
  const head = row < tree.size ? tree.head[row]! : -1;
  if (head <= row) return false;
  const relation = tree.deprelNames[tree.deprel[row]!];
  const counted = tree.xposNames[tree.xpos[head]!] === "NNS" && relation === "nummod";
  return counted && !isMonth(wordAt(tree, head)) && head - row <= 2;
}

function isMonth(word: string): boolean {
  return MONTHS.has(word.toLowerCase());
}

/** Months that are other words or first names too. */
const DOUBTFUL: ReadonlySet<string> = new Set("may march mar april june jan sep dec august jun".split(" "));
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  "in of since until till by from to through during between last next this past and or early mid late before after for on coming throughout - – — ,".split(
    " ",
  ),
);

/** True where the word at `i` names the month; a year after it settles the matter. */
export function isMonthName(p: Pieces, i: number, hasYear: boolean): boolean {
  const word = wordOf(p, i);
  if (!isCapital(p, i)) return false;
  if (!DOUBTFUL.has(word) || hasYear) return true;
  if (wordOf(p, i + 1) === "of") return false;
  const tag = tagOf(p, i);
  if (tag === "AUX" || tag === "VERB" || tag === "ADJ") return false;
  if (isNamePart(p, i)) return false;
  return BEFORE_MONTH.has(wordOf(p, i - 1)) || tag === "PROPN";
}

/** "Theresa May", "June Carter": a capital word stands beside it that is no time word. */
function isNamePart(p: Pieces, i: number): boolean {
  const follows = isCapital(p, i + 1) && !WEEKDAYS.has(wordOf(p, i + 1)) && tagOf(p, i + 1) !== "NOUN";
  if (follows && wordOf(p, i + 1) !== "") return true;
  const before = wordOf(p, i - 1);
  const isName = before !== "" && isCapital(p, i - 1) && !WEEKDAYS.has(before) && !BEFORE_MONTH.has(before);
  return isName && tagOf(p, i - 1) === "PROPN";
}

const SHORT_DAYS: ReadonlySet<string> = new Set("mon tue tues wed thu thur thurs fri sat sun".split(" "));

/** "Sun" and "Sat" only before a date; whole names with a capital, but not "Bloody Sunday". */
export function isWeekdayName(p: Pieces, i: number): boolean {
  const word = wordOf(p, i);
  if (!isCapital(p, i)) return false;
  if (["bloody", "black", "cyber", "ash", "holy", "maundy"].includes(wordOf(p, i - 1))) return false;
  if (!SHORT_DAYS.has(word)) return true;
  const next = wordOf(p, i + 1) === "," ? i + 2 : i + 1;
  return (
    MONTHS.has(wordOf(p, next)) || (/^\d{1,2}$/.test(wordOf(p, next)) && MONTHS.has(wordOf(p, next + 1)))
  );
}

const NUMBERED: ReadonlySet<string> = new Set(
  (
    "resolution article no number flight room boeing section page order chapter model psalm route highway unit bill " +
    "act paragraph clause suite apartment box line bus train # $ € £ ¥ gate lot version channel hr aged"
  ).split(" "),
);
const QUANTIFIERS: ReadonlySet<string> = new Set(
  "some about nearly over than around almost least most up".split(" "),
);

/** True where four digits are a year and not a price, a number of a thing or an amount. */
export function isYear(p: Pieces, i: number): boolean {
  const before = wordOf(p, i - 1);
  if (NUMBERED.has(before) || countsNoun(p, i)) return false;
  if (QUANTIFIERS.has(before) && wordOf(p, i - 2) !== "around" && before !== "around") return false;
  const next = wordOf(p, i + 1);
  if (isAttached(p, i + 1) && (next === "." || next === ":" || next === "%") && /^\d/.test(wordOf(p, i + 2)))
    return false;
  if (isAttached(p, i) && /^[-/.:#]$/.test(before) && /^\d{1,3}$/.test(wordOf(p, i - 2))) return false;
  return !(
    Number(wordOf(p, i)) < 1800 &&
    !/^(in|of|since|from|by|until|before|after|to|and|between|,|\()$/.test(before)
  );
}
