import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import type { RunOptions } from "../../../lib/engine/types.ts";

/*
 * NAME.py is a program. NAME.3.14.txt is what CPython 3.13.0 printed for it natively, with `test.support.interpreters` in the place of
 * `concurrent.interpreters`, which it became in 3.14: the programs use what both have. Builds of 3.14 and 3.15 for WebAssembly have
 * neither. What only 3.14 has follows CPython's own tests (Lib/test/test_interpreters, Lib/test/test_concurrent_futures).
 */
const folder = path.join(import.meta.dirname, "recorded");
const records = readdirSync(folder).filter((file) => file.endsWith(".3.14.txt")).map((file) => ({ name: file.replace(".3.14.txt", ""), file }));
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");

/** The lines that a program prints which ends by itself and leaks nothing. */
function printed(source: string, options: RunOptions = {}): string[] {
  const result = run(source, { version: "3.14", audit: true, ...options });
  expect(result.status === "raised" ? result.error.traceback : result.status).toBe("done");
  expect(result.leaks).toEqual([]);
  return result.stdout.split("\n").slice(0, -1);
}

describe("interpreters of one process", () => {
  it.each(records)("$name prints what CPython prints, and every reference in every interpreter is accounted for", ({ name, file }) => {
    for (const version of ["3.14", "3.15"] as const) expect(`${printed(read(`${name}.py`), { version }).join("\n")}\n`).toBe(read(file));
  });

  it("a run of several interpreters is the same every time", () => {
    const [first, second] = [1, 2].map(() => run(read("queues.py"), { version: "3.14", lanes: true }));
    expect(first.steps).toBe(second.steps);
    expect(first.concurrency).toEqual(second.concurrency);
  });

  it("two of them compute at once on two cores, where two threads of one do not, and nothing does on one core", () => {
    const source = `
import threading, time
from concurrent import interpreters
def busy(n):
    total = 0
    for i in range(n):
        total += i
def timed(make):
    begun = time.perf_counter()
    threads = [make(), make()]
    for thread in threads: thread.join()
    return time.perf_counter() - begun
def thread():
    made = threading.Thread(target=busy, args=(20_000,))
    made.start()
    return made
if __name__ == "__main__":
    two = [interpreters.create(), interpreters.create()]
    for interp in two: interp.call(busy, 1)
    begun = time.perf_counter(); two[0].call(busy, 20_000); alone = time.perf_counter() - begun
    waiting = iter(two)
    print(round(2 * alone / timed(lambda: next(waiting).call_in_thread(busy, 20_000)), 1), round(2 * alone / timed(thread), 1))
    for interp in two: interp.close()
`;
    // Measured natively on 3.14.10 and 3.15.2: 1.88 and 1.89 against 1.05 and 1.01.
    const [[on2], [on1]] = [2, 1].map((cores) => printed(source, { cores }).map((line) => line.split(" ").map(Number)));
    expect(on2[0]).toBeGreaterThan(1.8);
    expect(on2[1]).toBeLessThan(1.1);
    expect(on1[0]).toBeLessThan(1.1);
  });
});

describe("Interpreter.call", () => {
  it("passes arguments and values, pickled where their types are not shared (TestInterpreterCall.test_stateless_func_returns_arg)", () => {
    const source = `
from concurrent import interpreters
def same(arg):
    return arg
def full(a, /, b, *args, c, **kwargs):
    return a, b, args, c, kwargs
interp = interpreters.create()
for arg in (None, 10, "spam!", b"spam!", (1, 2, "spam!"), ..., NotImplemented, 2**1000, [1, 2, 3], {"a": 1}, object, Exception, len):
    assert interp.call(same, arg) == arg, arg
assert bytes(interp.call(same, memoryview(b"spam!"))) == b"spam!"
items = [1]
assert interp.call(same, items) is not items
error = interp.call(same, ModuleNotFoundError("mymodule"))
assert type(error) is ModuleNotFoundError and error.args == ("mymodule",)
assert interp.call(full, 1, 2, 3, c=4, d=5) == (1, 2, (3,), 4, {"d": 5})
assert interp.call(lambda: (lambda x: x))(7) == 7
interp.close()
`;
    expect(printed(source)).toEqual([]);
  });

  it("refuses closures, values that cannot be pickled, and what is no script (test_call_invalid, test_callable_requires_frame, test_bad_script)", () => {
    const source = `
import types
from concurrent import interpreters
def closure(value):
    def inner():
        return value
    return inner
def unpickleable():
    x = 42
    return lambda: x
interp = interpreters.create()
for attempt in (lambda: interp.call(closure, 42), lambda: interp.call(closure(42)), lambda: interp.call(unpickleable), lambda: interp.call(globals), lambda: interp.call(len, types.MappingProxyType({}))):
    try:
        attempt()
    except interpreters.NotShareableError as error:
        assert isinstance(error, TypeError)
    else:
        assert False
for bad in (10, lambda: 1):
    try:
        interp.exec(bad)
    except (TypeError, ValueError):
        pass
    else:
        assert False
try:
    interp.exec("a b")
except SyntaxError:
    pass
interp.close()
`;
    expect(printed(source)).toEqual([]);
  });

  it("runs a function without state in __main__, and one with globals in a copy of the program that keeps its own (test_globals_from_stateless_func, test_func_in___main___uses_globals)", () => {
    const source = `
count = 0
def inc(x=1):
    global count
    count += x
def get_count():
    return count
def spam():
    return __name__
def set_global(name, value):
    globals()[name] = value
def get_global(name):
    return globals().get(name)
if __name__ == "__main__":
    from concurrent import interpreters
    interp = interpreters.create()
    counts = [interp.call(get_count)]
    interp.call(inc)
    counts.append(interp.call(get_count))
    interp.call(inc, 3)
    counts.append(interp.call(get_count))
    print(counts, count, [interp.call(eval, f"{name!r} in vars()") for name in ("count", "inc")], interp.call(spam))
    print(interp.call(get_global, "__name__"), interp.call(get_global, "spam"))
    interp.call(set_global, "spam", 42)
    interp.exec("assert spam == 42")
    print(interp.call(dir))
    interp.close()
`;
    expect(printed(source)).toEqual(["[0, 1, 4] 0 [False, False] <fake __main__>", "__main__ None", "['__builtins__', '__doc__', '__loader__', '__name__', '__package__', '__spec__', 'spam']"]);
  });
});

