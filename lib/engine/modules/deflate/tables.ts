/** First length and extra bits of the length codes 257 to 285 (RFC 1951, 3.2.5). */
export const LENGTHS: readonly (readonly [number, number])[] = [
  [3, 0], [4, 0], [5, 0], [6, 0], [7, 0], [8, 0], [9, 0], [10, 0], [11, 1], [13, 1], [15, 1], [17, 1], [19, 2], [23, 2], [27, 2], [31, 2],
  [35, 3], [43, 3], [51, 3], [59, 3], [67, 4], [83, 4], [99, 4], [115, 4], [131, 5], [163, 5], [195, 5], [227, 5], [258, 0],
];

/** First distance and extra bits of the distance codes 0 to 29. */
export const DISTANCES: readonly (readonly [number, number])[] = Array.from({ length: 30 }, (_, code) => {
  if (code < 4) return [code + 1, 0] as const;
  const extra = (code >> 1) - 1;
  return [(2 + (code & 1)) * 2 ** extra + 1, extra] as const;
});

/** Lengths of the fixed codes. */
export const FIXED_LITERALS: readonly number[] = Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8));
export const FIXED_DISTANCES: readonly number[] = new Array<number>(30).fill(5);

/** In which order the lengths of the code lengths' own code are sent. */
export const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Canonical codes from their lengths; 0 where there is none. */
export function codesOf(lengths: readonly number[]): number[] {
  const next: number[] = [];
  let code = 0;
  for (let bits = 1; bits <= 15; bits++) {
    code = (code + (bits > 1 ? lengths.filter((length) => length === bits - 1).length : 0)) << 1;
    next[bits] = code;
  }
  return lengths.map((length) => (length === 0 ? 0 : next[length]++));
}
