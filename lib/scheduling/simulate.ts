import { type FsrsMemory, retrievability, reviewFsrs } from "./fsrs.ts";
import { share } from "./fuzz.ts";
import type { Quality } from "./grade.ts";
import { type LastPass, passDueDay } from "./last-pass.ts";
import type { SchedulerSetting } from "./scheduler.ts";
import { NEW, type Schedule, schedule } from "./state.ts";
import type { StudyDay } from "./study-day.ts";

/** A card at the start of a simulation. */
export interface SimulatedCard {
  readonly cardId: string;
  readonly schedule: Schedule;
  /** What is assumed of the learner's memory: FSRS's, whatever scheduler is used. Null for a new card. */
  readonly truth: FsrsMemory | null;
}

export interface SimulationRules {
  readonly setting: SchedulerSetting;
  /** New cards on a day on which so many are unseen. */
  readonly newPerDay: (unseen: number, today: StudyDay, pass: LastPass | null) => number;
  readonly reviewsPerDay: number;
  /** The last pass as it is seen on a day with so many learned cards. */
  readonly lastPass: (today: StudyDay, learned: number) => LastPass | null;
  /** Decides what is remembered; another seed is another course of the same days. */
  readonly seed: string;
}

export interface SimulatedDay {
  readonly day: StudyDay;
  /** First answers of new cards, answers of due ones, and repeats on the same day. */
  readonly fresh: number;
  readonly reviews: number;
  readonly redrills: number;
}

export interface Simulation {
  readonly days: readonly SimulatedDay[];
  /** For each card the probability of recall on a later day, 0 where it was not seen; in no order that means something. */
  readonly recallOn: (day: StudyDay) => readonly number[];
}

/** Of new cards, how many are missed at first: between what Anki's users show and what a book's reader would. */
const MISSED_AT_FIRST = 0.24;

interface Running {
  readonly cardId: string;
  schedule: Schedule;
  truth: FsrsMemory | null;
}

/**
 * Plays so many days from `from` on: each card is recalled with the probability that FSRS gives it, answered Good or
 * Again, and scheduled by the rules, the longest overdue first. A missed card is asked once more on its day, which moves
 * nothing. Without fuzz, which only evens out what is counted here.
 */
export function simulate(cards: readonly SimulatedCard[], from: StudyDay, dayCount: number, rules: SimulationRules): Simulation {
  const running: Running[] = cards.map((card) => ({ ...card }));
  const days = Array.from({ length: dayCount }, (_, index) => playDay(running, from + index, rules));
  return { days, recallOn: (day) => running.map(({ schedule: state, truth }) => (state.status === "new" || truth === null ? 0 : retrievability(truth, Math.max(0, day - state.reviewedDay)))) };
}

function playDay(cards: readonly Running[], day: StudyDay, rules: SimulationRules): SimulatedDay {
  const unseen = cards.filter((card) => card.schedule.status === "new");
  const pass = rules.lastPass(day, cards.length - unseen.length);
  const due = cards
    .flatMap((card) => {
      const dueDay = card.schedule.status === "new" ? Number.POSITIVE_INFINITY : passDueDay(card.cardId, card.schedule, pass);
      return dueDay <= day ? [{ card, dueDay }] : [];
    })
    .sort((a, b) => a.dueDay - b.dueDay)
    .slice(0, rules.reviewsPerDay);
  const fresh = unseen.slice(0, rules.newPerDay(unseen.length, day, pass));
  let redrills = 0;
  for (const card of [...due.map((one) => one.card), ...fresh]) {
    const grade = gradeOf(card, day, rules.seed);
    const elapsed = card.schedule.status === "new" ? 0 : day - card.schedule.reviewedDay;
    card.truth = reviewFsrs(card.truth, grade, elapsed, rules.setting.retention);
    card.schedule = schedule(card.schedule, grade, day, rules.setting);
    if (grade < 3) redrills += 1;
  }
  return { day, fresh: fresh.length, reviews: due.length, redrills };
}

function gradeOf({ cardId, schedule: state, truth }: Running, day: StudyDay, seed: string): Quality {
  const recall = state.status === "new" || truth === null ? 1 - MISSED_AT_FIRST : retrievability(truth, day - state.reviewedDay);
  return share(`${seed}:${day}:${cardId}`) < recall ? 4 : 2;
}

/** Answers of a simulated day, of any kind. */
export const answersOf = ({ fresh, reviews, redrills }: SimulatedDay): number => fresh + reviews + redrills;

/** `count` cards that nobody has seen. */
export function unseenCards(count: number): SimulatedCard[] {
  return Array.from({ length: count }, (_, index) => ({ cardId: `card-${index}`, schedule: NEW, truth: null }));
}
