import "server-only";
import { db } from "../db/client.ts";
import type { RecordedCell } from "./findings.ts";
import type { RunReport, RunRow } from "./types.ts";

/** A run that moved on within this time has a process. */
export const ALIVE_MS = 3 * 60_000;
const FINDINGS_AT_MOST = 500;

interface StoredRun {
  readonly id: string;
  readonly startedAt: bigint;
  readonly aliveAt: bigint;
  readonly finishedAt: bigint | null;
  readonly versions: string;
  readonly startedById: string | null;
  readonly cards: number;
  readonly done: number;
}

async function rowOf(run: StoredRun, now: number): Promise<RunRow> {
  const { id, startedAt, aliveAt, finishedAt, versions, startedById, cards, done } = run;
  const by = startedById === null ? null : await (await db()).user.findUnique({ where: { id: startedById }, select: { email: true } });
  return { id, startedAt: Number(startedAt), finishedAt: finishedAt === null ? null : Number(finishedAt), versions, alive: finishedAt === null && aliveAt > BigInt(now - ALIVE_MS), cards, done, startedBy: by?.email ?? null };
}

/** The newest run with its findings, those that no longer hold first; null before the first. `now` in UTC ms. */
export async function readNewestRun(now: number): Promise<RunReport | null> {
  const database = await db();
  const run = await database.libraryRun.findFirst({ orderBy: [{ startedAt: "desc" }, { id: "desc" }] });
  if (run === null) return null;
  const where = { runId: run.id };
  const [rows, total] = await Promise.all([database.libraryFinding.findMany({ where, orderBy: [{ cardId: "asc" }, { version: "asc" }, { mode: "asc" }], take: FINDINGS_AT_MOST }), database.libraryFinding.count({ where })]);
  const cards = await database.card.findMany({ where: { id: { in: [...new Set(rows.map(({ cardId }) => cardId))] } }, select: { id: true, title: true } });
  const findings = rows.map(({ runId: _, ...row }) => ({ ...row, title: cards.find(({ id }) => id === row.cardId)?.title ?? row.cardId }));
  return { run: await rowOf(run, now), findings, total };
}

/** What a schedule goes by: the versions of the newest run, whether it waits for a process, and the versions that any proof was recorded in. */
export async function readSchedule(now: number): Promise<{ readonly newest: { readonly id: string; readonly versions: string; readonly waits: boolean } | null; readonly recorded: readonly string[] }> {
  const database = await db();
  const [run, recorded] = await Promise.all([database.libraryRun.findFirst({ orderBy: [{ startedAt: "desc" }, { id: "desc" }] }), database.proofRecord.groupBy({ by: ["version"] })]);
  const newest = run === null ? null : { id: run.id, versions: run.versions, waits: run.finishedAt === null && run.aliveAt <= BigInt(now - ALIVE_MS) };
  return { newest, recorded: recorded.map(({ version }) => version) };
}

/** The ids of the published cards whose proofs are run here, after one of them, in order. */
export async function readProvable(after: string | null): Promise<string[]> {
  const rows = await (await db()).card.findMany({ where: { status: { in: ["PUBLISHED", "REVIEW"] }, ...(after !== null && { id: { gt: after } }), currentRevision: { evidence: { in: ["proven", "model"] } } }, orderBy: { id: "asc" }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** A card's text and what was recorded of it; null where it is gone. */
export async function readRecorded(cardId: string): Promise<{ readonly source: string; readonly cells: readonly RecordedCell[] } | null> {
  const card = await (await db()).card.findUnique({ where: { id: cardId }, select: { currentRevision: { select: { source: true, proofs: { select: { version: true, mode: true, status: true } } } } } });
  return card?.currentRevision == null ? null : { source: card.currentRevision.source, cells: card.currentRevision.proofs };
}
