/**
 * Days as integers: days since 1970-01-01 in the proleptic Gregorian calendar. Own arithmetic: the lib has no clock
 * and no time zones.
 */
import type { Day, Grain } from "../../core/index.js";

export interface CivilDate {
  readonly year: number;
  /** 1 ... 12. */
  readonly month: number;
  /** 1 ... 31. */
  readonly day: number;
}

/** Half-open interval of day numbers; null is an open end. */
export interface DaySpan {
  readonly since: number | null;
  readonly until: number | null;
  readonly grain: Grain;
}

const DAYS_PER_ERA = 146097;
const DAYS_TO_1970 = 719468;

/** Day number of a date. Years begin in March inside, so that the leap day is the last of its year. */
export function numberOfDate(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

/** Date of a day number. */
export function dateOf(number: number): CivilDate {
  const shifted = number + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const lost = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - lost) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Day number of `YYYY-MM-DD`. */
export function dayNumber(day: Day): number {
  return numberOfDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** `YYYY-MM-DD` of a day number. */
export function dayOf(number: number): Day {
  const { year, month, day } = dateOf(number);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The day that lies `days` after (before, where negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

export function daysInMonth(year: number, month: number): number {
  return firstOfMonth(year, month + 1) - firstOfMonth(year, month);
}

/** Day number of the first of a month; months outside 1 ... 12 run into other years. */
export function firstOfMonth(year: number, month: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  return numberOfDate(carried, ((((month - 1) % 12) + 12) % 12) + 1, 1);
}

/** The same day of the month `months` later; the last of the month where there is no such day. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = dateOf(number);
  const first = firstOfMonth(year, month + months);
  const target = dateOf(first);
  return first + Math.min(day, daysInMonth(target.year, target.month)) - 1;
}

/** 1 Monday ... 7 Sunday (ISO 8601). */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Day number of the Monday of the week. */
export function mondayOf(number: number): number {
  return number - weekdayOf(number) + 1;
}

/** ISO 8601 week: the year that its Thursday lies in, and its number. */
export function isoWeekOf(number: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(number) + 3;
  const { year } = dateOf(thursday);
  return { year, week: Math.floor((thursday - numberOfDate(year, 1, 1)) / 7) + 1 };
}

export function daySpan(number: number): DaySpan {
  return { since: number, until: number + 1, grain: "day" };
}

export function weekSpan(number: number): DaySpan {
  const monday = mondayOf(number);
  return { since: monday, until: monday + 7, grain: "week" };
}

/** Whole months from the first of `month`: 1 month, 3 a quarter or season, 12 a year. */
export function monthsSpan(year: number, month: number, months: number, grain: Grain): DaySpan {
  return { since: firstOfMonth(year, month), until: firstOfMonth(year, month + months), grain };
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus of 1876). */
export function easterOf(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const h = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return numberOfDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** True for a date that exists. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
