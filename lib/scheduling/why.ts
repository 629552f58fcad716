import { retrievability } from "./fsrs.ts";
import { isFsrs, type Memory } from "./scheduler.ts";
import { dueDayOf, MAX_INTERVAL_DAYS, type LearnedSchedule, type Planning, type Schedule, scheduledDays } from "./state.ts";
import type { StudyDay } from "./study-day.ts";

/** What is known of a card, as far as its date goes. */
export interface Standing {
  readonly schedule: Schedule;
  readonly suspended: boolean;
  readonly buriedDay: StudyDay | null;
  readonly brought: { readonly day: StudyDay; readonly reason: string } | null;
}

const DATE = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long" });
const DATE_WITH_YEAR = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const DAY_MS = 86_400_000;

/** `12 December`, with the year where the day is half a year off or more. */
export function dayWords(day: StudyDay, today: StudyDay): string {
  return (Math.abs(day - today) < 183 ? DATE : DATE_WITH_YEAR).format(day * DAY_MS);
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

/** Why a card has the date it has, in one to four short sentences for the learner. */
export function whyThisDate(cardId: string, { schedule, suspended, buriedDay, brought }: Standing, today: StudyDay, planning: Pick<Planning, "lastPass">): string {
  if (suspended) return "Suspended: it is not asked until you resume it.";
  if (buriedDay === today) return "Buried for today: it is asked tomorrow at the earliest.";
  if (brought !== null && brought.day <= today) return `Asked beside its schedule: ${brought.reason}.`;
  if (schedule.status === "new") return "New to you. New cards come by level, and after those that they build on.";
  const dueDay = dueDayOf(cardId, schedule, planning.lastPass) ?? schedule.dueDay;
  return [whenDue(dueDay, schedule.reviewedDay, today), whatTheSchedulerGave(schedule.memory), ...whatMovedIt(schedule), ...lastPassOf(dueDay, schedule, today, planning)].join(" ");
}

function whenDue(dueDay: StudyDay, reviewedDay: StudyDay, today: StudyDay): string {
  const when = dueDay === today ? "Due today" : dueDay < today ? `Due since ${dayWords(dueDay, today)}` : `Due on ${dayWords(dueDay, today)}`;
  return `${when}, ${days(dueDay - reviewedDay)} after your answer of ${dayWords(reviewedDay, today)}.`;
}

function whatTheSchedulerGave(memory: Memory): string {
  const { intervalDays, repetitions } = memory;
  if (isFsrs(memory)) {
    const expected = Math.round(retrievability(memory, intervalDays) * 100);
    return `FSRS gave ${days(intervalDays)}, when it expects ${expected} % recall (stability ${memory.stability.toFixed(1)} days, difficulty ${memory.difficulty.toFixed(1)} of 10).`;
  }
  if (repetitions === 0) return "SM-2 starts again with 1 day after a miss.";
  if (repetitions === 1) return "SM-2 gives 1 day after a first recall.";
  if (repetitions === 2) return "SM-2 gives 6 days after the second recall in a row.";
  return `SM-2 gave ${days(intervalDays)} after ${repetitions} recalls in a row: the interval before, times the easiness (now ${(memory.easiness / 100).toFixed(2)}).`;
}

/** The product's own rules: the cap, and the fuzz that evens out the days. */
function whatMovedIt({ memory, dueDay, reviewedDay }: LearnedSchedule): string[] {
  const moved = dueDay - reviewedDay - scheduledDays(memory);
  const capped = memory.intervalDays > MAX_INTERVAL_DAYS ? [`No interval here is longer than ${MAX_INTERVAL_DAYS} days.`] : [];
  return moved === 0 ? capped : [...capped, `Moved ${days(Math.abs(moved))} ${moved < 0 ? "earlier" : "later"}, to even out your days.`];
}

function lastPassOf(dueDay: StudyDay, schedule: LearnedSchedule, today: StudyDay, { lastPass }: Pick<Planning, "lastPass">): string[] {
  if (lastPass === null || dueDay === schedule.dueDay) return [];
  return [`Instead of ${dayWords(schedule.dueDay, today)}, it has its last pass before your interview on ${dayWords(lastPass.interviewDay, today)}.`];
}
