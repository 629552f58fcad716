const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How failed sign-ins of one kind of key hold up the next try. */
export interface DelayRule {
  /** So many failures cost nothing. */
  readonly free: number;
  /** After so long without a failure they are forgotten. */
  readonly forgetMs: number;
}

/** An account's first failure counts; behind one network there may be many people who mistype. */
export const DELAYS = {
  account: { free: 0, forgetMs: 24 * HOUR_MS },
  network: { free: 10, forgetMs: HOUR_MS },
} as const satisfies Record<string, DelayRule>;

/** Longest wait: nobody is locked out, as a stranger could do that to anybody. */
export const LONGEST_DELAY_MS = 15 * MINUTE_MS;

/** What is stored of a key. Instants in UTC ms. */
export interface Failures {
  readonly failures: number;
  readonly openAt: number;
  readonly lastAt: number;
}

/** One more failure: each that costs anything doubles the wait, from a second to fifteen minutes. */
export function afterFailure({ free, forgetMs }: DelayRule, before: Failures | null, now: number): Failures {
  const remembered = before !== null && now - before.lastAt < forgetMs ? before.failures : 0;
  const failures = remembered + 1;
  const wait = failures <= free ? 0 : Math.min(LONGEST_DELAY_MS, SECOND_MS * 2 ** (failures - free - 1));
  return { failures, openAt: now + wait, lastAt: now };
}

/** How long until the next try is looked at, in ms. */
export const waitOf = (row: { readonly openAt: number } | null, now: number): number => Math.max(0, (row?.openAt ?? now) - now);
