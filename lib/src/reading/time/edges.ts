import type { Meaning } from "./meaning.js";
import { dateMeaning } from "./meaning.js";
import type { DayPart, Edge } from "./vocabulary.js";

/** Thirds that "early", "mid" and "late" cut out of a period: first and last third as fractions. */
const CUTS: Readonly<Record<"early" | "mid" | "late" | "start" | "end", readonly [number, number]>> = {
  early: [0, 1 / 3],
  start: [0, 1 / 3],
  mid: [1 / 3, 2 / 3],
  late: [2 / 3, 1],
  end: [2 / 3, 1],
};

/** "early March", "late 2023", "the end of the month": the part of the period; the value stays the period's. */
export function cutEdge(whole: Meaning, edge: Edge, published: number | null): Meaning {
  if (whole.since === null || whole.until === null || whole.type === "TIME") return whole;
  if (edge === "earlier") return untilNow(whole, published);
  if (edge === "later") return fromNow(whole, published);
  const length = whole.until - whole.since;
  if (length < 28) return whole;
  const [start, stop] = CUTS[edge];
  const since = whole.since + Math.round(length * start);
  const until = whole.since + Math.round(length * stop);
  return { ...whole, since, until, grain: whole.grain === "year" ? "season" : whole.grain };
}

function untilNow(whole: Meaning, published: number | null): Meaning {
  if (published === null || whole.grain === "day") return whole;
  const inside = whole.since! < published && published < whole.until!;
  return inside ? { ...whole, until: published, grain: "range" } : whole;
}

function fromNow(whole: Meaning, published: number | null): Meaning {
  if (published === null || whole.grain === "day") return whole;
  const inside = whole.since! <= published && published < whole.until!;
  return inside ? { ...whole, since: published, grain: "range" } : whole;
}

/** "Friday morning": the day, with its part in the value. */
export function withPart(day: Meaning, part: DayPart): Meaning {
  return day.grain === "day" || day.since === null
    ? { ...day, type: "TIME", value: `${day.value}T${part}` }
    : day;
}

/** "9 a.m. Tuesday": the day, with the time of the clock in the value. */
export function withClock(day: Meaning, clock: string): Meaning {
  return { ...day, type: "TIME", value: `${day.value.split("T")[0]}T${clock}` };
}

/** From the first day of one to the last day of another. */
export function join(first: Meaning, last: Meaning): Meaning {
  return dateMeaning(`${first.value}/${last.value}`, {
    since: first.since,
    until: last.until,
    grain: "range",
  });
}
