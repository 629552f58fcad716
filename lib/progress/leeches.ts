import type { CardProgress } from "../reviews/fold.ts";
import { LEECH_LAPSES } from "../reviews/personal-states.ts";

/** So many lapses are worth a word before they make a leech: half of them, as in Anki. */
export const SLIPPING_LAPSES = LEECH_LAPSES / 2;

/** A card that is forgotten again and again. */
export interface Slipping {
  readonly cardId: string;
  readonly lapses: number;
  readonly leech: boolean;
  readonly suspended: boolean;
}

/** Cards that slip, those with most lapses first. */
export function slippingCards(progress: ReadonlyMap<string, CardProgress>): Slipping[] {
  return [...progress]
    .flatMap(([cardId, { schedule, suspended }]) => {
      const lapses = schedule.status === "learned" ? schedule.lapses : 0;
      return lapses < SLIPPING_LAPSES ? [] : [{ cardId, lapses, leech: lapses >= LEECH_LAPSES, suspended }];
    })
    .sort((a, b) => b.lapses - a.lapses || (a.cardId < b.cardId ? -1 : 1));
}
