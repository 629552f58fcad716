// The runs of all proofs: begun by the schedule or by an admin, card by card in a process that can be ended, taken up by another when one dies.
import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { UserId } from "../auth/user.ts";
import { VERSIONS } from "../cards/versions.ts";
import { now } from "../clock.ts";
import { cellsOf } from "../content/proof-cells.ts";
import { AppError } from "../errors.ts";
import { answerJson } from "../http/actions.ts";
import { proveInProcess } from "../lab/process.ts";
import { readNewestRun, readProvable, readRecorded, readSchedule } from "./data.ts";
import { findingsOf } from "./findings.ts";
import { beginRun, endRun, noteCard, takeUpRun } from "./mutations.ts";

/** After a start of the app, which has other things to do first. */
const START_AFTER_MS = 60_000;
/** When authors have filled the queue of programs. */
const BUSY_MS = 5_000;

const HERE = VERSIONS.join(",");

async function proveOne(runId: string, cardId: string): Promise<void> {
  const card = await readRecorded(cardId);
  if (card === null) return;
  const outcome = await whenFree(() => proveInProcess(card.source, true));
  if (outcome.kind === "killed") return noteCard(runId, cardId, "", [{ version: "", mode: "", before: null, after: "stopped", output: outcome.message }], now());
  const { results, engineHash } = outcome.reply;
  await noteCard(runId, cardId, engineHash, findingsOf(card.cells, cellsOf(results, { ranAt: now(), engineHash })), now());
}

async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.code === "too-many")) throw error;
      await pause(BUSY_MS, undefined, { ref: false });
    }
  }
}

/** Proves the cards after one of them, one at a time, so that authors' own runs find a place. */
export async function goThrough(runId: string, after: string | null): Promise<void> {
  for (const cardId of await readProvable(after)) await proveOne(runId, cardId);
  await endRun(runId, now());
}

/**
 * What has to be done after a start: the library is proven again when this Heapwise knows a Python that it did not know at
 * the last run, and a run whose process died goes on. Gives the run's id and where it goes on; null when nothing is to be done.
 */
export async function claimScheduled(): Promise<{ readonly id: string; readonly after: string | null } | null> {
  const { newest, recorded } = await readSchedule(now());
  if (newest?.waits) {
    const after = await takeUpRun(newest.id, now());
    return after === undefined ? null : { id: newest.id, after };
  }
  const known = newest === null ? recorded : newest.versions.split(",");
  // Without any record there is nothing that could have changed.
  if (known.length === 0 || VERSIONS.every((version) => known.includes(version))) return null;
  const id = `versions ${HERE}`;
  return (await beginRun(id, HERE, (await readProvable(null)).length, null, now())) ? { id, after: null } : null;
}

/** Looks once, a while after the start, whether the library has to be proven again. */
export function scheduleReproof(): void {
  const work = async (): Promise<void> => {
    const claimed = await claimScheduled();
    if (claimed !== null) await goThrough(claimed.id, claimed.after);
  };
  setTimeout(() => void work().catch(say), START_AFTER_MS).unref();
}

/** The run stays where it is, and is taken up at the next start. */
function say(error: unknown): void {
  console.error(JSON.stringify({ level: "error", what: "proving the library again", error: error instanceof Error ? error.name : typeof error }));
}

async function startBy(userId: UserId): Promise<string> {
  const newest = await readNewestRun(now());
  if (newest?.run.alive) throw new AppError("conflict", "The library is being proven already.");
  const id = randomUUID();
  await beginRun(id, HERE, (await readProvable(null)).length, userId, now());
  return id;
}

/** Answers `POST /api/studio/proofs`: begins a run of all proofs, which goes on after the answer. For admins. */
export function postProofs(request: Request): Promise<Response> {
  return answerJson(request, { schema: z.strictObject({}), role: "ADMIN", limit: "admin write" }, async (user) => {
    const id = await startBy(user.id);
    void goThrough(id, null).catch(say);
    return { id };
  });
}
