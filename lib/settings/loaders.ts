import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { CurrentUser } from "../auth/user.ts";
import { now } from "../clock.ts";
import { readCatalogue } from "../content/data.ts";
import { readAnswerTime, readLog } from "../reviews/data.ts";
import { foldLog } from "../reviews/fold.ts";
import { type PlanOfStudy, type Workload, workloadOf } from "../scheduling/forecast.ts";
import { DEFAULT_RETENTION } from "../scheduling/fsrs.ts";
import { isFsrs, type SchedulerSetting } from "../scheduling/scheduler.ts";
import { studyDayOf, type StudyDay } from "../scheduling/study-day.ts";
import { readStudyPlan } from "./data.ts";
import { readKeys } from "./keys.ts";
import { type DeviceSettings, deviceSchema } from "./schema.ts";

/** Cookie names of what a browser remembers. */
export const DEVICE_COOKIES = {
  theme: "heapwise.theme",
  singleKeys: "heapwise.keys",
  intervals: "heapwise.intervals",
  confidence: "heapwise.confidence",
  aloud: "heapwise.aloud",
  twoGrades: "heapwise.twogrades",
  keys: "heapwise.keymap",
} as const satisfies Record<keyof DeviceSettings, string>;

/** How this browser shows the app. A cookie that says anything else than is offered counts as not set. */
export const loadDeviceSettings = cache(async (): Promise<DeviceSettings> => {
  const jar = await cookies();
  const said = (name: keyof typeof DEVICE_COOKIES): string | undefined => jar.get(DEVICE_COOKIES[name])?.value;
  const { theme, singleKeys, intervals, confidence, aloud, twoGrades } = deviceSchema.shape;
  return {
    theme: theme.safeParse(said("theme")).data ?? "system",
    singleKeys: singleKeys.safeParse(said("singleKeys")).data ?? "on",
    intervals: intervals.safeParse(said("intervals")).data ?? "on",
    confidence: confidence.safeParse(said("confidence")).data ?? "on",
    aloud: aloud.safeParse(said("aloud")).data ?? "off",
    twoGrades: twoGrades.safeParse(said("twoGrades")).data ?? "off",
    keys: readKeys(said("keys")),
  };
});

/** The study day that it is for a user. */
export const todayOf = ({ timeZone, rolloverHour }: CurrentUser): StudyDay => studyDayOf(now(), { zone: timeZone, rolloverHour });

/** What a user has chosen of how cards come back. */
export const loadPlan = cache(async (user: CurrentUser): Promise<PlanOfStudy> => {
  const { setting, interviewDay } = await readStudyPlan(user.id);
  return { setting, interviewDay, newPerDay: user.newPerDay, reviewsPerDay: user.reviewsPerDay };
});

/** Seconds taken for an answer where a user has given fewer than so many. */
const ENOUGH_ANSWERS = 20;
const USUAL_SECONDS = 20;

/** The workload of some plans, each as if it had always been the user's, and the seconds that an answer takes. */
export interface Outlook {
  readonly workloads: readonly Workload[];
  readonly secondsPerAnswer: number;
}

/** Plays the days to come for a user under each of some plans. */
export async function loadOutlook(user: CurrentUser, plans: readonly PlanOfStudy[]): Promise<Outlook> {
  const [log, catalogue, time] = await Promise.all([readLog(user.id), readCatalogue(), readAnswerTime(user.id)]);
  const today = todayOf(user);
  const truths = foldLog(log, { scheduler: "fsrs", retention: DEFAULT_RETENTION });
  const workloads = plans.map((plan) => workloadOf(holdingUnder(plan.setting), plan, today));
  return { workloads, secondsPerAnswer: time.answers < ENOUGH_ANSWERS ? USUAL_SECONDS : time.meanMs / 1_000 };

  function holdingUnder(setting: SchedulerSetting) {
    const progress = foldLog(log, setting);
    const met = catalogue.flatMap(({ id: cardId }) => {
      const known = progress.get(cardId);
      const truth = truths.get(cardId)?.schedule;
      if (known === undefined || known.suspended || known.schedule.status === "new") return [];
      return [{ cardId, schedule: known.schedule, truth: truth?.status === "learned" && isFsrs(truth.memory) ? truth.memory : null }];
    });
    const unseen = catalogue.filter(({ id }) => (progress.get(id)?.schedule.status ?? "new") === "new" && progress.get(id)?.suspended !== true).length;
    return { met, unseen };
  }
}