describe("InterpreterPoolExecutor", () => {
  it("gives values and exceptions, keeps each worker's state, and closes its interpreters (InterpreterPoolExecutorTest)", () => {
    const source = `
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor, ThreadPoolExecutor
state = []
def prepare(value):
    state.append(value)
def get(item):
    return state + [item]
def fail():
    raise ValueError("spam")
def where():
    return interpreters.get_current().id
if __name__ == "__main__":
    assert issubclass(InterpreterPoolExecutor, ThreadPoolExecutor)
    with InterpreterPoolExecutor(1, initializer=prepare, initargs=(5,)) as pool:
        print(list(pool.map(get, range(3))), pool.submit(pow, 2, 10).result(), state)
        try:
            pool.submit(fail).result()
        except ValueError as error:
            print(repr(error), type(error.__cause__).__name__)
        print(pool.submit(where).result() != 0)
        try:
            pool.submit("script")
        except TypeError as error:
            print(error)
    print(interpreters.list_all())
`;
    expect(printed(source)).toEqual(["[[5, 0], [5, 1], [5, 2]] 1024 []", "ValueError('spam') ExecutionFailed", "True", "scripts not supported", "[Interpreter(0)]"]);
  });

  it("does not exist before 3.14, and neither does the module", () => {
    for (const name of ["concurrent.interpreters", "concurrent.futures.interpreter", "_interpreters"]) {
      const result = run(`import ${name}`, { version: "3.13" });
      expect(result.status === "raised" && result.error.type).toBe("ModuleNotFoundError");
    }
  });
});

describe("what ends a program of interpreters", () => {
  it("interpreters without end are stopped", () => {
    const result = run("from concurrent import interpreters\nkept = []\nwhile True: kept.append(interpreters.create())", { version: "3.14" });
    expect(result.status === "stopped" && result.message).toMatch(/More than 32 processes and interpreters live at once/);
  });

  it("interpreters without end, one after the other, are stopped", () => {
    const result = run("from concurrent import interpreters\nwhile True: interpreters.create().close()", { version: "3.14" });
    expect(result.status === "stopped" && result.message).toMatch(/More than 100 processes and interpreters were started/);
  });

  it("one that computes without end uses up the steps of the run", () => {
    const result = run("from concurrent import interpreters\ninterpreters.create().exec('while True: pass')", { version: "3.14", limits: { steps: 200_000 } });
    expect(result.status === "stopped" && result.reason).toBe("steps");
    expect(result.status === "stopped" && result.message).toMatch(/in interpreter 1 of process/);
  });

  it("one that waits for what cannot come is a deadlock, told for all interpreters", () => {
    const result = run("from concurrent import interpreters\ninterpreters.create().exec('import threading; threading.Lock().acquire(); lock = threading.Lock(); lock.acquire(); lock.acquire()')", { version: "3.14" });
    expect(result.status === "stopped" && result.reason).toBe("deadlock");
    expect(result.concurrency?.waits.map(({ kind }) => kind)).toEqual(["interpreter", "lock"]);
  });

  it("os._exit in one of them ends the process", () => {
    const result = run("from concurrent import interpreters\ninterpreters.create().exec('import os; os._exit(7)')\nprint('not reached')", { version: "3.14", audit: true });
    expect(result.status === "raised" && result.exitCode).toBe(7);
    expect(result.stdout).toBe("");
  });

  it("those that were left are ended before the program's modules, with a warning (finalize_subinterpreters)", () => {
    const result = run("from concurrent import interpreters\ninterp = interpreters.create()\ninterp.exec(\"import atexit; atexit.register(print, 'bye')\")\nprint('end')", { version: "3.14", audit: true });
    expect(result.stdout).toBe("end\nbye\n");
    expect(result.stderr).toBe("<sys>:0: RuntimeWarning: remaining subinterpreters; close them with Interpreter.close()\n");
    expect(result.leaks).toEqual([]);
  });

  it("a fork copies the interpreter that forks alone", () => {
    const source = "import os\nfrom concurrent import interpreters\nkept = interpreters.create()\nif os.fork() == 0:\n    print([i for i, _ in __import__('_interpreters').list_all()])\n    os._exit(0)\nos.wait()\nprint(interpreters.list_all())\nkept.close()";
    expect(run(source, { version: "3.14" }).stdout).toBe("[0]\n[Interpreter(0), Interpreter(1)]\n");
  });
});
