import fc from "fast-check";
import type { EventBody, LogEvent, StoredBody } from "../../lib/reviews/events.ts";
import { toLogEvent } from "../../lib/reviews/events.ts";
import type { Quality } from "../../lib/scheduling/grade.ts";
import { studyDayOf } from "../../lib/scheduling/study-day.ts";
import { SCHEDULER } from "../../lib/scheduling/sm2.ts";

export const UTC4 = { zone: "UTC", rolloverHour: 4 };
export const DAY_MS = 86_400_000;

/** Noon of 2026-06-15 UTC. */
export const NOON = Date.parse("2026-06-15T12:00:00Z");

/** A UUID that sorts by its number. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
}

export interface Place {
  readonly cardId: string;
  readonly revisionId: string;
}

const SOMEWHERE: Place = { cardId: "small-ints", revisionId: "revision-1" };

/** A review as a client makes it. */
export function reviewBody(n: number, grade: Quality, answeredAt: number, place: Place = SOMEWHERE): EventBody & { readonly kind: "review" } {
  return {
    id: uuid(n),
    kind: "review",
    ...place,
    grade,
    answeredAt,
    shownAt: answeredAt - 8_000,
    durationMs: 8_000,
    baseEventId: null,
    confidence: null,
    objective: null,
    shownDueDay: null,
    scheduler: SCHEDULER,
  };
}

export function redrillBody(n: number, grade: Quality, answeredAt: number, place: Place = SOMEWHERE): EventBody {
  return { ...reviewBody(n, grade, answeredAt, place), kind: "redrill" };
}

export function cramBody(n: number, grade: Quality, answeredAt: number, place: Place = SOMEWHERE): EventBody {
  return { ...reviewBody(n, grade, answeredAt, place), kind: "cram" };
}

export function markBody(n: number, kind: "suspend" | "unsuspend" | "bury" | "reset", answeredAt: number, place: Place = SOMEWHERE): EventBody {
  return { id: uuid(n), kind, ...place, answeredAt, baseEventId: null };
}

export function undoBody(n: number, undoes: number, answeredAt: number, place: Place = SOMEWHERE): EventBody {
  return { id: uuid(n), kind: "undo", ...place, undoes: uuid(undoes), answeredAt, baseEventId: null };
}

/** An answer given in a mock interview, and the card brought into the queue of a day. */
export function mockBody(n: number, grade: Quality, answeredAt: number, place: Place = SOMEWHERE): StoredBody {
  const { shownDueDay: _, ...answer } = reviewBody(n, grade, answeredAt, place);
  return { ...answer, kind: "mock" };
}

export function rescheduleBody(n: number, dueDay: number, answeredAt: number, place: Place = SOMEWHERE): StoredBody {
  return { id: uuid(n), kind: "reschedule", ...place, dueDay, reason: "missed in the mock interview", answeredAt, baseEventId: null };
}

export const inLog = (body: StoredBody): LogEvent => toLogEvent(body, UTC4);

const quality = fc.constantFrom<Quality>(0, 1, 2, 3, 4, 5);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("review" as const), grade: quality }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("redrill" as const), grade: quality }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("suspend" as const, "unsuspend" as const, "bury" as const, "reset" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("mock" as const), grade: quality }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("reschedule" as const), daysAhead: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo" as const), target: fc.nat(1_000) }) },
);

/** Logs of two cards over some weeks, in the order they were lived; undos name an event before them. */
export const livedLog = fc
  .array(fc.record({ step, gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3 * DAY_MS })), card: fc.constantFrom("card-a", "card-b") }), { maxLength: 25 })
  .map((rows) => {
    let at = NOON;
    const bodies: StoredBody[] = [];
    rows.forEach((row, index) => {
      at += row.gapMs;
      const place = { cardId: row.card, revisionId: `${row.card}-1` };
      const own = bodies.filter((body) => body.cardId === row.card);
      if (row.step.kind === "review") bodies.push(reviewBody(index, row.step.grade, at, place));
      else if (row.step.kind === "redrill") bodies.push(redrillBody(index, row.step.grade, at, place));
      else if (row.step.kind === "mock") bodies.push(mockBody(index, row.step.grade, at, place));
      else if (row.step.kind === "reschedule") bodies.push(rescheduleBody(index, studyDayOf(at, UTC4) + row.step.daysAhead, at, place));
      else if (row.step.kind !== "undo") bodies.push(markBody(index, row.step.kind, at, place));
      else {
        const target = own[row.step.target % Math.max(1, own.length)];
        if (target !== undefined) bodies.push({ id: uuid(index), kind: "undo", ...place, undoes: target.id, answeredAt: at, baseEventId: null });
      }
    });
    return bodies;
  });
