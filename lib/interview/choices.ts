/** What can be chosen before the start; apart from schema.ts so that forms need no zod. */
export const LENGTHS = [10, 20, 45] as const;

/** Of each card's own time, in percent; 0 for no limit (WCAG 2.2.1: chosen before the start). */
export const TIMINGS = [100, 150, 200, 0] as const;

/** Longest answer, in characters: a page of code or text several times over. */
export const ANSWER_AT_MOST = 20_000;
