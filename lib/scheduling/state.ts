import { fuzzRange, type DayLoad, pickInterval } from "./fuzz.ts";
import { BUTTONS, type Button, PASS, type Quality, qualityOf } from "./grade.ts";
import { type LastPass, passDueDay } from "./last-pass.ts";
import { DEFAULT_SETTING, type Memory, remember, type SchedulerSetting } from "./scheduler.ts";
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
  /** The scheduler's own figures; its interval is the uncapped one. */
  readonly memory: Memory;
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

/** What decides beside a card's memory on which day it comes back. Plain data: it goes to the browser with the day's cards. */
export interface Planning {
  readonly setting: SchedulerSetting;
  readonly load: DayLoad;
  /** The last pass before an interview; null where no date is set or it is over. */
  readonly lastPass: LastPass | null;
}

/** The default scheduler, nothing known of other cards, no date. */
export const PLAIN: Planning = { setting: DEFAULT_SETTING, load: {}, lastPass: null };

/** What one grade would lead to. */
export interface Outcome {
  readonly quality: Quality;
  /** Days until the card is due. */
  readonly intervalDays: number;
  readonly dueDay: StudyDay;
}

/** The days until a card is shown again, before fuzz: the scheduler's interval under the cap. */
export function scheduledDays(memory: Memory): number {
  return Math.min(memory.intervalDays, MAX_INTERVAL_DAYS);
}

/**
 * The schedule after the first answer of a study day, its due day without fuzz. SM-2 takes an early or late answer with
 * the scheduled interval, as published; FSRS with the days that passed.
 */
export function schedule(before: Schedule, quality: Quality, studyDay: StudyDay, setting: SchedulerSetting): LearnedSchedule {
  const known = before.status === "learned";
  const memory = known ? remember(before.memory, quality, Math.max(0, studyDay - before.reviewedDay), setting) : remember(null, quality, 0, setting);
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

/** Whether a button can have shown that due day for this state: within the fuzz, or a day off it, when the day turned while the card was open. */
export function canHaveShown({ memory, reviewedDay }: LearnedSchedule, shown: StudyDay): boolean {
  const { least, most } = fuzzRange(memory.intervalDays, MAX_INTERVAL_DAYS);
  const interval = shown - reviewedDay;
  return interval >= 1 && interval >= least - 1 && interval <= most + 1;
}

/** What each of the four buttons would store if pressed on that study day. A higher grade never shows an earlier day. */
export function outcomes(cardId: string, before: Schedule, studyDay: StudyDay, planning: Planning): Readonly<Record<Button, Outcome>> {
  const seed = `${cardId}:${before.status === "learned" ? `${before.reviewedDay}:${before.memory.repetitions}` : "new"}`;
  let least = 1;
  const entries = BUTTONS.map((button): [Button, Outcome] => {
    const quality = qualityOf(button);
    const after = schedule(before, quality, studyDay, planning.setting);
    const range = fuzzRange(after.memory.intervalDays, MAX_INTERVAL_DAYS);
    const chosen = pickInterval({ least: Math.max(range.least, least), most: range.most }, seed, studyDay, planning.load);
    least = Math.max(least, chosen);
    const dueDay = passDueDay(cardId, { ...after, dueDay: studyDay + chosen }, planning.lastPass);
    return [button, { quality, intervalDays: dueDay - studyDay, dueDay }];
  });
  return Object.fromEntries(entries) as Record<Button, Outcome>;
}

/** The study day on which a card is asked next; null for a new card. The last pass before an interview may bring it earlier or keep it a few days. */
export function dueDayOf(cardId: string, state: Schedule, lastPass: LastPass | null): StudyDay | null {
  return state.status === "new" ? null : passDueDay(cardId, state, lastPass);
}
