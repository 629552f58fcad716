import { vi } from "vitest";

/** Whose cookie comes with a request; null for a visitor. */
interface SignedIn {
  readonly id: string;
  readonly sessionVersion: number;
  readonly sessionId?: string | null;
  readonly secondFactor?: number | null;
}

/** What Next says of a request and does after its answer: tests of the database are the server. Begun anew in each file (server-setup.ts). */
export const incoming = {
  user: null as SignedIn | null,
  headers: new Headers(),
  after: [] as (() => Promise<void>)[],
};

/** The time that the app reads, in UTC ms; null for the real one. */
export const clock = { now: null as number | null };

/** A clock that stands in this file at `now`, in UTC ms, until it is set on. */
export function stopClock(now: number): { now: number } {
  clock.now = now;
  return clock as { now: number };
}

/** The address that requests of tests come from and go to. */
export const HOST = "http://localhost:3000";

/** A visitor's request, at the real time, to a server whose only setting is its secret. */
export function resetServer(): void {
  Object.assign(incoming, { user: null, headers: new Headers({ origin: HOST, host: "localhost:3000" }), after: [] });
  clock.now = null;
  vi.unstubAllEnvs();
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough to be taken");
}
