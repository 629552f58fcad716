import "server-only";
import { cache } from "react";
import { currentUser } from "../auth/loaders.ts";
import type { CurrentUser, UserId } from "../auth/user.ts";
import { now } from "../clock.ts";
import { readCards, readCatalogue } from "../content/data.ts";
import type { CatalogueEntry } from "../content/library-card.ts";
import { bringCorrected } from "../edits/actions.ts";
import type { CardChange } from "../edits/changes.ts";
import { readChanges } from "../edits/data.ts";
import { BALANCED_DAYS } from "../scheduling/fuzz.ts";
import { PLAIN, type Planning } from "../scheduling/state.ts";
import type { DayRule, StudyDay } from "../scheduling/study-day.ts";
import { DEFAULT_ROLLOVER_HOUR } from "../scheduling/study-day.ts";
import { readStudyPlan } from "../settings/data.ts";
import { readLoad, readNextDueDay, readProgress, readProgressOf } from "./data.ts";
import { planDay, reviewCardOf, todayAt } from "./day-plan.ts";
import { type CardProgress, isBrought, UNTOUCHED } from "./fold.ts";
import type { ReviewCard, StudySession, TodaysQueue } from "./types.ts";

/** Most cards whose payload goes out at once. */
export const CARDS_AT_MOST = 60;

/** A visitor's day until the browser has said where it is, and how much of the library is offered. */
const VISITOR_RULE: DayRule = { zone: "UTC", rolloverHour: DEFAULT_ROLLOVER_HOUR };
const VISITOR_WISH = { newPerDay: 20, reviewsPerDay: 0 };

const ruleOf = (user: CurrentUser | null): DayRule => (user === null ? VISITOR_RULE : { zone: user.timeZone, rolloverHour: user.rolloverHour });

/**
 * Today's queue of the user, or for a visitor the library in an order that is the same for all.
 * A visitor's browser knows what was answered there and leaves it out.
 */
export const loadTodaysQueue = cache(async (): Promise<TodaysQueue> => {
  const user = await currentUser();
  const today = todayAt(now(), ruleOf(user));
  const catalogue = await readCatalogue();
  if (user === null) return { today, planning: PLAIN, queue: planDay(forVisitors(catalogue), new Map(), VISITOR_WISH, today.day, PLAIN, "visitor"), nextDueDay: null };
  await bringCorrected(user, today.day, now());
  const [progress, nextDueDay, planning] = await Promise.all([readProgress(user.id), readNextDueDay(user.id, today.day), loadPlanning()]);
  return { today, planning, queue: planDay(catalogue, progress, user, today.day, planning, `${user.id}:${today.day}`), nextDueDay };
});

/** What the days of the reader's cards are chosen by; a visitor's are chosen without regard to other cards. */
export const loadPlanning = cache(async (): Promise<Planning> => {
  const user = await currentUser();
  return user === null ? PLAIN : planningOf(user.id, todayAt(now(), ruleOf(user)).day);
});

/** What the days of a user's cards are chosen by on a study day. */
export async function planningOf(userId: UserId, today: StudyDay): Promise<Planning> {
  const [{ setting }, load] = await Promise.all([readStudyPlan(userId), readLoad(userId, today, BALANCED_DAYS)]);
  return { setting, load, lastPass: null };
}

/** Who looks around shall meet every kind of card: what is better learned later is not kept for last, as it would be for a learner. */
const forVisitors = (catalogue: readonly CatalogueEntry[]): CatalogueEntry[] => catalogue.map((card) => ({ ...card, prerequisites: [] }));

/** A card that was asked for on this day beside its schedule, and why. */
export interface BroughtCard {
  readonly cardId: string;
  readonly title: string;
  readonly reason: string;
}

/** The signed-in user's cards of today that an interview brought forward, in the order of the queue. */
export async function loadBrought(): Promise<BroughtCard[]> {
  const user = await currentUser();
  if (user === null) return [];
  const { today, queue } = await loadTodaysQueue();
  const [catalogue, progress] = await Promise.all([readCatalogue(), readProgressOf(user.id, queue.cardIds)]);
  const titles = new Map(catalogue.map((card) => [card.id, card.title]));
  return queue.cardIds.flatMap((cardId) => {
    const known = progress.get(cardId);
    return known === undefined || known.brought === null || !isBrought(known, today.day) ? [] : [{ cardId, title: titles.get(cardId) ?? cardId, reason: known.brought.reason }];
  });
}

/** What the review page starts with: today's queue and its first cards, of the user or a visitor. */
export const loadStudySession = cache(async (): Promise<StudySession> => {
  const session = await loadTodaysQueue();
  return { ...session, cards: await loadReviewCards(session.queue.cardIds.slice(0, CARDS_AT_MOST)) };
});

/** Published cards with the user's progress, in the order asked for; for a visitor as new. Unknown ids are left out. */
export async function loadReviewCards(ids: readonly string[]): Promise<ReviewCard[]> {
  const user = await currentUser();
  const today = todayAt(now(), ruleOf(user));
  const wanted = ids.slice(0, CARDS_AT_MOST);
  const [cards, progress, changes, planning] = await Promise.all([
    readCards(wanted),
    user === null ? new Map<string, CardProgress>() : readProgressOf(user.id, wanted),
    user === null ? new Map<string, CardChange>() : readChanges(user.id, wanted),
    loadPlanning(),
  ]);
  return cards.map((card) => reviewCardOf(card, progress.get(card.id) ?? UNTOUCHED, today.day, planning, changes.get(card.id)));
}
