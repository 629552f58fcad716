import { AppError } from "../errors.ts";

/** Body of every failed request to a JSON route. */
export interface RouteFailure {
  readonly error: { readonly code: string; readonly message: string };
}

/** A personal answer: never kept by a cache. */
export function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "private, no-store", ...headers } });
}

/** An answer that says what went wrong, in words for the user. */
export function failure(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return json(status, { error: { code, message } } satisfies RouteFailure, headers);
}

/** The answer to an error that may be shown; anything else is a bug and goes on to the general failure. */
export function failureOf(error: unknown): Response {
  if (!(error instanceof AppError)) throw error;
  const { retryAfterSeconds } = error;
  return failure(error.status, error.code, error.message, retryAfterSeconds === null ? {} : { "Retry-After": String(retryAfterSeconds) });
}
