import type { LogDigest, PostedEvents } from "../../lib/reviews/types.ts";
import { digestOf, sameDigest } from "../../lib/reviews/digest.ts";
import { EVENT_FORM, type EventBody } from "../../lib/reviews/events.ts";
import { deviceId } from "./device-id.ts";
import { recall, remember } from "./device-memory.ts";
import { KEPT_MS, keepSent, sentSince } from "./device-store.ts";
import { countKept, dropEvents, keptEvents, VISITOR } from "./local-log.ts";

/** A request carries at most this many: with keepalive a browser sends no more than 64 KB. */
const BATCH = 100;
const RETRY_MS = [2_000, 5_000, 15_000, 60_000];
/** A server that asks for more is not believed. */
const LONGEST_WAIT_SECONDS = 300;

/** How the last attempt ended. `signed-out`: the session is over, the events wait for signing in. `outdated`: the server takes no events of this page any more; they wait for a reload. */
export type SyncState = "idle" | "sending" | "waiting" | "signed-out" | "outdated";

export interface Sync {
  readonly state: SyncState;
  /** Events on this device that the server does not have. */
  readonly waiting: number;
  /** Events that the server refused for good. */
  readonly refused: number;
  /** Cards that were also answered on another device. */
  readonly elsewhere: number;
  /** How far this device's clock is ahead of the server's, in ms, where that is too much for its times to be believed; else 0. */
  readonly clockAheadMs: number;
}

const NOTHING: Sync = { state: "idle", waiting: 0, refused: 0, elsewhere: 0, clockAheadMs: 0 };
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
type Sent = { readonly status: "done"; readonly posted: PostedEvents } | { readonly status: "signed-out" | "outdated" } | { readonly status: "later"; readonly retryAfterMs: number };

/** The server clamps what a clock says that is further ahead; see clampAnsweredAt. */
const CLOCK_LEAD_MS = 120_000;

function clockAhead(response: Response): number {
  const there = Date.parse(response.headers.get("Date") ?? "");
  const ahead = Date.now() - there;
  return Math.abs(ahead) > CLOCK_LEAD_MS ? ahead : 0;
}

/** `userId`: the account, or VISITOR while the page does not know it; then nothing is said of the device, which could not compare later. */
async function send(userId: string, events: readonly EventBody[]): Promise<Sent> {
  try {
    const response = await fetch("/api/reviews", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...(userId !== VISITOR && { device: deviceId(), user: userId }), form: EVENT_FORM, events }), keepalive: true });
    tell({ clockAheadMs: clockAhead(response) });
    if (response.status === 401) return { status: "signed-out" };
    if (response.status === 426) return { status: "outdated" };
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

/** `userId` is whose log the owner's events go to. */
async function sendAll(owner: string, userId: string): Promise<boolean> {
  while (countKept(owner) > 0) {
    const events = keptEvents(owner).slice(0, BATCH);
    const sent = await send(userId, events);
    if (sent.status !== "done") {
      askedToWaitMs = sent.status === "later" ? sent.retryAfterMs : 0;
      tell({ state: sent.status === "later" ? "waiting" : sent.status });
      return false;
    }
    const settled = sent.posted.results.flatMap((result) => result.id ?? []);
    if (settled.length === 0) {
      tell({ state: "waiting" });
      return false;
    }
    const stored = new Set(sent.posted.results.flatMap((result) => (result.status === "stored" ? [result.id] : [])));
    // First kept among those that the server has, then dropped: a page that is closed in between sends them once more.
    if (userId !== VISITOR) await keepSent(userId, events.filter((body) => stored.has(body.id)), Date.now());
    dropEvents(owner, settled);
    tell({ refused: current.refused + settled.length - stored.size, waiting: current.waiting - settled.length, elsewhere: current.elsewhere + (sent.posted.elsewhere?.length ?? 0) });
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
    for (const owner of owners) all = all && (await sendAll(owner, userId));
    flushing = null;
    tell(all ? { state: "idle", waiting: waiting() } : { waiting: waiting() });
    failures = all ? 0 : failures + 1;
    if (current.state === "waiting") retry = setTimeout(() => void flush(userId), Math.max(askedToWaitMs, RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0));
  })();
  await flushing;
}

/**
 * Compares what this device sent in the last month with what the server has of it, and sends all of it again where they differ: a
 * server that was restored from a backup learns anew what it had forgotten. Nothing counts twice. Resolves to how many were sent.
 */
export async function reconcile(userId: string): Promise<number> {
  const since = Date.now() - KEPT_MS;
  const sent = await sentSince(userId, since);
  if (sent.length === 0) return 0;
  const there = await serverDigest(since);
  const here = digestOf(sent.map((body) => body.id));
  // What was sent for nothing is not sent again: one that came first without the device's name is counted here and not there.
  if (there === null || sameDigest(there, here) || recall(DIFFERENCE) === `${there.xor}${here.xor}`) return 0;
  for (let start = 0; start < sent.length; start += BATCH) if ((await send(userId, sent.slice(start, start + BATCH))).status !== "done") return start;
  remember(DIFFERENCE, `${(await serverDigest(since))?.xor}${here.xor}`);
  return sent.length;
}

/** Under this name the two digests that a resend could not make equal. */
const DIFFERENCE = "difference";

/** Null where the server cannot be asked now. */
async function serverDigest(since: number): Promise<LogDigest | null> {
  try {
    const response = await fetch(`/api/reviews/digest?device=${deviceId()}&since=${since}`);
    return response.ok ? ((await response.json()) as LogDigest) : null;
  } catch {
    // No connection: the next page asks again.
    return null;
  }
}
