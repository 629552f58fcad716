/** What a reader has before them of a card: it goes along with a flag. */
export interface OnScreen {
  readonly cardId: string;
  /** The Python version whose behaviour is asked for. */
  readonly version: string;
  /** What was typed as the answer; empty if nothing. */
  readonly answer: string;
}

/** A card's turn and the flag's dialog stand far from each other on a page; this is what the first tells the second. */
let shown: OnScreen | null = null;

/** Says what is on the screen now. */
export function noteOnScreen(now: OnScreen): void {
  shown = now;
}

/** What is on the screen of this card; null if nobody said. */
export const onScreen = (cardId: string): OnScreen | null => (shown?.cardId === cardId ? shown : null);
