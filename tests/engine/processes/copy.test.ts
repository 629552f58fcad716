import { describe, expect, it } from "vitest";
import "../../../lib/engine/index.ts";
import { PyObject } from "../../../lib/engine/core/object.ts";
import { DEFAULT_LIMITS, Interpreter } from "../../../lib/engine/interpreter.ts";
import { copyMachine } from "../../../lib/engine/processes/copy.ts";
import { RoomObject } from "../../../lib/engine/vm/process.ts";

const PROGRAM = `
import asyncio, collections, decimal, functools, gc, itertools, queue, random, re, threading, weakref
class A:
    __slots__ = ("x", "__weakref__")
    def __init__(self): self.x = [self]
kept = [A(), {1: "a"}, {2, 3}, (4, 5.5), b"bytes", bytearray(b"x"), memoryview(b"m"), range(9), slice(1), 1j, functools.partial(int, "7"),
    functools.lru_cache(len), re.compile("a+"), collections.deque([1]), collections.OrderedDict(a=1), itertools.count(3), zip([1], [2]),
    map(len, []), iter([1]), (i for i in [1]), threading.local(), threading.RLock(), queue.Queue(), random.Random(1), decimal.Decimal(2), weakref.ref(asyncio)]
kept[20].value = [1]
next(kept[19])
threading.Thread(target=kept.clear, daemon=True)
`;

/** Everything that can be reached from an object of the host, but for what belongs to no process. */
function reachable(root: object): Set<object> {
  const seen = new Set<object>();
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null || seen.has(value) || value instanceof RoomObject) continue;
    seen.add(value);
    if (value instanceof Map) for (const [key, item] of value) waiting.push(key, item);
    else if (value instanceof Set) waiting.push(...value);
    waiting.push(...Object.values(value));
  }
  return seen;
}

describe("the copy of a machine that fork makes", () => {
  it("shares no guest object with the first, and has as many, at the same addresses and with the same counts", () => {
    const interpreter = new Interpreter({ version: "3.12", limits: DEFAULT_LIMITS, seed: 0, registry: true, coverage: false, stackCheck: false });
    expect(interpreter.runUnit(PROGRAM, "exec", "<script>")).toEqual({ kind: "done" });
    const { machine } = interpreter;
    const copy = copyMachine(machine);
    const mine = new Set([...reachable(machine)].filter((object) => object instanceof PyObject));
    const theirs = [...reachable(copy)].filter((object) => object instanceof PyObject);
    expect(theirs.filter((object) => mine.has(object))).toEqual([]);
    const facts = (objects: Iterable<PyObject>) => [...objects].map(({ id, refs, type }) => `${id} ${type.name} ${refs}`).sort();
    expect(facts(copy.heap.live as ReadonlySet<PyObject>)).toEqual(facts(machine.heap.live as ReadonlySet<PyObject>));
  });
});
