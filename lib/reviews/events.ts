import type { Quality } from "../scheduling/grade.ts";
import type { DayRule, StudyDay } from "../scheduling/study-day.ts";
import { studyDayOf } from "../scheduling/study-day.ts";

/**
 * The form that the events of a request have. It counts up when a field is changed so that an earlier server could not read it; the form before
 * is taken too, as pages are open while a deployment rolls.
 */
export const EVENT_FORM = 1;

/**
 * How an answer counts. `review` moves the memory (the first of a study day; a later one is kept
 * and counts as a redrill); `redrill` is asked again the same day; `cram` is out of turn, as in a drill. The last
 * two change neither easiness, repetitions nor due day, and a cram does not change what is asked today either.
 */
export type AnswerKind = "review" | "redrill" | "cram";

/** What a user decides about a card. `bury` hides it for the study day, `suspend` until `unsuspend`; `reset` makes it new. */
export type MarkKind = "suspend" | "unsuspend" | "bury" | "reset";

/**
 * What a mock interview leaves in the log; a learner may reschedule too. `mock` is an answer that was given there; it moves nothing.
 * `reschedule` brings the card into the queue of a day, whatever its own due day is; the first review on or after that day settles it.
 */
export type InterviewKind = "mock" | "reschedule";

export type EventKind = AnswerKind | MarkKind | InterviewKind | "undo";

interface BodyHead {
  /** A UUID in lower case, made by the client once per deed. Sent twice it counts once. */
  readonly id: string;
  readonly cardId: string;
  /** The revision that was on the screen. */
  readonly revisionId: string;
  /** When it was done by the client's clock, UTC ms. */
  readonly answeredAt: number;
  /** `lastEventId` of the card's progress as the client knew it. */
  readonly baseEventId: string | null;
}

export interface AnswerBody extends BodyHead {
  readonly kind: AnswerKind;
  readonly grade: Quality;
  /** When the question was shown, UTC ms. */
  readonly shownAt: number;
  /** From the question to the grade, without pauses, in ms. */
  readonly durationMs: number;
  /** 0 to 100, given before the answer was revealed. */
  readonly confidence: number | null;
  /** What a program said of the answer, where one judged it. */
  readonly objective: "pass" | "fail" | null;
  /** The due day on the button that was pressed; null for redrill and cram. */
  readonly shownDueDay: StudyDay | null;
  /** `schedulerName` of the setting as the client had it. */
  readonly scheduler: string;
}

export interface MarkBody extends BodyHead {
  readonly kind: MarkKind;
}

export interface UndoBody extends BodyHead {
  readonly kind: "undo";
  /** The event of the same card that is taken back; it may be an undo. */
  readonly undoes: string;
}

export interface RescheduleBody extends BodyHead {
  readonly kind: "reschedule";
  readonly dueDay: StudyDay;
  /** For the learner: `missed in the mock interview of 28 November: …`. */
  readonly reason: string;
}

/** An event as the client makes, keeps and sends it. A visitor's browser keeps the same. */
export type EventBody = AnswerBody | MarkBody | UndoBody | RescheduleBody;

export interface MockBody extends Omit<AnswerBody, "kind" | "shownDueDay"> {
  readonly kind: "mock";
}

/** Any event that is stored: a client's, or one that the server makes of an interview. */
export type StoredBody = EventBody | MockBody;

interface LogHead {
  readonly id: string;
  readonly cardId: string;
  /** UTC ms, within the bounds of `clampAnsweredAt`. */
  readonly answeredAt: number;
  /** The study day of `answeredAt` under the zone and rollover of that time. */
  readonly studyDay: StudyDay;
}

/** What the fold reads of an event. */
export type LogEvent = LogHead &
  (
    | { readonly kind: "review"; readonly grade: Quality; readonly shownDueDay: StudyDay | null; readonly scheduler: string }
    | { readonly kind: "redrill" | "cram" | "mock"; readonly grade: Quality }
    | { readonly kind: "reschedule"; readonly dueDay: StudyDay; readonly reason: string }
    | { readonly kind: MarkKind }
    | { readonly kind: "undo"; readonly undoes: string }
  );

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How far ahead a client's clock may be. */
export const CLOCK_LEAD_MS = 2 * MINUTE_MS;

/** How old an event may be without a question, also from before the account: a visitor's answers, a device offline. */
export const TRUSTED_AGE_MS = 30 * DAY_MS;

/**
 * The time at which an event counts. Ahead of the server by more than two minutes: when it was
 * received. Older than thirty days: not before the account was made. Otherwise as claimed.
 */
export function clampAnsweredAt(claimed: number, receivedAt: number, accountCreatedAt: number): number {
  if (claimed > receivedAt + CLOCK_LEAD_MS) return receivedAt;
  return claimed >= receivedAt - TRUSTED_AGE_MS ? claimed : Math.max(claimed, accountCreatedAt);
}

/** The event as it stands in a log; `answeredAt` is taken as it is. */
export function toLogEvent(body: StoredBody, rule: DayRule): LogEvent {
  const { id, cardId, answeredAt } = body;
  const head = { id, cardId, answeredAt, studyDay: studyDayOf(answeredAt, rule) };
  switch (body.kind) {
    case "review":
      return { ...head, kind: body.kind, grade: body.grade, shownDueDay: body.shownDueDay, scheduler: body.scheduler };
    case "redrill":
    case "cram":
    case "mock":
      return { ...head, kind: body.kind, grade: body.grade };
    case "reschedule":
      return { ...head, kind: body.kind, dueDay: body.dueDay, reason: body.reason };
    case "undo":
      return { ...head, kind: body.kind, undoes: body.undoes };
    default:
      return { ...head, kind: body.kind };
  }
}
