import type { Prompt } from "./types.ts";

/** How much of a prompt was answered, 0 to 1; null where it was not submitted or not judged yet. */
export function scoreOf(prompt: Prompt, rubricLength: number): number | null {
  if (prompt.submittedAt === null) return null;
  if (prompt.objective !== null) return prompt.objective === "pass" ? 1 : 0;
  if (prompt.points === null) return null;
  return rubricLength === 0 ? 0 : prompt.points.length / rubricLength;
}

/** Whether nothing more is to be said of a prompt. */
export const isSettled = (prompt: Prompt): boolean => prompt.submittedAt !== null && (prompt.objective !== null || prompt.points !== null);

/** Seconds that an answer took beyond its time; 0 within it or without a limit. */
export function overtimeSeconds({ submittedAt, deadlineAt }: Prompt): number {
  return submittedAt === null || deadlineAt === null ? 0 : Math.max(0, Math.ceil((submittedAt - deadlineAt) / 1_000));
}

/** The mean of scores; null of none. */
export function meanOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

export type Verdict = "strong yes" | "yes" | "no" | "strong no";

/** From which mean score on a verdict is given. The report prints this rule. */
export const VERDICT_RULE: readonly (readonly [Verdict, number])[] = [
  ["strong yes", 0.85],
  ["yes", 0.65],
  ["no", 0.4],
  ["strong no", 0],
];

export function verdictOf(score: number): Verdict {
  return VERDICT_RULE.find(([, from]) => score >= from)?.[0] ?? "strong no";
}

/** Answers that it takes before confidence is compared with outcome: fewer say nothing. */
export const CALIBRATION_FROM = 20;

export interface Calibration {
  readonly answers: number;
  /** Mean confidence and mean score, 0 to 1. */
  readonly said: number;
  readonly was: number;
  /** Brier's score: the mean of the squared differences (Brier 1950); 0 is perfect. */
  readonly brier: number;
}

/** Confidence against outcome; null below CALIBRATION_FROM answers. Confidence in percent, outcome 0 to 1. */
export function calibrationOf(pairs: readonly { readonly confidence: number; readonly score: number }[]): Calibration | null {
  if (pairs.length < CALIBRATION_FROM) return null;
  const mean = (of: (pair: { confidence: number; score: number }) => number): number => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  return { answers: pairs.length, said: mean((pair) => pair.confidence / 100), was: mean((pair) => pair.score), brier: mean((pair) => (pair.confidence / 100 - pair.score) ** 2) };
}
