import { BUTTONS, type Button, PASS, type Quality, qualityOf } from "./grade.ts";
import { review, type Sm2Memory, UNSEEN } from "./sm2.ts";
import type { StudyDay } from "./study-day.ts";

/** Longest interval that is scheduled, in days. A rule of this product; SM-2 has none. */
export const MAX_INTERVAL_DAYS = 365;

/** A card never answered has no memory that could be empty. */
export type Schedule = NewSchedule | LearnedSchedule;

export interface NewSchedule {
  readonly status: "new";
}

export interface LearnedSchedule {
  readonly status: "learned";
  /** SM-2's own figures; its interval is the uncapped one. */
  readonly memory: Sm2Memory;
  /** First study day on which the card is due again. */
  readonly dueDay: StudyDay;
  /** Study day of the last answer that moved the memory. */
  readonly reviewedDay: StudyDay;
  /** Study day of the first answer. */
  readonly introducedDay: StudyDay;
  /** Failures after at least one recall. */
  readonly lapses: number;
}

export const NEW: NewSchedule = { status: "new" };

/** What one grade would lead to. */
export interface Outcome {
  readonly quality: Quality;
  /** Days until the card is due, after the cap. */
  readonly intervalDays: number;
  readonly dueDay: StudyDay;
}

/** The days until a card is shown again: SM-2's interval under the cap. */
export function scheduledDays(memory: Sm2Memory): number {
  return Math.min(memory.intervalDays, MAX_INTERVAL_DAYS);
}

/** The schedule after the first answer of a study day. An early or late answer uses the scheduled interval, as published. */
export function schedule(before: Schedule, quality: Quality, studyDay: StudyDay): LearnedSchedule {
  const known = before.status === "learned";
  const memory = review(known ? before.memory : UNSEEN, quality);
  const lapsed = known && quality < PASS && before.memory.repetitions > 0;
  return {
    status: "learned",
    memory,
    dueDay: studyDay + scheduledDays(memory),
    reviewedDay: studyDay,
    introducedDay: known ? before.introducedDay : studyDay,
    lapses: (known ? before.lapses : 0) + (lapsed ? 1 : 0),
  };
}

/** What each of the four buttons would store if pressed on that study day. */
export function outcomes(before: Schedule, studyDay: StudyDay): Readonly<Record<Button, Outcome>> {
  const entries = BUTTONS.map((button): [Button, Outcome] => {
    const quality = qualityOf(button);
    const after = schedule(before, quality, studyDay);
    return [button, { quality, intervalDays: after.dueDay - studyDay, dueDay: after.dueDay }];
  });
  return Object.fromEntries(entries) as Record<Button, Outcome>;
}

/** Whether a card is to be answered on that day: learned and its due day has come. */
export function isDue(state: Schedule, today: StudyDay): boolean {
  return state.status === "learned" && state.dueDay <= today;
}
