import type { LibraryCard } from "../../lib/content/library-card.ts";
import type { CardChange } from "../../lib/edits/changes.ts";
import { todayAt } from "../../lib/reviews/day-plan.ts";
import { type AnswerBody, toLogEvent, type UndoBody } from "../../lib/reviews/events.ts";
import { advance, answerKind, buttonOutcomes, type CardProgress, isBrought, UNTOUCHED } from "../../lib/reviews/fold.ts";
import type { Today } from "../../lib/reviews/types.ts";
import { type Button, GOOD, qualityOf } from "../../lib/scheduling/grade.ts";
import { answerCurrent, currentCard, type Sitting, startSitting } from "../../lib/scheduling/redrill.ts";
import { schedulerName } from "../../lib/scheduling/scheduler.ts";
import type { Outcome, Planning } from "../../lib/scheduling/state.ts";

/** A card of a sitting; for a user with what became of it since they last answered it. */
export type SittingCard = LibraryCard & { readonly change?: CardChange | null };

/** Longest time that is noted for a card, in ms: whoever takes longer has been away. */
const DURATION_LIMIT_MS = 120_000;

/** One answer of the sitting, with what undo goes back to. */
export interface Step {
  readonly body: AnswerBody;
  readonly sitting: Sitting;
  readonly progress: CardProgress;
  readonly planning: Planning;
}

/** The review page between two key presses. Plain data; every change makes a new one. */
export interface SittingState {
  readonly cards: Readonly<Record<string, SittingCard>>;
  readonly progress: Readonly<Record<string, CardProgress>>;
  readonly sitting: Sitting;
  readonly today: Today;
  /** What the days on the buttons are chosen by; its load counts the answers of the sitting. */
  readonly planning: Planning;
  readonly revealed: boolean;
  /** When the question came on the screen, UTC ms. */
  readonly shownAt: number;
  /** The answers that stand, oldest first. */
  readonly steps: readonly Step[];
  /** Counts up with every change that shows something else, so that two sights of one card differ. */
  readonly turn: number;
}

export interface Start {
  readonly cards: readonly SittingCard[];
  readonly progress: ReadonlyMap<string, CardProgress>;
  readonly cardIds: readonly string[];
  readonly today: Today;
  readonly planning: Planning;
  readonly now: number;
}

export function startState({ cards, progress, cardIds, today, planning, now }: Start): SittingState {
  return {
    cards: Object.fromEntries(cards.map((card) => [card.id, card])),
    progress: Object.fromEntries(progress),
    sitting: startSitting(cardIds),
    today,
    planning,
    revealed: false,
    shownAt: now,
    steps: [],
    turn: 0,
  };
}

/** The card on the screen; null at the end of the sitting or while its text is still on its way. */
export function shownCard(state: SittingState): SittingCard | null {
  const id = currentCard(state.sitting);
  return id === null ? null : (state.cards[id] ?? null);
}

const progressOf = (state: SittingState, cardId: string): CardProgress => state.progress[cardId] ?? UNTOUCHED;

/** What each grade would store for the card on the screen. */
export function shownOutcomes(state: SittingState, cardId: string): Readonly<Record<Button, Outcome>> {
  return buttonOutcomes(cardId, progressOf(state, cardId), state.today.day, state.planning);
}

/** Why a card was brought into today's queue beside its schedule; null where it was not. */
export function broughtReason(state: SittingState, cardId: string): string | null {
  const progress = progressOf(state, cardId);
  return isBrought(progress, state.today.day) ? (progress.brought?.reason ?? null) : null;
}

export function reveal(state: SittingState): SittingState {
  return shownCard(state) === null ? state : { ...state, revealed: true };
}

interface Deed {
  readonly id: string;
  readonly now: number;
}

