import "server-only";
import { cache } from "react";
import { currentUser } from "../auth/loaders.ts";
import type { CurrentUser } from "../auth/user.ts";
import { now } from "../clock.ts";
import { readCards, readCatalogue, readLibraryIndex } from "../content/data.ts";
import type { CatalogueEntry, LibraryCard } from "../content/library-card.ts";
import { bringCorrected } from "../edits/actions.ts";
import type { CardChange } from "../edits/changes.ts";
import { readChanges } from "../edits/data.ts";
import { readPace } from "../pace/data.ts";
import { loadAroundRest, wishOn } from "../pace/pace.ts";
import { BALANCED_DAYS } from "../scheduling/fuzz.ts";
import { lastPassBefore, learnedThatMatter, newCardsPerDay } from "../scheduling/interview-date.ts";
import type { LastPass } from "../scheduling/last-pass.ts";
import { PLAIN, type Planning } from "../scheduling/state.ts";
import type { DayRule, StudyDay } from "../scheduling/study-day.ts";
import { DEFAULT_ROLLOVER_HOUR } from "../scheduling/study-day.ts";
import { readStudyPlan, type StudyPlan } from "../settings/data.ts";
import { countLearned, countMetOn, countUnmet, readDay, readDeviceEvents, readLoad, readNextDueDay, readProgressOf, readRecent } from "./data.ts";
import { type DailyWish, leechHelp, needsHelp, planDay, reviewCardOf, todayAt } from "./day-plan.ts";
import { digestOf } from "./digest.ts";
import { type CardProgress, isBrought, UNTOUCHED } from "./fold.ts";
import { recentDeeds } from "./recent.ts";
import type { LogDigest, RecentDeed, ReviewCard, StudySession, Today, TodaysQueue } from "./types.ts";

/** Most cards whose payload goes out at once. */
export const CARDS_AT_MOST = 60;

/** A visitor's day until the browser has said where it is, and how much of the library is offered. */
const VISITOR_RULE: DayRule = { zone: "UTC", rolloverHour: DEFAULT_ROLLOVER_HOUR };
const VISITOR_WISH = { newPerDay: 20, reviewsPerDay: 0 };

const ruleOf = (user: CurrentUser | null): DayRule => (user === null ? VISITOR_RULE : { zone: user.timeZone, rolloverHour: user.rolloverHour });

/** The reader's study day. One instant for a whole request: the parts of a page must not stand on two days. */
export const loadDay = cache(async (): Promise<Today> => todayAt(now(), ruleOf(await currentUser())));

/**
 * Today's queue of the user, or for a visitor the library in an order that is the same for all.
 * A visitor's browser knows what was answered there and leaves it out.
 */
export const loadTodaysQueue = cache(async (): Promise<TodaysQueue> => {
  const [user, today] = await Promise.all([currentUser(), loadDay()]);
  if (user === null) return { today, planning: PLAIN, queue: planDay(forVisitors(await readCatalogue()), new Map(), VISITOR_WISH, today.day, PLAIN, "visitor"), nextDueDay: null };
  await bringCorrected(user, today.day, now());
  const planning = await loadPlanning();
  const wish = await wishOf(user, today.day, planning);
  const [rows, nextDueDay] = await Promise.all([readDay(user.id, today.day, wish.reviewsPerDay, planning.lastPass), readNextDueDay(user.id, today.day, planning.lastPass)]);
  const catalogue = await readCatalogue([...rows.progress.keys(), ...rows.newIds]);
  const queue = planDay(catalogue, rows.progress, wish, today.day, planning, `${user.id}:${today.day}`);
  return { today, planning, queue: { ...queue, keptBack: { ...queue.keptBack, byLimit: queue.keptBack.byLimit + rows.moreDue } }, nextDueDay };
});

/** How many cards a user gets on a day: what is wanted, or what a day of rest, a backlog that is worked off or an interview's day leaves of it. */
export async function wishOf(user: CurrentUser, today: StudyDay, { lastPass }: Planning): Promise<DailyWish> {
  const pace = await readPace(user.id, today);
  const wish = wishOn(today, user, pace);
  if (lastPass === null || wish.newPerDay === 0) return wish;
  // Those met today count among the day's.
  const [unmet, metToday] = await Promise.all([countUnmet(user.id), countMetOn(user.id, today)]);
  return { ...wish, newPerDay: newCardsPerDay(unmet + metToday, wish.newPerDay, today, lastPass) };
}

