import type { RouteFailure } from "./types.ts";

/** A personal answer: never kept by a cache. */
export function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ...headers } });
}

/** An answer that says what went wrong, in words for the user. */
export function failure(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return json(status, { error: { code, message } } satisfies RouteFailure, headers);
}
