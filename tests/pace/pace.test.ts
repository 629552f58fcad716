import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catchUpOffer, isBacklog, loadAroundRest, restOn, STEADY, wishOn } from "../../lib/pace/pace.ts";
import { breakSchema, restDaysSchema } from "../../lib/pace/schema.ts";
import { pickInterval } from "../../lib/scheduling/fuzz.ts";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";

/** A Monday. */
const MONDAY = dayFromIso("2026-06-15");
const WISH = { newPerDay: 6, reviewsPerDay: 60 };
const WEEKEND = 0b1100000;

describe("a day's wish", () => {
  it("is the user's own on a day of study, and nothing on a rest day or in a break, its last day included", () => {
    const pace = { restDays: WEEKEND, breaks: [{ fromDay: MONDAY + 1, untilDay: MONDAY + 2 }], catchUp: null };
    const week = Array.from({ length: 7 }, (_, i) => restOn(pace, MONDAY + i));
    expect(week).toEqual([null, "break", "break", null, null, "rest day", "rest day"]);
    expect(week.map((_, i) => wishOn(MONDAY + i, WISH, pace).reviewsPerDay)).toEqual([60, 0, 0, 60, 60, 0, 0]);
    expect(wishOn(MONDAY, WISH, STEADY)).toEqual(WISH);
  });

  it("is the plan's while a backlog is worked off, without new cards, and the user's own again afterwards", () => {
    const pace = { ...STEADY, catchUp: { fromDay: MONDAY, untilDay: MONDAY + 4, reviewsPerDay: 34 } };
    expect([MONDAY, MONDAY + 4, MONDAY + 5].map((day) => wishOn(day, WISH, pace))).toEqual([{ newPerDay: 0, reviewsPerDay: 34 }, { newPerDay: 0, reviewsPerDay: 34 }, WISH]);
  });
});

describe("the choice of intervals", () => {
  it("falls on no rest day while another day of the range is free", () => {
    const load = loadAroundRest({ [MONDAY + 4]: 30 }, { restDays: WEEKEND, breaks: [] }, MONDAY, 90);
    // Friday has 30 cards, Saturday and Sunday are rest days, the Monday after is empty.
    for (let seed = 0; seed < 30; seed += 1) expect(pickInterval({ least: 4, most: 7 }, `card ${seed}`, MONDAY, load)).toBe(7);
    expect(pickInterval({ least: 4, most: 6 }, "card", MONDAY, load)).toBe(4);
  });
});

describe("a way back", () => {
  it("spreads what waits and what comes meanwhile over days of study, a fifth on top for what is missed", () => {
    // By hand: Monday to Friday of 140 + 4 * 5 cards: 160 * 1.2 / 5 = 38.4. Ten days end on the Friday after: 140 + 11 * 5 = 195, 23.4 a day.
    const due = [140, ...Array<number>(30).fill(5)];
    expect([5, 10].map((days) => catchUpOffer(due, MONDAY, days, { restDays: WEEKEND, breaks: [] }))).toEqual([
      { fromDay: MONDAY, untilDay: MONDAY + 4, studyDays: 5, reviewsPerDay: 39 },
      { fromDay: MONDAY, untilDay: MONDAY + 11, studyDays: 10, reviewsPerDay: 24 },
    ]);
  });

  it("always has room for all cards due in it, on days that are no days of rest", () => {
    const paces = fc.record({ restDays: fc.integer({ min: 0, max: 126 }), breaks: fc.array(fc.record({ from: fc.nat(30), length: fc.nat(20) }).map(({ from, length }) => ({ fromDay: MONDAY + from, untilDay: MONDAY + from + length })), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 400, maxLength: 400 }), fc.constantFrom(5, 10, 20), paces, (due, days, pace) => {
        const offer = catchUpOffer(due, MONDAY, days, pace);
        const studied = Array.from({ length: offer.untilDay - MONDAY + 1 }, (_, i) => restOn(pace, MONDAY + i)).filter((rest) => rest === null).length;
        expect(studied).toBe(days);
        expect(offer.reviewsPerDay * days).toBeGreaterThanOrEqual(due.slice(0, offer.untilDay - MONDAY + 1).reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 60 },
    );
  });

  it("is offered for a backlog, not for an ordinary day", () => {
    expect([[19, 10], [20, 60], [31, 60], [200, 999]].map(([overdue = 0, most = 0]) => isBacklog(overdue, most))).toEqual([false, false, true, false]);
  });
});

describe("the forms", () => {
  it("take weekdays as bits, and not all seven", () => {
    expect(restDaysSchema.parse(["5", "6", "6"])).toBe(WEEKEND);
    expect(restDaysSchema.parse([])).toBe(0);
    for (const days of [["7"], ["-1"], ["x"], ["0", "1", "2", "3", "4", "5", "6"]]) expect([days, restDaysSchema.safeParse(days).success]).toEqual([days, false]);
  });

  it("take a break of a day to a year", () => {
    expect(breakSchema.parse({ from: "2028-02-29", until: "2028-02-29" })).toEqual({ from: dayFromIso("2028-02-29"), until: dayFromIso("2028-02-29") });
    for (const form of [{ from: "2026-06-15", until: "2026-06-14" }, { from: "2026-06-15", until: "2027-06-16" }, { from: "2026-02-30", until: "2026-03-01" }, { from: "", until: null }]) expect([form, breakSchema.safeParse(form).success]).toEqual([form, false]);
  });
});
