import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BALANCED_DAYS, fuzzRange, pickInterval } from "../../lib/scheduling/fuzz.ts";
import { BUTTONS, type Quality } from "../../lib/scheduling/grade.ts";
import { DEFAULT_SETTING, type SchedulerSetting, schedulerName } from "../../lib/scheduling/scheduler.ts";
import { canHaveShown, MAX_INTERVAL_DAYS, NEW, outcomes, PLAIN, type Planning, type Schedule, schedule } from "../../lib/scheduling/state.ts";

const TODAY = 20_000;

describe("the fuzz", () => {
  // By Anki's rule: nothing below 2.5 days; then one day and 15 %, 10 % and 5 % of the stretches up to 7, up to 20, and above.
  test.each([
    [1, 1, 1],
    [2, 2, 2],
    [3, 2, 4],
    [6, 4, 8],
    [7, 5, 9],
    [15, 13, 17],
    [20, 17, 23],
    [38, 34, 42],
    [100, 93, 107],
    [365, 345, 365],
    [1488, 345, 365],
  ])("of %i days is from %i to %i", (days, least, most) => {
    expect(fuzzRange(days, MAX_INTERVAL_DAYS)).toEqual({ least, most });
  });

  test("the same card, day and load give the same interval, and different cards part", () => {
    const range = fuzzRange(38, MAX_INTERVAL_DAYS);
    const picked = Array.from({ length: 90 }, (_, n) => pickInterval(range, `card-${n}`, TODAY, {}));
    expect(picked).toEqual(Array.from({ length: 90 }, (_, n) => pickInterval(range, `card-${n}`, TODAY, {})));
    expect(new Set(picked).size).toBe(range.most - range.least + 1);
  });

  test("the emptiest day of the range is taken, up to ninety days ahead", () => {
    const load = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [TODAY + n, n === 36 ? 2 : 9]));
    for (let n = 0; n < 20; n += 1) expect(pickInterval(fuzzRange(38, 365), `card-${n}`, TODAY, load)).toBe(36);
    const far = fuzzRange(BALANCED_DAYS + 10, 365);
    expect(new Set(Array.from({ length: 90 }, (_, n) => pickInterval(far, `card-${n}`, TODAY, { [TODAY + far.least]: 0 }))).size).toBeGreaterThan(5);
  });

  test("a hundred cards learned together come back on days of nearly equal load", () => {
    let load: Record<number, number> = {};
    for (let n = 0; n < 100; n += 1) {
      const day = TODAY + pickInterval(fuzzRange(15, 365), `card-${n}`, TODAY, load);
      load = { ...load, [day]: (load[day] ?? 0) + 1 };
    }
    expect(Object.values(load)).toEqual([20, 20, 20, 20, 20]);
  });
});

const setting = fc.oneof(fc.constant(DEFAULT_SETTING), fc.integer({ min: 80, max: 97 }).map((retention): SchedulerSetting => ({ scheduler: "fsrs", retention })));
const grades = fc.array(fc.constantFrom<Quality>(0, 1, 2, 3, 4, 5), { maxLength: 12 });
const load = fc.dictionary(fc.integer({ min: TODAY, max: TODAY + 100 }).map(String), fc.nat(40));

describe("the buttons", () => {
  test("show in their order the days of the fuzz, whatever else is due, and the log believes them", () => {
    fc.assert(
      fc.property(setting, grades, load, fc.constantFrom("card-a", "card-b"), (rule, answers, due, cardId) => {
        const planning: Planning = { setting: rule, load: due, lastPass: null };
        let state: Schedule = NEW;
        let day = TODAY - 2_000;
        for (const grade of answers) {
          state = schedule(state, grade, day, rule);
          day = state.dueDay;
        }
        const shown = outcomes(cardId, state, day, planning);
        expect(shown).toEqual(outcomes(cardId, state, day, planning));
        const days = BUTTONS.map((button) => shown[button].dueDay);
        expect(days).toEqual([...days].sort((a, b) => a - b));
        for (const button of BUTTONS) {
          const after = schedule(state, shown[button].quality, day, rule);
          const { least, most } = fuzzRange(after.memory.intervalDays, MAX_INTERVAL_DAYS);
          expect(shown[button].intervalDays).toBeGreaterThanOrEqual(least);
          expect(shown[button].intervalDays).toBeLessThanOrEqual(most);
          expect(canHaveShown(after, shown[button].dueDay)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("leave the memory as it is: only the due day is chosen", () => {
    const learned = schedule(schedule(schedule(NEW, 4, TODAY, PLAIN.setting), 4, TODAY + 1, PLAIN.setting), 4, TODAY + 7, PLAIN.setting);
    expect(learned.memory).toMatchObject({ intervalDays: 15 });
    expect(outcomes("card-a", learned, TODAY + 22, { ...PLAIN, load: { [TODAY + 22 + 38]: 9 } }).good.intervalDays).not.toBe(38);
    expect(schedule(learned, 4, TODAY + 22, PLAIN.setting).memory.intervalDays).toBe(38);
  });

  test("a rule's name in the log tells a retention from another", () => {
    expect(schedulerName(DEFAULT_SETTING)).toBe("sm2-p/1");
    expect(schedulerName({ scheduler: "fsrs", retention: 85 })).toBe("fsrs6-r85/1");
  });
});
