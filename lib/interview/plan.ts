import type { CatalogueEntry } from "../content/library-card.ts";
import type { Setup } from "./schema.ts";

/** What is known of a candidate's hold on a card. */
export interface Hold {
  /** 0 firm to 1 weak; never seen is in between. */
  readonly weakness: number;
  /** How often it was a prompt before. */
  readonly asked: number;
}

/** What planning reads of a card. */
export type PlanCard = Pick<CatalogueEntry, "id" | "revisionId" | "topic" | "kind" | "level" | "seconds" | "followups">;

export interface PlannedPrompt {
  readonly cardId: string;
  readonly revisionId: string;
  /** Time for the answer; null without a limit. */
  readonly seconds: number | null;
  /** Position of the prompt that it follows up. */
  readonly follows: number | null;
}

/** Reading the model answer and judging oneself takes about this long, in seconds. */
export const JUDGING_SECONDS = 45;

/** A card of a level in reach: the one chosen, one below it and, where these are few, the rest below. */
const LEVELS_BELOW = 1;

/** How much a topic or a kind that was just used counts against a card, beside a weakness from 0 to 1. */
const TOPIC_COST = 1.2;
const KIND_COST = 0.3;
/** Follow-ups at most, as a share of the prompts before: one or two in ten minutes keep an interview an interview. */
const FOLLOWUP_SHARE = 1 / 3;

/**
 * The prompts of an interview, in order. Cards that were never prompts come first, all of them before any comes again; among
 * those the weak ones, spread over topics and kinds; now and then a follow-up stands after its card. They fit into the length by
 * their own times. The same input and seed give the same prompts.
 */
export function planInterview(catalogue: readonly PlanCard[], holds: ReadonlyMap<string, Hold>, setup: Setup, seed: string): PlannedPrompt[] {
  const budget = setup.lengthMinutes * 60;
  const pool = poolOf(catalogue, setup, budget);
  const planned: PlannedPrompt[] = [];
  const used = new Map<string, number>();
  const taken = new Set<string>();
  let spent = 0;
  let followups = 0;
  const add = (card: PlanCard, follows: number | null): void => {
    planned.push({ cardId: card.id, revisionId: card.revisionId, seconds: secondsOf(card, setup), follows });
    taken.add(card.id);
    spent += card.seconds + JUDGING_SECONDS;
    for (const key of [card.topic, card.kind]) used.set(key, (used.get(key) ?? 0) + 1);
  };
  const fits = (card: PlanCard): boolean => !taken.has(card.id) && spent + card.seconds + JUDGING_SECONDS <= budget;
  for (let card = best(pool.filter(fits), holds, used, seed); card !== null; card = best(pool.filter(fits), holds, used, seed)) {
    add(card, null);
    const next = followups + 1 <= planned.length * FOLLOWUP_SHARE ? followupOf(card, pool, holds, fits) : null;
    if (next === null) continue;
    followups += 1;
    add(next, planned.length - 1);
  }
  return planned;
}

/** How many prompts a plan has, and how many minutes they and their model answers take at the chosen pace. */
export function extentOf(planned: readonly PlannedPrompt[], catalogue: readonly PlanCard[]): { readonly prompts: number; readonly minutes: number } {
  const usual = new Map(catalogue.map((card) => [card.id, card.seconds]));
  const seconds = planned.reduce((sum, prompt) => sum + (prompt.seconds ?? usual.get(prompt.cardId) ?? 0) + JUDGING_SECONDS, 0);
  return { prompts: planned.length, minutes: Math.max(1, Math.round(seconds / 60)) };
}

/** The time for a card's answer under the chosen timing, in seconds; null without a limit. */
export function secondsOf(card: { readonly seconds: number }, { timePercent }: Pick<Setup, "timePercent">): number | null {
  return timePercent === 0 ? null : Math.ceil((card.seconds * timePercent) / 100);
}

/** The cards in question. Where those of the level are too few to fill the time, all lower levels are. */
function poolOf(catalogue: readonly PlanCard[], { topics, level }: Setup, budgetSeconds: number): PlanCard[] {
  const wanted = catalogue.filter((card) => (topics.length === 0 || topics.some((topic) => topic === card.topic)) && card.level <= level);
  const near = wanted.filter((card) => card.level >= level - LEVELS_BELOW);
  const time = near.reduce((sum, card) => sum + card.seconds + JUDGING_SECONDS, 0);
  const pool = time >= budgetSeconds ? near : wanted;
  return [...pool].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function best(cards: readonly PlanCard[], holds: ReadonlyMap<string, Hold>, used: ReadonlyMap<string, number>, seed: string): PlanCard | null {
  const rounds = Math.min(...cards.map((card) => holds.get(card.id)?.asked ?? 0));
  let chosen: { card: PlanCard; worth: number } | null = null;
  for (const card of cards) {
    const hold = holds.get(card.id);
    if ((hold?.asked ?? 0) > rounds) continue;
    const worth = (hold?.weakness ?? UNSEEN_WEAKNESS) - TOPIC_COST * (used.get(card.topic) ?? 0) - KIND_COST * (used.get(card.kind) ?? 0) + chance(seed, card.id);
    if (chosen === null || worth > chosen.worth) chosen = { card, worth };
  }
  return chosen?.card ?? null;
}

/** Of a card that was neither studied nor asked. */
export const UNSEEN_WEAKNESS = 0.5;

function followupOf(card: PlanCard, pool: readonly PlanCard[], holds: ReadonlyMap<string, Hold>, fits: (card: PlanCard) => boolean): PlanCard | null {
  const rounds = holds.get(card.id)?.asked ?? 0;
  return pool.find((one) => card.followups.includes(one.id) && fits(one) && (holds.get(one.id)?.asked ?? 0) <= rounds) ?? null;
}

/** From 0 to 1, the same for the same seed and card (FNV-1a, 32 bits). */
function chance(seed: string, cardId: string): number {
  let value = 0x811c9dc5;
  for (const unit of `${seed}:${cardId}`) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value / 2 ** 32;
}
