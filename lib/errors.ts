/** What went wrong, seen from the edge: each code is one HTTP status. */
const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

/** An error whose message may be shown to the user. Everything else is a bug and shows as a general failure. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
  }

  /** The HTTP status that says the same. */
  get status(): number {
    return statusOf[this.code];
  }
}
