import { planDay, todayAt } from "../../lib/reviews/day-plan.ts";
import { toLogEvent } from "../../lib/reviews/events.ts";
import { type CardProgress, foldLog } from "../../lib/reviews/fold.ts";
import type { StudySession } from "../../lib/reviews/types.ts";
import { PLAIN } from "../../lib/scheduling/state.ts";
import { type DayRule, DEFAULT_ROLLOVER_HOUR, isTimeZone } from "../../lib/scheduling/study-day.ts";
import { keptEvents, VISITOR } from "./local-log.ts";
import { type SittingState, startState } from "./sitting-state.ts";

/** How many cards a visitor is offered on a day. */
const VISITOR_WISH = { newPerDay: 20, reviewsPerDay: 60 };

function browserZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(zone) ? zone : "UTC";
}

/** A signed-in user's sitting as the server planned it, without cards whose answers are still on this device. */
export function userSitting({ cards, queue, today, planning }: StudySession, now: number, userId: string): SittingState {
  const unsent = new Set([VISITOR, userId].flatMap(keptEventsHere).map((body) => body.cardId));
  return startState({ cards, progress: new Map(cards.map((card) => [card.id, card.progress])), cardIds: queue.cardIds.filter((id) => !unsent.has(id)), today, planning, now });
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
  const today = todayAt(now, deviceRule());
  const progress = deviceProgress();
  const { cardIds } = planDay(cards, progress, VISITOR_WISH, today.day, PLAIN, "visitor");
  return startState({ cards, progress, cardIds, today, planning: PLAIN, now });
}
