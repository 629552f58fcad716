const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** So many in so long, in any stretch of that length. */
export interface Limit {
  readonly most: number;
  readonly perMs: number;
}

/** What may be done how often. Per user, unless the name says per network (a client's address or subnet) or per address of mail. */
export const LIMITS = {
  "sign-in per account": { most: 10, perMs: 15 * MINUTE_MS },
  "sign-in per network": { most: 50, perMs: HOUR_MS },
  "sign-up per network": { most: 5, perMs: HOUR_MS },
  "reset per address": { most: 3, perMs: 15 * MINUTE_MS },
  "reset per network": { most: 20, perMs: HOUR_MS },
  "second factor": { most: 5, perMs: 5 * MINUTE_MS },
  answers: { most: 600, perMs: 5 * MINUTE_MS },
  search: { most: 60, perMs: MINUTE_MS },
  "search per network": { most: 60, perMs: MINUTE_MS },
  /** Entries of the audit log about things that a user asked for and may not have. */
  "denials noted": { most: 30, perMs: HOUR_MS },
  /** Each plays weeks of study for all cards of a user. */
  forecast: { most: 60, perMs: 5 * MINUTE_MS },
  "interview write": { most: 600, perMs: 5 * MINUTE_MS },
  "interview watch": { most: 900, perMs: 5 * MINUTE_MS },
  /** Guesses at the code of a mode for two. */
  "interview join": { most: 10, perMs: 10 * MINUTE_MS },
  "draft write": { most: 300, perMs: 5 * MINUTE_MS },
  "verify run": { most: 20, perMs: MINUTE_MS },
  export: { most: 30, perMs: HOUR_MS },
  /** Requests of a user's own programs. */
  api: { most: 120, perMs: MINUTE_MS },
  "pace write": { most: 60, perMs: 5 * MINUTE_MS },
  "token write": { most: 20, perMs: HOUR_MS },
  /** A user's own data as a file. */
  "own export": { most: 12, perMs: HOUR_MS },
  import: { most: 30, perMs: HOUR_MS },
  flag: { most: 20, perMs: DAY_MS },
  "flag per network": { most: 20, perMs: DAY_MS },
  "admin write": { most: 120, perMs: 5 * MINUTE_MS },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** Whether the limit's subject is a user's id. */
export const isPerUser = (name: LimitName): boolean => !/ per (account|address|network)$/.test(name);

export type Decision =
  /** `arrival` is to be stored. */
  | { readonly allowed: true; readonly arrival: number }
  | { readonly allowed: false; readonly retryAfterMs: number };

/**
 * Generic cell rate algorithm (ITU-T I.371, virtual scheduling): each deed moves the theoretical arrival time on by
 * `perMs / most`; one that would move it more than `perMs` ahead of the clock is refused and moves nothing. So `most` may
 * come at once, and then one every `perMs / most`. For a key that was never used `arrival` is `now`. Times in ms.
 */
export function decide({ most, perMs }: Limit, arrival: number, now: number): Decision {
  const step = perMs / most;
  const next = Math.max(arrival, now) + step;
  const ahead = next - now - perMs;
  // Half a millisecond of slack: stored arrivals are whole.
  return ahead > 0.5 ? { allowed: false, retryAfterMs: Math.ceil(ahead) } : { allowed: true, arrival: Math.ceil(next) };
}
