import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LabReply } from "../../lib/lab/messages.ts";
import type { Notice } from "../../lib/lab/watched-worker.ts";

/** A worker that answers what a test makes it answer. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  readonly asked: unknown[] = [];
  ended = false;

  constructor() {
    super();
    FakeWorker.all.push(this);
  }

  postMessage(request: unknown): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.ended = true;
  }

  say(reply: LabReply | Notice): void {
    this.dispatchEvent(new MessageEvent("message", { data: reply }));
  }
}

const request = { kind: "run", source: "print(1)", version: "3.14", mode: "script" } as const;
const fault = { kind: "fault", message: "for the test" } as const;
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("the engine's worker", () => {
  let ask: typeof import("../../lib/lab/client.ts").ask;

  beforeEach(async () => {
    vi.useFakeTimers();
    FakeWorker.all = [];
    vi.stubGlobal("Worker", FakeWorker);
    vi.resetModules();
    ({ ask } = await import("../../lib/lab/client.ts"));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is asked when it is loaded, and serves a second request", async () => {
    const first = ask(request);
    const [worker] = FakeWorker.all;
    expect(worker?.asked).toEqual([]);
    worker?.say({ kind: "ready" });
    await settle();
    worker?.say(fault);
    expect(await first).toEqual(fault);
    const second = ask(request);
    await settle();
    worker?.say(fault);
    expect(await second).toEqual(fault);
    expect(FakeWorker.all).toHaveLength(1);
  });

  it("is ended three seconds after the start of a run that does not end; loading does not count", async () => {
    const outcome = ask(request);
    await vi.advanceTimersByTimeAsync(5_000);
    FakeWorker.all[0]?.say({ kind: "ready" });
    await vi.advanceTimersByTimeAsync(2_999);
    expect(FakeWorker.all[0]?.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toEqual({ kind: "timeout" });
    expect(FakeWorker.all[0]?.ended).toBe(true);
    void ask(request);
    expect(FakeWorker.all).toHaveLength(2);
  });

  it("is given time to fetch what a program needs, which the three seconds do not count", async () => {
    const outcome = ask(request);
    const [worker] = FakeWorker.all;
    worker?.say({ kind: "ready" });
    await vi.advanceTimersByTimeAsync(2_000);
    worker?.say("fetching");
    await vi.advanceTimersByTimeAsync(20_000);
    worker?.say("fetched");
    await vi.advanceTimersByTimeAsync(2_000);
    worker?.say(fault);
    expect(await outcome).toEqual(fault);
    expect(worker?.ended).toBe(false);
  });

  it("counts as not available when what a program needs does not come", async () => {
    const outcome = ask(request);
    FakeWorker.all[0]?.say({ kind: "ready" });
    await settle();
    FakeWorker.all[0]?.say("fetching");
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await outcome).toEqual({ kind: "unavailable" });
    expect(FakeWorker.all[0]?.ended).toBe(true);
  });

  it("is ended when what a program needs cannot be fetched, and tried again with the next request", async () => {
    const outcome = ask(request);
    FakeWorker.all[0]?.say({ kind: "ready" });
    await settle();
    FakeWorker.all[0]?.say("unavailable");
    expect(await outcome).toEqual({ kind: "unavailable" });
    void ask(request);
    expect(FakeWorker.all).toHaveLength(2);
  });

  it("gives a newer request a worker of its own, and the older one an answer", async () => {
    const older = ask(request);
    const newer = ask(request);
    expect(await older).toEqual({ kind: "superseded" });
    expect(FakeWorker.all.map((worker) => worker.ended)).toEqual([true, false]);
    FakeWorker.all[1]?.say({ kind: "ready" });
    await settle();
    FakeWorker.all[1]?.say(fault);
    expect(await newer).toEqual(fault);
  });

  it("counts as not available when it cannot be loaded, and is tried again with the next request", async () => {
    const failed = ask(request);
    FakeWorker.all[0]?.dispatchEvent(new Event("error"));
    expect(await failed).toEqual({ kind: "unavailable" });
    const silent = ask(request);
    expect(FakeWorker.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await silent).toEqual({ kind: "unavailable" });
  });
});
