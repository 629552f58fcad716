import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { inLogOrder } from "../reviews/fold.ts";
import type { StudyDay } from "../scheduling/study-day.ts";

/** An event of the log as programs read it. */
export interface ReadEvent {
  readonly id: string;
  readonly cardId: string;
  readonly kind: string;
  readonly grade: number | null;
  /** UTC ms. */
  readonly answeredAt: number;
  readonly studyDay: StudyDay;
  readonly durationMs: number | null;
  readonly confidence: number | null;
  readonly undoes: string | null;
}

/** A user's events of the study days `from` to `to`, in the order of the log. */
export async function readEventsOf(userId: UserId, from: StudyDay, to: StudyDay): Promise<ReadEvent[]> {
  const rows = await (await db()).reviewEvent.findMany({
    where: { userId, studyDay: { gte: from, lte: to } },
    select: { id: true, cardId: true, kind: true, grade: true, answeredAt: true, studyDay: true, durationMs: true, confidence: true, undoes: true },
  });
  return inLogOrder(rows.map(({ answeredAt, ...row }) => ({ ...row, answeredAt: Number(answeredAt) })));
}
