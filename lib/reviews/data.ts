import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { type LastPass, passDueDay } from "../scheduling/last-pass.ts";
import type { DayLoad } from "../scheduling/fuzz.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import type { LogEvent } from "./events.ts";
import type { CardProgress } from "./fold.ts";
import { RECENT_DEEDS, type SeenEvent } from "./recent.ts";
import { eventFields, logEventOf, progressOf } from "./state-row.ts";

/** A user's progress by card; cards without events are left out. */
export async function readProgress(userId: UserId): Promise<Map<string, CardProgress>> {
  const rows = await (await db()).cardState.findMany({ where: { userId } });
  return new Map(rows.map((row) => [row.cardId, progressOf(row)]));
}

const WITHDRAWN = ["DRAFT", "REVIEW", "RETIRED"] as const;

/** Of a user's states those of cards in the library. Said by what a card is not: asked for what it is, PostgreSQL looks each one up in the index of the states, among all cards. */
const published = { status: { notIn: [...WITHDRAWN] } };

/** New cards that are not suspended and have events all the same: they were buried, brought forward, reset, or taken back. */
const backToNew = (userId: UserId) => ({ userId, status: "active", dueDay: 0, card: published });

/** New cards that are read for a day's queue: libraries up to this size are read whole, of larger ones the easiest so many. */
const NEW_CARDS_READ = { all: 500, easiest: 200 } as const;

