import { PASS, type Quality } from "../../lib/scheduling/grade.ts";
import { easinessAfter, growInterval, INTERVAL_LIMIT_DAYS, review, type Sm2Memory } from "../../lib/scheduling/sm2.ts";

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
