/** Closed classes of English time words, in lower case without a final period. */

function table(rows: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [number, words] of Object.entries(rows))
    for (const word of words.split(" ")) map.set(word, Number(number));
  return map;
}

/** 1 ... 12. */
export const MONTHS = table({
  1: "january jan",
  2: "february feb",
  3: "march mar",
  4: "april apr",
  5: "may",
  6: "june jun",
  7: "july jul",
  8: "august aug",
  9: "september sept sep",
  10: "october oct",
  11: "november nov",
  12: "december dec",
});

/** 1 Monday ... 7 Sunday. */
export const WEEKDAYS = table({
  1: "monday mon mondays",
  2: "tuesday tue tues tuesdays",
  3: "wednesday wed wednesdays",
  4: "thursday thu thur thurs thursdays",
  5: "friday fri fridays",
  6: "saturday sat saturdays",
  7: "sunday sun sundays",
});

export const CARDINALS = table({
  1: "one a an",
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  6: "six",
  7: "seven",
  8: "eight",
  9: "nine",
  10: "ten",
  11: "eleven",
  12: "twelve",
  13: "thirteen",
  14: "fourteen",
  15: "fifteen",
  16: "sixteen",
  17: "seventeen",
  18: "eighteen",
  19: "nineteen",
  20: "twenty",
  30: "thirty",
  40: "forty",
  50: "fifty",
  60: "sixty",
  70: "seventy",
  80: "eighty",
  90: "ninety",
});

export const ORDINALS = table({
  1: "first",
  2: "second",
  3: "third",
  4: "fourth",
  5: "fifth",
  6: "sixth",
  7: "seventh",
  8: "eighth",
  9: "ninth",
  10: "tenth",
  11: "eleventh",
  12: "twelfth",
  13: "thirteenth",
  14: "fourteenth",
  15: "fifteenth",
  16: "sixteenth",
  17: "seventeenth",
  18: "eighteenth",
  19: "nineteenth",
  20: "twentieth",
});

/** Decades in words: the nineties. */
export const DECADES = table({
  20: "twenties",
  30: "thirties",
  40: "forties",
  50: "fifties",
  60: "sixties",
  70: "seventies",
  80: "eighties",
  90: "nineties",
});

export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "weekend"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century";

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  second: "second seconds",
  minute: "minute minutes",
  hour: "hour hours",
  day: "day days",
  weekend: "weekend weekends",
  week: "week weeks",
  month: "month months",
  quarter: "quarter quarters",
  year: "year years",
  decade: "decade decades",
  century: "century centuries",
};

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(UNIT_WORDS).flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit as Unit])),
);

export type Season = "SP" | "SU" | "FA" | "WI";

export const SEASONS: ReadonlyMap<string, Season> = new Map([
  ["spring", "SP"],
  ["summer", "SU"],
  ["fall", "FA"],
  ["autumn", "FA"],
  ["winter", "WI"],
]);

export type DayPart = "MO" | "AF" | "EV" | "NI";

export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map([
  ["morning", "MO"],
  ["afternoon", "AF"],
  ["evening", "EV"],
  ["night", "NI"],
  ["dawn", "MO"],
  ["daybreak", "MO"],
  ["dusk", "EV"],
]);

/** Where in time a determiner points. */
export type Pointer = "last" | "past" | "previous" | "this" | "next" | "coming" | "following" | "same";

export const POINTERS: ReadonlyMap<string, Pointer> = new Map([
  ["last", "last"],
  ["past", "past"],
  ["previous", "previous"],
  ["preceding", "previous"],
  ["prior", "previous"],
  ["this", "this"],
  ["current", "this"],
  ["next", "next"],
  ["coming", "coming"],
  ["upcoming", "coming"],
  ["following", "following"],
  ["that", "same"],
  ["same", "same"],
]);

export type Edge = "early" | "mid" | "late" | "start" | "end" | "earlier" | "later";

export const EDGES: ReadonlyMap<string, Edge> = new Map([
  ["early", "early"],
  ["mid", "mid"],
  ["middle", "mid"],
  ["late", "late"],
  ["beginning", "start"],
  ["start", "start"],
  ["end", "end"],
  ["close", "end"],
  ["earlier", "earlier"],
  ["later", "later"],
]);

/** Words before an amount that leave it a rough one; they belong to the expression. */
export const APPROXIMATIONS: ReadonlySet<string> = new Set(
  "about around nearly almost roughly approximately some over more less fewer at up".split(" "),
);
export const VAGUE_AMOUNTS: ReadonlySet<string> = new Set("several few many some couple dozens".split(" "));
