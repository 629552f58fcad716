import { askedAs, formFor } from "../../lib/cards/variants.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import type { CardChange } from "../../lib/edits/changes.ts";
import { todayAt } from "../../lib/reviews/day-plan.ts";
import { type AnswerBody, type MarkBody, type RescheduleBody, toLogEvent, type UndoBody } from "../../lib/reviews/events.ts";
import { advance, answerKind, buttonOutcomes, type CardProgress, isBrought, UNTOUCHED } from "../../lib/reviews/fold.ts";
import type { RecentDeed, Today } from "../../lib/reviews/types.ts";
import { type Button, GOOD, qualityOf } from "../../lib/scheduling/grade.ts";
import { answerCurrent, askLast, askNow, currentCard, leaveOut, type Sitting, startSitting } from "../../lib/scheduling/redrill.ts";
import { schedulerName } from "../../lib/scheduling/scheduler.ts";
import type { Outcome, Planning } from "../../lib/scheduling/state.ts";
import { whyThisDate } from "../../lib/scheduling/why.ts";

/** A card of a sitting; for a user with what became of it since they last answered it. */
export type SittingCard = LibraryCard & { readonly change?: CardChange | null };

/** Longest time that is noted for a card, in ms: whoever takes longer has been away. */
const DURATION_LIMIT_MS = 120_000;

/** A deed of the sitting that undo takes back. */
export type DeedBody = AnswerBody | MarkBody | RescheduleBody;

/** One deed of the sitting, with what undo goes back to. */
export interface Step {
  readonly body: DeedBody;
  readonly sitting: Sitting;
  readonly progress: CardProgress;
  readonly revealed: boolean;
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
  /** The deeds of this sitting that stand, oldest first. */
  readonly steps: readonly Step[];
  /** Deeds from before this sitting, from other devices too, oldest first: undo goes on with them. */
  readonly earlier: readonly RecentDeed[];
  /** Cards whose answers leave the schedule as it is, whatever is due: those of a drill. */
  readonly outOfTurn: readonly string[];
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
  readonly earlier?: readonly RecentDeed[];
  readonly outOfTurn?: readonly string[];
}

export function startState({ cards, progress, cardIds, today, planning, now, earlier = [], outOfTurn = [] }: Start): SittingState {
  return {
    cards: Object.fromEntries(cards.map((card) => [card.id, card])),
    progress: Object.fromEntries(progress),
    sitting: startSitting(cardIds),
    today,
    planning,
    revealed: false,
    shownAt: now,
    steps: [],
    earlier,
    outOfTurn,
    turn: 0,
  };
}

/** The card on the screen, in the form that its last answer leads to; null at the end of the sitting or while its text is still on its way. */
export function shownCard(state: SittingState): SittingCard | null {
  const id = currentCard(state.sitting);
  const card = id === null ? undefined : state.cards[id];
  return card === undefined ? null : askedAs(card, formFor(card, formSeed(progressOf(state, card.id))));
}

/** What a form is chosen by: undo brings back the progress, and with it the form that was answered. */
function formSeed({ lastAnswer, schedule }: CardProgress): string | null {
  return lastAnswer === null ? null : `${lastAnswer.day} ${lastAnswer.grade} ${schedule.status === "learned" ? schedule.lapses : 0}`;
}

const progressOf = (state: SittingState, cardId: string): CardProgress => state.progress[cardId] ?? UNTOUCHED;

/** Whether an answer to the card leaves its schedule as it is, because it is drilled. */
export const isOutOfTurn = (state: Pick<SittingState, "outOfTurn">, cardId: string): boolean => state.outOfTurn.includes(cardId);

/** What each grade would store for the card on the screen. */
export function shownOutcomes(state: SittingState, cardId: string): Readonly<Record<Button, Outcome>> {
  return buttonOutcomes(cardId, progressOf(state, cardId), state.today.day, state.planning);
}

