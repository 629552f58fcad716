import { describe, expect, it } from "vitest";
import { type LoopView, type Recording, record, type Snapshot } from "../../../lib/engine/index.ts";

const nameOf = ({ objects }: Snapshot, chip: number | null) => {
  const shape = objects.find((object) => object.chip === chip)?.shape;
  return shape?.kind === "task" ? shape.name : chip;
};
const calls = (snapshot: Snapshot, list: LoopView["ready"]) => list.map(({ does, task }) => [does, nameOf(snapshot, task)]);

describe("the event loop in a recording", () => {
  const recording = record("import asyncio\n\nasync def fetch(seconds):\n    await asyncio.sleep(seconds)\n\nasync def main():\n    await asyncio.gather(fetch(2), fetch(1))\n\nasyncio.run(main())\n");
  const yields = recording.steps.filter(({ kind }) => kind === "yield").map(({ snapshot }) => ({ snapshot, loop: snapshot.loops[0] }));

  it("has its ready queue in the order in which tasks were made, and its timers by time", () => {
    // gather makes the tasks in the order of its arguments; each is scheduled with call_soon (asyncio documentation).
    const [main, first, second] = yields;
    expect(calls(main.snapshot, main.loop.ready)).toEqual([["step", "Task-2"], ["step", "Task-3"]]);
    expect([nameOf(main.snapshot, main.loop.running), main.loop.timers]).toEqual(["Task-1", []]);
    expect([nameOf(first.snapshot, first.loop.running), calls(first.snapshot, first.loop.timers)]).toEqual(["Task-2", [["wake", "Task-2"]]]);
    expect(calls(second.snapshot, second.loop.timers)).toEqual([["wake", "Task-3"], ["wake", "Task-2"]]);
    expect(second.loop.timers.map(({ when }) => Math.floor(when ?? 0))).toEqual([1, 2]);
  });

  it("tells of each task how it stands, and keeps its suspended frame", () => {
    const { snapshot, loop } = yields[2];
    expect(loop.tasks.map(({ name, state }) => [name, state])).toEqual([["Task-1", "waiting"], ["Task-2", "waiting"], ["Task-3", "running"]]);
    const coroutine = snapshot.objects.find(({ chip }) => chip === loop.tasks[1].coroutine);
    expect(coroutine?.shape).toMatchObject({ kind: "generator", state: "suspended" });
    expect(snapshot.frames.find(({ id }) => coroutine?.shape.kind === "generator" && id === coroutine.shape.frame)).toMatchObject({ name: "fetch", state: "suspended", line: 4 });
  });

  it("is gone with asyncio.run", () => {
    expect(recording.steps.at(-1)?.snapshot.loops).toEqual([]);
    expect(recording.result.concurrency?.lanes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(expect.arrayContaining(["thread MainThread", "task Task-1", "task Task-2", "task Task-3"]));
  });
});

const LOCKS = "import threading, time\na = threading.Lock()\nb = threading.Lock()\ndef move(first, second):\n    with first:\n        time.sleep(0.1)\n        with second:\n            pass\none = threading.Thread(target=move, args=(a, b), name='one')\ntwo = threading.Thread(target=move, args=(b, a), name='two')\none.start()\ntwo.start()\none.join()\n";
const waits = ({ steps }: Recording) => (steps.at(-1)?.snapshot.threads ?? []).map(({ name, state, waitsFor }) => {
  const holder = steps.at(-1)?.snapshot.threads.find(({ id }) => id === waitsFor?.holder)?.name;
  return [name, state, waitsFor?.kind, holder ?? null];
});

describe("threads in a recording", () => {
  it("end in a circle of who waits for whose lock, where two take two locks in two orders", () => {
    const recording = record(LOCKS);
    expect(recording.result).toMatchObject({ status: "stopped", reason: "deadlock" });
    expect(waits(recording)).toEqual([["MainThread", "blocked", "join", "one"], ["one", "blocked", "lock", "two"], ["two", "blocked", "lock", "one"]]);
  });

  it("say which function of the library waits for a signal of another one, which nobody holds", () => {
    const recording = record("import queue, threading\nq = queue.Queue()\ndef work():\n    print(q.get())\nt = threading.Thread(target=work)\nt.start()\nx = 1\nq.put(x)\nt.join()\n");
    const waiting = recording.steps.flatMap(({ snapshot }) => snapshot.threads).find(({ waitsFor }) => waitsFor?.via === "Queue.get");
    expect(waiting?.waitsFor).toEqual({ kind: "lock", object: null, via: "Queue.get", holder: null });
  });

  it("have no GIL to hold in a free-threaded build", () => {
    const source = "import threading\ndef work():\n    x = 1\nt = threading.Thread(target=work)\nt.start()\nt.join()\n";
    const holders = (recording: Recording) => recording.steps.slice(1, -1).map(({ snapshot }) => snapshot.threads.filter(({ holdsGil }) => holdsGil).length);
    expect(new Set(holders(record(source, { version: "3.14" })))).toEqual(new Set([1]));
    expect(new Set(holders(record(source, { version: "3.14", freeThreaded: true, cores: 2 })))).toEqual(new Set([0]));
  });
});
