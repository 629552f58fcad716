import "server-only";
import { cache } from "react";
import { currentUser, requireUser } from "../auth/loaders.ts";
import type { CurrentUser } from "../auth/user.ts";
import { now } from "../clock.ts";
import { readCatalogue } from "../content/data.ts";
import { forecastOf, publishedIn } from "../progress/forecast.ts";
import { readProgress } from "../reviews/data.ts";
import { lastPassOf } from "../reviews/loaders.ts";
import { dayToIso, studyDayOf, type StudyDay } from "../scheduling/study-day.ts";
import { type BreakRow, readPace } from "./data.ts";
import { CATCH_UP_DAYS, type CatchUpOffer, catchUpOffer, isBacklog, type Pace, type Rest, restOn } from "./pace.ts";

const todayOf = ({ timeZone, rolloverHour }: CurrentUser): StudyDay => studyDayOf(now(), { zone: timeZone, rolloverHour });

/** The longest way back, rest days and breaks on the way included. */
const DAYS_AHEAD = 400;

/** How a user's cards stand against the days to come. */
export interface WayBack {
  readonly overdue: number;
  /** Offered while there is a backlog and no plan. */
  readonly offers: readonly CatchUpOffer[];
  readonly plan: Pace["catchUp"];
  readonly rest: Rest;
  /** The last day of the break that today is in; null outside one. */
  readonly breakUntil: StudyDay | null;
}

/** The ways back that a user is offered on a day. */
export async function offersFor(user: CurrentUser): Promise<{ readonly overdue: number; readonly offers: CatchUpOffer[] }> {
  const today = todayOf(user);
  const [catalogue, progress, pace, lastPass] = await Promise.all([readCatalogue(), readProgress(user.id), readPace(user.id, today), lastPassOf(user, today)]);
  const { days, overdue } = forecastOf(publishedIn(catalogue, progress), today, DAYS_AHEAD, lastPass);
  const due = days.map((day) => day.due);
  return { overdue, offers: CATCH_UP_DAYS.map((studyDays) => catchUpOffer(due, today, studyDays, pace)) };
}

/** How the signed-in user's day stands: a rest, a plan under way, or a backlog with ways back; null for visitors. */
export const loadWayBack = cache(async (): Promise<WayBack | null> => {
  const user = await currentUser();
  if (user === null) return null;
  const today = todayOf(user);
  const [{ overdue, offers }, pace] = await Promise.all([offersFor(user), readPace(user.id, today)]);
  const rest = restOn(pace, today);
  const current = pace.breaks.filter(({ fromDay, untilDay }) => fromDay <= today && today <= untilDay);
  return {
    overdue,
    offers: pace.catchUp === null && rest === null && isBacklog(overdue, user.reviewsPerDay) ? offers : [],
    plan: pace.catchUp,
    rest,
    breakUntil: current.length === 0 ? null : Math.max(...current.map(({ untilDay }) => untilDay)),
  };
});

/** What the page of rest days and breaks shows. Visitors are led to the sign-in. */
export async function loadPacePage(): Promise<{ readonly restDays: number; readonly breaks: readonly BreakRow[]; readonly today: string }> {
  const user = await requireUser("/settings/pace");
  const today = todayOf(user);
  const { restDays, breaks } = await readPace(user.id, today);
  return { restDays, breaks, today: dayToIso(today) };
}
