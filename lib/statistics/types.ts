import type { CardCounts } from "./harm.ts";

/** A published card with what its answers say of it. */
export interface CardStatistics extends CardCounts {
  readonly cardId: string;
  readonly title: string;
  readonly topic: string;
  /** The middle of the times from question to grade, in ms; null without a recent answer. */
  readonly medianMs: number | null;
  /** See harmOf. */
  readonly harm: number;
}