/** Why a card was brought into today's queue beside its schedule; null where it was not. */
export function broughtReason(state: SittingState, cardId: string): string | null {
  const progress = progressOf(state, cardId);
  return isBrought(progress, state.today.day) ? (progress.brought?.reason ?? null) : null;
}

/** Why the card has the date that it came with, in words. */
export function dateReason(state: SittingState, cardId: string): string {
  return whyThisDate(cardId, progressOf(state, cardId), state.today.day, state.planning);
}

/** How often the card was forgotten. */
export function lapsesOf(state: SittingState, cardId: string): number {
  const { schedule } = progressOf(state, cardId);
  return schedule.status === "learned" ? schedule.lapses : 0;
}

export function reveal(state: SittingState): SittingState {
  return shownCard(state) === null ? state : { ...state, revealed: true };
}

interface Deed {
  readonly id: string;
  readonly now: number;
}

/** What a learner says of an answer, or a program. */
export interface Judgement {
  readonly objective: AnswerBody["objective"];
  /** 0 to 100, said before the answer was shown. */
  readonly confidence: number | null;
}

/** The event of a grade for the card on the screen; null unless its answer is shown. */
export function answerBody(state: SittingState, button: Button, { objective, confidence }: Judgement, { id, now }: Deed): AnswerBody | null {
  const card = shownCard(state);
  if (card === null || !state.revealed) return null;
  const progress = progressOf(state, card.id);
  const kind = isOutOfTurn(state, card.id) ? "cram" : answerKind(card.id, progress, state.today.day, state.planning);
  return {
    id,
    cardId: card.id,
    revisionId: card.revisionId,
    kind,
    grade: qualityOf(button),
    answeredAt: now,
    shownAt: state.shownAt,
    durationMs: Math.max(0, Math.min(now - state.shownAt, DURATION_LIMIT_MS)),
    confidence,
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
    steps: [...state.steps, { body, sitting: state.sitting, progress, planning: state.planning, revealed: true }],
    turn: state.turn + 1,
  };
}

/** One card more on the day that was chosen for it. */
function withAnswer(planning: Planning, { shownDueDay }: AnswerBody): Planning {
  return shownDueDay === null ? planning : { ...planning, load: { ...planning.load, [shownDueDay]: (planning.load[shownDueDay] ?? 0) + 1 } };
}

/** What a learner may decide about the card on the screen. `tomorrow`: it is asked on the next study day as well, whatever its due day. */
export type CardDeed = "skip" | "suspend" | "reset" | "tomorrow";

const MARK_OF = { skip: "bury", suspend: "suspend", reset: "reset" } as const;

/** The event of a decision about the card on the screen; null where there is none. */
export function deedBody(state: SittingState, deed: CardDeed, { id, now }: Deed): MarkBody | RescheduleBody | null {
  const card = shownCard(state);
  if (card === null) return null;
  const head = { id, cardId: card.id, revisionId: card.revisionId, answeredAt: now, baseEventId: progressOf(state, card.id).lastEventId };
  return deed === "tomorrow" ? { ...head, kind: "reschedule", dueDay: state.today.day + 1, reason: TOMORROW_REASON } : { ...head, kind: MARK_OF[deed] };
}

const TOMORROW_REASON = "You asked for this card again today.";

/** The sitting after such a decision, once `body` is safe in the log: without the card where it is not to be asked any more, else at its question. */
export function afterDeed(state: SittingState, body: MarkBody | RescheduleBody): SittingState {
  const progress = progressOf(state, body.cardId);
  const leaves = body.kind === "bury" || body.kind === "suspend";
  const stays = body.kind === "reschedule";
  return {
    ...state,
    progress: { ...state.progress, [body.cardId]: advance(progress, toLogEvent(body, state.today.rule), state.planning.setting) },
    sitting: leaves ? leaveOut(state.sitting, body.cardId) : state.sitting,
    revealed: stays && state.revealed,
    shownAt: stays ? state.shownAt : body.answeredAt,
    steps: [...state.steps, { body, sitting: state.sitting, progress, planning: state.planning, revealed: state.revealed }],
    turn: stays ? state.turn : state.turn + 1,
  };
}

