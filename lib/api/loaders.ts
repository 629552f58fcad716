import "server-only";
import type { CurrentUser } from "../auth/user.ts";
import { readCatalogue } from "../content/data.ts";
import { AppError } from "../errors.ts";
import { answersOf } from "../progress/answers.ts";
import { readMeasuredLog } from "../progress/data.ts";
import { daysStudied } from "../progress/days.ts";
import { askedOn, forecastOf, publishedIn } from "../progress/forecast.ts";
import { readinessOf } from "../progress/readiness.ts";
import { retentionTable } from "../progress/retention.ts";
import { readProgress } from "../reviews/data.ts";
import { planDay, todayAt } from "../reviews/day-plan.ts";
import { type CardProgress, UNTOUCHED } from "../reviews/fold.ts";
import { lastPassOf, planningOf, wishOf } from "../reviews/loaders.ts";
import { dayFromIso, dayToIso } from "../scheduling/study-day.ts";
import { readEventsOf } from "./data.ts";
import type { AnswerOf, EndpointName, QueryOf } from "./endpoints.ts";
import { REVIEW_DAYS_AT_MOST } from "./schema.ts";

type Reader<Name extends EndpointName> = (user: CurrentUser, query: QueryOf<Name>, now: number) => Promise<AnswerOf<Name>>;

const iso = (instant: number): string => new Date(instant).toISOString();
const dayOrNull = (day: number | null): string | null => (day === null ? null : dayToIso(day));
const todayOf = ({ timeZone, rolloverHour }: CurrentUser, now: number) => todayAt(now, { zone: timeZone, rolloverHour });

const FORECAST_DAYS = 30;

async function publishedProgress(user: CurrentUser): Promise<{ readonly catalogue: Awaited<ReturnType<typeof readCatalogue>>; readonly progress: Map<string, CardProgress> }> {
  const [catalogue, progress] = await Promise.all([readCatalogue(), readProgress(user.id)]);
  return { catalogue, progress: publishedIn(catalogue, progress) };
}

const readMe: Reader<"me"> = async (user, _query, now) => {
  const today = todayOf(user, now);
  const { name, timeZone, rolloverHour, newPerDay, reviewsPerDay, targetVersion } = user;
  return { name, createdAt: iso(user.createdAt), timeZone, rolloverHour, newPerDay, reviewsPerDay, targetVersion, studyDay: today.iso, studyDayEndsAt: iso(today.endsAt) };
};

const readQueue: Reader<"queue"> = async (user, _query, now) => {
  const today = todayOf(user, now);
  const [{ catalogue, progress }, planning] = await Promise.all([publishedProgress(user), planningOf(user, today.day)]);
  const { cardIds, counts } = planDay(catalogue, progress, await wishOf(user, today.day, planning), today.day, planning, `${user.id}:${today.day}`);
  return { studyDay: today.iso, cards: [...cardIds], ...counts };
};

const readCards: Reader<"cards"> = async (user, _query, now) => {
  const [{ catalogue, progress }, lastPass] = await Promise.all([publishedProgress(user), lastPassOf(user, todayOf(user, now).day)]);
  return {
    cards: catalogue.map(({ id, title, topic }) => {
      const card = progress.get(id) ?? UNTOUCHED;
      const learned = card.schedule.status === "learned" ? card.schedule : null;
      return { id, title, topic, state: card.suspended ? "suspended" : card.schedule.status, dueDay: dayOrNull(askedOn(id, card, lastPass)), reviewedDay: dayOrNull(learned?.reviewedDay ?? null), lapses: learned?.lapses ?? 0 };
    }),
  };
};

const readReviews: Reader<"reviews"> = async (user, query) => {
  const [from, to] = [dayFromIso(query.from), dayFromIso(query.to)];
  if (to < from || to - from >= REVIEW_DAYS_AT_MOST) throw new AppError("invalid", `to: must be from 0 to ${REVIEW_DAYS_AT_MOST - 1} days after from`);
  const events = await readEventsOf(user.id, from, to);
  return { events: events.map(({ answeredAt, studyDay, ...event }) => ({ ...event, answeredAt: iso(answeredAt), studyDay: dayToIso(studyDay) })) };
};

const readForecast: Reader<"forecast"> = async (user, _query, now) => {
  const today = todayOf(user, now).day;
  const [{ progress }, lastPass] = await Promise.all([publishedProgress(user), lastPassOf(user, today)]);
  const { overdue, days } = forecastOf(progress, today, FORECAST_DAYS, lastPass);
  return { overdue, days: days.map(({ day, due }) => ({ studyDay: dayToIso(day), due })) };
};

const readOwnProgress: Reader<"progress"> = async (user, _query, now) => {
  const [{ catalogue, progress }, log] = await Promise.all([publishedProgress(user), readMeasuredLog(user.id)]);
  const today = todayOf(user, now);
  const answers = answersOf(log);
  return {
    studyDay: today.iso,
    daysStudiedOfLast30: daysStudied(answers, today.day, 30),
    retention: retentionTable(answers, today.day).map(({ days, retention }) => ({ days, ...retention })),
    topics: readinessOf(catalogue, progress, answers).map(({ topic, cards, met, retention }) => ({ topic, cards, met, retention })),
  };
};

/** Who answers what. Each is given the user whose token it was, and reads only what is that user's. */
export const READERS: { readonly [Name in EndpointName]: Reader<Name> } = { me: readMe, queue: readQueue, cards: readCards, reviews: readReviews, forecast: readForecast, progress: readOwnProgress };
