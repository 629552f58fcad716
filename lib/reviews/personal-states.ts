import type { PersonalState } from "../content/search/query.ts";
import { dueDayOf, type Planning } from "../scheduling/state.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import { type CardProgress, isBrought } from "./fold.ts";

/** So many lapses make a card a leech, as in Anki: its wording is more likely at fault than the learner. */
export const LEECH_LAPSES = 8;

/** Whether a card's progress is in a state on a study day. */
export function inPersonalState(cardId: string, progress: CardProgress, state: PersonalState, today: StudyDay, { lastPass }: Pick<Planning, "lastPass">): boolean {
  const { schedule, suspended, buriedDay } = progress;
  const dueDay = dueDayOf(cardId, schedule, lastPass);
  switch (state) {
    case "due":
      return !suspended && buriedDay !== today && ((dueDay !== null && dueDay <= today) || isBrought(progress, today));
    case "leech":
      return schedule.status === "learned" && schedule.lapses >= LEECH_LAPSES;
    case "new":
      return schedule.status === "new" && !suspended;
    case "learned":
      return schedule.status === "learned";
    case "suspended":
      return suspended;
  }
}
