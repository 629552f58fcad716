import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { outcomeOf } from "./outcome.ts";
import type { FlaggedCard, FlagHistory, Inbox, OwnFlag, ResolvedFlag, ToldFlag } from "./types.ts";

/** What a reader is told of: a decision, or a reply to a flag that is still open. */
export const NEWS = () => ({ OR: [{ status: { not: "OPEN" as const } }, { reply: { not: null } }] });

/** Flags that the inbox shows at once. */
export const INBOX_AT_MOST = 200;
const PAGE = 50;
const OWN_AT_MOST = 20;

/** Whether readers can have seen this revision of the card: it belongs to it, and the card is or was in the library. */
export async function isReadable(cardId: string, revisionId: string): Promise<boolean> {
  const revision = await (await db()).cardRevision.findFirst({ where: { id: revisionId, cardId, card: { status: { in: ["PUBLISHED", "RETIRED"] } } }, select: { id: true } });
  return revision !== null;
}

/** The oldest open flags, by card. */
export async function readInbox(): Promise<Inbox> {
  const flags = (await db()).cardFlag;
  const total = await flags.count({ where: { status: "OPEN" } });
  const rows = await flags.findMany({
    where: { status: "OPEN" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: INBOX_AT_MOST,
    select: { id: true, reason: true, note: true, version: true, answer: true, reply: true, createdAt: true, reporterId: true, revision: { select: { number: true } }, card: { select: { id: true, title: true, status: true, currentRevision: { select: { number: true } } } } },
  });
  const cards = new Map<string, FlaggedCard & { flags: FlaggedCard["flags"][number][] }>();
  for (const { card, revision, reporterId, createdAt, ...flag } of rows) {
    const known = cards.get(card.id) ?? { cardId: card.id, title: card.title, retired: card.status === "RETIRED", revision: card.currentRevision?.number ?? null, flags: [] };
    known.flags.push({ ...flag, createdAt: Number(createdAt), revision: revision.number, byVisitor: reporterId === null });
    cards.set(card.id, known);
  }
  return { cards: [...cards.values()], shown: rows.length, total: Math.max(total, rows.length) };
}

/** Decided flags, the last decision first; `after` is the last flag of the page before. */
export async function readFlagHistory(after: string | null): Promise<FlagHistory> {
  const database = await db();
  const rows = await database.cardFlag.findMany({
    where: { status: { not: "OPEN" } },
    orderBy: [{ resolvedAt: "desc" }, { id: "desc" }],
    ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
    take: PAGE + 1,
    include: { revision: { select: { number: true } }, card: { select: { title: true } } },
  });
  const shown = rows.slice(0, PAGE);
  const ids = [...new Set(shown.flatMap(({ resolvedById }) => resolvedById ?? []))];
  const people = await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } });
  const flags = shown.map((row): ResolvedFlag => ({
    id: row.id,
    cardId: row.cardId,
    title: row.card.title,
    reason: row.reason,
    note: row.note,
    version: row.version,
    answer: row.answer,
    reply: row.reply,
    createdAt: Number(row.createdAt),
    revision: row.revision.number,
    byVisitor: row.reporterId === null,
    accepted: row.status === "ACCEPTED",
    word: row.resolution ?? "",
    resolvedAt: Number(row.resolvedAt ?? 0),
    resolvedBy: people.find(({ id }) => id === row.resolvedById)?.email ?? null,
  }));
  return { flags, next: rows.length > PAGE ? (flags.at(-1)?.id ?? null) : null };
}

const ownFields = { id: true, reason: true, createdAt: true, status: true, resolution: true, reply: true, revision: { select: { number: true } }, card: { select: { id: true, title: true, status: true, revisions: { select: { number: true, createdAt: true } } } } } as const;

interface OwnRow {
  readonly id: string;
  readonly reason: string;
  readonly createdAt: bigint;
  readonly status: "OPEN" | "ACCEPTED" | "DISMISSED";
  readonly resolution: string | null;
  readonly reply: string | null;
  readonly revision: { readonly number: number };
  readonly card: { readonly revisions: readonly { readonly number: number; readonly createdAt: bigint }[] };
}

function ownFlagOf({ id, reason, createdAt, status, resolution, reply, revision, card }: OwnRow): OwnFlag {
  const revisions = card.revisions.map((one) => ({ number: one.number, createdAt: Number(one.createdAt) }));
  return { id, reason, createdAt: Number(createdAt), outcome: outcomeOf({ status, createdAt: Number(createdAt), word: resolution ?? "", reply: reply ?? "", seen: revision.number }, revisions) };
}

/** The user's own flags of a card, newest first. */
export async function readOwnFlags(userId: UserId, cardId: string): Promise<OwnFlag[]> {
  const rows = await (await db()).cardFlag.findMany({ where: { reporterId: userId, cardId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: OWN_AT_MOST, select: ownFields });
  return rows.map(ownFlagOf);
}

/** The user's flags that were decided or replied to and of which they have not read yet, the last decision first. */
export async function readUntold(userId: UserId): Promise<ToldFlag[]> {
  const rows = await (await db()).cardFlag.findMany({ where: { reporterId: userId, toldAt: null, ...NEWS() }, orderBy: [{ resolvedAt: "desc" }, { id: "desc" }], take: OWN_AT_MOST, select: ownFields });
  return rows.map((row) => ({ ...ownFlagOf(row), cardId: row.card.id, title: row.card.title, inLibrary: row.card.status === "PUBLISHED" }));
}

/** Who decided a flag and how; null for a flag that there is not, undefined while it is open. */
export async function readDecision(id: string): Promise<{ readonly accepted: boolean; readonly by: string | null } | null | undefined> {
  const database = await db();
  const flag = await database.cardFlag.findUnique({ where: { id }, select: { status: true, resolvedById: true } });
  if (flag === null) return null;
  if (flag.status === "OPEN") return undefined;
  const by = flag.resolvedById === null ? null : await database.user.findUnique({ where: { id: flag.resolvedById }, select: { email: true } });
  return { accepted: flag.status === "ACCEPTED", by: by?.email ?? null };
}
