import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldLog } from "../../lib/reviews/fold.ts";
import { progressOf, rowOf } from "../../lib/reviews/state-row.ts";
import { DEFAULT_SETTING, type SchedulerSetting, schedulerName } from "../../lib/scheduling/scheduler.ts";
import { studyDayOf } from "../../lib/scheduling/study-day.ts";
import { DAY_MS, inLog, livedLog, NOON, reviewBody, UTC4 } from "./logs.ts";

const FSRS: SchedulerSetting = { scheduler: "fsrs", retention: 90 };
const DAY = studyDayOf(NOON, UTC4);
const rowsUnder = (bodies: Parameters<typeof inLog>[0][], setting: SchedulerSetting) => [...foldLog(bodies.map(inLog), setting)].map(([id, progress]) => rowOf(id, progress));

describe("the scheduler is a reading of the log", () => {
  test("the log alone decides: reading it under FSRS and again under SM-2 gives the states of before", () => {
    fc.assert(
      fc.property(livedLog, fc.integer({ min: 80, max: 97 }), (bodies, retention) => {
        const before = rowsUnder(bodies, DEFAULT_SETTING);
        const under = rowsUnder(bodies, { scheduler: "fsrs", retention });
        expect(rowsUnder(bodies, DEFAULT_SETTING)).toEqual(before);
        // What does not depend on the memory is the same under both.
        const kept = ({ lapses, status, buriedDay, introducedDay, reviewedDay, answeredDay, lastGrade, broughtDay, lastEventId }: (typeof before)[number]) => ({ lapses, status, buriedDay, introducedDay, reviewedDay, answeredDay, lastGrade, broughtDay, lastEventId });
        expect(under.map(kept)).toEqual(before.map(kept));
      }),
      { numRuns: 300 },
    );
  });

  test("a row keeps FSRS's figures exactly", () => {
    fc.assert(
      fc.property(livedLog, (bodies) => {
        for (const [id, progress] of foldLog(bodies.map(inLog), FSRS)) expect(progressOf(rowOf(id, progress))).toEqual(progress);
      }),
    );
  });

  test("the day on the button stands under the rule that chose it, and under that rule only", () => {
    const first = reviewBody(1, 4, NOON);
    const second = { ...reviewBody(2, 4, NOON + DAY_MS), shownDueDay: DAY + 1 + 8 };
    const dueUnder = (setting: SchedulerSetting) => foldLog([first, second].map(inLog), setting).get(first.cardId)?.schedule;
    expect(dueUnder(DEFAULT_SETTING)).toMatchObject({ dueDay: DAY + 9, memory: { intervalDays: 6 } });
    const own = foldLog([first, { ...second, scheduler: schedulerName(FSRS) }].map(inLog), DEFAULT_SETTING).get(first.cardId)?.schedule;
    expect(own).toMatchObject({ dueDay: DAY + 7 });
  });
});