/** What the days of the reader's cards are chosen by; a visitor's are chosen without regard to other cards. */
export const loadPlanning = cache(async (): Promise<Planning> => {
  const user = await currentUser();
  return user === null ? PLAIN : planningOf(user, (await loadDay()).day);
});

/** What the days of a user's cards are chosen by on a study day. */
export async function planningOf(user: Pick<CurrentUser, "id" | "reviewsPerDay">, today: StudyDay): Promise<Planning> {
  const [plan, load, pace] = await Promise.all([readStudyPlan(user.id), readLoad(user.id, today, BALANCED_DAYS), readPace(user.id, today)]);
  return { setting: plan.setting, load: loadAroundRest(load, pace, today, BALANCED_DAYS), lastPass: await passOf(plan, user, today) };
}

async function passOf({ interviewDay }: StudyPlan, user: Pick<CurrentUser, "id" | "reviewsPerDay">, today: StudyDay): Promise<LastPass | null> {
  return interviewDay === null || interviewDay <= today ? null : lastPassBefore(interviewDay, today, await countLearned(user.id, learnedThatMatter(user.reviewsPerDay)), user.reviewsPerDay);
}

/** A user's last pass before an interview, as seen from a study day; null where none is ahead. */
export async function lastPassOf(user: Pick<CurrentUser, "id" | "reviewsPerDay">, today: StudyDay): Promise<LastPass | null> {
  return passOf(await readStudyPlan(user.id), user, today);
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
  const [catalogue, progress] = await Promise.all([readCatalogue(queue.cardIds), readProgressOf(user.id, queue.cardIds)]);
  const titles = new Map(catalogue.map((card) => [card.id, card.title]));
  return queue.cardIds.flatMap((cardId) => {
    const known = progress.get(cardId);
    return known === undefined || known.brought === null || !isBrought(known, today.day) ? [] : [{ cardId, title: titles.get(cardId) ?? cardId, reason: known.brought.reason }];
  });
}

/** What the signed-in user did today and can take back, oldest first; nothing for a visitor, whose browser knows it. */
export async function loadRecentDeeds(): Promise<readonly RecentDeed[]> {
  const user = await currentUser();
  if (user === null) return [];
  const [today, { setting }] = await Promise.all([loadDay(), loadPlanning()]);
  const { ids, logs } = await readRecent(user.id, today.day);
  return recentDeeds(logs, ids, setting);
}

/** What the review page starts with: today's queue and its first cards, of the user or a visitor. */
export const loadStudySession = cache(async (): Promise<StudySession> => {
  const user = await currentUser();
  const session = await loadTodaysQueue();
  const [cards, recent] = await Promise.all([loadReviewCards(session.queue.cardIds.slice(0, CARDS_AT_MOST)), loadRecentDeeds()]);
  const { newPerDay, reviewsPerDay } = user ?? VISITOR_WISH;
  return { ...session, cards, recent, wish: { newPerDay, reviewsPerDay } };
});

/** What the server has of a user's device since an instant (UTC ms). */
export async function loadDigest(user: CurrentUser, device: string, since: number): Promise<LogDigest> {
  return digestOf(await readDeviceEvents(user.id, device, since));
}

/** Published cards with the user's progress, in the order asked for; for a visitor as new. Unknown ids are left out. */
export async function loadReviewCards(ids: readonly string[]): Promise<ReviewCard[]> {
  const [user, today] = await Promise.all([currentUser(), loadDay()]);
  const wanted = ids.slice(0, CARDS_AT_MOST);
  const [cards, progress, changes, planning] = await Promise.all([
    readCards(wanted),
    user === null ? new Map<string, CardProgress>() : readProgressOf(user.id, wanted),
    user === null ? new Map<string, CardChange>() : readChanges(user.id, wanted),
    loadPlanning(),
  ]);
  const known = (card: LibraryCard): CardProgress => progress.get(card.id) ?? UNTOUCHED;
  // Titles and neighbours are only looked up where somebody needs them.
  const index = cards.some((card) => needsHelp(known(card))) ? await readLibraryIndex() : null;
  const titles = new Map(index?.rows.map((row) => [row.id, row.title]));
  const helpFor = (card: LibraryCard) => (index !== null && needsHelp(known(card)) ? leechHelp(card, index.entries, titles) : null);
  return cards.map((card) => reviewCardOf(card, known(card), today.day, planning, { change: changes.get(card.id) ?? null, help: helpFor(card) }));
}
