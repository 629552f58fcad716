import type { CardProgress } from "../reviews/fold.ts";
import type { LastPass } from "../scheduling/last-pass.ts";
import { dueDayOf } from "../scheduling/state.ts";
import type { StudyDay } from "../scheduling/study-day.ts";

/** How many cards become due on each of the coming days. */
export interface Forecast {
  /** The first is today, and holds what is overdue. */
  readonly days: readonly { readonly day: StudyDay; readonly due: number }[];
  /** Due before today and not answered since. */
  readonly overdue: number;
}

/** The day on which a card is to be asked as things stand, the last pass before an interview included; null when it is on none: new, or suspended. */
export function askedOn(cardId: string, { schedule, suspended, brought }: CardProgress, lastPass: LastPass | null): StudyDay | null {
  if (suspended) return null;
  const days = [dueDayOf(cardId, schedule, lastPass), brought?.day ?? null].filter((day) => day !== null);
  return days.length === 0 ? null : Math.min(...days);
}

/** A user's progress on the cards of a library, without those that were withdrawn. */
export function publishedIn(catalogue: readonly { readonly id: string }[], progress: ReadonlyMap<string, CardProgress>): Map<string, CardProgress> {
  const ids = new Set(catalogue.map(({ id }) => id));
  return new Map([...progress].filter(([cardId]) => ids.has(cardId)));
}

/** The cards due on the next `length` days as they are scheduled now; what answers given meanwhile will bring is not in it. */
export function forecastOf(progress: Iterable<readonly [cardId: string, CardProgress]>, today: StudyDay, length: number, lastPass: LastPass | null): Forecast {
  const due = Array<number>(length).fill(0);
  let overdue = 0;
  for (const [cardId, card] of progress) {
    const day = askedOn(cardId, card, lastPass);
    if (day === null) continue;
    if (day < today) overdue += 1;
    const place = Math.max(0, day - today);
    if (place < length) due[place] = (due[place] ?? 0) + 1;
  }
  return { days: due.map((count, i) => ({ day: today + i, due: count })), overdue };
}
