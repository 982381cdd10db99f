import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dateOf,
  dayNumber,
  dayOf,
  easterOf,
  isDate,
  isoWeekOf,
  weekdayOf,
} from "./index.js";

describe("calendar", () => {
  it("agrees with the calendar of the machine over a thousand years", () => {
    for (let number = -200_000; number < 160_000; number += 97) {
      const date = new Date(number * 86_400_000);
      const { year, month, day } = dateOf(number);
      expect([year, month, day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      expect(weekdayOf(number)).toBe(date.getUTCDay() || 7);
      expect(dayNumber(dayOf(number))).toBe(number);
    }
  });

  it("moves days and months", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(dayOf(addMonths(dayNumber("2024-01-31"), 1))).toBe("2024-02-29");
    expect(dayOf(addMonths(dayNumber("2024-01-31"), -2))).toBe("2023-11-30");
  });

  it("knows weeks, Easter and days that do not exist", () => {
    expect(isoWeekOf(dayNumber("2021-01-03"))).toEqual({ year: 2020, week: 53 });
    expect(dayOf(easterOf(2024))).toBe("2024-03-31");
    expect(isDate(2023, 2, 29)).toBe(false);
  });
});
