import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EventBody } from "../../lib/reviews/events.ts";

const NOON = Date.UTC(2026, 10, 23, 12);

const event = (number: number): EventBody => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`, cardId: "one", revisionId: "r", kind: "suspend", answeredAt: NOON + number, baseEventId: null,
});

/** As a browser's storage: entries are own properties, the methods are not. */
function storage(full = false) {
  return Object.create({
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      if (full) throw new DOMException("full", "QuotaExceededError");
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  });
}

/** Requests that were sent, as the ids in each, and a server that stores all. */
function server(answer: (events: readonly EventBody[]) => Response = stored) {
  const requests: string[][] = [];
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    const { events } = JSON.parse(body) as { events: EventBody[] };
    requests.push(events.map((one) => one.id));
    return answer(events);
  });
  return requests;
}

const stored = (events: readonly EventBody[]) => Response.json({ results: events.map(({ id }) => ({ id, status: "stored" })), cards: [] });

describe("answers on this device", () => {
  let log: typeof import("../../components/review/local-log.ts");
  let sync: typeof import("../../components/review/sync.ts");

  beforeEach(async () => {
    vi.useFakeTimers();
    vi.resetModules();
    vi.stubGlobal("localStorage", storage());
    log = await import("../../components/review/local-log.ts");
    sync = await import("../../components/review/sync.ts");
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("are sent a hundred at a time, oldest first, under the ids they have, and then removed", async () => {
    for (let number = 249; number >= 0; number -= 1) log.keepEvent(log.VISITOR, event(number));
    const requests = server();
    await sync.flush("user");
    expect(requests.map((ids) => ids.length)).toEqual([100, 100, 50]);
    expect(requests.flat()).toEqual(Array.from({ length: 250 }, (_, number) => event(number).id));
    expect(log.countKept(log.VISITOR)).toBe(0);
    expect(sync.readSync()).toMatchObject({ state: "idle", waiting: 0, refused: 0 });
  });

  it("stay while the server cannot be reached, and are sent again by themselves", async () => {
    log.keepEvent("user", event(1));
    const broken = server(() => {
      throw new TypeError("no connection");
    });
    await sync.flush("user");
    expect(sync.readSync()).toMatchObject({ state: "waiting", waiting: 1 });
    expect(log.keptEvents("user")).toEqual([event(1)]);
    const requests = server();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toEqual([[event(1).id]]);
    expect(broken).toHaveLength(1);
    expect(sync.readSync()).toMatchObject({ state: "idle", waiting: 0 });
  });

  it("stay when the server is busy, and when an answer is not what it should be", async () => {
    log.keepEvent("user", event(1));
    server(() => Response.json({ error: { code: "unavailable", message: "busy" } }, { status: 503 }));
    await sync.flush("user");
    server(() => new Response("<html>", { status: 200 }));
    await sync.flush("user");
    expect(log.countKept("user")).toBe(1);
  });

  it("stay when there were too many, and are sent again when the server says that they may be, not before", async () => {
    log.keepEvent("user", event(1));
    const refused = server(() => Response.json({ error: { code: "too-many", message: "wait" } }, { status: 429, headers: { "Retry-After": "90" } }));
    await sync.flush("user");
    expect(sync.readSync()).toMatchObject({ state: "waiting", waiting: 1 });
    await vi.advanceTimersByTimeAsync(89_000);
    expect(refused).toHaveLength(1);
    const requests = server();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requests).toEqual([[event(1).id]]);
    expect(sync.readSync()).toMatchObject({ state: "idle", waiting: 0, refused: 0 });
  });

  it("are asked for again within minutes whatever the server says", async () => {
    log.keepEvent("user", event(1));
    server(() => Response.json({ error: { code: "too-many", message: "wait" } }, { status: 429, headers: { "Retry-After": "999999" } }));
    await sync.flush("user");
    const requests = server();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(requests).toHaveLength(1);
  });

  it("stay when the session is over, for whoever owns them", async () => {
    log.keepEvent("user", event(1));
    log.keepEvent("somebody else", event(2));
    server(() => Response.json({ error: { code: "unauthenticated", message: "Sign in." } }, { status: 401 }));
    await sync.flush("user");
    expect(sync.readSync()).toMatchObject({ state: "signed-out", waiting: 1 });
    const requests = server();
    await sync.flush("user");
    expect(requests).toEqual([[event(1).id]]);
    expect(log.keptEvents("somebody else")).toEqual([event(2)]);
  });

  it("are not sent again once the server has refused them for good", async () => {
    log.keepEvent("user", event(1));
    const requests = server(([only]) => Response.json({ results: [{ id: only?.id, status: "refused", reason: "card-not-published", message: "" }], cards: [] }, { status: 409 }));
    await sync.flush("user");
    await sync.flush("user");
    expect(requests).toHaveLength(1);
    expect(sync.readSync()).toMatchObject({ state: "idle", waiting: 0, refused: 1 });
  });

  it("are sent once though two pages' worth of callers ask at the same time", async () => {
    log.keepEvent("user", event(1));
    const requests = server();
    await Promise.all([sync.flush("user"), sync.flush("user"), sync.flush("user")]);
    expect(requests).toHaveLength(1);
  });

  it("are sent from memory where the browser stores nothing", async () => {
    vi.stubGlobal("localStorage", storage(true));
    expect(log.keepEvent("user", event(1))).toBe(false);
    expect(log.countKept("user")).toBe(1);
    const requests = server();
    await sync.flush("user");
    expect(requests).toEqual([[event(1).id]]);
    expect(log.countKept("user")).toBe(0);
  });

  it("tell when one was given on another device as well, and when this device's clock is wrong", async () => {
    log.keepEvent("user", event(1));
    vi.setSystemTime(NOON);
    server((events) => Response.json({ results: events.map(({ id }) => ({ id, status: "stored" })), cards: [], elsewhere: ["one"] }, { headers: { Date: new Date(NOON - 3 * 3_600_000).toUTCString() } }));
    await sync.flush("user");
    expect(sync.readSync()).toMatchObject({ elsewhere: 1, clockAheadMs: 3 * 3_600_000 });
  });
});

describe("answers that the server has", () => {
  const sent = new Map<string, EventBody>();
  let sync: typeof import("../../components/review/sync.ts");
  let log: typeof import("../../components/review/local-log.ts");
  const held = new Map<string, string>();
  const posts: string[][] = [];

  /** A server that holds what it was sent, by device, and answers for its digest. */
  async function answer(address: string, init?: { body: string }): Promise<Response> {
    const { digestOf } = await import("../../lib/reviews/digest.ts");
    if (init === undefined) return Response.json(digestOf([...held].flatMap(([id, device]) => (address.includes(device) ? [id] : []))));
    const { events, device } = JSON.parse(init.body) as { events: EventBody[]; device?: string };
    posts.push(events.map(({ id }) => id));
    for (const { id } of events) if (!held.has(id)) held.set(id, device ?? "nobody");
    return stored(events);
  }

  beforeEach(async () => {
    vi.resetModules();
    for (const kept of [sent, held]) kept.clear();
    posts.length = 0;
    vi.stubGlobal("localStorage", storage());
    vi.stubGlobal("fetch", answer);
    vi.doMock("../../components/review/device-store.ts", () => ({
      KEPT_MS: 1_000,
      keepSent: async (_owner: string, bodies: readonly EventBody[]) => bodies.forEach((body) => sent.set(body.id, body)),
      sentSince: async () => [...sent.values()],
    }));
    log = await import("../../components/review/local-log.ts");
    sync = await import("../../components/review/sync.ts");
  });
  afterEach(() => {
    vi.doUnmock("../../components/review/device-store.ts");
    vi.unstubAllGlobals();
  });

  it("are not sent again while it has them", async () => {
    for (const number of [1, 2, 3]) log.keepEvent("user", event(number));
    await sync.flush("user");
    expect(await sync.reconcile("user")).toBe(0);
    expect(posts).toHaveLength(1);
  });

  it("are all sent again when it lost some, as after a backup was restored, and then it has them", async () => {
    for (const number of [1, 2, 3]) log.keepEvent("user", event(number));
    await sync.flush("user");
    held.delete(event(2).id);
    expect(await sync.reconcile("user")).toBe(3);
    expect([...held.keys()].sort()).toEqual([1, 2, 3].map((number) => event(number).id));
    expect(await sync.reconcile("user")).toBe(0);
  });

  it("are sent for nothing once at most", async () => {
    log.keepEvent("user", event(1));
    held.set(event(1).id, "another browser");
    await sync.flush("user");
    expect(await sync.reconcile("user")).toBe(1);
    expect(await sync.reconcile("user")).toBe(0);
  });

  it("are not kept under a name while it is not known whose they are", async () => {
    log.keepEvent(log.VISITOR, event(1));
    await sync.flush(log.VISITOR);
    expect(sent.size).toBe(0);
    expect(held.get(event(1).id)).toBe("nobody");
  });
});
