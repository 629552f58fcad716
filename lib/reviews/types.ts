import type { LibraryCard } from "../content/library-card.ts";
import type { CardChange } from "../edits/changes.ts";
import type { Button, Quality } from "../scheduling/grade.ts";
import type { DayQueue } from "../scheduling/queue.ts";
import type { Outcome, Planning } from "../scheduling/state.ts";
import type { DayRule, StudyDay } from "../scheduling/study-day.ts";
import type { AnswerKind, EventKind } from "./events.ts";
import type { DailyWish } from "./day-plan.ts";
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

/** Another card that may help with one that does not stick. */
export interface HelpfulCard {
  readonly id: string;
  readonly title: string;
}

/** What may help where a card is forgotten again and again. */
export interface LeechHelp {
  /** Cards that it builds on. */
  readonly prerequisites: readonly HelpfulCard[];
  /** Cards that ask for nearly the same in other words. */
  readonly variants: readonly HelpfulCard[];
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
  /** Null for a card that is no leech and will not become one with the next answer. */
  readonly help: LeechHelp | null;
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

/** A deed that undo can take back. */
export interface RecentDeed {
  readonly id: string;
  readonly cardId: string;
  readonly revisionId: string;
  readonly kind: EventKind;
  /** Null for what is no answer. */
  readonly grade: Quality | null;
  /** UTC ms. */
  readonly answeredAt: number;
  /** What the card comes back to when this and every later deed is taken back. */
  readonly before: CardProgress;
}

/** What the review page starts with: the queue, and the payload of all its cards. */
export interface StudySession extends TodaysQueue {
  readonly cards: readonly ReviewCard[];
  /** What was done today, on whatever device, oldest first. Older deeds are taken back elsewhere: another grade today would not stand for theirs. */
  readonly recent: readonly RecentDeed[];
  /** How much the user wants on a day, for a device that has to plan the next one without a connection. */
  readonly wish: DailyWish;
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
  /**
   * Cards that were also answered on another device, or in another tab, after what this client knew of them. Both answers
   * are kept, and the order of their times decides. Said once: not for events that were stored before.
   */
  readonly elsewhere: readonly string[];
}

/** What the server has of a device since an instant, for the device to compare with its own. */
export interface LogDigest {
  readonly count: number;
  /** All ids' hashes combined by exclusive or, 16 hexadecimal digits. */
  readonly xor: string;
}
