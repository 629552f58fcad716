// A correction reaches a learner when they come back: their day is then known, and a publish does not wait for everybody's log.
import "server-only";
import type { CurrentUser } from "../auth/user.ts";
import { idOf } from "../interview/log-events.ts";
import type { RescheduleBody } from "../reviews/events.ts";
import { recordEvents } from "../reviews/mutations.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import { tellingEdit } from "./changes.ts";
import { readCorrections, readSeen, readStored } from "./data.ts";

/** What the learner reads beside a card that was brought forward. */
const REASON = "corrected since you learnt it";

/**
 * Brings the cards into today's queue whose answer was corrected after the user last answered them: once for each
 * correction, with the reason. History and memory stay as they are. `now` in UTC ms.
 */
export async function bringCorrected(user: CurrentUser, today: StudyDay, now: number): Promise<void> {
  const corrections = await readCorrections(user.id);
  if (corrections.length === 0) return;
  const cardIds = [...new Set(corrections.map(({ cardId }) => cardId))];
  const seen = await readSeen(user.id, cardIds);
  const bodies = cardIds.flatMap((cardId): RescheduleBody[] => {
    const edit = tellingEdit(corrections.filter((one) => one.cardId === cardId), seen.get(cardId)?.number ?? Number.POSITIVE_INFINITY);
    if (edit === null) return [];
    const reason = edit.change === null || edit.change === "" ? REASON : `${REASON}: ${edit.change}`;
    return [{ id: idOf(`${edit.id} corrected ${user.id}`), kind: "reschedule", cardId, revisionId: edit.currentRevisionId, dueDay: today, reason, answeredAt: now, baseEventId: null }];
  });
  const stored = await readStored(user.id, bodies.map(({ id }) => id));
  const fresh = bodies.filter(({ id }) => !stored.has(id));
  if (fresh.length === 0) return;
  await recordEvents({ userId: user.id, createdAt: user.createdAt, timeZone: user.timeZone, rolloverHour: user.rolloverHour }, fresh, now);
}
