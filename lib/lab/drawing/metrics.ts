// Sizes of what is drawn. The fonts are the page's own, so widths follow from the number of characters.

/** Advance of a character of the code font, as a part of its size. */
const MONO = 0.6;
/** The same for the text font, on average, rounded up. */
const SANS = 0.56;

// A browser may place each character on a whole pixel.
export const monoWidth = (text: string, size: number): number => [...text].length * Math.ceil(size * MONO);
export const sansWidth = (text: string, size: number): number => Math.ceil([...text].length * size * SANS);

export const FONT = { title: 12, value: 15, row: 13, small: 11 } as const;

/** Heights and gaps. */
export const SIZE = {
  head: 26,
  row: 24,
  line: 17,
  value: 24,
  pad: 8,
  side: 12,
  slot: 14,
  /** Between the bottom of a box and the next one; room for a note under it. */
  gap: 24,
  /** Between columns: arrows run here. */
  channel: 64,
  /** Between the lanes of two threads: arrows run here too. */
  lane: 48,
  margin: 20,
  zone: 26,
  laneHead: 22,
} as const;

/** Characters of a text in a box; a longer one is cut in the middle of nothing and ends with a mark. */
export const TEXT_AT_MOST = 26;
const LABEL_AT_MOST = 16;

export const cut = (text: string, atMost: number = TEXT_AT_MOST): string => ([...text].length <= atMost ? text : `${[...text].slice(0, atMost - 1).join("")}…`);
export const cutLabel = (text: string): string => cut(text, LABEL_AT_MOST);
