import type { StudyDay } from "./study-day.ts";

/** How many cards are due on each coming study day. Days without any may be left out. */
export type DayLoad = Readonly<Record<StudyDay, number>>;

/** Days by which an interval may differ, as in Anki: one, and a share of each stretch of the interval. */
const STRETCHES = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
] as const;

/** Intervals up to this many days are moved to the emptiest day that the fuzz allows. */
export const BALANCED_DAYS = 90;

export interface IntervalRange {
  readonly least: number;
  readonly most: number;
}

/**
 * The intervals that may be given in place of one, so that cards learned together part. Below 2.5 days there is no
 * choice. `cap` bounds the longest.
 */
export function fuzzRange(intervalDays: number, cap: number): IntervalRange {
  const days = Math.min(intervalDays, cap);
  if (days < 2.5) return { least: days, most: days };
  const delta = STRETCHES.reduce((sum, { from, to, share }) => sum + share * Math.max(0, Math.min(days, to) - from), 1);
  return { least: Math.max(2, Math.round(days - delta)), most: Math.min(cap, Math.round(days + delta)) };
}

/** A whole number from 0 to 2^32 - 1 that depends on the text alone (FNV-1a): the same on every machine. */
export function hash32(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

/** FNV-1a's low bits say little of a short text's end, so it is stirred before it is divided (the finaliser of MurmurHash3). */
export function share(seed: string): number {
  let value = hash32(seed);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * The interval to give out of a range: the one whose day has the fewest cards, where the range ends within
 * BALANCED_DAYS; among equals the nearest to the one that the seed picks. The same arguments give the same answer, so
 * what a button shows is what it stores.
 */
export function pickInterval({ least, most }: IntervalRange, seed: string, today: StudyDay, load: DayLoad): number {
  const picked = least + Math.floor(share(seed) * (most - least + 1));
  if (most > BALANCED_DAYS) return picked;
  let best = picked;
  const loadOf = (interval: number): number => load[today + interval] ?? 0;
  for (let interval = least; interval <= most; interval += 1) {
    const gain = loadOf(best) - loadOf(interval);
    if (gain > 0 || (gain === 0 && Math.abs(interval - picked) < Math.abs(best - picked))) best = interval;
  }
  return best;
}
