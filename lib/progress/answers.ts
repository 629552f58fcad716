import type { AnswerKind, LogEvent } from "../reviews/events.ts";
import { byCard, inLogOrder, standing } from "../reviews/fold.ts";
import { PASS, type Quality } from "../scheduling/grade.ts";
import type { StudyDay } from "../scheduling/study-day.ts";

/** An event of the log with what only the measures read of it. */
export type MeasuredEvent = LogEvent & {
  readonly durationMs: number | null;
  /** 0 to 100, given before the answer was shown. */
  readonly confidence: number | null;
  readonly objective: "pass" | "fail" | null;
};

/** An answer that stands: it was not taken back. */
export interface Answer {
  readonly cardId: string;
  readonly studyDay: StudyDay;
  readonly kind: AnswerKind | "mock";
  readonly grade: Quality;
  readonly passed: boolean;
  /** Whether the card had not been answered on that day before, in whatever way. */
  readonly first: boolean;
  /**
   * The days that the card had been put off by when it was answered: those that its button showed, whatever scheduler would now
   * say; where none were kept, those that passed. Null when it was new.
   */
  readonly intervalDays: number | null;
  readonly durationMs: number | null;
  readonly confidence: number | null;
  readonly objective: "pass" | "fail" | null;
}

/** The answers of a user's log that stand, card by card, each card's in the order of the log. Events come in any order. */
export function answersOf(events: readonly MeasuredEvent[]): Answer[] {
  const measured = new Map(events.map((event) => [event.id, event]));
  return [...byCard(events).values()].flatMap((own) => answersOfCard(own, measured));
}

/** The review that last moved a card. */
interface Moved {
  readonly day: StudyDay;
  readonly dueDay: StudyDay | null;
}

const putOffBy = (moved: Moved | null, day: StudyDay): number | null => (moved === null ? null : (moved.dueDay ?? day) - moved.day);

function answersOfCard(events: readonly LogEvent[], measured: ReadonlyMap<string, MeasuredEvent>): Answer[] {
  const answers: Answer[] = [];
  const answered = new Set<StudyDay>();
  let moved: Moved | null = null;
  for (const event of standing(inLogOrder(events))) {
    if (event.kind === "reset") moved = null;
    if (!("grade" in event)) continue;
    const { cardId, studyDay, kind, grade } = event;
    const { durationMs = null, confidence = null, objective = null } = measured.get(event.id) ?? {};
    answers.push({ cardId, studyDay, kind, grade, passed: grade >= PASS, first: !answered.has(studyDay), intervalDays: putOffBy(moved, studyDay), durationMs, confidence, objective });
    answered.add(studyDay);
    // Only the first review of a study day moves a card.
    if (event.kind === "review" && (moved === null || studyDay > moved.day)) moved = { day: studyDay, dueDay: event.shownDueDay };
  }
  return answers;
}

/** The answers of the study days `from` to `to`, both included. */
export function between<A extends { readonly studyDay: StudyDay }>(answers: readonly A[], from: StudyDay, to: StudyDay): A[] {
  return answers.filter(({ studyDay }) => studyDay >= from && studyDay <= to);
}
