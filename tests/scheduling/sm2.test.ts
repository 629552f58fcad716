import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Quality } from "../../lib/scheduling/grade.ts";
import { EASINESS_DELTA, INTERVAL_LIMIT_DAYS, MINIMUM_EASINESS, review, type Sm2Memory, UNSEEN } from "../../lib/scheduling/sm2.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { MAX_INTERVAL_DAYS, NEW, type Schedule, schedule } from "../../lib/scheduling/state.ts";
import { GRADE_RUNS, playUnder, READINGS, reviewUnder } from "../../lib/scheduling/sm2-readings.ts";
import vectors from "./sm2-vectors.json" with { type: "json" };

interface Step {
  readonly n: number;
  readonly ef: number;
  readonly i: number;
}

const QUALITIES: readonly Quality[] = [0, 1, 2, 3, 4, 5];
const PASSES: readonly Quality[] = [3, 4, 5];
const quality = fc.constantFrom(...QUALITIES);
const runs = Object.entries(vectors.vectors).map(([name, run]) => ({ name, grades: run.grades as Quality[], steps: run as unknown as Record<string, Step[]> }));

function play(grades: readonly Quality[], rule: (memory: Sm2Memory, quality: Quality) => Sm2Memory = review): Sm2Memory[] {
  const path: Sm2Memory[] = [];
  let memory = UNSEEN;
  for (const grade of grades) {
    memory = rule(memory, grade);
    path.push(memory);
  }
  return path;
}

const asVector = (memory: Sm2Memory): Step => ({ n: memory.repetitions, ef: memory.easiness / 100, i: memory.intervalDays });

/** All sequences of a length over some grades. */
function* sequences(grades: readonly Quality[], length: number): Generator<Quality[]> {
  if (length === 0) yield [];
  else for (const head of sequences(grades, length - 1)) for (const grade of grades) yield [...head, grade];
}

describe("SM-2 follows the published vectors", () => {
  test("there are fourteen runs in four readings", () => {
    expect(runs).toHaveLength(14);
  });

  test.each(runs)("$name, as the product reads it", ({ grades, steps }) => {
    expect(play(grades).map(asVector)).toEqual(steps.P);
  });

  test.each(READINGS.flatMap((reading) => runs.map((run) => ({ reading, ...run }))))("$name under reading $reading", ({ reading, grades, steps }) => {
    expect(play(grades, (memory, grade) => reviewUnder(reading, memory, grade)).map(asVector)).toEqual(steps[reading]);
  });

  test("the runs of the reference page are the published ones, and so are their figures under every reading", () => {
    expect(GRADE_RUNS.map(({ id, what }) => `${id} ${what}`)).toEqual(runs.map((run) => run.name));
    for (const [place, { grades }] of GRADE_RUNS.entries()) {
      expect(grades).toEqual(runs[place]?.grades);
      for (const reading of READINGS) expect(playUnder(reading, grades).map(asVector)).toEqual(runs[place]?.steps[reading]);
    }
  });

  test("the easiness moves by the published hundredths", () => {
    expect(EASINESS_DELTA).toEqual(vectors.delta_hundredths);
  });
});

describe("intervals are exact where doubles are a day off", () => {
  test.each(vectors.float_traps)("$grades gives $exact, not $float", ({ grades, exact }) => {
    expect(play(grades as Quality[]).at(-1)?.intervalDays).toBe(exact);
  });

  test("the recorded traps are all there are among the 729 runs of six passes", () => {
    const found: string[] = [];
    for (const grades of sequences(PASSES, 6)) {
      let float = { n: 0, ef: 2.5, i: 0 };
      for (const grade of grades) {
        const i = float.n === 0 ? 1 : float.n === 1 ? 6 : Math.ceil(float.i * float.ef);
        float = { n: float.n + 1, ef: Math.max(1.3, float.ef + (0.1 - (5 - grade) * (0.08 + (5 - grade) * 0.02))), i };
      }
      if (float.i !== play(grades).at(-1)?.intervalDays) found.push(grades.join(""));
    }
    expect(found).toEqual(vectors.float_traps.map((trap) => trap.grades.join("")));
  });

  test("an interval stops at what a 32-bit column holds and never overflows", () => {
    const last = play(Array.from({ length: 400 }, (): Quality => 5)).at(-1);
    expect(last?.intervalDays).toBe(INTERVAL_LIMIT_DAYS);
    expect(Number.isSafeInteger(INTERVAL_LIMIT_DAYS * (last?.easiness ?? 0))).toBe(true);
  });
});

