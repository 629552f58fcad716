import { describe, expect, it } from "vitest";
import { type RunResult, run, type StopReason } from "../../../lib/engine/index.ts";

const VERSION = "3.14";

/** A run that was stopped for a reason: what is said of it. */
function stopped(source: string, reason: StopReason): string {
  const result = run(source, { version: VERSION });
  expect([result.status, result.status === "stopped" && result.reason]).toEqual(["stopped", reason]);
  return result.status === "stopped" ? result.message : "";
}

const printed = (result: RunResult): string => `${result.status} ${result.stdout}`;

describe("waiting", () => {
  it("E07 takes no real time, and ends with a sentence where nothing can wake it", () => {
    expect(printed(run("import asyncio, time, threading\nasyncio.run(asyncio.sleep(3600))\ntime.sleep(10**9)\nprint(threading.Event().wait(10**6))", { version: VERSION }))).toBe("done False\n");
    expect(stopped("import threading\nthreading.Event().wait()", "deadlock")).toMatch(/MainThread waits for lock at 0x/);
  });
});

describe("tasks", () => {
  it("E13 that never end or never yield are stopped by the steps", () => {
    stopped("import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())", "steps");
    stopped("import asyncio\nasync def greedy():\n    while True: pass\nasync def main():\n    task = asyncio.create_task(greedy())\n    await asyncio.sleep(1)\nasyncio.run(main())", "steps");
  });

  it("E13 that await what nothing sets are a deadlock, which names each with what it awaits", () => {
    const one = "import asyncio\nasync def main():\n    await asyncio.Future()\nasyncio.run(main())";
    expect(stopped(one, "deadlock")).toMatch(/Task-1 waits for Future at 0x[0-9a-f]+/);
    const chain = "import asyncio\nasync def inner():\n    await asyncio.Event().wait()\nasync def main():\n    await asyncio.create_task(inner(), name='inner')\nasyncio.run(main())";
    const said = stopped(chain, "deadlock");
    expect(said).toMatch(/Task-1 waits for Task at 0x/);
    expect(said).toMatch(/inner waits for Future at 0x/);
  });
});

describe("threads", () => {
  it("E14 that take two locks in opposite order are stopped with who waits for whom", () => {
    const said = stopped("import threading, time\na, b = threading.Lock(), threading.Lock()\ndef take(first, second):\n    with first:\n        time.sleep(0.1)\n        with second: pass\nts = [threading.Thread(target=take, args=p, name=n) for p, n in (((a, b), 'ab'), ((b, a), 'ba'))]\nfor t in ts: t.start()\nfor t in ts: t.join()", "deadlock");
    expect(said).toMatch(/MainThread waits for .*ab waits for lock .*ba waits for lock/);
  });

  it("E14 that take one lock twice are stopped, and joining oneself is CPython's error", () => {
    expect(stopped("import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()", "deadlock")).toMatch(/MainThread waits for lock/);
    expect(printed(run("import threading\ntry: threading.current_thread().join()\nexcept RuntimeError as error: print(error)", { version: VERSION }))).toBe("done cannot join current thread\n");
  });

  it("E56 that race have the same interleaving for the same seed, in every run", () => {
    const race = "import threading\nlines = []\ndef count(name):\n    for number in range(300): lines.append(name + str(number))\nts = [threading.Thread(target=count, args=(n,)) for n in 'ab']\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(lines)";
    const [first, again, other] = [7, 7, 8].map((seed) => run(race, { version: VERSION, schedule: { seed } }));
    expect(first?.status).toBe("done");
    expect(again).toEqual(first);
    expect(other?.stdout).not.toBe(first?.stdout);
  });
});
