import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import { isVersion } from "../../../lib/engine/profiles/profiles.ts";

/* NAME.py is a program, NAME.VERSION.txt what CPython of that version printed, natively (3.11.7, 3.13.0). */
const folder = path.join(import.meta.dirname, "recorded");
const records = readdirSync(folder).flatMap((file) => {
  const match = /^(.+)\.(3\.\d+)\.txt$/.exec(file);
  return match && isVersion(match[2]) ? [{ name: match[1], version: match[2], file }] : [];
});
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
/** The model's cores are slower, so that fewer rounds show the same. */
const program = (name: string) => read(`${name}.py`).replace("300_000", "4_000");

describe("threads and tasks", () => {
  it.each(records)("$name prints what CPython $version prints, and every reference is accounted for", ({ name, version, file }) => {
    const result = run(program(name), { version, audit: true, limits: { steps: 20_000_000 } });
    expect(result.stdout).toBe(read(file));
    expect(result.leaks).toEqual([]);
    expect(result.status).toBe("done");
  });
});

const DEADLOCK = `
import threading, time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(0.1)
        with b: pass
def two():
    with b:
        time.sleep(0.1)
        with a: pass
threads = [threading.Thread(target=f, name=f.__name__) for f in (one, two)]
for t in threads: t.start()
for t in threads: t.join()
`;

describe("what ends a program of threads", () => {
  it("a deadlock ends with who waits for what, and nothing can catch it", () => {
    const result = run(DEADLOCK, { version: "3.14" });
    expect(result.status).toBe("stopped");
    expect(result.status === "stopped" && result.reason).toBe("deadlock");
    expect(result.status === "stopped" && result.message).toMatch(/MainThread waits for .*; one waits for lock .*; two waits for lock /);
  });

  it("threads without end are stopped by a limit", () => {
    const result = run("import threading\ne = threading.Event()\nwhile True: threading.Thread(target=e.wait).start()", { version: "3.14" });
    expect(result.status).toBe("stopped");
  });

  it("a sleep of years takes no time of the machine", () => {
    const result = run("import time\nt = time.monotonic()\ntime.sleep(10**9)\nprint(time.monotonic() - t >= 10**9)", { version: "3.14" });
    expect(result.stdout).toBe("True\n");
    expect(result.steps).toBeLessThan(10_000);
  });

  it("gives the same output, steps and times in every run", () => {
    const source = program("lost-updates").replaceAll("print(", "print(time.perf_counter(), ");
    const runs = [1, 2].map(() => run(source, { version: "3.12", limits: { steps: 20_000_000 } }));
    expect(runs[0].stdout).toBe(runs[1].stdout);
    expect(runs[0].steps).toBe(runs[1].steps);
  });
});
