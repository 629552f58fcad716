import { PASS, type Quality } from "./grade.ts";

/** What SM-2 remembers of a card. */
export interface Sm2Memory {
  /** Recalls in a row since the last failure: SM-2's n. */
  readonly repetitions: number;
  /** Easiness factor in hundredths, never below 130. An integer, because doubles are a day off in 12 of 729 short runs. */
  readonly easiness: number;
  /** The interval SM-2 gives, in days, before any cap of the product. */
  readonly intervalDays: number;
}

export const INITIAL_EASINESS = 250;
export const MINIMUM_EASINESS = 130;

/** Largest interval kept, so that it fits a 32-bit column of the database: 5.8 million years. */
export const INTERVAL_LIMIT_DAYS = 2_147_483_647;

/** Name and revision of the rule, written into every event. */
export const SCHEDULER = "sm2-p/1";

/** Memory of a card that was never answered. */
export const UNSEEN: Sm2Memory = { repetitions: 0, easiness: INITIAL_EASINESS, intervalDays: 0 };

/** 0.1 - (5-q)(0.08 + (5-q)0.02) in hundredths, by quality. */
export const EASINESS_DELTA = { 0: -80, 1: -54, 2: -32, 3: -14, 4: 0, 5: 10 } as const satisfies Record<Quality, number>;

/** Easiness after an answer, by SM-2's formula and floor. */
export function easinessAfter(easiness: number, quality: Quality): number {
  return Math.max(MINIMUM_EASINESS, easiness + EASINESS_DELTA[quality]);
}

/** `days * easiness / 100` rounded up, in integers; stops at the storable limit. */
export function growInterval(days: number, easiness: number): number {
  const product = days * easiness;
  const rest = product % 100;
  const grown = rest === 0 ? product / 100 : (product - rest) / 100 + 1;
  return Math.min(grown, INTERVAL_LIMIT_DAYS);
}

/**
 * Memory after an answer, SM-2 as published in prose: a failure restarts repetitions and keeps the
 * easiness; a recall gives 1, 6, then the last interval times the easiness *before* this answer,
 * rounded up.
 */
export function review(memory: Sm2Memory, quality: Quality): Sm2Memory {
  if (quality < PASS) return { repetitions: 0, easiness: memory.easiness, intervalDays: 1 };
  const repetitions = memory.repetitions + 1;
  return {
    repetitions,
    easiness: easinessAfter(memory.easiness, quality),
    intervalDays: nextInterval(repetitions, memory.intervalDays, memory.easiness),
  };
}

function nextInterval(repetitions: number, intervalDays: number, easiness: number): number {
  if (repetitions === 1) return 1;
  if (repetitions === 2) return 6;
  return growInterval(intervalDays, easiness);
}
