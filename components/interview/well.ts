/** A box for what was typed: words as words, code and output in a font for code. */
export const wellOf = (words: boolean): string => `whitespace-pre-wrap rounded-lg bg-sunken px-3.5 py-2.5 [overflow-wrap:anywhere] ${words ? "font-sans" : "font-mono text-sm"}`;
