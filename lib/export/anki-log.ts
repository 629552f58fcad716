import type { AnkiReview } from "../exchange/anki.ts";
import type { LogEvent } from "../reviews/events.ts";
import { advance, byCard, inLogOrder, standing, UNTOUCHED } from "../reviews/fold.ts";
import { PASS, type Quality } from "../scheduling/grade.ts";
import { isFsrs, type SchedulerSetting } from "../scheduling/scheduler.ts";
import type { Schedule } from "../scheduling/state.ts";

/** Anki's four buttons: what was missed is Again, however it was missed. */
const easeOf = (grade: Quality): AnkiReview["ease"] => (grade < PASS ? 1 : ((grade - 1) as 2 | 3 | 4));

const daysOf = (schedule: Schedule): number => (schedule.status === "learned" ? schedule.dueDay - schedule.reviewedDay : 0);

/** SM-2's easiness as Anki's factor is read: 2.5 for a card that begins, and under FSRS, which has none. */
const EASINESS_AT_FIRST = 2.5;
const easinessOf = (schedule: Schedule): number => (schedule.status === "learned" && !isFsrs(schedule.memory) ? schedule.memory.easiness / 100 : EASINESS_AT_FIRST);

function kindOf(before: Schedule, event: LogEvent): AnkiReview["kind"] {
  if (before.status === "new") return "learn";
  return event.kind === "review" ? "review" : "relearn";
}

/** The answers of a log that stand as rows of Anki's review log, in the order of time. What was taken back is left out, as are deeds that Anki's log does not know. `durations` in ms by event id, `setting` the user's scheduler. */
export function ankiReviews(events: readonly LogEvent[], durations: ReadonlyMap<string, number>, setting: SchedulerSetting): AnkiReview[] {
  const reviews = [...byCard(events).values()].flatMap((own) => {
    let progress = UNTOUCHED;
    return standing(inLogOrder(own)).flatMap((event): AnkiReview[] => {
      const before = progress.schedule;
      progress = advance(progress, event, setting);
      if (!("grade" in event)) return [];
      const { cardId, answeredAt: at, grade } = event;
      return [{ cardId, at, ease: easeOf(grade), interval: daysOf(progress.schedule), lastInterval: daysOf(before), easiness: easinessOf(progress.schedule), milliseconds: durations.get(event.id) ?? 0, kind: kindOf(before, event) }];
    });
  });
  return reviews.sort((a, b) => a.at - b.at);
}
