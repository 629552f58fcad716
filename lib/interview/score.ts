import type { Kind } from "../cards/schema.ts";
import { CRITERIA, type Criterion, TOP_LEVEL } from "./criteria.ts";
import { hasPoints } from "./ladder.ts";
import type { Prompt } from "./types.ts";

/** What scoring reads of a card. */
export interface ScoredCard {
  readonly kind: Kind;
  readonly rubric: readonly string[];
}

/**
 * How much of a prompt was answered, 0 to 1; null where it was not submitted, or nothing of it was judged. What a program judged counts
 * whole or not at all; else the share of key points that were said and the mean of the levels count half each, or one of them
 * alone where the other was not judged.
 */
export function scoreOf(prompt: Prompt, card: ScoredCard): number | null {
  if (prompt.submittedAt === null) return null;
  if (prompt.objective !== null) return prompt.objective === "pass" ? 1 : 0;
  if (prompt.points === null) return null;
  const said = hasPoints(card.kind, prompt.ask) && card.rubric.length > 0 ? prompt.points.length / card.rubric.length : null;
  const given = (prompt.levels ?? []).filter((level) => level !== null);
  return meanOf([...(said === null ? [] : [said]), ...(given.length === 0 ? [] : [(meanOf(given) ?? 0) / TOP_LEVEL])]);
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

export interface CriterionScore {
  readonly criterion: Criterion;
  /** Answers that were judged by it. */
  readonly answers: number;
  /** Mean level as a share of the highest, 0 to 1. */
  readonly score: number;
}

/** Each criterion by which an answer was judged. A program's verdict is one of correctness. */
export function criterionScores(prompts: readonly Prompt[]): CriterionScore[] {
  return CRITERIA.flatMap((criterion, place) => {
    const shares = prompts.flatMap(({ submittedAt, objective, levels }) => {
      if (submittedAt === null) return [];
      if (objective !== null) return criterion === "correctness" ? [objective === "pass" ? 1 : 0] : [];
      const level = levels?.[place] ?? null;
      return level === null ? [] : [level / TOP_LEVEL];
    });
    const score = meanOf(shares);
    return score === null ? [] : [{ criterion, answers: shares.length, score }];
  });
}

export type Verdict = "strong yes" | "yes" | "no" | "strong no";

/** From which mean score on a verdict is given. The rule's page prints this. */
export const VERDICT_RULE: readonly (readonly [Verdict, number])[] = [
  ["strong yes", 0.85],
  ["yes", 0.65],
  ["no", 0.4],
  ["strong no", 0],
];

/** Correctness below this gives `no` at most; any criterion below the other gives `yes` at most. */
export const CORRECTNESS_FLOOR = 0.5;
export const CRITERION_FLOOR = 1 / 3;

/** The verdict of a mean score and the criteria, by the published rule. */
export function verdictOf(score: number, criteria: readonly CriterionScore[] = []): Verdict {
  const place = VERDICT_RULE.findIndex(([, from]) => score >= from);
  const wrong = criteria.some((one) => one.criterion === "correctness" && one.score < CORRECTNESS_FLOOR);
  const uneven = criteria.some((one) => one.score < CRITERION_FLOOR);
  return VERDICT_RULE[Math.max(place, wrong ? 2 : uneven ? 1 : 0)]?.[0] ?? "strong no";
}

/** Answers that it takes before confidence is compared with outcome: fewer say nothing. */
export const CALIBRATION_FROM = 20;

/** An answer's confidence in percent, and its score from 0 to 1. */
export interface Sureness {
  readonly topic: string;
  readonly confidence: number;
  readonly score: number;
}

export interface Calibration {
  readonly answers: number;
  /** Mean confidence and mean score, 0 to 1. */
  readonly said: number;
  readonly was: number;
  /** Brier's score: the mean of the squared differences (Brier 1950); 0 is perfect. */
  readonly brier: number;
}

/** Confidence against outcome; null below CALIBRATION_FROM answers. */
export function calibrationOf(pairs: readonly Pick<Sureness, "confidence" | "score">[]): Calibration | null {
  if (pairs.length < CALIBRATION_FROM) return null;
  const mean = (of: (pair: { confidence: number; score: number }) => number): number => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  return { answers: pairs.length, said: mean((pair) => pair.confidence / 100), was: mean((pair) => pair.score), brier: mean((pair) => (pair.confidence / 100 - pair.score) ** 2) };
}

/** How many answers with a confidence each topic has, and the calibration of those with enough; most answers first. */
export function calibrationByTopic(pairs: readonly Sureness[]): { readonly topic: string; readonly answers: number; readonly calibration: Calibration | null }[] {
  return [...new Set(pairs.map((pair) => pair.topic))]
    .map((topic) => {
      const own = pairs.filter((pair) => pair.topic === topic);
      return { topic, answers: own.length, calibration: calibrationOf(own) };
    })
    .sort((a, b) => b.answers - a.answers || (a.topic < b.topic ? -1 : 1));
}
