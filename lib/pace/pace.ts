import type { StudyDay } from "../scheduling/study-day.ts";

/** A stretch of study days, both ends included. */
export interface Stretch {
  readonly fromDay: StudyDay;
  readonly untilDay: StudyDay;
}

/** When a user studies, and how fast. */
export interface Pace {
  /** Weekdays without cards: bit 0 is Monday, bit 6 Sunday. */
  readonly restDays: number;
  readonly breaks: readonly Stretch[];
  readonly catchUp: (Stretch & { readonly reviewsPerDay: number }) | null;
}

export const STEADY: Pace = { restDays: 0, breaks: [], catchUp: null };

/** Why nothing is asked on a day; null on a day of study. */
export type Rest = "break" | "rest day" | null;

const holds = ({ fromDay, untilDay }: Stretch, day: StudyDay): boolean => fromDay <= day && day <= untilDay;

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: StudyDay): number => (((day + 3) % 7) + 7) % 7;

export function restOn({ restDays, breaks }: Pick<Pace, "restDays" | "breaks">, day: StudyDay): Rest {
  if (breaks.some((one) => holds(one, day))) return "break";
  return (restDays >> weekdayOf(day)) % 2 === 1 ? "rest day" : null;
}

/** How many cards are wanted on a day. */
export interface Wish {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

/** What comes on a day of what a user wants on an ordinary one: nothing on a day of rest, and no new cards while a backlog is worked off. */
export function wishOn(day: StudyDay, wish: Wish, pace: Pace): Wish {
  if (restOn(pace, day) !== null) return { newPerDay: 0, reviewsPerDay: 0 };
  const { catchUp } = pace;
  return catchUp !== null && holds(catchUp, day) ? { newPerDay: 0, reviewsPerDay: catchUp.reviewsPerDay } : wish;
}

/** Of reviews that are caught up, so many come again within the plan because they were missed: a fifth on top. */
const AGAIN = 1.2;

/** Days of study over which a backlog can be spread. */
export const CATCH_UP_DAYS = [5, 10, 20] as const;

/** A way back: so many reviews on each day of study until the last one. */
export interface CatchUpOffer extends Stretch {
  readonly studyDays: number;
  readonly reviewsPerDay: number;
}

/**
 * Spreads what waits, and what comes due meanwhile, evenly over so many days of study from `today` on. `due` has the cards due on
 * each day, today's and all overdue ones first.
 */
export function catchUpOffer(due: readonly number[], today: StudyDay, studyDays: number, pace: Pick<Pace, "restDays" | "breaks">): CatchUpOffer {
  let untilDay = today;
  for (let studied = 0, day = today; studied < studyDays; day += 1) {
    if (restOn(pace, day) !== null) continue;
    studied += 1;
    untilDay = day;
  }
  const cards = due.slice(0, untilDay - today + 1).reduce((sum, count) => sum + count, 0);
  return { fromDay: today, untilDay, studyDays, reviewsPerDay: Math.ceil((cards * AGAIN) / studyDays) };
}

/** From so many overdue cards on they are a backlog, if they are also more than come on an ordinary day. */
const BACKLOG_LEAST = 20;

/** Whether what is overdue needs a way back. */
export const isBacklog = (overdue: number, reviewsPerDay: number): boolean => overdue >= BACKLOG_LEAST && overdue > reviewsPerDay / 2;

/** More cards than any day has: where there is a choice of days, no interval ends on one that is so full. */
const FULL = 1_000_000;

/** The load of the days after `today` as the choice of intervals is to see it: days of rest are full. `days` is how far ahead is chosen. */
export function loadAroundRest(load: Readonly<Record<StudyDay, number>>, pace: Pick<Pace, "restDays" | "breaks">, today: StudyDay, days: number): Record<StudyDay, number> {
  const rests = Array.from({ length: days }, (_, i) => today + 1 + i).filter((day) => restOn(pace, day) !== null);
  return { ...load, ...Object.fromEntries(rests.map((day) => [day, FULL])) };
}
