import type { Grain } from "../lib/src/index.js";

/** Days by which two codings of one time may differ, by the coarser of their grains. */
export const TOLERANCE_DAYS: Readonly<Record<Grain, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  season: 92,
  year: 366,
  decade: 3653,
  range: 31,
};
