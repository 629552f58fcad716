import type { LibraryCard } from "../content/library-card.ts";
import type { CardChange } from "../edits/changes.ts";
import type { Button } from "../scheduling/grade.ts";
import type { DayQueue } from "../scheduling/queue.ts";
import type { Outcome, Planning } from "../scheduling/state.ts";
import type { DayRule, StudyDay } from "../scheduling/study-day.ts";
import type { AnswerKind } from "./events.ts";
import type { CardProgress } from "./fold.ts";

/** The study day as the server sees it, computed once and sent, so that server and browser agree. */
export interface Today {
  readonly day: StudyDay;
  /** `2026-03-08`. */
  readonly iso: string;
  /** When the next study day begins, UTC ms. */
  readonly endsAt: number;
  readonly rule: DayRule;
}

/** A card as the review page needs it: its text, and what each grade would do. */
export interface ReviewCard extends LibraryCard {
  /** Before the answer. After it: `advance(progress, toLogEvent(body, today.rule), planning.setting)`. */
  readonly progress: CardProgress;
  /** The `kind` of the event to send for an answer given now. */
  readonly answerKind: AnswerKind;
  /** For each button the interval to show and the due day to send as `shownDueDay`. */
  readonly intervals: Readonly<Record<Button, Outcome>>;
  /** What became of the text since the user last answered it; null if there is nothing to tell. */
  readonly change: CardChange | null;
}

/** Today's queue. Start a sitting with `startSitting(queue.cardIds)`. */
export interface TodaysQueue {
  readonly today: Today;
  readonly queue: DayQueue;
  /** What the days on the buttons are chosen by. */
  readonly planning: Planning;
  /** The first day after today on which something is due; null if nothing is. */
  readonly nextDueDay: StudyDay | null;
}

/** What the review page starts with: the queue, and the payload of all its cards. */
export interface StudySession extends TodaysQueue {
  readonly cards: readonly ReviewCard[];
}

/** Why an event was not taken. */
export type Refusal =
  | "invalid"
  | "unknown-card"
  | "unknown-revision"
  | "card-not-published"
  | "card-suspended"
  | "undo-of-another-card";

/**
 * What became of one event. `stored` also for one that was stored before: a repeated request gets
 * the first answer. `conflict`: the id was used for another event; the first one is kept.
 * `refused`: keep it for display, do not send it again.
 */
export type EventResult =
  | { readonly id: string; readonly status: "stored" }
  | { readonly id: string; readonly status: "conflict"; readonly message: string }
  | { readonly id: string | null; readonly status: "refused"; readonly reason: Refusal; readonly message: string };

/** Progress of a card as it is now, all events counted. */
export interface CardStanding {
  readonly cardId: string;
  readonly progress: CardProgress;
}

/**
 * The answer of `POST /api/reviews`, whose body is `{ "events": EventBody[] }`, at most 500.
 * Results are in the order of the request. A batch of one has the HTTP status of its event: 200
 * stored, 400 invalid, 409 conflict or refused; a longer one has 200.
 */
export interface PostedEvents {
  readonly results: readonly EventResult[];
  /** The cards that the batch names and the user has progress on. */
  readonly cards: readonly CardStanding[];
}
