import type { CatalogueEntry, LibraryCard } from "../content/library-card.ts";
import { relatedTo } from "../content/related.ts";
import type { SearchEntry } from "../content/search/entry.ts";
import { buildQueue, type Candidate, type DayQueue } from "../scheduling/queue.ts";
import { dueDayOf, type Planning } from "../scheduling/state.ts";
import { dayEnd, type DayRule, dayToIso, studyDayOf, type StudyDay } from "../scheduling/study-day.ts";
import { answerKind, buttonOutcomes, type CardProgress, isBrought, isDrilling, UNTOUCHED } from "./fold.ts";
import { LEECH_LAPSES } from "./personal-states.ts";
import type { LeechHelp, ReviewCard, Today } from "./types.ts";

/** Variants that are offered for a leech. */
const VARIANTS_AT_MOST = 3;

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
export function reviewCardOf(card: LibraryCard, progress: CardProgress, today: StudyDay, planning: Planning, { change = null, help = null }: Partial<Pick<ReviewCard, "change" | "help">> = {}): ReviewCard {
  return { ...card, change, help, progress, answerKind: answerKind(card.id, progress, today, planning), intervals: buttonOutcomes(card.id, progress, today, planning) };
}

/** Whether a card was forgotten so often that it is a leech, or the next lapse makes it one. */
export function needsHelp({ schedule }: CardProgress): boolean {
  return schedule.status === "learned" && schedule.lapses >= LEECH_LAPSES - 1;
}

/** What may help with a card: what it builds on, and cards near to it, those that lead on from it first. */
export function leechHelp(card: Pick<LibraryCard, "id" | "prerequisites" | "followups">, entries: readonly SearchEntry[], titles: ReadonlyMap<string, string>): LeechHelp {
  const named = (ids: readonly string[]) => ids.flatMap((id) => {
    const title = titles.get(id);
    return title === undefined ? [] : [{ id, title }];
  });
  return { prerequisites: named(card.prerequisites), variants: named([...card.followups, ...relatedTo(card, entries)]).slice(0, VARIANTS_AT_MOST) };
}
