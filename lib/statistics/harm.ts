/** What was counted of a card since its answer was last corrected. */
export interface CardCounts {
  /** Who has answered it. */
  readonly learners: number;
  readonly answers: number;
  /** Answers graded below 3: not known. */
  readonly failed: number;
  /** Learners for whom it is a leech. */
  readonly leeches: number;
  /** Answers that failed although the learner had been at least SURE percent sure. */
  readonly sureAndWrong: number;
  readonly openFlags: number;
}

/** From this confidence on, in percent, a failed answer counts as one that the learner was sure of. */
export const SURE = 80;

const Z = 1.96;

/** The lower end of the 95 % interval of a share (Wilson 1927): few answers claim little. 0 without any. */
export function shareAtLeast(hits: number, of: number): number {
  if (of === 0) return 0;
  const share = hits / of;
  const centre = share + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return Math.max(0, (centre - spread) / (1 + (Z * Z) / of));
}

/** How much a card harms, in cases: learners who fail it (at least), leeches, errors that were sure, and open flags. */
export function harmOf({ learners, answers, failed, leeches, sureAndWrong, openFlags }: CardCounts): number {
  return learners * shareAtLeast(failed, answers) + leeches + sureAndWrong + openFlags;
}

/** The middle one of some numbers, or the mean of the two in the middle; null of none. */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = sorted.length >> 1;
  const upper = sorted[at] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[at - 1] ?? upper) + upper) / 2;
}