/** The event of a grade for the card on the screen; null unless its answer is shown. */
export function answerBody(state: SittingState, button: Button, objective: AnswerBody["objective"], { id, now }: Deed): AnswerBody | null {
  const card = shownCard(state);
  if (card === null || !state.revealed) return null;
  const progress = progressOf(state, card.id);
  const kind = answerKind(card.id, progress, state.today.day, state.planning);
  return {
    id,
    cardId: card.id,
    revisionId: card.revisionId,
    kind,
    grade: qualityOf(button),
    answeredAt: now,
    shownAt: state.shownAt,
    durationMs: Math.max(0, Math.min(now - state.shownAt, DURATION_LIMIT_MS)),
    confidence: null,
    objective,
    shownDueDay: kind === "review" ? shownOutcomes(state, card.id)[button].dueDay : null,
    scheduler: schedulerName(state.planning.setting),
    baseEventId: progress.lastEventId,
  };
}

/** The next question, after `body` is safe in the log. */
export function afterAnswer(state: SittingState, body: AnswerBody): SittingState {
  const progress = progressOf(state, body.cardId);
  const next = advance(progress, toLogEvent(body, state.today.rule), state.planning.setting);
  return {
    ...state,
    progress: { ...state.progress, [body.cardId]: next },
    sitting: answerCurrent(state.sitting, body.grade),
    planning: withAnswer(state.planning, body),
    today: body.answeredAt < state.today.endsAt ? state.today : todayAt(body.answeredAt, state.today.rule),
    revealed: false,
    shownAt: body.answeredAt,
    steps: [...state.steps, { body, sitting: state.sitting, progress, planning: state.planning }],
    turn: state.turn + 1,
  };
}

/** One card more on the day that was chosen for it. */
function withAnswer(planning: Planning, { shownDueDay }: AnswerBody): Planning {
  return shownDueDay === null ? planning : { ...planning, load: { ...planning.load, [shownDueDay]: (planning.load[shownDueDay] ?? 0) + 1 } };
}

/** The event that takes back the last answer; null if none stands. */
export function undoBody(state: SittingState, { id, now }: Deed): UndoBody | null {
  const last = state.steps.at(-1);
  if (last === undefined) return null;
  const { cardId, revisionId } = last.body;
  return { id, cardId, revisionId, kind: "undo", undoes: last.body.id, answeredAt: now, baseEventId: progressOf(state, cardId).lastEventId };
}

/** Back at the answer that is taken back, ready for another grade. The same as folding the card's log without it. */
export function afterUndo(state: SittingState, body: UndoBody): SittingState {
  const last = state.steps.at(-1);
  if (last === undefined || last.body.id !== body.undoes) return state;
  return {
    ...state,
    progress: { ...state.progress, [body.cardId]: { ...last.progress, lastEventId: body.id } },
    sitting: last.sitting,
    planning: last.planning,
    revealed: true,
    shownAt: body.answeredAt,
    steps: state.steps.slice(0, -1),
    turn: state.turn + 1,
  };
}

/** Cards whose text came later. */
export function withCards(state: SittingState, cards: readonly SittingCard[]): SittingState {
  return { ...state, cards: { ...state.cards, ...Object.fromEntries(cards.map((card) => [card.id, card])) } };
}

export interface Summary {
  readonly answers: number;
  readonly cards: number;
  /** Graded below Good at least once. */
  readonly slips: readonly SittingCard[];
  /** Of the cards answered, how many are due on the next study day. */
  readonly dueTomorrow: number;
}

export function summaryOf(state: SittingState): Summary {
  const ids = [...new Set(state.steps.map((step) => step.body.cardId))];
  const slipped = new Set(state.steps.filter((step) => step.body.grade < GOOD).map((step) => step.body.cardId));
  const due = ids.filter((id) => {
    const { schedule } = progressOf(state, id);
    return schedule.status === "learned" && schedule.dueDay <= state.today.day + 1;
  });
  return { answers: state.steps.length, cards: ids.length, slips: ids.flatMap((id) => (slipped.has(id) ? (state.cards[id] ?? []) : [])), dueTomorrow: due.length };
}
