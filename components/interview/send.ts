import type { Deed, Start } from "../../lib/interview/schema.ts";

/** What became of a request: its answer, or why there is none in words for the candidate. */
export type Sent = { readonly ok: true; readonly body: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly offline: boolean; readonly message: string };

const UNREACHABLE = "The server cannot be reached. What you typed is kept in this browser; try again when the connection is back.";

async function post(path: string, body: object, keepalive: boolean): Promise<Sent> {
  try {
    const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), keepalive });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok) return { ok: true, body: answer };
    const error = answer.error as { message?: unknown } | undefined;
    return { ok: false, offline: false, message: typeof error?.message === "string" ? error.message : "The server could not do this. Try again; what you typed is kept." };
  } catch {
    return { ok: false, offline: true, message: UNREACHABLE };
  }
}

/** Starts an interview; the answer has its id. Sent twice, it starts one. */
export const startInterview = (setup: Start): Promise<Sent> => post("/api/interviews", setup, false);

/** One deed in a running interview. `leaving` lets a save outlive the page. */
export const sendDeed = (id: string, deed: Deed, leaving = false): Promise<Sent> => post(`/api/interviews/${id}`, deed, leaving);
