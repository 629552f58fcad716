import type { Answer } from "./answers.ts";
import { ANSWER_TIME_CAP_MS } from "./days.ts";

/**
 * About how many minutes so many cards take, drills of the day included: what a card took on a day, on average, in the answers
 * given. Null when none of them has a time.
 */
export function minutesFor(cards: number, answers: readonly Answer[]): number | null {
  const timed = answers.filter(({ durationMs }) => durationMs !== null);
  if (timed.length === 0) return null;
  const total = timed.reduce((sum, { durationMs }) => sum + Math.min(durationMs ?? 0, ANSWER_TIME_CAP_MS), 0);
  const sights = new Set(timed.map(({ cardId, studyDay }) => `${studyDay} ${cardId}`)).size;
  return Math.ceil((cards * total) / sights / 60_000);
}
