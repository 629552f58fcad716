import type { StudyDay } from "../scheduling/study-day.ts";
import { type Answer, between } from "./answers.ts";
import { type Estimate, estimate, shareOf } from "./share.ts";

/** A card is mature when it had been put off by at least so many days, as in Anki. */
export const MATURE_DAYS = 21;

/** True retention: how often a card that was learned before was recalled when it was asked. */
export interface Retention {
  readonly young: Estimate;
  readonly mature: Estimate;
  readonly all: Estimate;
}

/**
 * Whether an answer says what was remembered: a scheduled review of a card learned before, and the first answer to it on that
 * day. A drill after a miss, or a look out of turn, would make memory look better than it is.
 */
export const showsMemory = (answer: Answer): boolean => answer.first && answer.kind === "review" && answer.intervalDays !== null;

const isMature = ({ intervalDays }: Answer): boolean => intervalDays !== null && intervalDays >= MATURE_DAYS;
const passed = (answer: Answer): boolean => answer.passed;

/** True retention over the study days `from` to `to`, both included. */
export function retentionIn(answers: readonly Answer[], from: StudyDay, to: StudyDay): Retention {
  const counted = between(answers, from, to).filter(showsMemory);
  return {
    young: estimate(shareOf(counted.filter((answer) => !isMature(answer)), passed)),
    mature: estimate(shareOf(counted.filter(isMature), passed)),
    all: estimate(shareOf(counted, passed)),
  };
}

export const RETENTION_PERIODS = [7, 30, 90, 365] as const;

/** True retention over the last 7, 30, 90 and 365 days, `today` included. */
export function retentionTable(answers: readonly Answer[], today: StudyDay): { readonly days: number; readonly retention: Retention }[] {
  return RETENTION_PERIODS.map((days) => ({ days, retention: retentionIn(answers, today - days + 1, today) }));
}
