import type { CardProgress } from "../reviews/fold.ts";
import type { StudyDay } from "../scheduling/study-day.ts";

/** How many cards become due on each of the coming days. */
export interface Forecast {
  /** The first is today, and holds what is overdue. */
  readonly days: readonly { readonly day: StudyDay; readonly due: number }[];
  /** Due before today and not answered since. */
  readonly overdue: number;
}

/** The day on which a card is to be asked as things stand; null when it is on none: new, or suspended. */
export function askedOn({ schedule, suspended, brought }: CardProgress): StudyDay | null {
  if (suspended) return null;
  const days = [...(schedule.status === "learned" ? [schedule.dueDay] : []), ...(brought === null ? [] : [brought.day])];
  return days.length === 0 ? null : Math.min(...days);
}

/** The cards due on the next `length` days as they are scheduled now; what answers given meanwhile will bring is not in it. */
export function forecastOf(progress: Iterable<CardProgress>, today: StudyDay, length: number): Forecast {
  const due = Array<number>(length).fill(0);
  let overdue = 0;
  for (const card of progress) {
    const day = askedOn(card);
    if (day === null) continue;
    if (day < today) overdue += 1;
    const place = Math.max(0, day - today);
    if (place < length) due[place] = (due[place] ?? 0) + 1;
  }
  return { days: due.map((count, i) => ({ day: today + i, due: count })), overdue };
}
