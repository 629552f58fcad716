import { studyDayOf } from "../scheduling/study-day.ts";

/** A learner's state of a card, as the impact of an edit needs it. */
export interface LearnerState {
  readonly status: string;
  readonly dueDay: number;
  readonly timeZone: string;
  readonly rolloverHour: number;
}

/** Whom an edit of a card meets. */
export interface Impact {
  /** Who has learnt it: answered it at least once. */
  readonly learners: number;
  /** Of these, whose queue it is in today anyway. */
  readonly dueAnyway: number;
  /** Of these, who has suspended it: a correction does not ask them. */
  readonly suspended: number;
  /** Who would be asked today because of a correction. */
  readonly dueByCorrection: number;
}

/** Counts the learners of a card by what a correction would do. `now` in UTC ms; each learner's study day is their own. */
export function impactOf(states: readonly LearnerState[], now: number): Impact {
  const suspended = states.filter(({ status }) => status === "suspended").length;
  const dueAnyway = states.filter(({ status, dueDay, timeZone, rolloverHour }) => status !== "suspended" && dueDay <= studyDayOf(now, { zone: timeZone, rolloverHour })).length;
  return { learners: states.length, dueAnyway, suspended, dueByCorrection: states.length - suspended - dueAnyway };
}
