import type { CatalogueEntry, LibraryCard } from "../content/library-card.ts";
import type { CardChange } from "../edits/changes.ts";
import { buildQueue, type Candidate, type DayQueue } from "../scheduling/queue.ts";
import { dueDayOf, type Planning } from "../scheduling/state.ts";
import { dayEnd, type DayRule, dayToIso, studyDayOf, type StudyDay } from "../scheduling/study-day.ts";
import { answerKind, buttonOutcomes, type CardProgress, isBrought, isDrilling, UNTOUCHED } from "./fold.ts";
import type { ReviewCard, Today } from "./types.ts";

/** The study day of an instant, with its end. */
export function todayAt(instant: number, rule: DayRule): Today {
  const day = studyDayOf(instant, rule);
  return { day, iso: dayToIso(day), endsAt: dayEnd(day, rule), rule };
}

/** A user's wishes for a day. */
export interface DailyWish {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

/** The queue of a day from the library and a user's progress. `seed` orders what is equal. */
export function planDay(catalogue: readonly CatalogueEntry[], progress: ReadonlyMap<string, CardProgress>, wish: DailyWish, today: StudyDay, planning: Planning, seed: string): DayQueue {
  const candidates = catalogue.flatMap((card) => candidateOf(card, progress.get(card.id) ?? UNTOUCHED, today, planning));
  return buildQueue(candidates, { ...wish, ...doneOn(today, progress) }, today, seed);
}

function candidateOf(card: CatalogueEntry, progress: CardProgress, today: StudyDay, { lastPass }: Planning): Candidate[] {
  const { schedule, suspended, buriedDay, lastAnswer } = progress;
  if (suspended || buriedDay === today) return [];
  const { id: cardId, topic, level, followups, prerequisites } = card;
  return [
    {
      cardId,
      topic,
      level,
      followups,
      prerequisites,
      dueDay: dueDayOf(cardId, schedule, lastPass),
      answeredDay: lastAnswer?.day ?? null,
      drilling: isDrilling(progress, today),
      brought: isBrought(progress, today),
    },
  ];
}

/** How many cards were met for the first time on a day, and how many others were reviewed. Derived, never counted up. */
export function doneOn(today: StudyDay, progress: ReadonlyMap<string, CardProgress>): { readonly newDone: number; readonly reviewsDone: number } {
  const reviewed = [...progress.values()].flatMap(({ schedule }) => (schedule.status === "learned" && schedule.reviewedDay === today ? [schedule] : []));
  const newDone = reviewed.filter((schedule) => schedule.introducedDay === today).length;
  return { newDone, reviewsDone: reviewed.length - newDone };
}

/** A card as the review page needs it on a day. */
export function reviewCardOf(card: LibraryCard, progress: CardProgress, today: StudyDay, planning: Planning, change: CardChange | null = null): ReviewCard {
  return { ...card, change, progress, answerKind: answerKind(card.id, progress, today, planning), intervals: buttonOutcomes(card.id, progress, today, planning) };
}
