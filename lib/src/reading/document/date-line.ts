/** Dates that stand alone on a line above an article, or in the dateline that opens its first paragraph. */
import type { Day } from "../../core/index.js";
import { dayOf, isDate, numberOfDate } from "../time/index.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const LEAD = "^(?:(?:published|updated|posted|last updated|date|issued)\\s*:?\\s*(?:on\\s+)?)?";
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?";
const REST = "(?:,?\\s+(?:at\\s+)?\\d{1,2}[:.]\\d{2}.{0,24})?\\s*$";

const DAY_FIRST = new RegExp(
  `${LEAD}${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})${REST}`,
  "iu",
);
const MONTH_FIRST = new RegExp(
  `${LEAD}${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${REST}`,
  "iu",
);
const ISO = new RegExp(`${LEAD}(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\S.{0,24})?\\s*$`, "iu");

function day(year: string, month: number, date: string): Day | null {
  return isDate(Number(year), month, Number(date))
    ? dayOf(numberOfDate(Number(year), month, Number(date)))
    : null;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

/** The day that a whole line names ("November 28, 2024", "2024-11-28", "Published: 28 Nov. 2024"), or null. */
export function dateOfLine(line: string): Day | null {
  if (line.length > 80) return null;
  const iso = ISO.exec(line);
  if (iso) return day(iso[1]!, Number(iso[2]), iso[3]!);
  const dayFirst = DAY_FIRST.exec(line);
  if (dayFirst) return day(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!);
  const monthFirst = MONTH_FIRST.exec(line);
  return monthFirst ? day(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!) : null;
}

// "On Friday, 3 May 2024 - " opens a sentence, it names no place.
const NO_PLACE = "(?!(?:On|In|At|By|Since|Until|From|After|Before|\\p{L}+[Dd][Aa][Yy])\\b)";
const NAME = "(?:d['’])?\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const PLACE = `${NAME}(?: (?:(?:de|la|el|al|of|and|upon|sur) )*${NAME}){0,3}(?:, ?${NAME}(?: ${NAME}){0,2})?`;
const PLACE_AND_AGENCY = new RegExp(`^${NO_PLACE}${PLACE}(?:\\s*\\([^()]{2,40}\\))?$`, "u");
const AGENCY = "(?:\\s*(?:\\([^()]{2,40}\\)|/[^/\\s]{2,30}/))";
const END = `(?:${AGENCY}?\\s*[—–-]{1,2}\\s|${AGENCY}\\s)`;
const DATE = `${WEEKDAY}(?:\\d{1,2}\\s+${MONTH}|${MONTH}\\s+\\d{1,2})(?:,\\s*|\\s+)\\d{4}`;
const DATELINE = new RegExp(`\\b(${DATE})${END}`, "iu");

/** The day in the dateline that opens a paragraph ("KYIV, Aug. 3, 2024 (Agency) — ..."), or null; it needs a year. */
export function dateOfDateline(paragraph: string): Day | null {
  const found = DATELINE.exec(paragraph.slice(0, 160));
  if (found === null) return null;
  const place = paragraph.slice(0, found.index).replace(/[\s,—–-]+$/u, "");
  return PLACE_AND_AGENCY.test(place) ? dateOfLine(found[1]!) : null;
}
