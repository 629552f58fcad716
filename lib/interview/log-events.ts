import { sha256 } from "../cards/sha256.ts";
import type { MockBody, RescheduleBody } from "../reviews/events.ts";
import type { Quality } from "../scheduling/grade.ts";
import { SCHEDULER } from "../scheduling/sm2.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import type { DrillItem, PromptReport } from "./report.ts";

/** A UUID of version 8 (RFC 9562) made of a name: the same deed has the same id, so that doing it again stores nothing. */
export function idOf(name: string): string {
  const hex = sha256(name);
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** SM-2's quality nearest to a score: all said, most, some, nothing. */
export function qualityOfScore(score: number): Quality {
  if (score >= 1) return 4;
  if (score >= 0.5) return 3;
  return score > 0 ? 2 : 1;
}

/** The log's note of an answer; null for a prompt without one. */
export function mockEvent(interviewId: string, { prompt, score, usedSeconds }: PromptReport): MockBody | null {
  if (score === null || prompt.submittedAt === null) return null;
  return {
    id: idOf(`${interviewId} mock ${prompt.position}`),
    kind: "mock",
    cardId: prompt.cardId,
    revisionId: prompt.revisionId,
    grade: qualityOfScore(score),
    answeredAt: prompt.submittedAt,
    shownAt: prompt.shownAt ?? prompt.submittedAt,
    durationMs: (usedSeconds ?? 0) * 1_000,
    confidence: prompt.confidence,
    objective: prompt.objective,
    scheduler: SCHEDULER,
    baseEventId: null,
  };
}

/** The id of the event that brings a card of an interview forward. */
export const drillId = (interviewId: string, cardId: string): string => idOf(`${interviewId} drill ${cardId}`);

/** Brings a card into the queue of `dueDay`. `revisionId` is the card's current one, `now` in UTC ms. */
export function drillEvent(interviewId: string, { cardId, reason }: DrillItem, revisionId: string, dueDay: StudyDay, now: number): RescheduleBody {
  return { id: drillId(interviewId, cardId), kind: "reschedule", cardId, revisionId, dueDay, reason, answeredAt: now, baseEventId: null };
}
