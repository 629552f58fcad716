import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { logEventOf } from "../reviews/state-row.ts";
import type { MeasuredEvent } from "./answers.ts";

const measuredFields = { id: true, cardId: true, kind: true, grade: true, answeredAt: true, studyDay: true, shownDueDay: true, scheduler: true, undoes: true, dueDay: true, reason: true, durationMs: true, confidence: true, objective: true } as const;

/** A user's whole log as the measures read it, in no order. */
export async function readMeasuredLog(userId: UserId): Promise<MeasuredEvent[]> {
  const rows = await (await db()).reviewEvent.findMany({ where: { userId }, select: measuredFields });
  return rows.map((row) => ({ ...logEventOf(row), durationMs: row.durationMs, confidence: row.confidence, objective: objectiveOf(row.objective) }));
}

const objectiveOf = (text: string | null): "pass" | "fail" | null => (text === "pass" || text === "fail" ? text : null);
