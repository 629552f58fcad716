import { BUTTONS, type Button, GOOD, type Quality } from "../scheduling/grade.ts";
import { type SchedulerSetting, schedulerName } from "../scheduling/scheduler.ts";
import { canHaveShown, dueDayOf, NEW, type Outcome, outcomes, type Planning, type Schedule, schedule } from "../scheduling/state.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import type { AnswerKind, LogEvent } from "./events.ts";

/** All that the log says about one card of one user. Plain data. */
export interface CardProgress {
  readonly schedule: Schedule;
  readonly suspended: boolean;
  /** The study day on which the card is not asked. */
  readonly buriedDay: StudyDay | null;
  /** A reschedule that no review has met yet: from `day` on the card is asked first, for this reason. */
  readonly brought: { readonly day: StudyDay; readonly reason: string } | null;
  /** The last review or redrill that stands: what is answered out of turn, in a drill or an interview, takes no card out of its day and brings none into it. */
  readonly lastAnswer: { readonly day: StudyDay; readonly grade: Quality } | null;
  /** The last event of the card in the order of the log, undone ones and undos included. */
  readonly lastEventId: string | null;
}

/** A card without events. */
export const UNTOUCHED: CardProgress = { schedule: NEW, suspended: false, buriedDay: null, brought: null, lastAnswer: null, lastEventId: null };

/** The order in which a log is read: by time, then by id, so that any order of arrival gives the same state. */
export function inLogOrder<E extends { readonly answeredAt: number; readonly id: string }>(events: readonly E[]): E[] {
  return [...events].sort((a, b) => a.answeredAt - b.answeredAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** One card's events that stand: neither taken back nor undos. `events` are in the order of the log. */
export function standing(events: readonly LogEvent[]): LogEvent[] {
  const undosOf = new Map<string, string[]>();
  for (const event of events) {
    if (event.kind !== "undo") continue;
    const undos = undosOf.get(event.undoes);
    if (undos === undefined) undosOf.set(event.undoes, [event.id]);
    else undos.push(event.id);
  }
  const stands = new Map<string, boolean>();
  for (const event of events) settle(event.id, undosOf, stands);
  return events.filter((event) => event.kind !== "undo" && stands.get(event.id) === true);
}

/**
 * Finds out whether an event stands: no undo of it does. Not recursive, as undos of undos may be
 * many. In a ring of undos, which only a forged log has, the first asked about is taken back.
 */
function settle(root: string, undosOf: ReadonlyMap<string, readonly string[]>, stands: Map<string, boolean>): void {
  if (stands.has(root)) return;
  const path: { readonly id: string; readonly undos: readonly string[]; next: number; undone: boolean }[] = [];
  const onPath = new Set<string>();
  const enter = (id: string): void => {
    path.push({ id, undos: undosOf.get(id) ?? [], next: 0, undone: false });
    onPath.add(id);
  };
  enter(root);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const undo = top.undos[top.next];
    if (undo === undefined) {
      stands.set(top.id, !top.undone);
      onPath.delete(top.id);
      path.pop();
    } else if (stands.has(undo) || onPath.has(undo)) {
      top.undone ||= stands.get(undo) === true;
      top.next += 1;
    } else enter(undo);
  }
}

/** One card's progress: the fold of its events, given in any order, under a user's scheduler. */
export function foldCard(events: readonly LogEvent[], setting: SchedulerSetting): CardProgress {
  const ordered = inLogOrder(events);
  const progress = standing(ordered).reduce((before, event) => advance(before, event, setting), UNTOUCHED);
  return { ...progress, lastEventId: ordered.at(-1)?.id ?? null };
}

/** Every card's progress from a user's log, given in any order. */
export function foldLog(events: readonly LogEvent[], setting: SchedulerSetting): Map<string, CardProgress> {
  return new Map([...byCard(events)].map(([cardId, own]) => [cardId, foldCard(own, setting)]));
}

/** A log by card, each card's events in the order given. */
export function byCard<E extends { readonly cardId: string }>(events: readonly E[]): Map<string, E[]> {
  const logs = new Map<string, E[]>();
  for (const event of events) {
    const known = logs.get(event.cardId);
    if (known === undefined) logs.set(event.cardId, [event]);
    else known.push(event);
  }
  return logs;
}

/** Progress after one more event that is not an undo; an undo changes nothing here, only `foldCard` can take back. */
export function advance(before: CardProgress, event: LogEvent, setting: SchedulerSetting): CardProgress {
  const after = { ...before, lastEventId: event.id };
  switch (event.kind) {
    case "review":
      return { ...after, schedule: answered(before.schedule, event, setting), brought: isBrought(before, event.studyDay) ? null : before.brought, lastAnswer: { day: event.studyDay, grade: event.grade } };
    case "redrill":
      return { ...after, lastAnswer: { day: event.studyDay, grade: event.grade } };
    case "suspend":
      return { ...after, suspended: true };
    case "unsuspend":
      return { ...after, suspended: false };
    case "bury":
      return { ...after, buriedDay: event.studyDay };
    case "reset":
      return { ...after, schedule: NEW, brought: null, lastAnswer: null };
    case "reschedule":
      return { ...after, brought: { day: event.dueDay, reason: event.reason } };
    case "cram":
    case "mock":
    case "undo":
      return after;
    default:
      return event satisfies never;
  }
}

function answered(before: Schedule, event: LogEvent & { readonly kind: "review" }, setting: SchedulerSetting): Schedule {
  // Only the first answer of a study day counts. A zone that moved west may even repeat an earlier day.
  if (before.status === "learned" && event.studyDay <= before.reviewedDay) return before;
  const after = schedule(before, event.grade, event.studyDay, setting);
  // The day on the button stands, unless another rule chose it or it cannot have been shown for this state.
  const { shownDueDay } = event;
  return shownDueDay !== null && event.scheduler === schedulerName(setting) && canHaveShown(after, shownDueDay) ? { ...after, dueDay: shownDueDay } : after;
}

/** Answered on that day, last below Good: the card comes again until Good. */
export function isDrilling(progress: CardProgress, today: StudyDay): boolean {
  return progress.lastAnswer !== null && progress.lastAnswer.day === today && progress.lastAnswer.grade < GOOD;
}

/** Whether a reschedule asks for the card on that day, in its place or late. */
export function isBrought({ brought }: Pick<CardProgress, "brought">, today: StudyDay): boolean {
  return brought !== null && brought.day <= today;
}

/** How an answer given now has to be sent. */
export function answerKind(cardId: string, progress: CardProgress, today: StudyDay, { lastPass }: Pick<Planning, "lastPass">): AnswerKind {
  const { schedule: state } = progress;
  const dueDay = dueDayOf(cardId, state, lastPass);
  if (state.status === "new" || dueDay === null || ((dueDay <= today || isBrought(progress, today)) && state.reviewedDay < today)) return "review";
  return isDrilling(progress, today) ? "redrill" : "cram";
}

/** What the four buttons would store. For a redrill or cram nothing moves, and all show the due day there is. */
export function buttonOutcomes(cardId: string, progress: CardProgress, today: StudyDay, planning: Planning): Readonly<Record<Button, Outcome>> {
  const moving = outcomes(cardId, progress.schedule, today, planning);
  const dueDay = dueDayOf(cardId, progress.schedule, planning.lastPass);
  if (dueDay === null || answerKind(cardId, progress, today, planning) === "review") return moving;
  const entries = BUTTONS.map((button): [Button, Outcome] => [button, { quality: moving[button].quality, intervalDays: Math.max(0, dueDay - today), dueDay }]);
  return Object.fromEntries(entries) as Record<Button, Outcome>;
}
