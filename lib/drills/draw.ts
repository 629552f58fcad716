import { hash32 } from "../scheduling/fuzz.ts";
import { interleave } from "../scheduling/queue.ts";

/** How many cards a drill may have; the second is offered first. */
export const DRILL_SIZES = [10, 20, 40, 60] as const;
export type DrillSize = (typeof DRILL_SIZES)[number];

/** A card that could be drilled. */
export interface Drillable {
  readonly id: string;
  readonly topic: string;
}

/** The cards of a drill: so many of those that fit, drawn by the seed, equal topics apart. The same seed draws the same cards. */
export function drawDrill(fitting: readonly Drillable[], size: number, seed: string): string[] {
  const drawn = fitting.map((card) => ({ card, lot: hash32(`${seed}:${card.id}`) })).sort((a, b) => a.lot - b.lot || (a.card.id < b.card.id ? -1 : 1));
  return interleave(drawn.slice(0, size).map(({ card }) => card)).map(({ id }) => id);
}
