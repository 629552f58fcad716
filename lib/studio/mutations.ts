import "server-only";
import { randomUUID } from "node:crypto";
import { noteIn } from "../audit/mutations.ts";
import type { AuditName } from "../audit/events.ts";
import type { UserId } from "../auth/user.ts";
import type { SoundCard } from "../cards/card.ts";
import { noteLibraryChange } from "../content/changes.ts";
import type { ProofCell } from "../content/library-card.ts";
import { searchTextOf } from "../content/sync.ts";
import { type Database, db } from "../db/client.ts";
import { isUniqueViolation } from "../db/faults.ts";
import { AppError } from "../errors.ts";
import type { SaveDraft } from "./schema.ts";
import type { EditClass, SavedDraft } from "./types.ts";

/** Stores a draft, or gives null when the one on the server is not the one that was seen. `now` in UTC ms. */
export async function saveDraft({ draftId, cardId, baseRevisionId, seen, source }: SaveDraft, authorId: UserId, now: number): Promise<Omit<SavedDraft, "like"> | null> {
  const database = await db();
  if (draftId !== null) {
    const { count } = await database.cardDraft.updateMany({ where: { id: draftId, cardId, version: seen }, data: { source, baseRevisionId, version: seen + 1, authorId, updatedAt: now, reviewAskedAt: null, reviewAskedById: null } });
    return count === 1 ? { draftId, version: seen + 1 } : null;
  }
  const id = randomUUID();
  try {
    await database.cardDraft.create({ data: { id, cardId, baseRevisionId, source, version: 1, authorId, createdAt: now, updatedAt: now }, select: { id: true } });
    return { draftId: id, version: 1 };
  } catch (error) {
    // Another author began a draft of the same card.
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** Begins a draft with a text that came from elsewhere: of a card, or of a new one. Gives its id; null where the card has a draft already, which stays. */
export async function startDraft(source: string, cardId: string | null, authorId: UserId, now: number): Promise<string | null> {
  const card = cardId === null ? null : await (await db()).card.findUnique({ where: { id: cardId }, select: { currentRevisionId: true } });
  const saved = await saveDraft({ draftId: null, cardId, baseRevisionId: card?.currentRevisionId ?? null, seen: 0, source }, authorId, now);
  return saved?.draftId ?? null;
}

/** Removes a draft; false when it is not the one that was seen. */
export async function discardDraft(draftId: string, seen: number): Promise<boolean> {
  return (await (await db()).cardDraft.deleteMany({ where: { id: draftId, version: seen } })).count === 1;
}

/** Puts the draft that was seen up for review, or takes it back; false when it is not as it was seen. Saving it takes it back too. */
export async function askReview(draftId: string, seen: number, ask: boolean, by: UserId, now: number): Promise<boolean> {
  const { count } = await (await db()).cardDraft.updateMany({
    where: { id: draftId, version: seen, reviewAskedAt: ask ? null : { not: null } },
    data: ask ? { reviewAskedAt: now, reviewAskedById: by, reviewWord: null } : { reviewAskedAt: null, reviewAskedById: null },
  });
  return count === 1;
}

/** Gives a draft that was put up for review back to its author with a word, and notes it; false when it is not as it was seen. */
export async function returnDraft(draftId: string, seen: number, word: string, by: UserId, now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.cardDraft.updateMany({ where: { id: draftId, version: seen, reviewAskedAt: { not: null } }, data: { reviewAskedAt: null, reviewAskedById: null, reviewWord: word } });
    if (count !== 1) return false;
    const { cardId } = await tx.cardDraft.findUniqueOrThrow({ where: { id: draftId }, select: { cardId: true } });
    await noteIn(tx, { name: "card_return", actorId: by, target: cardId === null ? null : `card:${cardId}`, detail: { draft: draftId } }, now);
    return true;
  });
}

