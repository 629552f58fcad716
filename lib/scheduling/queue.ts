import { hash32 } from "./fuzz.ts";
import type { StudyDay } from "./study-day.ts";

/** A card that could be asked today. Suspended and buried cards are left out by the caller. */
export interface Candidate {
  readonly cardId: string;
  readonly topic: string;
  /** 1 junior to 4 staff; new cards come in this order. */
  readonly level: number;
  /** Cards that give each other away; only one of a pair is asked on a day. */
  readonly followups: readonly string[];
  /** Cards that are better learned first. */
  readonly prerequisites: readonly string[];
  /** Null for a new card. */
  readonly dueDay: StudyDay | null;
  /** Study day of the last answer, null for a new card. */
  readonly answeredDay: StudyDay | null;
  /** Answered today, and the last answer was below Good. */
  readonly drilling: boolean;
  /** Asked for on this day beside the schedule, a new card too: comes first. It counts within the limits, but they do not keep it back. */
  readonly brought: boolean;
}

/** How many cards a user wants on a day, and how many of them are done. */
export interface DailyLimits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly newDone: number;
  readonly reviewsDone: number;
}

export interface DayQueue {
  /** Cards to ask, in order: still drilled today, brought forward, due, new. */
  readonly cardIds: readonly string[];
  readonly counts: { readonly drilling: number; readonly brought: number; readonly due: number; readonly new: number };
  /** Asked on a later day: what the limits or a related card keep back. */
  readonly keptBack: { readonly byLimit: number; readonly byRelation: number };
}

/**
 * The cards of a study day. Brought forward before due before new, within the limits; the longest overdue are taken
 * first; of a card and its follow-up only one a day; topics alternate as far as they can. The same
 * candidates, limits and seed give the same queue.
 */
export function buildQueue(candidates: readonly Candidate[], limits: DailyLimits, today: StudyDay, seed: string): DayQueue {
  const ranked = [...candidates].sort(byRank(seed, unlearned(candidates)));
  const drilling = ranked.filter((card) => card.drilling);
  const open = ranked.filter((card) => !card.drilling && card.answeredDay !== today);
  const relations = relationsOf(candidates);
  const asked = new Set(candidates.filter((card) => card.answeredDay === today).map((card) => card.cardId));
  const brought = open.filter((card) => card.brought);
  for (const card of brought) asked.add(card.cardId);
  const due = take(open.filter((card) => !card.brought && card.dueDay !== null && card.dueDay <= today), limits.reviewsPerDay - limits.reviewsDone - brought.filter((card) => card.dueDay !== null).length, relations, asked);
  const fresh = take(open.filter((card) => !card.brought && card.dueDay === null), limits.newPerDay - limits.newDone - brought.filter((card) => card.dueDay === null).length, relations, asked);
  const order = [...drilling, ...interleave(brought), ...interleave(due.taken), ...interleave(fresh.taken)];
  return {
    cardIds: order.map((card) => card.cardId),
    counts: { drilling: drilling.length, brought: brought.length, due: due.taken.length, new: fresh.taken.length },
    keptBack: { byLimit: due.byLimit + fresh.byLimit, byRelation: due.byRelation + fresh.byRelation },
  };
}

function unlearned(candidates: readonly Candidate[]): ReadonlySet<string> {
  return new Set(candidates.filter((card) => card.dueDay === null).map((card) => card.cardId));
}

/** Due cards by due day, new ones by open prerequisites and level; the seed breaks ties, the id what is left. */
function byRank(seed: string, open: ReadonlySet<string>): (a: Candidate, b: Candidate) => number {
  const waiting = (card: Candidate): number => (card.dueDay === null && card.prerequisites.some((id) => open.has(id)) ? 1 : 0);
  return (a, b) =>
    (a.dueDay ?? Infinity) - (b.dueDay ?? Infinity) ||
    waiting(a) - waiting(b) ||
    (a.dueDay === null ? a.level - b.level : 0) ||
    hash32(`${seed}:${a.cardId}`) - hash32(`${seed}:${b.cardId}`) ||
    (a.cardId < b.cardId ? -1 : 1);
}

function relationsOf(candidates: readonly Candidate[]): ReadonlyMap<string, ReadonlySet<string>> {
  const relations = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => {
    const known = relations.get(from);
    if (known === undefined) relations.set(from, new Set([to]));
    else known.add(to);
  };
  for (const card of candidates) {
    for (const followup of card.followups) {
      link(card.cardId, followup);
      link(followup, card.cardId);
    }
  }
  return relations;
}

interface Taken {
  readonly taken: Candidate[];
  readonly byLimit: number;
  readonly byRelation: number;
}

/** The first `room` cards that no card asked today is related to; adds them to `asked`. */
function take(cards: readonly Candidate[], room: number, relations: ReadonlyMap<string, ReadonlySet<string>>, asked: Set<string>): Taken {
  const taken: Candidate[] = [];
  let byLimit = 0;
  let byRelation = 0;
  for (const card of cards) {
    const related = relations.get(card.cardId);
    if (related !== undefined && [...related].some((id) => id !== card.cardId && asked.has(id))) byRelation += 1;
    else if (taken.length >= room) byLimit += 1;
    else {
      taken.push(card);
      asked.add(card.cardId);
    }
  }
  return { taken, byLimit, byRelation };
}

/**
 * The same cards with equal topics apart: always the topic with most cards left, but never the one
 * just asked. Two of a topic meet only if that topic outnumbers all others together.
 */
export function interleave<Card extends { readonly topic: string }>(cards: readonly Card[]): Card[] {
  const byTopic = new Map<string, Card[]>();
  for (const card of cards) {
    const pile = byTopic.get(card.topic);
    if (pile === undefined) byTopic.set(card.topic, [card]);
    else pile.push(card);
  }
  const order: Card[] = [];
  let last: string | null = null;
  while (order.length < cards.length) {
    let next: { topic: string; pile: Card[] } | null = null;
    for (const [topic, pile] of byTopic) {
      if (pile.length === 0 || topic === last) continue;
      if (next === null || pile.length > next.pile.length) next = { topic, pile };
    }
    const pile: Card[] = next?.pile ?? byTopic.get(last ?? "") ?? [];
    const card = pile.shift();
    if (card === undefined) break;
    order.push(card);
    last = card.topic;
  }
  return order;
}
