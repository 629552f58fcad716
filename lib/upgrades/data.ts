import "server-only";
import { db } from "../db/client.ts";
import type { Upgrade, UpgradeRow } from "./types.ts";

/** The cards whose edit met a file of the release, the oldest first. */
export async function readUpgrades(): Promise<UpgradeRow[]> {
  const rows = await (await db()).incomingFile.findMany({ orderBy: [{ cameAt: "asc" }, { cardId: "asc" }], select: { cardId: true, cameAt: true, card: { select: { title: true } } } });
  return rows.map(({ cardId, cameAt, card }) => ({ cardId, title: card.title, cameAt: Number(cameAt) }));
}

/** The three texts of one of them, or null. */
export async function readUpgrade(cardId: string): Promise<Upgrade | null> {
  const row = await (await db()).incomingFile.findUnique({ where: { cardId }, include: { card: { select: { title: true, draft: { select: { id: true } }, currentRevision: { select: { id: true, source: true } } } } } });
  if (row === null || row.card.currentRevision === null) return null;
  const { hash, base, source, cameAt, card } = row;
  return { cardId, title: card.title, cameAt: Number(cameAt), hash, base, theirs: source, mine: row.card.currentRevision.source, mineRevisionId: row.card.currentRevision.id, hasDraft: card.draft !== null };
}
