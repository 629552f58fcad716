import type { SchedulerSetting } from "../scheduling/scheduler.ts";
import type { LogEvent } from "./events.ts";
import { advance, byCard, inLogOrder, standing, UNTOUCHED } from "./fold.ts";
import type { RecentDeed } from "./types.ts";

/** An event with the revision that was on the screen. */
export type SeenEvent = LogEvent & { readonly revisionId: string };

/** Most deeds that a page can take back without looking further. */
export const RECENT_DEEDS = 60;

/**
 * The last deeds that stand, oldest first, with what each card was before. `logs` are the whole logs of the cards concerned, in
 * any order; `ids` are the events that may be taken back, which an interview's answers are not.
 */
export function recentDeeds(logs: readonly SeenEvent[], ids: ReadonlySet<string>, setting: SchedulerSetting, most: number = RECENT_DEEDS): RecentDeed[] {
  const deeds = [...byCard(logs).values()].flatMap((log) => deedsOf(log, ids, setting));
  return inLogOrder(deeds).slice(-most);
}

function deedsOf(log: readonly SeenEvent[], ids: ReadonlySet<string>, setting: SchedulerSetting): RecentDeed[] {
  const ordered = inLogOrder(log);
  const last = ordered.at(-1)?.id ?? null;
  const revisions = new Map(ordered.map((event) => [event.id, event.revisionId]));
  const deeds: RecentDeed[] = [];
  let before = UNTOUCHED;
  for (const event of standing(ordered)) {
    const { id, cardId, kind, answeredAt } = event;
    // Known as the last is the last event there is, as in the state of the card.
    if (ids.has(id)) deeds.push({ id, cardId, revisionId: revisions.get(id) ?? "", kind, grade: "grade" in event ? event.grade : null, answeredAt, before: { ...before, lastEventId: last } });
    before = advance(before, event, setting);
  }
  return deeds;
}
