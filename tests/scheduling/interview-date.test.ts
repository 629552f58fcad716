import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Holding, workloadOf } from "../../lib/scheduling/forecast.ts";
import { lastPassBefore, newCardsPerDay } from "../../lib/scheduling/interview-date.ts";
import { passDueDay } from "../../lib/scheduling/last-pass.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";

const TODAY = 20_000;

describe("the last pass before an interview", () => {
  test.each([[300, 43, 7], [300, 60, 5], [300, 75, 4], [300, 100, 3], [100, 100, 2], [10, 60, 2], [5_000, 60, 7], [300, 0, 7]])("of %i cards with %i a day takes %i days", (cards, perDay, days) => {
    expect(lastPassBefore(TODAY + 42, TODAY, cards, perDay)).toEqual({ firstDay: TODAY + 42 - days, interviewDay: TODAY + 42 });
  });

  test("is over on the day of the interview", () => {
    expect(lastPassBefore(TODAY, TODAY, 300, 60)).toBeNull();
    expect(lastPassBefore(null, TODAY, 300, 60)).toBeNull();
  });

  test("gives each card that is due in it or after one of its days, spread evenly, and leaves the others alone", () => {
    const pass = { firstDay: TODAY + 35, interviewDay: TODAY + 42 };
    const perDay = new Map<number, number>();
    for (let card = 0; card < 700; card += 1) {
      const day = passDueDay(`card-${card}`, { dueDay: TODAY + 35 + card, reviewedDay: TODAY }, pass);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    expect([...perDay.keys()].sort()).toEqual(Array.from({ length: 7 }, (_, at) => TODAY + 35 + at));
    for (const count of perDay.values()) expect(Math.abs(count - 100)).toBeLessThan(40);
    expect(passDueDay("a", { dueDay: TODAY + 34, reviewedDay: TODAY }, pass)).toBe(TODAY + 34);
    expect(passDueDay("a", { dueDay: TODAY + 50, reviewedDay: TODAY + 36 }, pass)).toBe(TODAY + 50);
  });
});

describe("new cards before an interview", () => {
  test("are spread over the days before the last pass, never more a day than wanted, and all are seen where that is enough", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 20 }), (days, unseen, wanted) => {
        const pass = { firstDay: TODAY + days, interviewDay: TODAY + days + 3 };
        let left = unseen;
        for (let day = TODAY; day < pass.firstDay; day += 1) {
          const fresh = newCardsPerDay(left, wanted, day, pass);
          expect(fresh).toBeLessThanOrEqual(wanted);
          left -= Math.min(left, fresh);
        }
        expect(left).toBe(Math.max(0, unseen - wanted * days));
      }),
    );
    expect(newCardsPerDay(300, 15, TODAY, null)).toBe(15);
  });
});

describe("the workload to expect", () => {
  const holding: Holding = { met: [], unseen: 300 };
  const plan = { setting: DEFAULT_SETTING, newPerDay: 15, reviewsPerDay: 999, interviewDay: TODAY + 42 };

  test("shows thirty days, the same each time, and what can be known by the interview", () => {
    const workload = workloadOf(holding, plan, TODAY);
    expect(workload).toEqual(workloadOf(holding, plan, TODAY));
    expect(workload.days).toHaveLength(30);
    expect(workload.interview).toMatchObject({ seen: 300, total: 300, neededPerDay: 8, passDays: 2 });
    expect(workload.interview?.known).toBeGreaterThan(285);
  });

  test("tells when not all cards can be seen", () => {
    expect(workloadOf(holding, { ...plan, newPerDay: 2 }, TODAY).interview).toMatchObject({ seen: 84, total: 300 });
  });

  test("stays within the limits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 }), (newPerDay, reviewsPerDay) => {
        const { days } = workloadOf(holding, { ...plan, interviewDay: null, newPerDay, reviewsPerDay }, TODAY);
        for (const day of days) expect(day.fresh).toBeLessThanOrEqual(newPerDay);
      }),
      { numRuns: 20 },
    );
  });
});
