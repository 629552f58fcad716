import type { Deed, InterviewerDeed, Join, Start } from "../../lib/interview/schema.ts";

/** What became of a request: its answer, or why there is none in words for the reader. */
export type Sent = { readonly ok: true; readonly body: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly offline: boolean; readonly message: string };

const UNREACHABLE = "The server cannot be reached. What you typed is kept in this browser; try again when the connection is back.";

/** A body that outlives its page may have this many bytes at most (Fetch standard, keepalive). */
const KEEPALIVE_AT_MOST = 60_000;

async function ask(path: string, init: RequestInit): Promise<Sent> {
  try {
    const response = await fetch(path, init);
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok) return { ok: true, body: answer };
    const error = answer.error as { message?: unknown } | undefined;
    return { ok: false, offline: false, message: typeof error?.message === "string" ? error.message : "The server could not do this. Try again; what you typed is kept." };
  } catch {
    return { ok: false, offline: true, message: UNREACHABLE };
  }
}

function post(path: string, content: object, leaving = false): Promise<Sent> {
  const body = JSON.stringify(content);
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: leaving && new Blob([body]).size <= KEEPALIVE_AT_MOST });
}

/** Starts an interview; the answer has its id. Sent twice, it starts one. */
export const startInterview = (setup: Start): Promise<Sent> => post("/api/interviews", setup);

/** One deed in a running interview. `leaving` lets a save outlive the page. */
export const sendDeed = (id: string, deed: Deed, leaving = false): Promise<Sent> => post(`/api/interviews/${id}`, deed, leaving);

/** One deed of the interviewer. */
export const sendInterviewerDeed = (id: string, deed: InterviewerDeed): Promise<Sent> => post(`/api/interviews/${id}/interviewer`, deed);

/** Takes the interviewer's place by a code; the answer has the interview's id. */
export const joinInterview = (join: Join): Promise<Sent> => post("/api/interviews/join", join);

/** Asks whether the other of the two did something; the answer has a stamp. */
export const askStamp = (id: string): Promise<Sent> => ask(`/api/interviews/${id}/stamp`, { cache: "no-store" });
