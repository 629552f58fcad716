import { planDay, todayAt } from "../../lib/reviews/day-plan.ts";
import { type EventBody, toLogEvent } from "../../lib/reviews/events.ts";
import { type CardProgress, foldLog } from "../../lib/reviews/fold.ts";
import { recentDeeds } from "../../lib/reviews/recent.ts";
import type { StudySession } from "../../lib/reviews/types.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import { type DayRule, DEFAULT_ROLLOVER_HOUR, isTimeZone } from "../../lib/scheduling/study-day.ts";
import { caughtUp } from "./caught-up.ts";
import { keptEvents, VISITOR } from "./local-log.ts";
import { type SittingState, startState } from "./sitting-state.ts";

/** How many cards a visitor is offered on a day. */
const VISITOR_WISH = { newPerDay: 20, reviewsPerDay: 60 };

function browserZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(zone) ? zone : "UTC";
}

/**
 * A signed-in user's sitting as the server planned it, with what this device did since: answers that are not sent yet, and
 * `sent`, those that the plan cannot know of because it was kept on the device.
 */
export function userSitting(session: StudySession, now: number, userId: string, sent: readonly EventBody[] = []): SittingState {
  const unsent = [VISITOR, userId].flatMap(keptEventsHere);
  const known = new Set(unsent.map((body) => body.id));
  const { today, progress, cardIds, earlier } = caughtUp(session, [...unsent, ...sent.filter((body) => !known.has(body.id))], now);
  return startState({ cards: session.cards, progress, cardIds, today, planning: session.planning, now, earlier });
}

/** What this device holds; nothing on the server, which draws the page first. */
const keptEventsHere = (owner: string) => (typeof window === "undefined" ? [] : keptEvents(owner));

/** A visitor's study day: in the browser's zone, at the usual hour. */
export const deviceRule = (): DayRule => ({ zone: browserZone(), rolloverHour: DEFAULT_ROLLOVER_HOUR });

/** What a visitor's answers on this device amount to. */
export function deviceProgress(): Map<string, CardProgress> {
  const rule = deviceRule();
  return foldLog(keptEvents(VISITOR).map((body) => toLogEvent(body, rule)), PLAIN.setting);
}

/** A visitor's sitting: the cards on offer, planned with what this device knows of them. */
export function visitorSitting({ cards }: Pick<StudySession, "cards">, now: number): SittingState {
  const rule = deviceRule();
  const today = todayAt(now, rule);
  const progress = deviceProgress();
  const { cardIds } = planDay(cards, progress, VISITOR_WISH, today.day, PLAIN, "visitor");
  const log = keptEvents(VISITOR).map((body) => ({ ...toLogEvent(body, rule), revisionId: body.revisionId }));
  const ofToday = new Set(log.flatMap((event) => (event.studyDay >= today.day ? [event.id] : [])));
  return startState({ cards, progress, cardIds, today, planning: PLAIN, now, earlier: recentDeeds(log, ofToday, PLAIN.setting) });
}
