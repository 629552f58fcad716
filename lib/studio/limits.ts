/** Longest word to learners or between authors, in characters. */
export const WORD_AT_MOST = 300;
