import { FSRSAlgorithm } from "ts-fsrs";
import { PASS, type Quality } from "./grade.ts";

/** What FSRS-6 remembers of a card. Stability and difficulty are rounded to hundred-millionths, as ts-fsrs rounds them. */
export interface FsrsMemory {
  /** Recalls in a row since the last failure. FSRS does not ask for it; lapses are counted by it. */
  readonly repetitions: number;
  /** S: the days after which the card is recalled with a probability of 90 %. */
  readonly stability: number;
  /** D, from 1 (easy) to 10. */
  readonly difficulty: number;
  /** The interval FSRS gives for the retention aimed at, in whole days, before any cap of the product. */
  readonly intervalDays: number;
}

/** The retention that can be aimed at, in percent. */
export const RETENTION_RANGE = { least: 80, most: 97 } as const;
export const DEFAULT_RETENTION = 90;

const RATINGS = [1, 2, 3, 4] as const;
type Rating = (typeof RATINGS)[number];

/** FSRS knows four grades; the three ways to miss an answer are one of them. */
export function ratingOf(quality: Quality): Rating {
  return quality < PASS ? 1 : ((quality - 1) as Rating);
}

const algorithms = new Map<number, FSRSAlgorithm>();

/** The default weights of FSRS-6. Days are the shortest interval here, so what is repeated on the same day is no review. */
function algorithmFor(retention: number): FSRSAlgorithm {
  let algorithm = algorithms.get(retention);
  if (algorithm === undefined) {
    algorithm = new FSRSAlgorithm({ request_retention: retention / 100, enable_short_term: false });
    algorithms.set(retention, algorithm);
  }
  return algorithm;
}

/** Memory after the first answer of a study day, `elapsedDays` after the last. `retention` in percent. */
export function reviewFsrs(before: FsrsMemory | null, quality: Quality, elapsedDays: number, retention: number): FsrsMemory {
  const algorithm = algorithmFor(retention);
  const after = RATINGS.map((rating) => algorithm.next_state(before, elapsedDays, rating));
  const rating = ratingOf(quality);
  const { stability, difficulty } = after[rating - 1] ?? after[0] ?? { stability: 0, difficulty: 0 };
  return {
    repetitions: quality < PASS ? 0 : (before?.repetitions ?? 0) + 1,
    stability,
    difficulty,
    intervalDays: inOrder(after.map((state) => algorithm.next_interval(state.stability, elapsedDays)))[rating - 1] ?? 1,
  };
}

/** The intervals of the four grades set apart by a day at least, as ts-fsrs does without learning steps. */
function inOrder([again = 1, hard = 1, good = 1, easy = 1]: readonly number[]): number[] {
  const first = Math.min(again, hard);
  const second = Math.max(hard, first + 1);
  const third = Math.max(good, second + 1);
  return [first, second, third, Math.max(easy, third + 1)];
}

/** The probability of recall after some days, from 0 to 1. */
export function retrievability({ stability }: Pick<FsrsMemory, "stability">, elapsedDays: number): number {
  return algorithmFor(DEFAULT_RETENTION).forgetting_curve(elapsedDays, stability);
}
