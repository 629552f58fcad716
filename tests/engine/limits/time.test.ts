import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import { printed, raised, stop } from "./stopped.ts";

describe("loops and time", () => {
  it("E01 an endless loop is stopped at its line", () => {
    expect(stop("x = 1\n\nwhile True: pass", "steps", 3).steps).toBeGreaterThanOrEqual(5_000_000);
    expect(stop("while True: pass", "steps", 1).message).toBe("Stopped after 5,000,000 steps, at line 1.");
  });

  it("E01 no except, finally, __exit__ or __del__ of the program runs after a stop", () => {
    const source = `
class Manager:
    def __enter__(self): return self
    def __exit__(self, *info): print("exit")
    def __del__(self): print("del")
m = Manager()
try:
    with m:
        try:
            print("before")
            while True: pass
        except BaseException: print("caught")
        finally: print("finally")
except: print("outer")
finally: print("outer finally")`;
    expect(stop(source, "steps", 11, { steps: 20_000 }).stdout).toBe("before\n");
  });

  it.each(["list(I())", "sorted(I(), key=lambda x: x)", "''.join(I())", "dict.fromkeys(I())", "max(I())"])("E01 no __del__ runs of what native code held at the stop: %s", (use) => {
    const source = `
class J:
    def __next__(self): return str(len('x' * 400_000)) * 60_000
    def __iter__(self): return self
    def __del__(self): print('del')
class I:
    def __iter__(self): return J()
print('before')
try: ${use}
finally: print('finally')`;
    for (const limits of [{ memory: 2 * 1024 * 1024 }, { steps: 20_000 }]) {
      expect(run(source, { limits })).toMatchObject({ status: "stopped", stdout: "before\n" });
    }
  });

  it("E07 sleeping takes no time but the clock's own", () => {
    expect(printed("import time\nstart = time.monotonic()\ntime.sleep(10**9)\nprint(time.monotonic() - start >= 10**9)")).toBe("True\n");
  });

  it("a limit that is met while an exception is described ends the run as any other", () => {
    const long = "class E(Exception):\n    def __str__(self):\n        while True: pass\nraise E";
    expect(run(long, { limits: { steps: 10_000 } })).toMatchObject({ status: "stopped", reason: "steps" });
    expect(run(long, { mode: "repl", limits: { steps: 10_000 } })).toMatchObject({ status: "stopped", reason: "steps" });
    expect(run("raise ValueError('x' * 50)\n".repeat(10), { mode: "repl", limits: { output: 300 } })).toMatchObject({ status: "stopped", reason: "output" });
    const bad = "import sys\nclass C:\n    def __str__(self): raise ValueError\nsys.exit(C())";
    expect(run(bad)).toMatchObject({ status: "raised", exitCode: 1 });
  });

  it("E02 a flood of output is cut at the limit, and what came before it is kept", () => {
    const { stdout } = stop("while True:\n    print('x')", "output", 2);
    expect(stdout).toBe("x\n".repeat(32_768));
  });

  it("E04 endless iterators are stopped", () => {
    stop("for _ in iter(int, 1): pass", "steps", 1);
    stop("import itertools\nfor x in itertools.count(): pass", "steps", 2);
  });

  it.each([
    "sum(range(10**12))", "for _ in range(10**12): pass", "max(range(10**12))", "list(iter(int, 1))", "any(map(bool, iter(int, 1)))",
    "5 in iter(int, 1)", "''.join('a' for _ in iter(int, 1))", "import itertools; sum(itertools.repeat(1))",
    "import collections; collections.deque(iter(int, 1), maxlen=1)",
  ])("E05 loops inside built-in functions are counted: %s", (source) => {
    expect(run(source, { limits: { steps: 300_000 } })).toMatchObject({ status: "stopped", reason: "steps", line: 1 });
  });

  it("E05 membership in a huge range needs no loop", () => {
    expect(printed("print(10**12 - 1 in range(10**12))")).toBe("True\n");
  });

  it.each([
    "x.count(2)", "x == y", "x[::-1]", "x.copy()", "x.insert(0, 1)", "min(x)", "tuple(x)", "x + x", "sorted(x)", "dict.fromkeys(x)", "list(zip(x, x))",
  ])("E05 work on a long list is counted: %s", (operation) => {
    const source = `x = [1] * 200000\ny = [1] * 200000\nn = 0\nwhile True:\n    ${operation}\n    n += 1\n    if n > 2000: break`;
    expect(run(source)).toMatchObject({ status: "stopped" });
  });

  it("E08 a generator that goes on after GeneratorExit is an error", () => {
    const source = "def g():\n    try:\n        yield 1\n    except GeneratorExit:\n        yield 2\nx = g()\nnext(x)\nx.close()";
    expect(raised(source)).toBe("RuntimeError: generator ignored GeneratorExit");
  });

  it("E10 __del__ runs once, even when it brings the object back", () => {
    const source = "kept = []\nclass A:\n    def __del__(self):\n        kept.append(self)\n        print('del')\na = A()\ndel a\nkept.clear()\nprint(len(kept))";
    expect(printed(source)).toBe("del\n0\n");
  });

  it("E10 a __del__ that loops is stopped, one that raises is reported", () => {
    stop("class A:\n    def __del__(self):\n        while True: pass\nA()", "steps", 3);
    stop("class A:\n    def __del__(self):\n        A()\nA()", "steps", 3, { steps: 200_000 });
    const result = run("class A:\n    def __del__(self):\n        raise ValueError('no')\nA()\nprint('on')");
    expect(result).toMatchObject({ status: "done", stdout: "on\n" });
    expect(result.stderr).toMatch(/^Exception ignored while calling deallocator <function A\.__del__ at 0x[0-9a-f]+>:\nTraceback \(most recent call last\):\n/);
    expect(result.stderr).toContain("ValueError: no\n");
  });

  it("E11 __getattr__ that asks for the same attribute recurses to the limit", () => {
    expect(raised("class A:\n    def __getattr__(s, n): return getattr(s, n)\nA().x")).toMatch(/^RecursionError: maximum recursion depth exceeded/);
  });

  it("E52 keys with equal hashes cost what they cost", () => {
    const source = "class K:\n    def __hash__(s): return 1\n    def __eq__(s, o): return False\nd = {}\nfor i in range(10**5): d[K()] = 1";
    expect(run(source)).toMatchObject({ status: "stopped", reason: "steps" });
    stop("d = {}\nfor i in range(10**5): d[i * (2**61 - 1)] = 1", "steps", 2);
  });
});
