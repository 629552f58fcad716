import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { REASON_IDS } from "./reasons.ts";
import type { Flag } from "./types.ts";

const fields = {
  id: true, cardId: true, revisionId: true, reason: true, note: true, createdAt: true, status: true, resolvedAt: true, resolution: true,
  card: { select: { title: true, currentRevisionId: true } },
  revision: { select: { number: true } },
} as const;

interface Row {
  readonly id: string;
  readonly cardId: string;
  readonly revisionId: string;
  readonly reason: string;
  readonly note: string;
  readonly createdAt: bigint;
  readonly status: Flag["status"];
  readonly resolvedAt: bigint | null;
  readonly resolution: string | null;
  readonly card: { readonly title: string; readonly currentRevisionId: string | null };
  readonly revision: { readonly number: number };
}

function flagOf({ card, revision, revisionId, createdAt, resolvedAt, reason, ...row }: Row): Flag {
  return {
    ...row,
    title: card.title,
    reason: REASON_IDS.find((one) => one === reason) ?? "other",
    createdAt: Number(createdAt),
    revision: revision.number,
    changedSince: card.currentRevisionId !== revisionId,
    resolvedAt: resolvedAt === null ? null : Number(resolvedAt),
  };
}

/** Flags that wait, those of one card together, the oldest card first. */
export async function listOpen(): Promise<Flag[]> {
  const rows = await (await db()).cardFlag.findMany({ where: { status: "OPEN" }, select: fields, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const flags = rows.map(flagOf);
  const order = [...new Set(flags.map((flag) => flag.cardId))];
  return order.flatMap((cardId) => flags.filter((flag) => flag.cardId === cardId));
}

/** Flags that somebody answered, newest first. */
export async function listResolved(most = 100): Promise<Flag[]> {
  const rows = await (await db()).cardFlag.findMany({ where: { status: { not: "OPEN" } }, select: fields, orderBy: [{ resolvedAt: "desc" }, { id: "asc" }], take: most });
  return rows.map(flagOf);
}

/** What this user flagged of a card, newest first. */
export async function listOwn(userId: UserId, cardId: string): Promise<Flag[]> {
  const rows = await (await db()).cardFlag.findMany({ where: { reporterId: userId, cardId }, select: fields, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: 10 });
  return rows.map(flagOf);
}
