import { isQuality, type Quality } from "../scheduling/grade.ts";
import { isFsrs, type Memory } from "../scheduling/scheduler.ts";
import { UNSEEN } from "../scheduling/sm2.ts";
import { NEW, type Schedule } from "../scheduling/state.ts";
import type { EventKind, LogEvent } from "./events.ts";
import type { CardProgress } from "./fold.ts";

/** The columns of CardState that hold a card's progress. */
export interface StateRow {
  readonly cardId: string;
  readonly repetitions: number;
  readonly easiness: number;
  readonly interval: number;
  readonly dueDay: number;
  readonly lastEventId: string;
  readonly lapses: number;
  readonly status: string;
  readonly buriedDay: number | null;
  readonly introducedDay: number | null;
  readonly reviewedDay: number | null;
  readonly answeredDay: number | null;
  readonly lastGrade: number | null;
  readonly broughtDay: number | null;
  readonly broughtReason: string | null;
  readonly stability: bigint | null;
  readonly difficulty: number | null;
}

/** FSRS's figures are rounded to hundred-millionths, so whole numbers keep them exactly, on every database and in every backup. */
const FSRS_UNIT = 1e8;

/** The row of a card with at least one event. A card that is new again keeps a row without days. */
export function rowOf(cardId: string, progress: CardProgress): StateRow {
  const { schedule, suspended, buriedDay, brought, lastAnswer, lastEventId } = progress;
  if (lastEventId === null) throw new Error(`Card ${cardId} has no events, so it has no state to keep.`);
  const learned = schedule.status === "learned" ? schedule : null;
  const memory = learned?.memory ?? UNSEEN;
  return {
    cardId,
    repetitions: memory.repetitions,
    easiness: isFsrs(memory) ? 0 : memory.easiness,
    interval: memory.intervalDays,
    dueDay: learned?.dueDay ?? 0,
    lastEventId,
    lapses: learned?.lapses ?? 0,
    status: suspended ? "suspended" : "active",
    buriedDay,
    introducedDay: learned?.introducedDay ?? null,
    reviewedDay: learned?.reviewedDay ?? null,
    answeredDay: lastAnswer?.day ?? null,
    lastGrade: lastAnswer?.grade ?? null,
    broughtDay: brought?.day ?? null,
    broughtReason: brought?.reason ?? null,
    stability: isFsrs(memory) ? BigInt(Math.round(memory.stability * FSRS_UNIT)) : null,
    difficulty: isFsrs(memory) ? Math.round(memory.difficulty * FSRS_UNIT) : null,
  };
}

/** The progress that a row was made from. */
export function progressOf(row: StateRow): CardProgress {
  const { answeredDay, lastGrade, broughtDay, broughtReason } = row;
  return {
    schedule: scheduleOf(row),
    suspended: row.status === "suspended",
    buriedDay: row.buriedDay,
    brought: broughtDay === null ? null : { day: broughtDay, reason: broughtReason ?? "" },
    lastAnswer: answeredDay === null || lastGrade === null ? null : { day: answeredDay, grade: gradeOf(lastGrade) },
    lastEventId: row.lastEventId,
  };
}

function scheduleOf(row: StateRow): Schedule {
  const { introducedDay, reviewedDay, dueDay, lapses } = row;
  if (introducedDay === null || reviewedDay === null) return NEW;
  return { status: "learned", memory: memoryOf(row), dueDay, reviewedDay, introducedDay, lapses };
}

function memoryOf({ repetitions, easiness, interval: intervalDays, stability, difficulty }: StateRow): Memory {
  if (stability === null || difficulty === null) return { repetitions, easiness, intervalDays };
  return { repetitions, stability: Number(stability) / FSRS_UNIT, difficulty: difficulty / FSRS_UNIT, intervalDays };
}

/** The columns of ReviewEvent that the fold reads. */
export interface EventRow {
  readonly id: string;
  readonly cardId: string;
  readonly kind: string;
  readonly grade: number | null;
  readonly answeredAt: bigint;
  readonly studyDay: number;
  readonly shownDueDay: number | null;
  readonly scheduler: string;
  readonly undoes: string | null;
  readonly dueDay: number | null;
  readonly reason: string | null;
}

/** Which columns those are, for a query. */
export const eventFields = { id: true, cardId: true, kind: true, grade: true, answeredAt: true, studyDay: true, shownDueDay: true, scheduler: true, undoes: true, dueDay: true, reason: true } as const satisfies Record<keyof EventRow, true>;

/** A stored event as the fold reads it. Throws on a row that this version cannot have written. */
export function logEventOf(row: EventRow): LogEvent {
  const { id, cardId, studyDay, grade, undoes, shownDueDay, dueDay, reason } = row;
  const head = { id, cardId, studyDay, answeredAt: Number(row.answeredAt) };
  const kind = row.kind as EventKind;
  switch (kind) {
    case "review":
      return { ...head, kind, grade: gradeOf(grade), shownDueDay, scheduler: row.scheduler };
    case "redrill":
    case "cram":
    case "mock":
      return { ...head, kind, grade: gradeOf(grade) };
    case "reschedule":
      if (dueDay === null) throw new Error(`Event ${id} reschedules to no day.`);
      return { ...head, kind, dueDay, reason: reason ?? "" };
    case "suspend":
    case "unsuspend":
    case "bury":
    case "reset":
      return { ...head, kind };
    case "undo":
      if (undoes === null) throw new Error(`Event ${id} is an undo of nothing.`);
      return { ...head, kind, undoes };
    default:
      throw new Error(`Event ${id} is of the unknown kind "${kind satisfies never}".`);
  }
}

function gradeOf(value: number | null): Quality {
  if (!isQuality(value)) throw new Error(`${value} is not a grade from 0 to 5.`);
  return value;
}
