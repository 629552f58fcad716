import type { MeasuredEvent } from "../../lib/progress/answers.ts";
import type { Quality } from "../../lib/scheduling/grade.ts";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";
import { uuid } from "../reviews/logs.ts";
import { SCHEDULER } from "../../lib/scheduling/sm2.ts";

/** The study day that the fixture is looked at from: a Monday. */
export const TODAY = dayFromIso("2026-06-15");

interface Given {
  readonly confidence?: number;
  readonly seconds?: number;
  readonly objective?: "pass" | "fail";
  /** The days on the button that was pressed. */
  readonly days?: number;
}

let made = 0;

const noonOf = (day: number): number => day * 86_400_000 + 12 * 3_600_000;

/** An answer `ago` days before TODAY. Later answers of a day come after earlier ones. */
export function answer(cardId: string, ago: number, kind: "review" | "redrill" | "cram" | "mock", grade: Quality, { confidence, seconds, objective, days }: Given = {}): MeasuredEvent {
  made += 1;
  const studyDay = TODAY - ago;
  const head = { id: uuid(made), cardId, answeredAt: noonOf(studyDay) + made, studyDay, durationMs: seconds === undefined ? null : seconds * 1_000, confidence: confidence ?? null, objective: objective ?? null };
  return kind === "review" ? { ...head, kind, grade, shownDueDay: days === undefined ? null : studyDay + days, scheduler: SCHEDULER } : { ...head, kind, grade };
}

export function undo(target: MeasuredEvent): MeasuredEvent {
  made += 1;
  return { id: uuid(made), cardId: target.cardId, answeredAt: target.answeredAt + 1, studyDay: target.studyDay, kind: "undo", undoes: target.id, durationMs: null, confidence: null, objective: null };
}

const takenBack = answer("b", 3, "review", 0, { days: 1 });

/**
 * Three cards, all met 70 days before TODAY. The days that SM-2 gives, by hand (Good keeps EF at 2.50: 1, 6, 15, 38):
 *
 *   card a   day -70 Good (1)   -69 Good (6)   -63 Good (15)   -48 Good (38)   -10 Good: put off by 38 days, mature
 *   card b   day -70 Good (1)   -69 Good (6)   -63 Again (1): put off by 6    -62 Hard (1)   -3 Good: put off by 1
 *            on -63 a redrill to Good follows; on -3 an Again is given first and taken back
 *   card c   day -70 Again (1)  the same day a redrill Again, a redrill Good   -1 cram Good, then the review Good
 *
 * Each button showed these days; only for the 38 of card a nothing was kept, and they passed.
 */
export const LOG: readonly MeasuredEvent[] = [
  answer("a", 70, "review", 4, { seconds: 10, days: 1 }),
  answer("a", 69, "review", 4, { seconds: 20, days: 6 }),
  answer("a", 63, "review", 4, { days: 15 }),
  answer("a", 48, "review", 4),
  answer("a", 10, "review", 4, { seconds: 600 }),
  answer("b", 70, "review", 4, { seconds: 30, days: 1 }),
  answer("b", 69, "review", 4, { days: 6 }),
  answer("b", 63, "review", 2, { days: 1 }),
  answer("b", 63, "redrill", 4),
  answer("b", 62, "review", 3, { days: 1 }),
  takenBack,
  undo(takenBack),
  answer("b", 3, "review", 4, { seconds: 5 }),
  answer("c", 70, "review", 1, { seconds: 5, days: 1 }),
  answer("c", 70, "redrill", 2),
  answer("c", 70, "redrill", 4),
  answer("c", 1, "cram", 4, { seconds: 7 }),
  answer("c", 1, "review", 4, { seconds: 8 }),
];
