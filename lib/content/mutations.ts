// Not "server-only": the command that runs before the server starts needs these too.
import { randomUUID } from "node:crypto";
import { isSound } from "../cards/card.ts";
import { parseCard } from "../cards/parse.ts";
import { formatVersions } from "../cards/versions.ts";
import { type Database, db, type PrismaClient } from "../db/client.ts";
import { isUniqueViolation, isWriteConflict } from "../db/faults.ts";
import type { ProofCell } from "./library-card.ts";
import { entriesOf, isRecorded, type ProofFile } from "./proof-record.ts";
import { type CardFile, type EditClass, type Import, planSync, type StoredCard, searchTextOf, sourceHash, type SyncPlan } from "./sync.ts";

/** Sixty cards a transaction keep it far below the five seconds it may take, on a slow disk too. */
const CARDS_PER_TRANSACTION = 60;

/** How often a sync looks again because another process loaded the same library meanwhile. */
const ATTEMPTS = 5;

/**
 * Brings the database in line with the files, and says what was done. Running it again does
 * nothing, also while another process runs it. Each card is written whole or not at all.
 */
export async function syncLibrary(files: readonly CardFile[], proofs: ProofFile | null, now: number): Promise<SyncPlan> {
  const client = await db();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await syncOnce(client, files, proofs, now);
    } catch (error) {
      // Two starts at once: the other one's cards are there now, and the next plan leaves them out.
      if (attempt === ATTEMPTS || !(isUniqueViolation(error) || isWriteConflict(error))) throw error;
    }
  }
}

async function syncOnce(client: PrismaClient, files: readonly CardFile[], proofs: ProofFile | null, now: number): Promise<SyncPlan> {
  const plan = planSync(files, await readStored(client));
  await inBatches(plan.added, client, (tx, one) => addCard(tx, one, proofs, now));
  await inBatches(plan.changed, client, (tx, one) => reviseCard(tx, one, proofs, now));
  await inBatches(plan.adopted, client, async (tx, { id, importedHash }) => {
    await tx.card.update({ where: { id }, data: { importedHash, origin: "FILE", status: "PUBLISHED", updatedAt: now } });
  });
  await inBatches(plan.retired, client, async (tx, id) => {
    // Without the hash the sync knows that no admin retired it, and brings it back with its file.
    await tx.card.update({ where: { id }, data: { status: "RETIRED", importedHash: null, updatedAt: now } });
  });
  await keepMet(client, plan, now);
  await refreshProofs(client, [...plan.same, ...plan.adopted.map((one) => one.id)], proofs);
  const heldBack = await holdBackUnfit(client, proofs !== null);
  return { ...plan, reports: [...plan.reports, ...heldBack] };
}

/** Keeps the files that met an edit until an author has merged them, each with the text that both sides began from; forgets those that meet none any more. */
async function keepMet(client: PrismaClient, { met }: SyncPlan, now: number): Promise<void> {
  await client.incomingFile.deleteMany({ where: { cardId: { notIn: met.map(({ id }) => id) } } });
  await inBatches(met, client, async (tx, { id, source, hash }) => {
    const known = await tx.incomingFile.findUnique({ where: { cardId: id }, select: { hash: true } });
    if (known?.hash === hash) return;
    const { importedHash, revisions } = await tx.card.findUniqueOrThrow({ where: { id }, select: { importedHash: true, revisions: { select: { source: true } } } });
    const base = revisions.find((revision) => sourceHash(revision.source) === importedHash)?.source ?? null;
    const file = { source, hash, base, cameAt: now };
    await tx.incomingFile.upsert({ where: { cardId: id }, create: { cardId: id, ...file }, update: file });
  });
}

/**
 * Takes cards from files out of the library while they are not fit to be shown, and puts them back once they are. Gives a
 * sentence for each held back. Without any record of proofs (`recorded` false) nothing is known of them: they are shown, unmarked.
 */
async function holdBackUnfit(client: PrismaClient, recorded: boolean): Promise<string[]> {
  const rows = await client.card.findMany({
    where: { origin: "FILE", status: { in: ["PUBLISHED", "REVIEW"] }, currentRevisionId: { not: null } },
    select: { id: true, currentRevision: { select: { source: true, proofs: { select: { version: true, status: true } } } } },
    orderBy: { id: "asc" },
  });
  const judged = rows.flatMap(({ id, currentRevision }) => (currentRevision === null ? [] : [{ id, reason: unfitness(currentRevision, recorded) }]));
  const unfit = judged.flatMap(({ id, reason }) => (reason === null ? [] : [{ id, reason }]));
  const fit = judged.filter(({ reason }) => reason === null).map(({ id }) => id);
  await client.card.updateMany({ where: { id: { in: unfit.map(({ id }) => id) }, status: "PUBLISHED" }, data: { status: "REVIEW" } });
  await client.card.updateMany({ where: { id: { in: fit }, status: "REVIEW" }, data: { status: "PUBLISHED" } });
  return unfit.map(({ id, reason }) => `${id}: ${reason}; the card is not published`);
}

