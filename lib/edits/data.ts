import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { type CardChange, changeOf, type Edit, tellingEdit } from "./changes.ts";
import { type Impact, impactOf } from "./impact.ts";

/** Answers after which a learner has seen a text. */
const ANSWERS = ["review", "redrill", "cram"];

export interface FoundEdit extends Edit {
  readonly id: string;
  readonly cardId: string;
}

/** The newest revision that the user answered, by card: its number and id. Cards that were never answered are left out. */
export async function readSeen(userId: UserId, cardIds: readonly string[]): Promise<Map<string, { readonly number: number; readonly id: string }>> {
  if (cardIds.length === 0) return new Map();
  const database = await db();
  const groups = await database.reviewEvent.groupBy({ by: ["cardId", "revisionId"], where: { userId, cardId: { in: [...cardIds] }, kind: { in: ANSWERS } } });
  const revisions = await database.cardRevision.findMany({ where: { id: { in: groups.map(({ revisionId }) => revisionId) } }, select: { id: true, cardId: true, number: true } });
  const seen = new Map<string, { readonly number: number; readonly id: string }>();
  for (const { id, cardId, number } of revisions) if (number > (seen.get(cardId)?.number ?? 0)) seen.set(cardId, { number, id });
  return seen;
}

/** What became of these cards since the user last answered them; cards of which there is nothing to tell are left out. */
export async function readChanges(userId: UserId, cardIds: readonly string[]): Promise<Map<string, CardChange>> {
  if (cardIds.length === 0) return new Map();
  const revisions = (await db()).cardRevision;
  const rows = await revisions.findMany({ where: { cardId: { in: [...cardIds] }, number: { gt: 1 }, editClass: { in: ["CLARIFY", "CORRECT"] } }, select: { id: true, cardId: true, number: true, editClass: true, createdAt: true, change: true } });
  const edits = rows.map(({ createdAt, ...row }): FoundEdit => ({ ...row, createdAt: Number(createdAt) }));
  const seen = await readSeen(userId, [...new Set(edits.map(({ cardId }) => cardId))]);
  const telling = [...seen].flatMap(([cardId, { id, number }]) => {
    const edit = tellingEdit(edits.filter((one) => one.cardId === cardId), number);
    return edit === null ? [] : [{ cardId, edit, learnt: id }];
  });
  if (telling.length === 0) return new Map();
  const [learnt, current] = await Promise.all([
    revisions.findMany({ where: { id: { in: telling.map((one) => one.learnt) } }, select: { cardId: true, source: true } }),
    revisions.findMany({ where: { currentOf: { id: { in: telling.map((one) => one.cardId) } } }, select: { cardId: true, source: true } }),
  ]);
  const textIn = (list: typeof learnt, id: string): string => list.find(({ cardId }) => cardId === id)?.source ?? "";
  return new Map(telling.map(({ cardId, edit }) => [cardId, changeOf(edit, textIn(learnt, cardId), textIn(current, cardId))]));
}

/** The corrections of published cards that the user has learnt, with each card's current revision. */
export async function readCorrections(userId: UserId): Promise<(FoundEdit & { readonly currentRevisionId: string })[]> {
  const rows = await (await db()).cardRevision.findMany({
    where: { editClass: "CORRECT", number: { gt: 1 }, card: { status: "PUBLISHED", states: { some: { userId, introducedDay: { not: null } } } } },
    select: { id: true, cardId: true, number: true, editClass: true, createdAt: true, change: true, card: { select: { currentRevisionId: true } } },
  });
  return rows.map(({ createdAt, card, ...row }) => ({ ...row, createdAt: Number(createdAt), currentRevisionId: card.currentRevisionId ?? row.id }));
}

/** Which of these events of the user are stored. */
export async function readStored(userId: UserId, eventIds: readonly string[]): Promise<Set<string>> {
  const rows = await (await db()).reviewEvent.findMany({ where: { userId, id: { in: [...eventIds] } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** Whom an edit of the card would meet. `now` in UTC ms. */
export async function readImpact(cardId: string, now: number): Promise<Impact> {
  const rows = await (await db()).cardState.findMany({ where: { cardId, introducedDay: { not: null } }, select: { status: true, dueDay: true, user: { select: { timeZone: true, rolloverHour: true } } } });
  return impactOf(rows.map(({ user, ...state }) => ({ ...state, ...user })), now);
}
