import { planDay, todayAt } from "../../lib/reviews/day-plan.ts";
import { type EventBody, toLogEvent } from "../../lib/reviews/events.ts";
import { advance, type CardProgress, inLogOrder, isDrilling, UNTOUCHED } from "../../lib/reviews/fold.ts";
import type { RecentDeed, StudySession, Today } from "../../lib/reviews/types.ts";

/** What a plan comes to once it is brought up to date. */
export interface CaughtUp {
  readonly today: Today;
  readonly progress: ReadonlyMap<string, CardProgress>;
  readonly cardIds: readonly string[];
  /** What can be taken back, oldest first. */
  readonly earlier: readonly RecentDeed[];
}

/**
 * A plan of the server with what this device did and the plan does not know: the state of each card moves on as the log says, and
 * cards that are done are not asked again. An undo of something that neither names, as of an answer given long ago, leaves its
 * card out until the server has been asked. On a later study day than the plan's, the cards at hand are planned anew.
 */
export function caughtUp(session: StudySession, bodies: readonly EventBody[], now: number): CaughtUp {
  const { cards, wish, planning } = session;
  const { progress, unclear, touched, earlier } = played(session, bodies);
  const turned = now >= session.today.endsAt;
  const today = turned ? todayAt(now, session.today.rule) : session.today;
  const asked = turned ? planDay(cards, progress, wish, today.day, planning, `${today.day}`).cardIds : session.queue.cardIds;
  const drilled = [...touched].filter((id) => !asked.includes(id) && isAsked(progress.get(id), today));
  const cardIds = [...drilled, ...asked].filter((id) => !unclear.has(id) && (!touched.has(id) || isAsked(progress.get(id), today)));
  return { today, progress, cardIds, earlier: turned ? [] : earlier };
}

/** Whether a card that this device dealt with is still to be asked: not answered today, or answered below Good. */
function isAsked(progress: CardProgress | undefined, { day }: Today): boolean {
  if (progress === undefined || progress.suspended || progress.buriedDay === day) return false;
  return isDrilling(progress, day) || progress.lastAnswer?.day !== day;
}

interface Played {
  readonly progress: Map<string, CardProgress>;
  /** Cards whose state only the server can say. */
  readonly unclear: ReadonlySet<string>;
  readonly touched: ReadonlySet<string>;
  readonly earlier: readonly RecentDeed[];
}

/** The events played on the plan's states, in the order of the log. */
function played({ cards, recent, today, planning }: StudySession, bodies: readonly EventBody[]): Played {
  const progress = new Map(cards.map((card) => [card.id, card.progress]));
  const unclear = new Set<string>();
  const touched = new Set<string>();
  let earlier: readonly RecentDeed[] = recent;
  for (const body of inLogOrder(bodies)) {
    const { id, cardId, revisionId, kind, answeredAt } = body;
    // The plan knows it already: it was sent before the plan was made, or is among what was done today.
    if (progress.get(cardId)?.lastEventId === id || earlier.some((deed) => deed.id === id)) continue;
    // What is drilled is asked or not asked as if it had not been.
    const drilled = kind === "cram" || (body.kind === "undo" && earlier.some((deed) => deed.id === body.undoes && deed.kind === "cram"));
    if (!drilled) touched.add(cardId);
    if (body.kind === "undo") {
      const target = earlier.findLast((deed) => deed.cardId === cardId);
      if (target?.id !== body.undoes) unclear.add(cardId);
      else progress.set(cardId, { ...target.before, lastEventId: id });
      earlier = earlier.filter((deed) => deed.id !== body.undoes);
      continue;
    }
    const before = progress.get(cardId);
    // A card that came in neither queue nor plan may have any state.
    if (before === undefined && !drilled) unclear.add(cardId);
    earlier = [...earlier, { id, cardId, revisionId, kind, grade: "grade" in body ? body.grade : null, answeredAt, before: before ?? UNTOUCHED }];
    if (before !== undefined || !drilled) progress.set(cardId, advance(before ?? UNTOUCHED, toLogEvent(body, today.rule), planning.setting));
  }
  return { progress, unclear, touched, earlier };
}