interface CurrentRevision {
  readonly source: string;
  readonly proofs: readonly { readonly version: string; readonly status: string }[];
}

function unfitness({ source, proofs }: CurrentRevision, recorded: boolean): string | null {
  const card = parseCard(source);
  // A format that became stricter: one old text must not take every page down that lists it.
  if (!isSound(card)) return "its text in the database is no longer a card without errors";
  if (!isRecorded(card)) return null;
  if (proofs.some((cell) => cell.status !== "held")) return "its recorded proof does not hold";
  const missing = recorded ? card.front.versions.filter((version) => !proofs.some((cell) => cell.version === version)) : [];
  return missing.length === 0 ? null : `its proof was not recorded in ${formatVersions(missing)} (npm run -s cards:record)`;
}

async function inBatches<T>(items: readonly T[], client: PrismaClient, write: (tx: Database, item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += CARDS_PER_TRANSACTION) {
    const batch = items.slice(start, start + CARDS_PER_TRANSACTION);
    await client.$transaction(async (tx) => {
      for (const item of batch) await write(tx, item);
    });
  }
}

async function readStored(database: Database): Promise<StoredCard[]> {
  const rows = await database.card.findMany({
    select: { id: true, origin: true, status: true, importedHash: true, currentRevision: { select: { source: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ currentRevision, ...card }) => ({ ...card, current: currentRevision }));
}

function columnsOf({ card, source }: Import, now: number) {
  const { topic, title, kind, level } = card.front;
  return { topic, title, kind, level, status: "PUBLISHED", origin: "FILE", importedHash: sourceHash(source), searchText: searchTextOf(card), updatedAt: now } as const;
}

async function addCard(tx: Database, one: Import, proofs: ProofFile | null, now: number): Promise<void> {
  const { id } = one.card.front;
  const columns = columnsOf(one, now);
  await tx.card.upsert({ where: { id }, create: { id, createdAt: now, ...columns }, update: columns });
  await addRevision(tx, one, 1, "REPLACE", proofs, now);
}

async function reviseCard(tx: Database, one: Import & { readonly editClass: EditClass }, proofs: ProofFile | null, now: number): Promise<void> {
  const { id } = one.card.front;
  await tx.card.update({ where: { id }, data: columnsOf(one, now) });
  const last = await tx.cardRevision.aggregate({ where: { cardId: id }, _max: { number: true } });
  await addRevision(tx, one, (last._max.number ?? 0) + 1, one.editClass, proofs, now);
}

async function addRevision(tx: Database, { card, source }: Import, number: number, editClass: EditClass | "REPLACE", proofs: ProofFile | null, now: number): Promise<void> {
  const id = randomUUID();
  const { id: cardId, evidence } = card.front;
  await tx.cardRevision.create({ data: { id, cardId, number, hash: card.hash, source, editClass, evidence, createdAt: now } });
  await tx.card.update({ where: { id: cardId }, data: { currentRevisionId: id } });
  const cells = entriesOf(proofs, cardId, card.hash);
  if (cells.length > 0) await tx.proofRecord.createMany({ data: cells.map((cell) => ({ revisionId: id, ...cell })) });
}

/** Stores proofs that were recorded again for a text that did not change. */
async function refreshProofs(client: PrismaClient, ids: readonly string[], proofs: ProofFile | null): Promise<void> {
  if (proofs === null || ids.length === 0) return;
  const rows = await client.card.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, currentRevision: { select: { id: true, hash: true, proofs: true } } },
  });
  const behind = rows.flatMap(({ id, currentRevision }) => {
    if (currentRevision === null) return [];
    const cells = entriesOf(proofs, id, currentRevision.hash);
    return cells.length === 0 || sameCells(currentRevision.proofs, cells) ? [] : [{ revisionId: currentRevision.id, cells }];
  });
  await inBatches(behind, client, async (tx, { revisionId, cells }) => {
    await tx.proofRecord.deleteMany({ where: { revisionId } });
    await tx.proofRecord.createMany({ data: cells.map((cell) => ({ revisionId, ...cell })) });
  });
}

type StoredCell = Omit<ProofCell, "version" | "mode" | "status" | "ranAt"> & { version: string; mode: string; status: string; ranAt: bigint };

function sameCells(stored: readonly StoredCell[], cells: readonly ProofCell[]): boolean {
  const key = (cell: StoredCell | ProofCell): string => JSON.stringify([cell.version, cell.mode, cell.status, Number(cell.ranAt), cell.engineHash, cell.output]);
  return stored.length === cells.length && JSON.stringify(stored.map(key).sort()) === JSON.stringify(cells.map(key).sort());
}
