import "server-only";
import { hashOfToken } from "../auth/claim-token.ts";
import { readCatalogue } from "../content/data.ts";
import { env } from "../env.ts";
import { readPace } from "../pace/data.ts";
import { wishOn } from "../pace/pace.ts";
import { hasStudied, readRecipients, type Recipient } from "../reminders/data.ts";
import { stopTokenOf } from "../reminders/stop-token.ts";
import { localHour, mayRemind } from "../reminders/when.ts";
import { readProgress } from "../reviews/data.ts";
import { planDay } from "../reviews/day-plan.ts";
import { PLAIN } from "../scheduling/state.ts";
import { studyDayOf, type StudyDay } from "../scheduling/study-day.ts";

/** A mail that is to go out. */
export interface DueReminder {
  readonly recipient: Recipient;
  readonly day: StudyDay;
  readonly cards: number;
  readonly stopToken: string;
  readonly stopHash: string;
}

const PAGE = 200;

/** Who is to be reminded now: whose hour has come, who has cards, has not studied today and was not reminded of today. */
export async function* eachDueReminder(now: number): AsyncGenerator<DueReminder> {
  let after: string | null = null;
  for (let page = await readRecipients(after, PAGE); page.length > 0; page = await readRecipients(after, PAGE)) {
    for (const recipient of page) {
      const due = await dueReminder(recipient, now);
      if (due !== null) yield due;
    }
    after = page.at(-1)?.userId ?? null;
  }
}

async function dueReminder(recipient: Recipient, now: number): Promise<DueReminder | null> {
  const { userId, timeZone, rolloverHour, lastSentDay } = recipient;
  const day = studyDayOf(now, { zone: timeZone, rolloverHour });
  if ((lastSentDay !== null && lastSentDay >= day) || !mayRemind(localHour(now, timeZone), recipient, rolloverHour)) return null;
  if (await hasStudied(userId, day)) return null;
  const [catalogue, progress, pace] = await Promise.all([readCatalogue(), readProgress(userId), readPace(userId, day)]);
  const cards = planDay(catalogue, progress, wishOn(day, recipient, pace), day, PLAIN, `${userId}:${day}`).cardIds.length;
  if (cards === 0) return null;
  const stopToken = stopTokenOf(userId, env().NEXTAUTH_SECRET);
  return { recipient, day, cards, stopToken, stopHash: hashOfToken(stopToken) };
}
