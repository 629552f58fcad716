import { PASS, type Quality } from "./grade.ts";
import { easinessAfter, growInterval, INTERVAL_LIMIT_DAYS, review, type Sm2Memory, UNSEEN } from "./sm2.ts";

/**
 * How the published text can be read. P: the prose, which the product follows. R: SuperMemo's own
 * Delphi listing (easiness moves on every answer, intervals rounded half to even). N: the interval
 * uses the new easiness, as many libraries do. L: a failure counts as the first repetition.
 */
export type Reading = "P" | "R" | "N" | "L";

export const READINGS: readonly Reading[] = ["P", "R", "N", "L"];

/** Memory after an answer under one reading; for comparison only, nothing is scheduled by it but P. */
export function reviewUnder(reading: Reading, memory: Sm2Memory, quality: Quality): Sm2Memory {
  if (reading === "P") return review(memory, quality);
  const easiness = easinessAfter(memory.easiness, quality);
  if (quality < PASS) {
    return {
      repetitions: reading === "L" ? 1 : 0,
      easiness: reading === "R" ? easiness : memory.easiness,
      intervalDays: 1,
    };
  }
  const repetitions = memory.repetitions + 1;
  if (repetitions <= 2) return { repetitions, easiness, intervalDays: repetitions === 1 ? 1 : 6 };
  const intervalDays =
    reading === "R"
      ? growHalfToEven(memory.intervalDays, memory.easiness)
      : growInterval(memory.intervalDays, reading === "N" ? easiness : memory.easiness);
  return { repetitions, easiness, intervalDays };
}

/** Delphi's Round: to the nearest integer, a half to the even one. */
function growHalfToEven(days: number, easiness: number): number {
  const product = days * easiness;
  const rest = product % 100;
  const whole = (product - rest) / 100;
  const up = rest > 50 || (rest === 50 && whole % 2 === 1);
  return Math.min(up ? whole + 1 : whole, INTERVAL_LIMIT_DAYS);
}

/** A run of grades that the reference page shows under each reading. */
export interface GradeRun {
  readonly id: string;
  readonly what: string;
  readonly grades: readonly Quality[];
}

export const GRADE_RUNS: readonly GradeRun[] = [
  { id: "V01", what: "all 4 (EF never moves)", grades: [4, 4, 4, 4, 4, 4, 4, 4] },
  { id: "V02", what: "all 5 (EF +0.10 each)", grades: [5, 5, 5, 5, 5, 5, 5, 5] },
  { id: "V03", what: "all 3 (EF -0.14 each, to the floor)", grades: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3] },
  { id: "V04", what: "one lapse, EF intact", grades: [4, 4, 4, 2, 4, 4, 4] },
  { id: "V05", what: "lapse after a lowered EF", grades: [3, 3, 3, 1, 4, 4, 4] },
  { id: "V06", what: "unknown at first sight", grades: [0, 4, 4, 4] },
  { id: "V07", what: "repeated blackouts", grades: [0, 1, 2, 0, 4, 4, 4] },
  { id: "V08", what: "easy start, then hard", grades: [5, 5, 3, 3, 3, 4] },
  { id: "V09", what: "alternating 3 and 5", grades: [3, 5, 3, 5, 3, 5, 3, 5] },
  { id: "V10", what: "off the floor again", grades: [3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 4] },
  { id: "V11", what: "two lapses in a long life", grades: [4, 4, 4, 4, 1, 4, 4, 5, 2, 5, 5, 5] },
  { id: "V12", what: "long run (no cap in SM-2)", grades: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4] },
  { id: "V13", what: "mixed day-to-day", grades: [5, 4, 3, 4, 5, 3, 4, 2, 3, 4, 5, 4] },
  { id: "V14", what: "pass grades only, 4-button Hard", grades: [4, 3, 4, 3, 4, 3, 4] },
];

/** Memory after each answer of a run. */
export function playUnder(reading: Reading, grades: readonly Quality[]): Sm2Memory[] {
  const path: Sm2Memory[] = [];
  for (const grade of grades) path.push(reviewUnder(reading, path.at(-1) ?? UNSEEN, grade));
  return path;
}
