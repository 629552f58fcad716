import type { CardProgress } from "../reviews/fold.ts";
import type { Answer } from "./answers.ts";
import { groupBy } from "./group.ts";
import { showsMemory } from "./retention.ts";
import { type Estimate, estimate, shareOf } from "./share.ts";

/** Below so many reviews a topic's retention is shown as too uncertain to act on. */
export const READINESS_LEAST = 20;

/** A card as the topics count it. */
export interface TopicCard {
  readonly id: string;
  readonly topic: string;
}

/** How far a topic is known. */
export interface TopicReadiness {
  readonly topic: string;
  readonly cards: number;
  /** Cards that were answered before and not reset. */
  readonly met: number;
  /** True retention of the topic's cards, over all time given. */
  readonly retention: Estimate;
  /**
   * The share of all cards of the topic that would be recalled if asked: cards met, times their retention with its 90 % interval.
   * Cards that were not met count as not known. `value` is null while no review has shown anything.
   */
  readonly ready: { readonly value: number | null; readonly low: number; readonly high: number };
  readonly sure: boolean;
}

/** The readiness of each topic that has cards, in the order of the cards. Cards that left the library do not count. */
export function readinessOf(cards: readonly TopicCard[], progress: ReadonlyMap<string, CardProgress>, answers: readonly Answer[]): TopicReadiness[] {
  const reviews = groupBy(answers.filter(showsMemory), ({ cardId }) => cardId);
  return [...groupBy(cards, ({ topic }) => topic)].map(([topic, own]) => {
    const met = own.filter(({ id }) => progress.get(id)?.schedule.status === "learned").length;
    const retention = estimate(shareOf(own.flatMap(({ id }) => reviews.get(id) ?? []), ({ passed }) => passed));
    const coverage = met / own.length;
    const ready = { value: retention.value === null ? null : coverage * retention.value, low: coverage * retention.low, high: coverage * retention.high };
    return { topic, cards: own.length, met, retention, ready, sure: retention.total >= READINESS_LEAST };
  });
}

/**
 * Topics in the order in which practice gains most: those begun and known worst first, judged by the lower end of what is
 * known of them, then those not begun.
 */
export function byNeed(topics: readonly TopicReadiness[]): TopicReadiness[] {
  const rank = (one: TopicReadiness): number => (one.met === 0 ? 2 : one.retention.total === 0 ? 1 : 0);
  return [...topics].sort((a, b) => rank(a) - rank(b) || a.retention.low - b.retention.low || a.ready.low - b.ready.low);
}
