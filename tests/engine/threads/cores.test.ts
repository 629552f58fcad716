import { describe, expect, it } from "vitest";
import { run, type RunOptions } from "../../../lib/engine/index.ts";

/** Seconds in sequence divided by seconds at once, for a loop that computes. */
function speedUp(how: string, options: RunOptions): number {
  const source = `
import multiprocessing, threading, time
def loop(n):
    while n: n -= 1
def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
def both(make):
    ts = [make(target=loop, args=(40_000,)) for _ in range(2)]
    for t in ts: t.start()
    for t in ts: t.join()
print(timed(lambda: (loop(40_000), loop(40_000))) / timed(lambda: both(${how})))
`;
  const result = run(source, { version: "3.14", ...options, limits: { steps: 20_000_000 } });
  expect(result.status).toBe("done");
  return Number(result.stdout);
}

const THREADS = "threading.Thread";
const PROCESSES = 'multiprocessing.get_context("fork").Process';

/* The shapes of what was measured on CPython 3.11.7 with two cores: 1.02 to 1.13 with threads, 1.72 to 1.78 with processes, start included. */
describe("two threads and two processes that compute", () => {
  it("threads gain nothing under the GIL, however many cores there are", () => {
    expect(speedUp(THREADS, { cores: 2 })).toBeCloseTo(1, 1);
  });

  it("processes gain nearly two on two cores, and nothing on one", () => {
    expect(speedUp(PROCESSES, { cores: 2 })).toBeGreaterThan(1.5);
    expect(speedUp(PROCESSES, { cores: 2 })).toBeLessThan(2);
    expect(speedUp(PROCESSES, { cores: 1 })).toBeLessThan(1.05);
  });

  it("threads of a free-threaded build gain nearly two on two cores, and nothing on one", () => {
    expect(speedUp(THREADS, { freeThreaded: true, cores: 2 })).toBeGreaterThan(1.8);
    expect(speedUp(THREADS, { freeThreaded: true, cores: 1 })).toBeCloseTo(1, 1);
  });

  it.each([10, 100])("%i threads that sleep for 0.1 s take about as long as one", (count) => {
    const source = `
import threading, time
start = time.perf_counter()
ts = [threading.Thread(target=time.sleep, args=(0.1,)) for _ in range(${count})]
for t in ts: t.start()
for t in ts: t.join()
print(time.perf_counter() - start)
`;
    const seconds = Number(run(source, { version: "3.11" }).stdout);
    expect(seconds).toBeGreaterThanOrEqual(0.1);
    expect(seconds).toBeLessThan(0.2);
  });
});

describe("free-threaded builds", () => {
  it("say that there is no GIL", () => {
    const source = "import sys, os\nprint(sys._is_gil_enabled(), sys.flags.gil, sys.flags.thread_inherit_context, os.cpu_count())";
    expect(run(source, { version: "3.14" }).stdout).toBe("True 1 0 4\n");
    expect(run(source, { version: "3.14", freeThreaded: true, cores: 8 }).stdout).toBe("False 0 1 8\n");
    // Howto "Python support for free threading": the recommended way to ask for the build.
    expect(run('import sysconfig\nprint(sysconfig.get_config_var("Py_GIL_DISABLED"))', { version: "3.13", freeThreaded: true }).stdout).toBe("1\n");
  });

  it("exist from 3.13 on", () => {
    const result = run("", { version: "3.12", freeThreaded: true });
    expect(result.status === "stopped" && result.reason).toBe("unsupported");
  });
});

describe("the recording of lanes", () => {
  const LANES = `
import asyncio, threading, time
def work():
    n = 30_000
    while n: n -= 1
    time.sleep(0.01)
t = threading.Thread(target=work, name="worker")
t.start()
work()
t.join()
async def rest(): await asyncio.sleep(0.01)
async def main(): await asyncio.gather(rest(), rest())
asyncio.run(main())
`;

  it("has a lane for each thread and task, whose spans follow each other; under the GIL one thread runs at a time", () => {
    const lanes = run(LANES, { version: "3.14", lanes: true }).concurrency?.lanes ?? [];
    // The end of asyncio.run has tasks of its own, which come last.
    expect(lanes.slice(0, 5).map(({ kind, name }) => [kind, name])).toEqual([["thread", "MainThread"], ["thread", "worker"], ["task", "Task-1"], ["task", "Task-2"], ["task", "Task-3"]]);
    for (const { spans } of lanes) for (let i = 1; i < spans.length; i++) expect(spans[i].from).toBeGreaterThanOrEqual(spans[i - 1].to);
    const running = lanes.filter(({ kind }) => kind === "thread").flatMap(({ spans }) => spans.filter(({ kind }) => kind === "running")).sort((a, b) => a.from - b.from);
    for (let i = 1; i < running.length; i++) expect(running[i].from).toBeGreaterThanOrEqual(running[i - 1].to);
    expect(lanes[1].spans.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["ready", "running", "blocked"]));
    expect(lanes[3].spans.map(({ kind, waitsFor }) => [kind, waitsFor])).toContainEqual(["blocked", "Future"]);
  });

  it("is empty unless it was asked for", () => {
    expect(run(LANES, { version: "3.14" }).concurrency?.lanes).toEqual([]);
  });
});
