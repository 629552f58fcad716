import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import { isVersion } from "../../../lib/engine/profiles/profiles.ts";

/* NAME.py is a program, NAME.VERSION.txt what CPython printed, natively on Linux (3.10.13, 3.11.7, 3.12.1, 3.13.0). */
const folder = path.join(import.meta.dirname, "recorded");
const records = readdirSync(folder).flatMap((file) => {
  const match = /^(.+)\.(3\.\d+)\.txt$/.exec(file);
  return match && isVersion(match[2]) ? [{ name: match[1], version: match[2], file }] : [];
});
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");

describe("processes", () => {
  it.each(records)("$name prints what CPython $version prints, and every reference of every process is accounted for", ({ name, version, file }) => {
    const result = run(read(`${name}.py`), { version, audit: true });
    expect(result.stdout).toBe(read(file));
    expect(result.leaks).toEqual([]);
    expect(result.status).toBe("done");
  });

  it("os.fork gives the child a copy of the memory and of the open files", () => {
    const source = `
import os
x = [1]
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    x.append(2)
    os.write(w, b"%d %d" % (len(x), os.getppid()))
    os._exit(3)
os.close(w)
length, parent = os.read(r, 100).split()
print(x, int(length), int(parent) == os.getpid(), os.read(r, 100))
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
    const result = run(source, { version: "3.13", audit: true });
    expect(result.stdout).toBe("[1] 2 True b''\n3\n");
    expect(result.leaks).toEqual([]);
  });

  it("a run of several processes is the same every time", () => {
    const [first, second] = [1, 2].map(() => run(read("pool.py"), { version: "3.14", lanes: true }));
    expect(first.steps).toBe(second.steps);
    expect(first.concurrency).toEqual(second.concurrency);
  });
});

describe("what ends a program of processes", () => {
  it("a fork bomb is stopped", () => {
    const result = run("import os\nwhile True: os.fork()", { version: "3.12" });
    expect(result.status === "stopped" && result.message).toMatch(/More than 32 processes live at once/);
  });

  it("processes without end, one after the other, are stopped", () => {
    const result = run("import os\nwhile True:\n    if os.fork() == 0: os._exit(0)\n    os.wait()", { version: "3.12" });
    expect(result.status === "stopped" && result.message).toMatch(/More than 100 processes were started/);
  });

  it("children that compute without end use up the steps of the run", () => {
    const source = "import os\nif os.fork() == 0:\n    while True: pass\nos.wait()";
    const result = run(source, { version: "3.12", limits: { steps: 200_000 } });
    expect(result.status === "stopped" && result.reason).toBe("steps");
  });

  it("processes that wait for one another are a deadlock, told with who waits for what in which", () => {
    const source = `
import multiprocessing
ctx = multiprocessing.get_context("fork")
lock = ctx.Lock()
lock.acquire()
p = ctx.Process(target=lock.acquire)
p.start()
p.join()
`;
    const result = run(source, { version: "3.14" });
    expect(result.status === "stopped" && result.reason).toBe("deadlock");
    expect(result.concurrency?.waits.map(({ process, thread, kind }) => [process, thread, kind])).toEqual([[4242, "MainThread", "process"], [4243, "MainThread", "lock"]]);
  });
});