describe("laws of SM-2", () => {
  test("easiness never falls below 1.30 and moves only by the six deltas, or to the floor", () => {
    fc.assert(
      fc.property(fc.array(quality, { maxLength: 60 }), (grades) => {
        let before = UNSEEN;
        for (const [index, after] of play(grades).entries()) {
          const grade = grades[index] as Quality;
          const moved = after.easiness - before.easiness;
          expect(after.easiness).toBeGreaterThanOrEqual(MINIMUM_EASINESS);
          expect(Number.isInteger(after.easiness)).toBe(true);
          if (grade < 3) expect(moved).toBe(0);
          else if (after.easiness > MINIMUM_EASINESS) expect(moved).toBe(EASINESS_DELTA[grade]);
          else expect(moved).toBeGreaterThanOrEqual(EASINESS_DELTA[grade]);
          before = after;
        }
      }),
    );
  });

  test("on all 19,683 runs of nine passes the interval never shrinks", () => {
    for (const grades of sequences(PASSES, 9)) {
      const days = play(grades).map((memory) => memory.intervalDays);
      for (let at = 1; at < days.length; at += 1) if ((days[at] as number) < (days[at - 1] as number)) expect.fail(grades.join(""));
    }
  });

  test("a higher grade never gives a shorter next or next-but-one interval", () => {
    for (let length = 0; length <= 5; length += 1) {
      for (const grades of sequences(QUALITIES, length)) {
        const memory = play(grades).at(-1) ?? UNSEEN;
        for (let low = 0; low < 5; low += 1) {
          const [worse, better] = [review(memory, low as Quality), review(memory, (low + 1) as Quality)];
          if (worse.intervalDays > better.intervalDays) expect.fail(`${grades.join("")} then ${low}`);
          for (const then of QUALITIES) if (review(worse, then).intervalDays > review(better, then).intervalDays) expect.fail(`${grades.join("")} then ${low}, ${then}`);
        }
      }
    }
  });

  test("grades 0, 1 and 2 do the same", () => {
    fc.assert(
      fc.property(fc.array(quality, { maxLength: 20 }), (grades) => {
        const memory = play(grades).at(-1) ?? UNSEEN;
        expect(review(memory, 0)).toEqual(review(memory, 1));
        expect(review(memory, 1)).toEqual(review(memory, 2));
      }),
    );
  });

  test("the cap bounds what is scheduled and leaves SM-2's own interval alone", () => {
    fc.assert(
      fc.property(fc.array(quality, { minLength: 1, maxLength: 25 }), (grades) => {
        let state: Schedule = NEW;
        let day = 20_000;
        for (const [index, memory] of play(grades).entries()) {
          const after = schedule(state, grades[index] as Quality, day, DEFAULT_SETTING);
          expect(after.memory).toEqual(memory);
          expect(after.dueDay - day).toBe(Math.min(memory.intervalDays, MAX_INTERVAL_DAYS));
          state = after;
          day = after.dueDay;
        }
      }),
    );
  });

  test("a lapse is a failure after a recall; failing a card that was never known is none", () => {
    let state: Schedule = NEW;
    for (const grade of [0, 1, 4, 2, 2, 5] as Quality[]) state = schedule(state, grade, 20_000, DEFAULT_SETTING);
    expect(state).toMatchObject({ lapses: 1 });
  });
});
