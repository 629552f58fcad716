import type { FsrsMemory } from "./fsrs.ts";
import { lastPassBefore, newCardsPerDay } from "./interview-date.ts";
import type { SchedulerSetting } from "./scheduler.ts";
import { answersOf, simulate, type SimulatedCard } from "./simulate.ts";
import { NEW, type Schedule } from "./state.ts";
import type { StudyDay } from "./study-day.ts";

/** Days that a forecast shows. */
export const FORECAST_DAYS = 30;

/** What a user chose or thinks of choosing. */
export interface PlanOfStudy {
  readonly setting: SchedulerSetting;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly interviewDay: StudyDay | null;
}

/** What is to be learned: the cards a user has met, each under the scheduler of the plan, and how many are new. */
export interface Holding {
  readonly met: readonly { readonly cardId: string; readonly schedule: Schedule; readonly truth: FsrsMemory | null }[];
  readonly unseen: number;
}

export interface Workload {
  readonly days: readonly { readonly day: StudyDay; readonly answers: number; readonly fresh: number }[];
  /** Answers a day over the days shown: on average, and on the fullest. */
  readonly mean: number;
  readonly peak: number;
  readonly interview: InterviewOutlook | null;
}

/** What can be known by the day of an interview. */
export interface InterviewOutlook {
  readonly day: StudyDay;
  /** Cards seen by then, how many of them are expected to be remembered on the day, and how many there are. */
  readonly seen: number;
  readonly known: number;
  readonly total: number;
  /** New cards a day with which all would be seen before the last pass; null where no day is left for it. */
  readonly neededPerDay: number | null;
  /** First day and length of the last pass. */
  readonly passFrom: StudyDay;
  readonly passDays: number;
}

/** The days to come under a plan, played once with a fixed seed: an estimate, and the same each time. */
export function workloadOf(holding: Holding, plan: PlanOfStudy, today: StudyDay): Workload {
  const { setting, newPerDay, reviewsPerDay } = plan;
  const interviewDay = plan.interviewDay !== null && plan.interviewDay > today ? plan.interviewDay : null;
  const cards: SimulatedCard[] = [...holding.met, ...Array.from({ length: holding.unseen }, (_, index) => ({ cardId: `new-${index}`, schedule: NEW, truth: null }))];
  const { days, recallOn } = simulate(cards, today, Math.max(FORECAST_DAYS, interviewDay === null ? 0 : interviewDay - today), {
    setting,
    reviewsPerDay,
    newPerDay: (unseen, day, pass) => newCardsPerDay(unseen, newPerDay, day, pass),
    lastPass: (day, learned) => lastPassBefore(interviewDay, day, learned, reviewsPerDay),
    seed: "forecast",
  });
  const shown = days.slice(0, FORECAST_DAYS).map((day) => ({ day: day.day, answers: answersOf(day), fresh: day.fresh }));
  const answers = shown.map((day) => day.answers);
  return {
    days: shown,
    mean: answers.reduce((sum, count) => sum + count, 0) / shown.length,
    peak: Math.max(...answers),
    interview: interviewDay === null ? null : outlook(recallOn(interviewDay), holding, plan, interviewDay, today),
  };
}

function outlook(recall: readonly number[], { met, unseen }: Holding, { reviewsPerDay }: PlanOfStudy, day: StudyDay, today: StudyDay): InterviewOutlook {
  const total = met.length + unseen;
  const pass = lastPassBefore(day, today, total, reviewsPerDay) ?? { firstDay: day, interviewDay: day };
  const left = pass.firstDay - today;
  return {
    day,
    seen: recall.filter((probability) => probability > 0).length,
    known: Math.round(recall.reduce((sum, probability) => sum + probability, 0)),
    total,
    neededPerDay: unseen === 0 ? 0 : left > 0 ? Math.ceil(unseen / left) : null,
    passFrom: pass.firstDay,
    passDays: day - pass.firstDay,
  };
}
