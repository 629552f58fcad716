/**
 * SM-2's quality of a response: 5 perfect, 4 correct after a hesitation, 3 correct with serious
 * difficulty, 2 wrong but the right answer seemed easy, 1 wrong but recognised, 0 blackout.
 * Wozniak, "Application of a computer to improve the results obtained in working with the
 * SuperMemo method", 1990.
 */
export type Quality = 0 | 1 | 2 | 3 | 4 | 5;

/** Why an answer was missed; kept in the log although SM-2 in prose treats the three alike. */
export type MissedQuality = 0 | 1 | 2;

/** The four buttons, in the order shown. */
export type Button = "again" | "hard" | "good" | "easy";

export const BUTTONS: readonly Button[] = ["again", "hard", "good", "easy"];

/** Those shown to whoever wants two. */
export const TWO_BUTTONS: readonly Button[] = ["again", "good"];

/** The lowest quality that counts as recalled. */
export const PASS: Quality = 3;

/** The lowest quality that ends the day's drill of a card (SM-2, step 7). */
export const GOOD: Quality = 4;

const HIT_QUALITY = { hard: 3, good: 4, easy: 5 } as const;

/** The quality a button stores. `missed` says how far off an answer was; only Again reads it. */
export function qualityOf(button: Button, missed: MissedQuality = 2): Quality {
  return button === "again" ? missed : HIT_QUALITY[button];
}

export function isQuality(value: unknown): value is Quality {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 5;
}
