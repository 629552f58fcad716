import { CRITERIA, type Criterion } from "./criteria.ts";
import type { PastInterview } from "./types.ts";

/** What is followed over time: the whole, a criterion or a topic. */
export type Followed = { readonly kind: "whole" } | { readonly kind: "criterion"; readonly criterion: Criterion } | { readonly kind: "topic"; readonly topic: string };

export interface ComparisonRow {
  readonly followed: Followed;
  /** One for each column: 0 to 1, null where that interview did not judge it. */
  readonly scores: readonly (number | null)[];
  /** The last score less the one before it, of those that there are. */
  readonly change: number | null;
}

export interface Comparison {
  /** Oldest first. */
  readonly interviews: readonly PastInterview[];
  readonly rows: readonly ComparisonRow[];
}

/** Interviews side by side: more do not fit on a page. */
const COLUMNS = 6;

/** Topics that were asked twice at least, the most often asked first: others cannot be compared. */
const TOPICS_AT_MOST = 8;

/** The last interviews of those given, newest first as they are read; null below two that were judged. */
export function comparisonOf(past: readonly PastInterview[]): Comparison | null {
  const interviews = past.filter((one) => one.score !== null).slice(0, COLUMNS).reverse();
  if (interviews.length < 2) return null;
  const row = (followed: Followed, score: (one: PastInterview) => number | null): ComparisonRow => {
    const scores = interviews.map(score);
    const [before, last] = scores.filter((one) => one !== null).slice(-2);
    return { followed, scores, change: before === undefined || last === undefined ? null : last - before };
  };
  const criteria = CRITERIA.map((criterion) => row({ kind: "criterion", criterion }, (one) => one.byCriterion.find((own) => own.criterion === criterion)?.score ?? null));
  const times = new Map<string, number>();
  for (const { topic } of interviews.flatMap((one) => one.byTopic)) times.set(topic, (times.get(topic) ?? 0) + 1);
  const topics = [...times].filter(([, count]) => count > 1).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, TOPICS_AT_MOST);
  return {
    interviews,
    rows: [
      row({ kind: "whole" }, (one) => one.score),
      ...criteria.filter((one) => one.scores.some((score) => score !== null)),
      ...topics.map(([topic]) => row({ kind: "topic", topic }, (one) => one.byTopic.find((own) => own.topic === topic)?.score ?? null)),
    ],
  };
}