/** The easiest cards of which the user's log says nothing: the fewer, the fewer of those learned have to be looked through. Asked like this, the indices answer alone. */
async function readNew(userId: UserId): Promise<string[]> {
  const { card } = await db();
  const { all, easiest } = NEW_CARDS_READ;
  const size = await card.count({ where: { status: "PUBLISHED" }, take: all + 1 });
  const rows = await card.findMany({ where: { status: "PUBLISHED", states: { none: { userId } } }, orderBy: [{ level: "asc" }, { id: "asc" }], take: size > all ? easiest : all, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** What a day's queue is made of, for users with any number of cards. */
export interface DayRows {
  /** Cards answered today, drawn into the last pass, brought forward, or due, and new ones that have events. */
  readonly progress: ReadonlyMap<string, CardProgress>;
  /** Cards without events, the easiest first. */
  readonly newIds: readonly string[];
  /** Due cards beyond those read. */
  readonly moreDue: number;
}

/** The rows of a day: the longest overdue first, and no more of them than a day with so many reviews can ask. */
export async function readDay(userId: UserId, today: StudyDay, reviewsPerDay: number, lastPass: LastPass | null): Promise<DayRows> {
  const client = await db();
  // Related cards keep each other back, so more are read than are asked.
  const most = 2 * reviewsPerDay + 50;
  const due = { userId, status: "active", dueDay: { gt: 0, lte: today } };
  const [longest, newIds, ...others] = await Promise.all([
    client.cardState.findMany({ where: { ...due, card: published }, orderBy: [{ dueDay: "asc" }, { cardId: "asc" }], take: most }),
    readNew(userId),
    // One after another and not with OR, for which SQLite would look through the whole table.
    client.cardState.findMany({ where: { userId, answeredDay: today } }),
    client.cardState.findMany({ where: { userId, reviewedDay: today } }),
    client.cardState.findMany({ where: { userId, broughtDay: { lte: today } } }),
    client.cardState.findMany({ where: backToNew(userId) }),
    readInPass(userId, today, lastPass, most),
  ]);
  // Counted apart, as joined with the library every card of it would be looked at.
  const [allDue, withdrawn] = longest.length < most ? [0, 0] : await Promise.all([client.cardState.count({ where: due }), client.cardState.count({ where: { ...due, card: { status: { in: [...WITHDRAWN] } } } })]);
  return { progress: new Map([longest, ...others].flat().map((row) => [row.cardId, progressOf(row)])), newIds, moreDue: Math.max(0, allDue - withdrawn - most) };
}

/** The cards that the last pass asks on a day or has asked for since, at most so many. Of all that are in it only what says their day is read. */
async function readInPass(userId: UserId, today: StudyDay, lastPass: LastPass | null, most: number) {
  if (lastPass === null || today < lastPass.firstDay) return [];
  const { cardState } = await db();
  // The cards of a pass are spread evenly over its days: so many are read that about `most` of them fall on those that have come.
  const [days, come] = [lastPass.interviewDay - lastPass.firstDay, today - lastPass.firstDay + 1];
  const rows = await cardState.findMany({
    where: { userId, status: "active", dueDay: { gte: lastPass.firstDay }, reviewedDay: { lt: lastPass.firstDay }, card: published },
    orderBy: [{ dueDay: "asc" }, { cardId: "asc" }],
    take: Math.ceil((most * days) / Math.min(days, come)),
    select: { cardId: true, dueDay: true, reviewedDay: true },
  });
  const asked = rows.filter(({ cardId, dueDay, reviewedDay }) => passDueDay(cardId, { dueDay, reviewedDay: reviewedDay ?? 0 }, lastPass) <= today);
  return asked.length === 0 ? [] : cardState.findMany({ where: { userId, cardId: { in: asked.slice(0, most).map(({ cardId }) => cardId) } } });
}

/** How many cards are new to a user and not suspended: those of the library without those that the log names, which a count for each of them would take long to find. */
export async function countUnmet(userId: UserId): Promise<number> {
  const { card, cardState } = await db();
  const [library, named, withdrawn, back] = await Promise.all([
    card.count({ where: { status: "PUBLISHED" } }),
    cardState.count({ where: { userId } }),
    cardState.count({ where: { userId, card: { status: { in: [...WITHDRAWN] } } } }),
    cardState.count({ where: backToNew(userId) }),
  ]);
  return Math.max(0, library - (named - withdrawn) + back);
}

/** A user's progress on some cards; cards without events are left out. */
export async function readProgressOf(userId: UserId, cardIds: readonly string[]): Promise<Map<string, CardProgress>> {
  if (cardIds.length === 0) return new Map();
  const rows = await (await db()).cardState.findMany({ where: { userId, cardId: { in: [...cardIds] } } });
  return new Map(rows.map((row) => [row.cardId, progressOf(row)]));
}

/** A user's whole log, as the fold reads it. */
export async function readLog(userId: UserId): Promise<LogEvent[]> {
  return (await (await db()).reviewEvent.findMany({ where: { userId }, select: eventFields })).map(logEventOf);
}

/** How long a user takes for an answer on average, in ms, and out of how many; without those that took no time or were interrupted. */
export async function readAnswerTime(userId: UserId): Promise<{ readonly meanMs: number; readonly answers: number }> {
  const { _avg, _count } = await (await db()).reviewEvent.aggregate({ where: { userId, kind: { in: ["review", "redrill"] }, durationMs: { gt: 0 } }, _avg: { durationMs: true }, _count: { _all: true } });
  return { meanMs: _avg.durationMs ?? 0, answers: _count._all };
}

/** How many cards a user met for the first time on a study day. */
export async function countMetOn(userId: UserId, day: StudyDay): Promise<number> {
  return (await db()).cardState.count({ where: { userId, introducedDay: day, reviewedDay: { gte: day } } });
}

/** How many active cards a user has learned, counted up to `most`. */
export async function countLearned(userId: UserId, most: number): Promise<number> {
  return (await db()).cardState.count({ where: { userId, status: "active", dueDay: { gt: 0 } }, take: most });
}

/** How many active cards are due on each day after `today`, up to so many days ahead. */
export async function readLoad(userId: UserId, today: StudyDay, days: number): Promise<DayLoad> {
  const rows = await (await db()).cardState.groupBy({ by: ["dueDay"], where: { userId, status: "active", dueDay: { gt: today, lte: today + days } }, _count: { _all: true } });
  return Object.fromEntries(rows.map(({ dueDay, _count }) => [dueDay, _count._all]));
}

/** The first day after `today` on which a card of the library is due, has its last pass, or is brought forward; null if there is none. */
export async function readNextDueDay(userId: UserId, today: StudyDay, lastPass: LastPass | null): Promise<StudyDay | null> {
  const active = { userId, status: "active", card: published };
  const states = (await db()).cardState;
  const learned = { ...active, introducedDay: { not: null } };
  const first = { orderBy: { dueDay: "asc" }, select: { dueDay: true } } as const;
  const [due, passed, brought] = await Promise.all([
    lastPass !== null && lastPass.firstDay <= today + 1 ? null : states.findFirst({ where: { ...learned, dueDay: { gt: today, ...(lastPass === null ? {} : { lt: lastPass.firstDay }) } }, ...first }),
    // Those that had their last pass: asked apart, since for both at once all cards that are still to have theirs would be looked through.
    lastPass === null ? null : states.findFirst({ where: { ...learned, dueDay: { gt: today }, reviewedDay: { gte: lastPass.firstDay } }, ...first }),
    states.findFirst({ where: { ...active, broughtDay: { gt: today } }, orderBy: { broughtDay: "asc" }, select: { broughtDay: true } }),
  ]);
  const days = [due?.dueDay, passed?.dueDay, brought?.broughtDay].filter((day) => day !== undefined && day !== null);
  const inPass = lastPass === null ? null : await readNextPassDay(userId, today, lastPass, Math.min(...days));
  return [...days, ...(inPass === null ? [] : [inPass])].reduce<StudyDay | null>((first, day) => (first === null ? day : Math.min(first, day)), null);
}

/** Cards of a last pass that are looked through at once for the one that comes first. */
const PASS_READ = 500;

/** The first day after `today` and before `known` on which a card has its last pass; null if there is none. The day is drawn from the card's id, so no index has it: cards are looked through until one has the first day there can be. */
async function readNextPassDay(userId: UserId, today: StudyDay, lastPass: LastPass, known: StudyDay): Promise<StudyDay | null> {
  const earliest = Math.max(today + 1, lastPass.firstDay);
  let first = Infinity;
  let after = "";
  while (earliest < Math.min(first, known, lastPass.interviewDay)) {
    const rows = await (await db()).cardState.findMany({
      where: { userId, status: "active", card: published, dueDay: { gte: lastPass.firstDay }, reviewedDay: { lt: lastPass.firstDay }, cardId: { gt: after } },
      orderBy: { cardId: "asc" },
      take: PASS_READ,
      select: { cardId: true, dueDay: true, reviewedDay: true },
    });
    for (const { cardId, dueDay, reviewedDay } of rows) {
      const day = passDueDay(cardId, { dueDay, reviewedDay: reviewedDay ?? 0 }, lastPass);
      if (day > today) first = Math.min(first, day);
    }
    if (rows.length < PASS_READ) break;
    after = rows.at(-1)?.cardId ?? after;
  }
  return first < known ? first : null;
}

/** The study day into which some reschedules brought their cards, by card; `ids` are those of the events. */
export async function readRescheduled(userId: UserId, ids: readonly string[]): Promise<Map<string, StudyDay>> {
  if (ids.length === 0) return new Map();
  const rows = await (await db()).reviewEvent.findMany({ where: { userId, kind: "reschedule", id: { in: [...ids] } }, select: { cardId: true, dueDay: true } });
  return new Map(rows.flatMap(({ cardId, dueDay }) => (dueDay === null ? [] : [[cardId, dueDay] as const])));
}

/** What a learner can take back; a reschedule only where a browser sent it, not an interview. */
const TAKEN_BACK = ["review", "redrill", "cram", "suspend", "unsuspend", "bury", "reset"];

/** A user's last deeds since a study day that may be taken back, and the whole logs of their cards; see recentDeeds. */
export async function readRecent(userId: UserId, since: StudyDay): Promise<{ readonly ids: ReadonlySet<string>; readonly logs: readonly SeenEvent[] }> {
  const events = (await db()).reviewEvent;
  const last = await events.findMany({
    where: { userId, studyDay: { gte: since }, OR: [{ kind: { in: TAKEN_BACK } }, { kind: "reschedule", deviceId: { not: null } }] },
    orderBy: { answeredAt: "desc" },
    take: 2 * RECENT_DEEDS, // some of them are taken back already
    select: { id: true, cardId: true },
  });
  if (last.length === 0) return { ids: new Set(), logs: [] };
  const rows = await events.findMany({ where: { userId, cardId: { in: [...new Set(last.map(({ cardId }) => cardId))] } }, select: { ...eventFields, revisionId: true } });
  return { ids: new Set(last.map(({ id }) => id)), logs: rows.map((row) => ({ ...logEventOf(row), revisionId: row.revisionId })) };
}

/** The ids of a user's events that a device sent and that happened, by its own clock, at `since` (UTC ms) or later. */
export async function readDeviceEvents(userId: UserId, device: string, since: number): Promise<string[]> {
  const rows = await (await db()).reviewEvent.findMany({
    where: { userId, deviceId: device, OR: [{ claimedAt: null, answeredAt: { gte: since } }, { claimedAt: { gte: since } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
