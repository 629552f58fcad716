import { planDay, todayAt } from "../../lib/reviews/day-plan.ts";
import { type EventBody, toLogEvent } from "../../lib/reviews/events.ts";
import { type CardProgress, foldLog } from "../../lib/reviews/fold.ts";
import { recentDeeds } from "../../lib/reviews/recent.ts";
import type { StudySession } from "../../lib/reviews/types.ts";
import { GOOD } from "../../lib/scheduling/grade.ts";
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

/** What this device holds of a user's answers that are not sent yet, those given before signing in included. */
export const unsentHere = (userId: string): readonly EventBody[] => [VISITOR, userId].flatMap(keptEvents);

/**
 * A signed-in user's sitting as the server planned it, with what the plan does not know: answers that this device has not sent yet, or sent
 * after the plan was kept on it. As the server draws the page, it knows of none.
 */
export function userSitting(session: StudySession, now: number, unknown: readonly EventBody[]): SittingState {
  const { today, progress, cardIds, earlier } = caughtUp(session, [...new Map(unknown.map((body) => [body.id, body])).values()], now);
  return startState({ cards: session.cards, progress, cardIds, today, planning: session.planning, now, earlier });
}

/** A visitor's study day: in the browser's zone, at the usual hour. */
export const deviceRule = (): DayRule => ({ zone: browserZone(), rolloverHour: DEFAULT_ROLLOVER_HOUR });

/** What a visitor's answers on this device amount to. */
export function deviceProgress(): Map<string, CardProgress> {
  const rule = deviceRule();
  return foldLog(keptEvents(VISITOR).map((body) => toLogEvent(body, rule)), PLAIN.setting);
}

/** A visitor's sitting: the cards on offer, planned with what this device knows of them. */
export function visitorSitting({ cards }: Pick<StudySession, "cards">, now: number): SittingState {
  const known = deviceDay(now);
  const { cardIds } = planDay(cards, known.progress, VISITOR_WISH, known.today.day, PLAIN, "visitor");
  return startState({ cards, ...known, cardIds, planning: PLAIN, now });
}

/** What a device knows of a visitor's day: progress, and the deeds of today. */
function deviceDay(now: number) {
  const rule = deviceRule();
  const today = todayAt(now, rule);
  const log = keptEvents(VISITOR).map((body) => ({ ...toLogEvent(body, rule), revisionId: body.revisionId }));
  const ofToday = new Set(log.flatMap((event) => (event.studyDay >= today.day ? [event.id] : [])));
  return { today, progress: deviceProgress(), earlier: recentDeeds(log, ofToday, PLAIN.setting) };
}

/** A drill that was begun at `begunAt` (UTC ms), of a user with answers that the plan does not know (see userSitting), or for null of a visitor: its cards but those that were known in it already, which a reload must not ask again. */
export function drillSitting(session: StudySession, now: number, unknown: readonly EventBody[] | null, begunAt: number): SittingState {
  const known = unknown === null ? deviceDay(now) : caughtUp(session, unknown, now);
  const { today, progress, earlier } = known;
  const drilled = earlier.filter((deed) => deed.kind === "cram" && deed.answeredAt >= begunAt);
  const cardIds = session.queue.cardIds.filter((id) => (drilled.findLast((deed) => deed.cardId === id)?.grade ?? 0) < GOOD);
  return startState({ cards: session.cards, progress, cardIds, today, planning: session.planning, now, earlier, outOfTurn: session.queue.cardIds });
}
