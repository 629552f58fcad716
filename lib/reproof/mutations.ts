import "server-only";
import { noteIn } from "../audit/mutations.ts";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { isUniqueViolation } from "../db/faults.ts";
import { ALIVE_MS } from "./data.ts";
import type { Finding } from "./findings.ts";

/** Begins a run; false where another process, or somebody else, began it. `by` is null for the schedule. `now` in UTC ms. */
export async function beginRun(id: string, versions: string, cards: number, by: UserId | null, now: number): Promise<boolean> {
  try {
    await (await db()).$transaction(async (tx) => {
      await tx.libraryRun.create({ data: { id, versions, cards, engineHash: "", startedById: by, startedAt: BigInt(now), aliveAt: BigInt(now) }, select: { id: true } });
      if (by !== null) await noteIn(tx, { name: "authz_admin", actorId: by, target: `run:${id}`, detail: { started: "proofs of the library" } }, now);
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Takes up a run whose process is gone: the last card that it proved, null before the first; undefined where it is no longer to be had. */
export async function takeUpRun(id: string, now: number): Promise<string | null | undefined> {
  const runs = (await db()).libraryRun;
  const { count } = await runs.updateMany({ where: { id, finishedAt: null, aliveAt: { lte: BigInt(now - ALIVE_MS) } }, data: { aliveAt: BigInt(now) } });
  return count === 1 ? (await runs.findUniqueOrThrow({ where: { id }, select: { lastCardId: true } })).lastCardId : undefined;
}

/** Stores what became of one card; both its findings and the run's place, or neither. */
export async function noteCard(id: string, cardId: string, engineHash: string, findings: readonly (Omit<Finding, "version" | "mode"> & { readonly version: string; readonly mode: string })[], now: number): Promise<void> {
  await (await db()).$transaction(async (tx) => {
    await tx.libraryRun.update({ where: { id }, data: { aliveAt: BigInt(now), lastCardId: cardId, done: { increment: 1 }, ...(engineHash !== "" && { engineHash }) }, select: { id: true } });
    await tx.libraryFinding.deleteMany({ where: { runId: id, cardId } });
    if (findings.length > 0) await tx.libraryFinding.createMany({ data: findings.map((finding) => ({ runId: id, cardId, ...finding })) });
  });
}

/** Ends a run. */
export async function endRun(id: string, now: number): Promise<void> {
  await (await db()).libraryRun.update({ where: { id }, data: { finishedAt: BigInt(now), aliveAt: BigInt(now) }, select: { id: true } });
}
