/** Calendar periods as meanings: a TIMEX3 value and its days. */
import type { Grain } from "../../core/index.js";
import {
  addMonths,
  dateOf,
  dayOf,
  daySpan,
  firstOfMonth,
  isoWeekOf,
  mondayOf,
  monthsSpan,
  twoDigits,
  weekSpan,
} from "./calendar.js";
import { dateMeaning, type Meaning } from "./meaning.js";
import type { Season, Unit } from "./vocabulary.js";

/** First month of a season on the northern half of the earth; winter runs into the next year. */
const SEASON_MONTHS: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

export function day(number: number): Meaning {
  return dateMeaning(dayOf(number), daySpan(number));
}

export function week(number: number): Meaning {
  const iso = isoWeekOf(number);
  return dateMeaning(`${iso.year}-W${twoDigits(iso.week)}`, weekSpan(number));
}

/** Saturday and Sunday of the week that the day lies in. */
export function weekend(number: number): Meaning {
  const monday = mondayOf(number);
  return dateMeaning(`${week(number).value}-WE`, { since: monday + 5, until: monday + 7, grain: "range" });
}

export function month(year: number, number: number): Meaning {
  return monthOf(firstOfMonth(year, number));
}

function monthOf(number: number): Meaning {
  const date = dateOf(number);
  return dateMeaning(`${date.year}-${twoDigits(date.month)}`, monthsSpan(date.year, date.month, 1, "month"));
}

/** Quarters outside 1 ... 4 run into other years. */
export function quarter(year: number, number: number): Meaning {
  const first = dateOf(firstOfMonth(year, number * 3 - 2));
  const value = `${first.year}-Q${(first.month + 2) / 3}`;
  return dateMeaning(value, monthsSpan(first.year, first.month, 3, "quarter"));
}

export function half(year: number, number: number): Meaning {
  return dateMeaning(`${year}-H${number}`, monthsSpan(year, number * 6 - 5, 6, "range"));
}

export function season(year: number, name: Season): Meaning {
  return dateMeaning(`${year}-${name}`, monthsSpan(year, SEASON_MONTHS[name], 3, "season"));
}

export function year(number: number): Meaning {
  return dateMeaning(String(number).padStart(4, "0"), monthsSpan(number, 1, 12, "year"));
}

/** `first` is its first year: 1990. */
export function decade(first: number): Meaning {
  return dateMeaning(String(Math.floor(first / 10)), monthsSpan(first, 1, 120, "decade"));
}

/** The 20th century is 1900 ... 1999, as people count. */
export function century(number: number): Meaning {
  return dateMeaning(twoDigits(number - 1), monthsSpan((number - 1) * 100, 1, 1200, "range"));
}

/** The period of a unit that the day lies in, `steps` units on. */
export function periodAround(number: number, unit: Unit, steps: number): Meaning {
  const date = dateOf(number);
  if (unit === "week") return week(number + 7 * steps);
  if (unit === "weekend") return weekend(number + 7 * steps);
  if (unit === "month") return month(date.year, date.month + steps);
  if (unit === "quarter") return quarter(date.year, Math.ceil(date.month / 3) + steps);
  if (unit === "year") return year(date.year + steps);
  if (unit === "decade") return decade((Math.floor(date.year / 10) + steps) * 10);
  if (unit === "century") return century(Math.floor(date.year / 100) + 1 + steps);
  return day(number + (unit === "day" ? steps : 0));
}

const LETTERS: Readonly<Partial<Record<Unit, string>>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  week: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
};

/** TIMEX3 value of an amount of a unit; null is an amount that is not told: "PXD". */
export function durationValue(amount: number | null, unit: Unit): string {
  const clock = unit === "second" || unit === "minute" || unit === "hour" ? "T" : "";
  if (unit === "weekend") return amount === null ? "PXD" : `P${amount * 2}D`;
  if (unit === "decade") return amount === null ? "PXY" : `P${amount * 10}Y`;
  if (unit === "century") return amount === null ? "PXC" : `P${amount * 100}Y`;
  if (amount !== null && amount % 1 !== 0) return fractionValue(amount, unit);
  return `P${clock}${amount === null ? "X" : amount}${LETTERS[unit]}`;
}

function fractionValue(amount: number, unit: Unit): string {
  const whole = Math.floor(amount);
  const rest = amount - whole;
  const lead = whole > 0 ? String(whole) : "";
  if (unit === "year") return `P${lead && `${lead}Y`}${Math.round(rest * 12)}M`;
  if (unit === "hour") return `PT${lead && `${lead}H`}${Math.round(rest * 60)}M`;
  if (unit === "minute") return `PT${lead && `${lead}M`}${Math.round(rest * 60)}S`;
  return `P${amount}${LETTERS[unit]}`;
}

/** The day that lies `amount` units from another; negative goes back. */
export function shiftDay(number: number, amount: number, unit: Unit): number {
  const months: Partial<Record<Unit, number>> = {
    month: 1,
    quarter: 3,
    year: 12,
    decade: 120,
    century: 1200,
  };
  if (unit === "day") return number + Math.round(amount);
  if (unit === "week" || unit === "weekend") return number + Math.round(amount * 7);
  const step = months[unit];
  return step === undefined ? number + Math.round(amount / 24) : addMonths(number, Math.round(amount * step));
}

const COARSENESS: readonly Grain[] = ["day", "week", "month", "quarter", "season", "year", "decade", "range"];

/** True where `left` is a coarser grain than `right`. */
export function isCoarser(left: Grain, right: Grain): boolean {
  return COARSENESS.indexOf(left) > COARSENESS.indexOf(right);
}
