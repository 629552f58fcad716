import "server-only";
import { foldForSearch } from "../content/fold.ts";
import { db } from "../db/client.ts";
import { isUnavailable } from "../db/faults.ts";
import { AppError } from "../errors.ts";
import type { Desk, History, RevisionRow, StudioQuery, StudioRow, Theirs } from "./types.ts";

const SEARCH_AT_MOST = 200;

/** A field of a text's front matter as it is typed; a draft may hold anything. */
function fieldOf(source: string, name: string): string {
  return new RegExp(`^${name}:[ \\t]*(.{1,200})$`, "m").exec(source.slice(0, 8_192))?.[1]?.trim().replace(/^(["'])(.*)\1$/, "$2") ?? "";
}

async function cardRows({ status, topic, kind }: StudioQuery) {
  const rows = await (await db()).card.findMany({
    where: { ...(status && { status }), ...(topic && { topic }), ...(kind && { kind }) },
    select: {
      id: true, title: true, topic: true, kind: true, status: true, searchText: true,
      currentRevision: { select: { evidence: true, proofs: { select: { status: true } } } },
      draft: { select: { id: true } },
    },
    orderBy: [{ topic: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, currentRevision, draft, searchText, ...row }) => {
    const cells = currentRevision?.proofs ?? [];
    const proofs = cells.length === 0 ? "none" : cells.every((cell) => cell.status === "held") ? "held" : "broken";
    return { searchText, row: { ...row, place: { kind: "card", id }, cardId: id, evidence: currentRevision?.evidence ?? "", proofs, hasDraft: draft !== null } satisfies StudioRow };
  });
}

async function draftRows({ status, topic, kind }: StudioQuery) {
  if (status !== "" && status !== "DRAFT") return [];
  const rows = await (await db()).cardDraft.findMany({ where: { cardId: null }, select: { id: true, source: true }, orderBy: [{ updatedAt: "desc" }, { id: "asc" }] });
  return rows
    .map(({ id, source }) => {
      const cardId = fieldOf(source, "id");
      const row: StudioRow = { place: { kind: "draft", id }, cardId, title: fieldOf(source, "title") || cardId || "Without a title", topic: fieldOf(source, "topic"), kind: fieldOf(source, "kind"), status: "DRAFT", evidence: fieldOf(source, "evidence"), proofs: "none", hasDraft: true };
      return { searchText: foldForSearch(source), row };
    })
    .filter(({ row }) => (topic === "" || row.topic === topic) && (kind === "" || row.kind === kind));
}

/** Drafts of new cards first, then all cards by topic and id. `search` is literal text, matched without case and accents. */
export async function listStudio(query: StudioQuery): Promise<StudioRow[]> {
  const words = foldForSearch(query.search.slice(0, SEARCH_AT_MOST)).split(" ").filter((word) => word !== "");
  const [drafts, cards] = await Promise.all([draftRows(query), cardRows(query)]);
  return [...drafts, ...cards].filter(({ searchText }) => words.every((word) => searchText.includes(word))).map(({ row }) => row);
}

/** The desk of a card, or null when there is none with this id. */
export async function readCardDesk(id: string): Promise<Desk | null> {
  const database = await db();
  const card = await database.card.findUnique({
    where: { id },
    select: { title: true, status: true, origin: true, currentRevision: { select: { id: true, number: true, source: true } }, draft: { select: { id: true, version: true, baseRevisionId: true, source: true } } },
  });
  if (card === null || card.currentRevision === null) return null;
  const { title, status, origin, currentRevision: current, draft } = card;
  const learners = await database.cardState.count({ where: { cardId: id } });
  return {
    card: { id, title, status, origin, number: current.number, learners },
    draft: draft === null ? { draftId: null, version: 0, baseRevisionId: current.id, source: current.source } : { draftId: draft.id, version: draft.version, baseRevisionId: draft.baseRevisionId, source: draft.source },
    published: current.source,
  };
}

/** A draft as it is stored, or null. */
export async function readDraft(id: string): Promise<{ readonly cardId: string | null; readonly version: number; readonly baseRevisionId: string | null; readonly source: string } | null> {
  return (await db()).cardDraft.findUnique({ where: { id }, select: { cardId: true, version: true, baseRevisionId: true, source: true } });
}

/** What a save ran into: the card's draft, or where there is none its published text. Null when neither is there. */
export async function readTheirs(draftId: string | null, cardId: string | null): Promise<Theirs | null> {
  const database = await db();
  const where = cardId === null ? (draftId === null ? null : { id: draftId }) : { cardId };
  const draft = where === null ? null : await database.cardDraft.findUnique({ where, select: { id: true, version: true, baseRevisionId: true, source: true, author: { select: { name: true, email: true } } } });
  if (draft !== null) return { draftId: draft.id, version: draft.version, baseRevisionId: draft.baseRevisionId, source: draft.source, author: draft.author?.name ?? draft.author?.email ?? null };
  const card = cardId === null ? null : await database.card.findUnique({ where: { id: cardId }, select: { currentRevision: { select: { id: true, source: true, author: { select: { name: true, email: true } } } } } });
  const current = card?.currentRevision ?? null;
  return current === null ? null : { draftId: null, version: 0, baseRevisionId: current.id, source: current.source, author: current.author?.name ?? current.author?.email ?? null };
}

/** Where a card stands: what publishing, restoring and retiring ask before they write. */
export async function readStanding(id: string) {
  return (await db()).card.findUnique({
    where: { id },
    select: { status: true, currentRevisionId: true, currentRevision: { select: { evidence: true, source: true, proofs: { select: { status: true } } } } },
  });
}

/** Whether a revision is one of the card's. */
export async function isRevisionOf(revisionId: string, cardId: string): Promise<boolean> {
  return (await (await db()).cardRevision.count({ where: { id: revisionId, cardId } })) === 1;
}

/** The text of one revision of the card, or null. */
export async function readRevision(cardId: string, revisionId: string): Promise<{ readonly number: number; readonly source: string } | null> {
  return (await db()).cardRevision.findFirst({ where: { id: revisionId, cardId }, select: { number: true, source: true } });
}

/** A card's history, newest first, with the texts of the revisions of these numbers: by default the newest and the one before. Null when there is no such card. */
export async function readHistory(cardId: string, from: number | null, to: number | null): Promise<History | null> {
  const database = await db();
  const card = await database.card.findUnique({ where: { id: cardId }, select: { title: true, currentRevisionId: true } });
  if (card === null || card.currentRevisionId === null) return null;
  const rows = await database.cardRevision.findMany({ where: { cardId }, orderBy: { number: "desc" }, select: { id: true, number: true, editClass: true, createdAt: true, author: { select: { name: true, email: true } } } });
  const revisions = rows.map(({ author, createdAt, ...row }): RevisionRow => ({ ...row, createdAt: Number(createdAt), author: author?.name ?? author?.email ?? null }));
  const newest = revisions.find((one) => one.number === to) ?? revisions[0];
  const before = revisions.find((one) => one.number === from) ?? revisions[1] ?? newest;
  if (newest === undefined || before === undefined) return null;
  const texts = new Map((await database.cardRevision.findMany({ where: { id: { in: [newest.id, before.id] } }, select: { id: true, source: true } })).map((row) => [row.id, row.source]));
  const withText = (row: RevisionRow) => ({ ...row, source: texts.get(row.id) ?? "" });
  return { cardId, title: card.title, currentRevisionId: card.currentRevisionId, revisions, from: withText(before), to: withText(newest) };
}

/** Runs work on the database and says in words when it is busy. */
export async function whileAvailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw new AppError("unavailable", "The database is busy. Nothing was changed; try again in a moment.", { cause: error, retryAfterSeconds: 2 });
  }
}
