import type { Answer } from "./answers.ts";
import type { Share } from "./share.ts";

/** Below so many answers with a confidence nothing is said about it. */
export const CALIBRATION_LEAST = 20;

/** Confidences from `from` percent to under `to`; the last group holds 100 too. */
export interface CalibrationGroup extends Share {
  readonly from: number;
  readonly to: number;
  /** Mean of what was said, in percent; null in an empty group. */
  readonly said: number | null;
}

export interface Calibration {
  readonly answers: number;
  /** Mean confidence and share right, both in percent. */
  readonly said: number;
  readonly right: number;
  /** Mean of (confidence - outcome) squared, both from 0 to 1: 0 is perfect, 0.25 is always saying 50 % (Brier 1950). */
  readonly brier: number;
  readonly groups: readonly CalibrationGroup[];
}

const GROUP_EDGES = [0, 20, 40, 60, 80, 100] as const;

/** Right is what a program judged so, and where none did, what the learner graded as recalled. */
const wasRight = ({ objective, passed }: Answer): boolean => (objective === null ? passed : objective === "pass");

const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/**
 * How well confidence, given before the answer was shown, met what came of it. Of each card and day only the first answer: the
 * next ones are given after its answer was seen. Null below CALIBRATION_LEAST answers.
 */
export function calibrationOf(answers: readonly Answer[]): Calibration | null {
  const counted = answers.flatMap((answer) => (answer.first && answer.confidence !== null ? [{ said: answer.confidence, right: wasRight(answer) }] : []));
  if (counted.length < CALIBRATION_LEAST) return null;
  const groups = GROUP_EDGES.slice(0, -1).map((from, i) => {
    const to = GROUP_EDGES[i + 1] ?? 100;
    const own = counted.filter(({ said }) => said >= from && (said < to || to === 100));
    return { from, to, said: own.length === 0 ? null : meanOf(own.map(({ said }) => said)), hits: own.filter(({ right }) => right).length, total: own.length };
  });
  return {
    answers: counted.length,
    said: meanOf(counted.map(({ said }) => said)),
    right: (100 * counted.filter(({ right }) => right).length) / counted.length,
    brier: meanOf(counted.map(({ said, right }) => (said / 100 - Number(right)) ** 2)),
    groups,
  };
}
