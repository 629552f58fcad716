import type { LastPass } from "./last-pass.ts";
import type { StudyDay } from "./study-day.ts";

/** The last pass takes from two days, when there is little to see, to seven: a shorter one leaves more in mind, a longer one asks less a day. */
export const PASS_DAYS = { least: 2, most: 7 } as const;

/** So many learned cards make the last pass as long as it may be; more need not be counted. */
export const learnedThatMatter = (reviewsPerDay: number): number => PASS_DAYS.most * Math.max(1, reviewsPerDay);

/**
 * The shortest last pass in which all learned cards fit the daily limit; null where no date is set or it has come.
 * Counted from all learned cards and not from those still to be seen, so that it keeps its days while it goes on.
 */
export function lastPassBefore(interviewDay: StudyDay | null, today: StudyDay, learned: number, reviewsPerDay: number): LastPass | null {
  if (interviewDay === null || interviewDay <= today) return null;
  const needed = Math.ceil(learned / Math.max(1, reviewsPerDay));
  return { firstDay: interviewDay - Math.min(Math.max(needed, PASS_DAYS.least), PASS_DAYS.most), interviewDay };
}

/**
 * New cards a day: as many as the user wants, or fewer where fewer are enough to have seen all of them before the last
 * pass, so that they come evenly. Where its days have begun and some are still new, these come until the interview.
 */
export function newCardsPerDay(unseen: number, wanted: number, today: StudyDay, pass: LastPass | null): number {
  if (pass === null) return wanted;
  const before = pass.firstDay - today;
  return Math.min(wanted, Math.ceil(unseen / (before > 0 ? before : pass.interviewDay - today)));
}
