import { share } from "./fuzz.ts";
import type { StudyDay } from "./study-day.ts";

/** The days before an interview in which every learned card is seen once more: from `firstDay` to the day before `interviewDay`. */
export interface LastPass {
  readonly firstDay: StudyDay;
  readonly interviewDay: StudyDay;
}

/**
 * The day on which a learned card is asked, given the last pass: a card that would be due in its days or after gets one
 * day of it, spread evenly by the card's id; one that was answered in it has had its pass.
 */
export function passDueDay(cardId: string, { dueDay, reviewedDay }: { readonly dueDay: StudyDay; readonly reviewedDay: StudyDay }, pass: LastPass | null): StudyDay {
  if (pass === null || dueDay < pass.firstDay || reviewedDay >= pass.firstDay) return dueDay;
  return pass.firstDay + Math.floor(share(`pass:${cardId}`) * (pass.interviewDay - pass.firstDay));
}
