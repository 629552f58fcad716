import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
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

/** The first day after `today` on which a card of the library is due; null if there is none. */
export async function readNextDueDay(userId: UserId, today: StudyDay): Promise<StudyDay | null> {
  const row = await (await db()).cardState.findFirst({
    where: { userId, status: "active", dueDay: { gt: today }, introducedDay: { not: null }, card: { status: "PUBLISHED" } },
    orderBy: { dueDay: "asc" },
    select: { dueDay: true },
  });
  return row?.dueDay ?? null;
}
