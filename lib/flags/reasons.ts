/** Why a reader flags a card; apart from schema.ts so that forms need no zod. */
export const REASONS = {
  wrong: "The answer is wrong",
  version: "It is wrong in some version",
  unclear: "It is unclear",
  typo: "There is a typo",
  other: "Something else",
} as const;

export type Reason = keyof typeof REASONS;
export const REASON_IDS = Object.keys(REASONS) as readonly Reason[];

/** Longest note and longest answer to it, in characters. */
export const NOTE_AT_MOST = 500;
