import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { logEventOf } from "../reviews/state-row.ts";
import type { EventKind } from "../reviews/events.ts";
import type { MeasuredEvent } from "./answers.ts";
import { type HistoryQuery, PAGE_EVENTS, type PastEvent, takenBack, wordsOf } from "./history.ts";

const measuredFields = { id: true, cardId: true, kind: true, grade: true, answeredAt: true, studyDay: true, shownDueDay: true, scheduler: true, undoes: true, dueDay: true, reason: true, durationMs: true, confidence: true, objective: true } as const;

/** A user's whole log as the measures read it, in no order. */
export async function readMeasuredLog(userId: UserId): Promise<MeasuredEvent[]> {
  const rows = await (await db()).reviewEvent.findMany({ where: { userId }, select: measuredFields });
  return rows.map((row) => ({ ...logEventOf(row), durationMs: row.durationMs, confidence: row.confidence, objective: objectiveOf(row.objective) }));
}

const objectiveOf = (text: string | null): "pass" | "fail" | null => (text === "pass" || text === "fail" ? text : null);

const pastFields = { seq: true, id: true, kind: true, cardId: true, answeredAt: true, grade: true, confidence: true, durationMs: true, card: { select: { title: true } } } as const;

/** Of the cards in a user's log those whose text has all words. Compared here, since to the databases signs of a word may mean something. */
async function cardsWith(userId: UserId, words: readonly string[]): Promise<string[]> {
  const cards = await (await db()).card.findMany({ where: { states: { some: { userId } } }, select: { id: true, searchText: true } });
  return cards.filter(({ searchText }) => words.every((word) => searchText.includes(word))).map(({ id }) => id);
}

/** A page of a user's log, the newest first as the server got it, and whether there is more. Undos stand with what they took back. */
export async function readHistory(userId: UserId, { search, before }: HistoryQuery): Promise<{ readonly events: readonly PastEvent[]; readonly more: boolean }> {
  const { reviewEvent } = await db();
  const found = search === "" ? {} : { cardId: { in: await cardsWith(userId, wordsOf(search)) } };
  const rows = await reviewEvent.findMany({
    where: { userId, kind: { not: "undo" }, ...(before === null ? {} : { seq: { lt: before } }), ...found },
    orderBy: { seq: "desc" },
    take: PAGE_EVENTS + 1,
    select: pastFields,
  });
  const shown = rows.slice(0, PAGE_EVENTS);
  const undos = await reviewEvent.findMany({ where: { userId, kind: "undo", cardId: { in: [...new Set(shown.map((row) => row.cardId))] } }, select: { id: true, undoes: true } });
  const gone = takenBack(undos);
  return {
    events: shown.map(({ id, card, kind, answeredAt, ...row }) => ({ ...row, kind: kind as EventKind, title: card.title, answeredAt: Number(answeredAt), takenBack: gone.has(id) })),
    more: rows.length > PAGE_EVENTS,
  };
}
