import type { CardProgress } from "../reviews/fold.ts";
import { PASS } from "../scheduling/grade.ts";
import { isFsrs } from "../scheduling/scheduler.ts";
import { type Hold, UNSEEN_WEAKNESS } from "./plan.ts";
import type { Interview } from "./types.ts";

/** What lapses, an easiness below SM-2's start of 250 (or FSRS's difficulty) and a last answer that failed add to a card's weakness. */
const PER_LAPSE = 0.2;
const EASINESS_SPAN = 240;
/** The same of FSRS's difficulty above its least, 1. */
const DIFFICULTY_SPAN = 18;
const FAILED_LAST = 0.3;

/** Of how much weight a topic's weakness is beside a card's own. */
const TOPIC_SHARE = 0.5;

/** How firm each card of the library is with a candidate, from the review log, recent interviews and how often each was `asked` in any. */
export function holdsOf(catalogue: readonly { readonly id: string; readonly topic: string }[], progress: ReadonlyMap<string, CardProgress>, interviews: readonly Interview[], asked: ReadonlyMap<string, number>): Map<string, Hold> {
  const failed = new Set<string>();
  // Oldest first: what went well later is not held against a card.
  for (const prompt of interviews.toReversed().flatMap((one) => one.prompts)) {
    if (prompt.submittedAt === null || (prompt.objective === null && prompt.points === null)) continue;
    const nothing = prompt.points?.length === 0 && (prompt.levels ?? []).every((level) => level === null || level === 0);
    if (prompt.objective === "fail" || (prompt.objective === null && nothing)) failed.add(prompt.cardId);
    else if (prompt.ask === "card") failed.delete(prompt.cardId);
  }
  const own = new Map(catalogue.map(({ id }) => [id, Math.min(1, weaknessOf(progress.get(id)) + (failed.has(id) ? FAILED_LAST : 0))]));
  const byTopic = topicMeans(catalogue, own);
  return new Map(catalogue.map(({ id, topic }) => [id, { weakness: ((own.get(id) ?? 0) + TOPIC_SHARE * (byTopic.get(topic) ?? 0)) / (1 + TOPIC_SHARE), asked: asked.get(id) ?? 0 }]));
}

function weaknessOf(progress: CardProgress | undefined): number {
  if (progress === undefined || progress.schedule.status === "new") return UNSEEN_WEAKNESS;
  const { memory, lapses } = progress.schedule;
  const hardness = isFsrs(memory) ? (memory.difficulty - 1) / DIFFICULTY_SPAN : Math.max(0, 250 - memory.easiness) / EASINESS_SPAN;
  const failedLast = progress.lastAnswer !== null && progress.lastAnswer.grade < PASS;
  return Math.min(1, lapses * PER_LAPSE + hardness + (failedLast ? FAILED_LAST : 0));
}

function topicMeans(catalogue: readonly { readonly id: string; readonly topic: string }[], own: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { id, topic } of catalogue) {
    const known = sums.get(topic) ?? { sum: 0, count: 0 };
    sums.set(topic, { sum: known.sum + (own.get(id) ?? 0), count: known.count + 1 });
  }
  return new Map([...sums].map(([topic, { sum, count }]) => [topic, sum / count]));
}
