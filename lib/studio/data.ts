import "server-only";
import type { UserId } from "../auth/user.ts";
import { type LikeQuestion, likeQuestions } from "../cards/library.ts";
import { parseCard } from "../cards/parse.ts";
import { readPublished } from "../content/data.ts";
import { foldForSearch } from "../content/fold.ts";
import { db } from "../db/client.ts";
import { isUnavailable } from "../db/faults.ts";
import { readImpact } from "../edits/data.ts";
import { AppError } from "../errors.ts";
import type { Desk, History, Review, RevisionRow, StudioQuery, StudioRow, Theirs, Waiting } from "./types.ts";

const SEARCH_AT_MOST = 200;

/** A field of a text's front matter as it is typed; a draft may hold anything. */
function fieldOf(source: string, name: string): string {
  return new RegExp(`^${name}:[ \\t]*(.{1,200})$`, "m").exec(source.slice(0, 8_192))?.[1]?.trim().replace(/^(["'])(.*)\1$/, "$2") ?? "";
}

async function cardRows({ status, topic, kind }: StudioQuery) {
  const rows = await (await db()).card.findMany({
    where: { ...(status === "REVIEW" ? { OR: [{ status }, { draft: { reviewAskedAt: { not: null } } }] } : status && { status }), ...(topic && { topic }), ...(kind && { kind }) },
    select: {
      id: true, title: true, topic: true, kind: true, status: true, searchText: true,
      currentRevision: { select: { evidence: true, proofs: { select: { status: true } } } },
      draft: { select: { reviewAskedAt: true } },
    },
    orderBy: [{ topic: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, currentRevision, draft, searchText, ...row }) => {
    const cells = currentRevision?.proofs ?? [];
    const proofs = cells.length === 0 ? "none" : cells.every((cell) => cell.status === "held") ? "held" : "broken";
    return { searchText, row: { ...row, place: { kind: "card", id }, cardId: id, evidence: currentRevision?.evidence ?? "", proofs, hasDraft: draft !== null, inReview: draft?.reviewAskedAt != null } satisfies StudioRow };
  });
}

async function draftRows({ status, topic, kind }: StudioQuery) {
  if (status !== "" && status !== "DRAFT" && status !== "REVIEW") return [];
  const wanted = { "": {}, DRAFT: { reviewAskedAt: null }, REVIEW: { reviewAskedAt: { not: null } } }[status];
  const rows = await (await db()).cardDraft.findMany({ where: { cardId: null, ...wanted }, select: { id: true, source: true, reviewAskedAt: true }, orderBy: [{ updatedAt: "desc" }, { id: "asc" }] });
  return rows
    .map(({ id, source, reviewAskedAt }) => {
      const cardId = fieldOf(source, "id");
      const row: StudioRow = { place: { kind: "draft", id }, cardId, title: fieldOf(source, "title") || cardId || "Without a title", topic: fieldOf(source, "topic"), kind: fieldOf(source, "kind"), status: reviewAskedAt === null ? "DRAFT" : "REVIEW", evidence: fieldOf(source, "evidence"), proofs: "none", hasDraft: true, inReview: reviewAskedAt !== null };
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

/** Whether a text needs a reviewer here: there are two who may review. */
export async function isReviewNeeded(): Promise<boolean> {
  return (await (await db()).user.count({ where: { role: { in: ["AUTHOR", "ADMIN"] } } })) > 1;
}

/** Questions of the library that are like a text's. */
export async function readLike(source: string): Promise<LikeQuestion[]> {
  return likeQuestions(parseCard(source), await readPublished());
}

interface DraftReview {
  readonly authorId: string | null;
  readonly reviewAskedAt: bigint | null;
  readonly reviewAskedById: string | null;
  readonly reviewWord: string | null;
}

const reviewFields = { authorId: true, reviewAskedAt: true, reviewAskedById: true, reviewWord: true } as const;

/** How a draft (null: there is none) stands for whoever looks. */
async function reviewOf(draft: DraftReview | null, userId: UserId): Promise<Review> {
  const needed = await isReviewNeeded();
  if (draft === null) return { needed, asked: null, word: null, own: true };
  const { authorId, reviewAskedAt, reviewAskedById, reviewWord } = draft;
  const by = reviewAskedById === null ? null : await (await db()).user.findUnique({ where: { id: reviewAskedById }, select: { name: true, email: true } });
  const asked = reviewAskedAt === null ? null : { by: by?.name ?? by?.email ?? null, at: Number(reviewAskedAt) };
  return { needed, asked, word: reviewWord, own: userId === authorId || userId === reviewAskedById };
}

/** The desk of a card for whoever looks, or null when there is none with this id. `now` in UTC ms. */
export async function readCardDesk(id: string, userId: UserId, now: number): Promise<Desk | null> {
  const card = await (await db()).card.findUnique({
    where: { id },
    select: { title: true, status: true, origin: true, currentRevision: { select: { id: true, number: true, source: true } }, draft: { select: { id: true, version: true, baseRevisionId: true, source: true, ...reviewFields } } },
  });
  if (card === null || card.currentRevision === null) return null;
  const { title, status, origin, currentRevision: current, draft } = card;
  const [impact, review] = await Promise.all([readImpact(id, now), reviewOf(draft, userId)]);
  return {
    card: { id, title, status, origin, number: current.number, impact },
    draft: draft === null ? { draftId: null, version: 0, baseRevisionId: current.id, source: current.source } : { draftId: draft.id, version: draft.version, baseRevisionId: draft.baseRevisionId, source: draft.source },
    review,
    published: current.source,
    like: await readLike(draft?.source ?? current.source),
  };
}

/** A draft as it is stored, or null. */
export async function readDraft(id: string): Promise<(DraftReview & { readonly cardId: string | null; readonly version: number; readonly baseRevisionId: string | null; readonly source: string }) | null> {
  return (await db()).cardDraft.findUnique({ where: { id }, select: { cardId: true, version: true, baseRevisionId: true, source: true, ...reviewFields } });
}

/** The desk of a draft of a card that was never published, or the id of the card that the draft edits; null when there is no such draft. */
export async function readDraftDesk(id: string, userId: UserId): Promise<Desk | { readonly cardId: string } | null> {
  const draft = await readDraft(id);
  if (draft === null) return null;
  const { cardId, version, baseRevisionId, source } = draft;
  if (cardId !== null) return { cardId };
  return { card: null, draft: { draftId: id, version, baseRevisionId, source }, review: await reviewOf(draft, userId), published: null, like: await readLike(source) };
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
export async function readHistory(cardId: string, from: number | null, to: number | null, now: number): Promise<History | null> {
  const database = await db();
  const card = await database.card.findUnique({ where: { id: cardId }, select: { title: true, currentRevisionId: true } });
  if (card === null || card.currentRevisionId === null) return null;
  const rows = await database.cardRevision.findMany({ where: { cardId }, orderBy: { number: "desc" }, select: { id: true, number: true, editClass: true, createdAt: true, change: true, reviewerId: true, author: { select: { name: true, email: true } } } });
  const people = await database.user.findMany({ where: { id: { in: rows.flatMap(({ reviewerId }) => reviewerId ?? []) } }, select: { id: true, name: true, email: true } });
  const nameOf = (person: { readonly name: string | null; readonly email: string } | null | undefined): string | null => person?.name ?? person?.email ?? null;
  const revisions = rows.map(({ author, createdAt, change, reviewerId, ...row }): RevisionRow => ({ ...row, createdAt: Number(createdAt), author: nameOf(author), reviewer: nameOf(people.find(({ id }) => id === reviewerId)), change: change ?? "" }));
  const newest = revisions.find((one) => one.number === to) ?? revisions[0];
  const before = revisions.find((one) => one.number === from) ?? revisions[1] ?? newest;
  if (newest === undefined || before === undefined) return null;
  const texts = new Map((await database.cardRevision.findMany({ where: { id: { in: [newest.id, before.id] } }, select: { id: true, source: true } })).map((row) => [row.id, row.source]));
  const withText = (row: RevisionRow) => ({ ...row, source: texts.get(row.id) ?? "" });
  return { cardId, title: card.title, impact: await readImpact(cardId, now), currentRevisionId: card.currentRevisionId, revisions, from: withText(before), to: withText(newest) };
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

/** What waits for this author. A text is reviewed by somebody who neither wrote it nor put it up. */
export async function readWaiting(userId: UserId): Promise<Waiting> {
  const database = await db();
  const others = (field: "authorId" | "reviewAskedById") => ({ OR: [{ [field]: null }, { [field]: { not: userId } }] });
  const [flags, upgrades, reviews] = await Promise.all([
    database.cardFlag.count({ where: { status: "OPEN" } }),
    database.incomingFile.count(),
    database.cardDraft.count({ where: { reviewAskedAt: { not: null }, AND: [others("authorId"), others("reviewAskedById")] } }),
  ]);
  return { flags, upgrades, reviews };
}
