/** What went wrong, seen from the edge: each code is one HTTP status. */
const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "too-many": 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

interface AppErrorOptions {
  readonly cause?: unknown;
  /** When it is worth trying again. */
  readonly retryAfterSeconds?: number;
}

/** An error whose message may be shown to the user. Everything else is a bug and shows as a general failure. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | null;

  constructor(code: ErrorCode, message: string, { cause, retryAfterSeconds }: AppErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "AppError";
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds ?? null;
  }

  /** The HTTP status that says the same. */
  get status(): number {
    return statusOf[this.code];
  }
}
