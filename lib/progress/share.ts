/** So many of so many. */
export interface Share {
  readonly hits: number;
  readonly total: number;
}

/** A share with what chance leaves open about it; all three from 0 to 1. */
export interface Estimate extends Share {
  /** hits / total; null of nothing. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

/** The two-sided 90 % point of the normal distribution. */
export const Z_90 = 1.6448536269514722;

/**
 * Wilson's score interval without continuity correction (Wilson 1927; Newcombe, Statistics in Medicine 17, 1998, method 3).
 * Of nothing it is everything: 0 to 1.
 */
export function estimate({ hits, total }: Share, z: number = Z_90): Estimate {
  if (total === 0) return { hits, total, value: null, low: 0, high: 1 };
  const share = hits / total;
  const middle = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return { hits, total, value: share, low: hits === 0 ? 0 : (middle - reach) / scale, high: hits === total ? 1 : (middle + reach) / scale };
}

export const shareOf = <A>(all: readonly A[], hit: (one: A) => boolean): Share => ({ hits: all.filter(hit).length, total: all.length });
