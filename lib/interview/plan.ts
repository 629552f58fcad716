import type { Kind } from "../cards/schema.ts";
import type { CatalogueCard } from "../content/library-card.ts";
import type { Style } from "./choices.ts";
import { type Ask, isDrawable, rungSeconds, rungsOf } from "./ladder.ts";
import type { Setup } from "./schema.ts";

/** What is known of a candidate's hold on a card. */
export interface Hold {
  /** 0 firm to 1 weak; never seen is in between. */
  readonly weakness: number;
  /** How often it was a prompt before. */
  readonly asked: number;
}

/** What planning reads of a card. */
export type PlanCard = Pick<CatalogueCard, "id" | "revisionId" | "topic" | "kind" | "level" | "seconds" | "followups" | "versions" | "outputs" | "names">;

export interface PlannedPrompt {
  readonly cardId: string;
  readonly revisionId: string;
  readonly ask: Ask;
  /** Time for the answer; null without a limit. */
  readonly seconds: number | null;
  /** Position of the prompt that opens its ladder. */
  readonly follows: number | null;
}

/** Reading the model answer and judging oneself takes about this long, in seconds; a rung's answer is read with its card's. */
export const JUDGING_SECONDS = 45;
const RUNG_JUDGING_SECONDS = 20;

/** A card of a level in reach: the one chosen, one below it and, where these are few, the rest below. */
const LEVELS_BELOW = 1;

/** How much a topic or a kind that was just used counts against a card, beside a weakness from 0 to 1. */
const TOPIC_COST = 1.2;
const KIND_COST = 0.3;
/** Every opening question has a follow-up, and each third a second one: an interview needs depth and breadth. */
const SECOND_RUNG_EVERY = 3;

const KINDS: Record<Style, readonly Kind[]> = { mixed: ["recall", "explain", "predict", "fix"], talk: ["recall", "explain"], predict: ["predict"], debug: ["fix"], draw: ["predict"] };

/** How often a heap that can be drawn is asked for where other follow-ups are to be had. */
const HEAP_SHARE = 0.3;

/** What follows an opening question: a rung on its card, or another card. */
interface Rung {
  readonly ask: Ask;
  readonly card: PlanCard;
}

/**
 * The prompts of an interview, in order. Cards that were never prompts come first, all of them before any comes again; among
 * those the weak ones, spread over topics and kinds; each with the one or two follow-ups of its ladder. They fit into the length by
 * their own times. The same input and seed give the same prompts.
 */
export function planInterview(catalogue: readonly PlanCard[], holds: ReadonlyMap<string, Hold>, setup: Setup, seed: string): PlannedPrompt[] {
  const budget = setup.lengthMinutes * 60;
  const pool = poolOf(catalogue, setup, budget);
  const planned: PlannedPrompt[] = [];
  const used = new Map<string, number>();
  const taken = new Set<string>();
  let spent = 0;
  let ladders = 0;
  const add = ({ ask, card }: Rung, follows: number | null): void => {
    planned.push({ cardId: card.id, revisionId: card.revisionId, ask, seconds: secondsOf({ seconds: usualSeconds({ ask, card }) }, setup), follows });
    spent += costOf({ ask, card });
    if (ask !== "card") return;
    taken.add(card.id);
    for (const key of [card.topic, card.kind]) used.set(key, (used.get(key) ?? 0) + 1);
  };
  const fits = (rung: Rung): boolean => spent + costOf(rung) <= budget && !(rung.ask === "card" && taken.has(rung.card.id));
  const opening = (): PlanCard | null => best(pool.filter((card) => fits({ ask: "card", card })), holds, used, seed);
  for (let card = opening(); card !== null; card = opening()) {
    const first = planned.length;
    add({ ask: "card", card }, null);
    ladders += 1;
    const most = ladders % SECOND_RUNG_EVERY === 0 ? 2 : 1;
    for (const rung of ladderOf(card, pool, holds, setup, seed, fits).slice(0, most)) if (fits(rung)) add(rung, first);
  }
  return planned;
}

/** The follow-ups of a card, the wanted ones first. Those on the card itself stand before another card: they are judged with it. */
function ladderOf(card: PlanCard, pool: readonly PlanCard[], holds: ReadonlyMap<string, Hold>, setup: Setup, seed: string, fits: (rung: Rung) => boolean): Rung[] {
  const asks = rungsOf(card, setup.targetVersion);
  const drawn = isDrawable(card) && (setup.style === "draw" || chance(`${seed} heap`, card.id) < HEAP_SHARE);
  const rungs = (drawn ? (["heap", ...asks] as const) : asks).map((ask): Rung => ({ ask, card }));
  const next = followupOf(card, pool, holds, (one) => fits({ ask: "card", card: one }));
  if (next === null) return rungs;
  const other: Rung = { ask: "card", card: next };
  // Where the card's own rung and another card are both to be had, each comes in half of the interviews.
  return rungs[0]?.ask === "prove" && chance(`${seed} rung`, card.id) < 0.5 ? [other] : [...rungs, other];
}

const usualSeconds = ({ ask, card }: Rung): number => (ask === "card" ? card.seconds : rungSeconds(ask, card.seconds));

const costOf = (rung: Rung): number => usualSeconds(rung) + (rung.ask === "card" ? JUDGING_SECONDS : RUNG_JUDGING_SECONDS);

/** How many prompts a plan has, and how many minutes they and their model answers take at the chosen pace. */
export function extentOf(planned: readonly PlannedPrompt[], catalogue: readonly PlanCard[]): { readonly prompts: number; readonly minutes: number } {
  const cards = new Map(catalogue.map((card) => [card.id, card]));
  const seconds = planned.reduce((sum, { cardId, ask, seconds: own }) => {
    const card = cards.get(cardId);
    return sum + (own ?? (card === undefined ? 0 : usualSeconds({ ask, card }))) + (ask === "card" ? JUDGING_SECONDS : RUNG_JUDGING_SECONDS);
  }, 0);
  return { prompts: planned.length, minutes: Math.max(1, Math.round(seconds / 60)) };
}

/** The time for a card's answer under the chosen timing, in seconds; null without a limit. */
export function secondsOf(card: { readonly seconds: number }, { timePercent }: Pick<Setup, "timePercent">): number | null {
  return timePercent === 0 ? null : Math.ceil((card.seconds * timePercent) / 100);
}

/** The cards in question. Where those of the level are too few to fill the time, all lower levels are. */
function poolOf(catalogue: readonly PlanCard[], { topics, level, style }: Setup, budgetSeconds: number): PlanCard[] {
  const wanted = catalogue.filter((card) => KINDS[style].includes(card.kind) && (style !== "draw" || isDrawable(card)) && (topics.length === 0 || topics.some((topic) => topic === card.topic)) && card.level <= level);
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