/** A text that was judged and found good. */
export interface Publication {
  readonly card: SoundCard;
  readonly source: string;
  readonly cells: readonly ProofCell[];
  /** The card that it edits or replaces, and the revision that it was judged against; null for a first publication. */
  readonly edits: { readonly cardId: string; readonly revisionId: string; readonly editClass: EditClass } | null;
  /** The draft that it comes from, which is then gone. */
  readonly draft: { readonly id: string; readonly version: number } | null;
  readonly event: Extract<AuditName, "card_publish" | "card_restore">;
  /** Who wrote it, and who published it after reading it, where that is somebody else. */
  readonly authorId: string | null;
  readonly reviewerId: UserId | null;
  /** What changed, in words for learners; empty if nobody said. */
  readonly change: string;
}

const MOVED = "Somebody published or changed this card meanwhile. Nothing was published; load the page again to see both texts.";

/** Writes the revision, its cells, the card, the audit entry, and removes the draft: all or nothing. Throws AppError "conflict" when something moved meanwhile. */
export async function publish(publication: Publication, by: UserId, now: number): Promise<{ readonly cardId: string; readonly number: number }> {
  const { id } = publication.card.front;
  try {
    const published = await (await db()).$transaction((tx) => publishIn(tx, publication, by, now));
    noteLibraryChange();
    return published;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("conflict", `There is a card with the id "${id}" already; ids are never used twice. Choose another, your text is kept.`, { cause: error });
    throw error;
  }
}

async function publishIn(tx: Database, { card, source, cells, edits, draft, event, authorId, reviewerId, change }: Publication, by: UserId, now: number) {
  const { id, topic, title, kind, level, evidence } = card.front;
  const columns = { topic, title, kind, level, status: "PUBLISHED", searchText: searchTextOf(card), updatedAt: now } as const;
  const editClass = edits?.editClass ?? "REPLACE";
  const replaces = edits !== null && editClass === "REPLACE";
  if (edits === null || replaces) await tx.card.create({ data: { id, origin: "DATABASE", createdAt: now, ...columns }, select: { id: true } });
  if (edits !== null) {
    const data = replaces ? ({ status: "RETIRED", updatedAt: now } as const) : columns;
    const { count } = await tx.card.updateMany({ where: { id: edits.cardId, currentRevisionId: edits.revisionId, status: { not: "RETIRED" } }, data });
    if (count === 0) throw new AppError("conflict", MOVED);
  }
  const last = await tx.cardRevision.aggregate({ where: { cardId: id }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const revisionId = randomUUID();
  await tx.cardRevision.create({ data: { id: revisionId, cardId: id, number, hash: card.hash, source, editClass, evidence, createdAt: now, authorId, reviewerId, change: change === "" ? null : change }, select: { id: true } });
  await tx.card.update({ where: { id }, data: { currentRevisionId: revisionId }, select: { id: true } });
  if (cells.length > 0) await tx.proofRecord.createMany({ data: cells.map((cell) => ({ revisionId, ...cell })) });
  if (draft !== null) {
    const { count } = await tx.cardDraft.deleteMany({ where: { id: draft.id, version: draft.version } });
    if (count === 0) throw new AppError("conflict", MOVED);
  }
  await noteIn(tx, { name: event, actorId: by, target: `card:${id}`, detail: { number, editClass, replaces: replaces ? edits.cardId : null, author: authorId } }, now);
  return { cardId: id, number };
}

/** Takes a card out of the library, or puts it back; its history stays. Throws AppError "conflict" when it is so already. */
export async function setRetired(cardId: string, retired: boolean, adminId: UserId, now: number): Promise<void> {
  await (await db()).$transaction(async (tx) => {
    const { count } = await tx.card.updateMany({ where: { id: cardId, status: retired ? { not: "RETIRED" } : "RETIRED" }, data: { status: retired ? "RETIRED" : "PUBLISHED", updatedAt: now } });
    if (count === 0) throw new AppError("conflict", retired ? "The card is retired already." : "The card is in the library already.");
    await noteIn(tx, { name: "card_retire", actorId: adminId, target: `card:${cardId}`, detail: { retired } }, now);
  });
  noteLibraryChange();
}
