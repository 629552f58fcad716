import type { PostedEvents } from "../../lib/reviews/types.ts";
import { countKept, dropEvents, keptEvents, VISITOR } from "./local-log.ts";

/** A request carries at most this many: with keepalive a browser sends no more than 64 KB. */
const BATCH = 100;
const RETRY_MS = [2_000, 5_000, 15_000, 60_000];
/** A server that asks for more is not believed. */
const LONGEST_WAIT_SECONDS = 300;

/** How the last attempt ended. `signed-out`: the session is over, the events wait for signing in. */
export type SyncState = "idle" | "sending" | "waiting" | "signed-out";

export interface Sync {
  readonly state: SyncState;
  /** Events on this device that the server does not have. */
  readonly waiting: number;
  /** Events that the server refused for good. */
  readonly refused: number;
}

const NOTHING: Sync = { state: "idle", waiting: 0, refused: 0 };
let current: Sync = NOTHING;
let flushing: Promise<void> | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
/** What the server asked for when it last refused. */
let askedToWaitMs = 0;
const listeners = new Set<() => void>();

export const readSync = (): Sync => current;
export const readSyncOnServer = (): Sync => NOTHING;

export function subscribeSync(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(change: Partial<Sync>): void {
  current = { ...current, ...change };
  for (const listener of listeners) listener();
}

/** `retryAfterMs`: how long the server asks to wait. */
type Sent = { readonly status: "done"; readonly posted: PostedEvents } | { readonly status: "signed-out" } | { readonly status: "later"; readonly retryAfterMs: number };

async function send(owner: string): Promise<Sent> {
  const events = keptEvents(owner).slice(0, BATCH);
  try {
    const response = await fetch("/api/reviews", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ events }), keepalive: true });
    if (response.status === 401) return { status: "signed-out" };
    const posted: unknown = await response.json();
    // A single event that is refused comes with 400 or 409 and its result all the same.
    return typeof posted === "object" && posted !== null && "results" in posted ? { status: "done", posted: posted as PostedEvents } : { status: "later", retryAfterMs: retryAfterOf(response) };
  } catch {
    // No connection, or a page of somebody else's in between. The events stay and are sent again.
    return { status: "later", retryAfterMs: 0 };
  }
}

function retryAfterOf(response: Response): number {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS) * 1_000 : 0;
}

async function sendAll(owner: string): Promise<boolean> {
  while (countKept(owner) > 0) {
    const sent = await send(owner);
    if (sent.status !== "done") {
      askedToWaitMs = sent.status === "later" ? sent.retryAfterMs : 0;
      tell({ state: sent.status === "signed-out" ? "signed-out" : "waiting" });
      return false;
    }
    const settled = sent.posted.results.flatMap((result) => result.id ?? []);
    if (settled.length === 0) {
      tell({ state: "waiting" });
      return false;
    }
    dropEvents(owner, settled);
    const refused = sent.posted.results.filter((result) => result.status !== "stored").length;
    tell({ refused: current.refused + refused, waiting: current.waiting - settled.length });
  }
  return true;
}

/** Sends what a signed-in user has on this device, a visitor's answers included, and goes on trying. Resolves after one attempt. */
export async function flush(userId: string): Promise<void> {
  while (flushing !== null) await flushing;
  const owners = [...new Set([VISITOR, userId])];
  const waiting = (): number => owners.reduce((sum, owner) => sum + countKept(owner), 0);
  if (waiting() === 0) return;
  clearTimeout(retry);
  // What is said of a failure stays until an attempt succeeds: words that come and go with every try would only flicker.
  tell({ state: current.state === "idle" ? "sending" : current.state, waiting: waiting() });
  flushing = (async () => {
    let all = true;
    for (const owner of owners) all = all && (await sendAll(owner));
    flushing = null;
    tell(all ? { state: "idle", waiting: waiting() } : { waiting: waiting() });
    failures = all ? 0 : failures + 1;
    if (current.state === "waiting") retry = setTimeout(() => void flush(userId), Math.max(askedToWaitMs, RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0));
  })();
  await flushing;
}
