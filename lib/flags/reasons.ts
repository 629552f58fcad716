/** Why a reader flags a card. */
export const FLAG_REASONS = ["wrong", "version", "unclear", "typo", "other"] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** The reasons as the reader chooses them, in the order of their numbers. */
export const REASON_WORDS: Readonly<Record<FlagReason, string>> = {
  wrong: "The answer is wrong",
  version: "It is wrong in some version",
  unclear: "It is unclear",
  typo: "A typo",
  other: "Something else",
};

/** Longest note, and longest word to the reader, in characters. */
export const NOTE_AT_MOST = 500;

/** The words of a stored reason; one that is no longer offered stands as it is. */
export const reasonWords = (reason: string): string => FLAG_REASONS.map((known) => (known === reason ? REASON_WORDS[known] : "")).join("") || reason;

/** Longest answer that goes along with a flag, in characters. */
export const ANSWER_AT_MOST = 2_000;
