import type { RouteFailure } from "../../lib/http/json-response.ts";

/** What became of a request to one of our own JSON routes. */
export type Sent<Body> = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly status: number; readonly message: string; readonly body: unknown };

function messageIn(body: unknown): string {
  const error = typeof body === "object" && body !== null && "error" in body ? (body as RouteFailure).error : null;
  return error?.message ?? "The server answered with an error. Nothing was changed; try again.";
}

/** Sends JSON. Never rejects: without a connection the status is 0. */
export async function send<Body>(method: "POST" | "PUT", path: string, content: object): Promise<Sent<Body>> {
  try {
    const response = await fetch(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });
    const body: unknown = await response.json();
    return response.ok ? { ok: true, body: body as Body } : { ok: false, status: response.status, message: messageIn(body), body };
  } catch {
    return { ok: false, status: 0, message: "The server cannot be reached. Nothing is lost; try again when the connection is back.", body: null };
  }
}
