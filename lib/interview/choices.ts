/** What can be chosen before the start; apart from schema.ts so that forms need no zod. In minutes. */
export const LENGTHS = [5, 10, 15, 20, 30, 45, 60] as const;

/** Of each card's own time, in percent, up to ten times; 0 for no limit (WCAG 2.2.1: chosen before the start). */
export const TIMINGS = [100, 150, 200, 300, 500, 1_000, 0] as const;

/** What the prompts are: of all kinds, to talk about, outputs to predict, programs to repair, or heaps to draw. */
export const STYLES = ["mixed", "talk", "predict", "debug", "draw"] as const;
export type Style = (typeof STYLES)[number];

/** Longest answer, in characters: a page of code or text several times over. */
export const ANSWER_AT_MOST = 20_000;

/** Longest hint, question or note of an interviewer, in characters. */
export const WORDS_AT_MOST = 1_000;
