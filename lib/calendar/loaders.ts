import "server-only";
import { type FeedUser, findFeedUser } from "../auth/feed.ts";
import { hashOfToken } from "../auth/claim-token.ts";
import { currentUser } from "../auth/loaders.ts";
import { readCatalogue } from "../content/data.ts";
import { forecastOf, publishedIn } from "../progress/forecast.ts";
import { readProgress } from "../reviews/data.ts";
import { lastPassOf } from "../reviews/loaders.ts";
import { studyDayOf } from "../scheduling/study-day.ts";
import { readFeedSince } from "./data.ts";
import { calendarOf } from "./icalendar.ts";
import { feedTokenSchema } from "./schema.ts";

const CALENDAR_DAYS = 60;

/** Whose calendar has this secret; null where it is nobody's. */
export async function findFeed(token: string): Promise<FeedUser | null> {
  return feedTokenSchema.safeParse(token).success ? findFeedUser(hashOfToken(token)) : null;
}

/** The calendar of a user's due load from today on. */
export async function loadCalendar(user: FeedUser, host: string, now: number): Promise<string> {
  const today = studyDayOf(now, { zone: user.timeZone, rolloverHour: user.rolloverHour });
  const [catalogue, progress, lastPass] = await Promise.all([readCatalogue(), readProgress(user.id), lastPassOf(user, today)]);
  return calendarOf(forecastOf(publishedIn(catalogue, progress), today, CALENDAR_DAYS, lastPass).days, host, now);
}

/** Since when the signed-in user has a calendar's address, UTC ms; null without one. */
export async function loadFeedSince(): Promise<number | null> {
  const user = await currentUser();
  return user === null ? null : readFeedSince(user.id);
}