/** Whether there is something to take back, in this sitting or before it. */
export const canUndo = (state: SittingState): boolean => state.steps.length + state.earlier.length > 0;

/** The event that takes back the last deed, of this sitting or before it; null if none stands. */
export function undoBody(state: SittingState, { id, now }: Deed): UndoBody | null {
  const earlier = state.earlier.at(-1);
  const last = state.steps.at(-1)?.body ?? earlier;
  if (last === undefined) return null;
  const { cardId, revisionId } = last;
  // Of a card from before the sitting the page may know nothing but this deed.
  return { id, cardId, revisionId, kind: "undo", undoes: last.id, answeredAt: now, baseEventId: state.progress[cardId]?.lastEventId ?? earlier?.before.lastEventId ?? last.id };
}

/** Back at what is taken back, ready for another grade. The same as folding the card's log without it. */
export function afterUndo(state: SittingState, body: UndoBody): SittingState {
  const last = state.steps.at(-1);
  if (last === undefined) return afterEarlierUndo(state, body);
  if (last.body.id !== body.undoes) return state;
  return {
    ...state,
    progress: { ...state.progress, [body.cardId]: { ...last.progress, lastEventId: body.id } },
    sitting: last.sitting,
    planning: last.planning,
    revealed: last.revealed,
    shownAt: body.answeredAt,
    steps: state.steps.slice(0, -1),
    turn: state.turn + 1,
  };
}

/** With the card on the screen at the end of the sitting. Nothing is decided about it, so nothing goes into the log. */
export function putOff(state: SittingState, now: number): SittingState {
  const card = shownCard(state);
  return card === null ? state : { ...state, sitting: askLast(state.sitting, card.id), revealed: false, shownAt: now, turn: state.turn + 1 };
}

/** Back at a deed from before the sitting: its card is asked now, with its answer shown where one was given. Another grade counts as the one that it stands for did. */
function afterEarlierUndo(state: SittingState, body: UndoBody): SittingState {
  const last = state.earlier.at(-1);
  if (last === undefined || last.id !== body.undoes) return state;
  return {
    ...state,
    progress: { ...state.progress, [body.cardId]: { ...last.before, lastEventId: body.id } },
    sitting: askNow(state.sitting, body.cardId),
    revealed: last.grade !== null,
    shownAt: body.answeredAt,
    earlier: state.earlier.slice(0, -1),
    outOfTurn: [...state.outOfTurn.filter((id) => id !== body.cardId), ...(last.kind === "cram" ? [body.cardId] : [])],
    turn: state.turn + 1,
  };
}

/** Without a card that was answered in another tab meanwhile, unless it is on the screen, where its answer counts as one more of the day, or is drilled. */
export function withoutCard(state: SittingState, cardId: string): SittingState {
  return currentCard(state.sitting) === cardId || isOutOfTurn(state, cardId) ? state : { ...state, sitting: leaveOut(state.sitting, cardId) };
}

/** The answers of the sitting that stand. */
export const answersOf = (state: SittingState): AnswerBody[] => state.steps.flatMap(({ body }) => ("grade" in body ? [body] : []));

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
  const answers = answersOf(state);
  const ids = [...new Set(answers.map((body) => body.cardId))];
  const slipped = new Set(answers.filter((body) => body.grade < GOOD).map((body) => body.cardId));
  const due = ids.filter((id) => {
    const { schedule } = progressOf(state, id);
    return schedule.status === "learned" && schedule.dueDay <= state.today.day + 1;
  });
  return { answers: answers.length, cards: ids.length, slips: ids.flatMap((id) => (slipped.has(id) ? (state.cards[id] ?? []) : [])), dueTomorrow: due.length };
}
