import type { Today } from "../reviews/types.ts";
import type { Calibration } from "./calibration.ts";
import type { DayOfStudy } from "./days.ts";
import type { Forecast } from "./forecast.ts";
import type { Slipping } from "./leeches.ts";
import type { TopicReadiness } from "./readiness.ts";
import type { Retention } from "./retention.ts";

export const RANGES = [30, 90, 365] as const;
export type Range = (typeof RANGES)[number];

/** What the progress page shows. Plain data. */
export interface Progress {
  readonly today: Today;
  /** Days that time and calibration look back over. */
  readonly range: Range;
  /** Answers in the log that stand. */
  readonly answers: number;
  /** Cards to ask today, and about how long they take, in minutes; null while no time was measured. */
  readonly due: { readonly cards: number; readonly minutes: number | null };
  readonly studiedOfThirty: number;
  /** In the order of need. */
  readonly topics: readonly (TopicReadiness & { readonly title: string })[];
  readonly retention: readonly { readonly days: number; readonly retention: Retention }[];
  readonly forecast: Forecast;
  /** The most reviews that the user wants on a day. */
  readonly reviewsPerDay: number;
  readonly calibration: Calibration | null;
  /** Answers with a confidence in the range, told while they are too few. */
  readonly confidences: number;
  /** Whole weeks from a Monday on, today last. */
  readonly heat: readonly DayOfStudy[];
  /** The days of the range. */
  readonly days: readonly DayOfStudy[];
  /** With why each has the date it has, in words. */
  readonly slipping: readonly (Slipping & { readonly title: string; readonly date: string })[];
}
