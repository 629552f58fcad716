import { weekdayOf } from "../pace/pace.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import { type Answer, between } from "./answers.ts";

/** What was done on a study day. */
export interface DayOfStudy {
  readonly day: StudyDay;
  readonly answers: number;
  /** Time with questions on the screen, in ms. */
  readonly timeMs: number;
}

/** An answer that took longer counts for so long: the learner was elsewhere. */
export const ANSWER_TIME_CAP_MS = 120_000;

/** Every study day from `from` to `to`, those without an answer too. */
export function daysOfStudy(answers: readonly Answer[], from: StudyDay, to: StudyDay): DayOfStudy[] {
  const byDay = new Map<StudyDay, { answers: number; timeMs: number }>();
  for (const { studyDay, durationMs } of between(answers, from, to)) {
    const sum = byDay.get(studyDay) ?? { answers: 0, timeMs: 0 };
    byDay.set(studyDay, { answers: sum.answers + 1, timeMs: sum.timeMs + Math.min(durationMs ?? 0, ANSWER_TIME_CAP_MS) });
  }
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => ({ day: from + i, ...(byDay.get(from + i) ?? { answers: 0, timeMs: 0 }) }));
}

/** On how many of the last `days` study days, `today` included, something was answered. */
export function daysStudied(answers: readonly Answer[], today: StudyDay, days: number): number {
  return new Set(between(answers, today - days + 1, today).map(({ studyDay }) => studyDay)).size;
}

/** Answers from which each step of the heat map begins; the first is a day without. */
export const HEAT_STEPS = [0, 1, 10, 25, 50] as const;

/** The step of a day in the heat map, 0 to 4. */
export const heatOf = (answers: number): number => HEAT_STEPS.findLastIndex((least) => answers >= least);

/** The first day of a calendar of whole weeks, beginning on Mondays, that ends with the week of `today`. */
export const firstDayOfWeeks = (today: StudyDay, weeks: number): StudyDay => today - weekdayOf(today) - 7 * (weeks - 1);
