import { GOOD, type Quality } from "./grade.ts";

/** Cards that must come between two sights of a card in one session, where there are that many. */
export const REDRILL_GAP = 3;

/** A card waiting to be asked again. */
interface Waiting {
  readonly cardId: string;
  /** Answers that must have been given in the session before it may come. */
  readonly notBefore: number;
}

/**
 * One sitting: what is still to ask, and what comes again because it was graded below Good (SM-2,
 * step 7). Immutable, so that undo is keeping the one before.
 */
export interface Sitting {
  readonly upcoming: readonly string[];
  readonly drill: readonly Waiting[];
  readonly answered: number;
  readonly gap: number;
}

export function startSitting(cardIds: readonly string[], gap: number = REDRILL_GAP): Sitting {
  return { upcoming: cardIds, drill: [], answered: 0, gap };
}

/**
 * The card to ask now, or null at the end of the sitting. A card to drill comes as soon as its gap
 * has passed; with nothing else left it comes at once.
 */
export function currentCard(sitting: Sitting): string | null {
  const ready = sitting.drill.find((waiting) => waiting.notBefore <= sitting.answered);
  return ready?.cardId ?? sitting.upcoming[0] ?? sitting.drill[0]?.cardId ?? null;
}

/** The cards after the current one, nearest first, if every answer were Good; for loading ahead. */
export function nextCards(sitting: Sitting, count: number): string[] {
  const next: string[] = [];
  let ahead = answerCurrent(sitting, GOOD);
  for (let card = currentCard(ahead); card !== null && next.length < count; card = currentCard(ahead)) {
    next.push(card);
    ahead = answerCurrent(ahead, GOOD);
  }
  return next;
}

/** The sitting after the current card was graded. Unchanged if the sitting is over. */
export function answerCurrent(sitting: Sitting, quality: Quality): Sitting {
  const cardId = currentCard(sitting);
  if (cardId === null) return sitting;
  const answered = sitting.answered + 1;
  const drill = sitting.drill.filter((waiting) => waiting.cardId !== cardId);
  if (quality < GOOD) drill.push({ cardId, notBefore: answered + sitting.gap });
  return { ...sitting, upcoming: sitting.upcoming.filter((id) => id !== cardId), drill, answered };
}

/** The sitting without a card that was suspended, buried or withdrawn. */
export function leaveOut(sitting: Sitting, cardId: string): Sitting {
  return {
    ...sitting,
    upcoming: sitting.upcoming.filter((id) => id !== cardId),
    drill: sitting.drill.filter((waiting) => waiting.cardId !== cardId),
  };
}

/** The sitting with a card before all others, as after its answer was taken back. */
export function askNow(sitting: Sitting, cardId: string): Sitting {
  const without = leaveOut(sitting, cardId);
  // A card to drill that is ready would come first: it waits for one more answer.
  const drill = without.drill.map((waiting) => ({ ...waiting, notBefore: Math.max(waiting.notBefore, sitting.answered + 1) }));
  return { ...without, upcoming: [cardId, ...without.upcoming], drill };
}

/** The sitting with a card after all others. */
export function askLast(sitting: Sitting, cardId: string): Sitting {
  const without = leaveOut(sitting, cardId);
  return { ...without, upcoming: [...without.upcoming, cardId] };
}

/** Cards still to ask in the sitting, those to drill included. */
export function remaining(sitting: Sitting): number {
  return sitting.upcoming.length + sitting.drill.length;
}
