import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { DayLoad } from "../scheduling/fuzz.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import type { CardProgress } from "./fold.ts";
import { progressOf } from "./state-row.ts";

/** A user's progress by card; cards without events are left out. */
export async function readProgress(userId: UserId): Promise<Map<string, CardProgress>> {
  const rows = await (await db()).cardState.findMany({ where: { userId } });
  return new Map(rows.map((row) => [row.cardId, progressOf(row)]));
}

/** A user's progress on some cards; cards without events are left out. */
export async function readProgressOf(userId: UserId, cardIds: readonly string[]): Promise<Map<string, CardProgress>> {
  if (cardIds.length === 0) return new Map();
  const rows = await (await db()).cardState.findMany({ where: { userId, cardId: { in: [...cardIds] } } });
  return new Map(rows.map((row) => [row.cardId, progressOf(row)]));
}

/** How many active cards are due on each day after `today`, up to so many days ahead. */
export async function readLoad(userId: UserId, today: StudyDay, days: number): Promise<DayLoad> {
  const rows = await (await db()).cardState.groupBy({ by: ["dueDay"], where: { userId, status: "active", dueDay: { gt: today, lte: today + days } }, _count: { _all: true } });
  return Object.fromEntries(rows.map(({ dueDay, _count }) => [dueDay, _count._all]));
}

/** The first day after `today` on which a card of the library is due or brought forward; null if there is none. */
export async function readNextDueDay(userId: UserId, today: StudyDay): Promise<StudyDay | null> {
  const active = { userId, status: "active", card: { status: "PUBLISHED" } } as const;
  const states = (await db()).cardState;
  const [due, brought] = await Promise.all([
    states.findFirst({ where: { ...active, dueDay: { gt: today }, introducedDay: { not: null } }, orderBy: { dueDay: "asc" }, select: { dueDay: true } }),
    states.findFirst({ where: { ...active, broughtDay: { gt: today } }, orderBy: { broughtDay: "asc" }, select: { broughtDay: true } }),
  ]);
  const days = [due?.dueDay, brought?.broughtDay].filter((day) => day !== undefined && day !== null);
  return days.length === 0 ? null : Math.min(...days);
}

/** The study day into which some reschedules brought their cards, by card; `ids` are those of the events. */
export async function readRescheduled(userId: UserId, ids: readonly string[]): Promise<Map<string, StudyDay>> {
  if (ids.length === 0) return new Map();
  const rows = await (await db()).reviewEvent.findMany({ where: { userId, kind: "reschedule", id: { in: [...ids] } }, select: { cardId: true, dueDay: true } });
  return new Map(rows.flatMap(({ cardId, dueDay }) => (dueDay === null ? [] : [[cardId, dueDay] as const])));
}
