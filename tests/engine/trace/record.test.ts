import { describe, expect, it } from "vitest";
import { type Recording, record, run, VERSIONS } from "../../../lib/engine/index.ts";

const names = ({ steps }: Recording, step: number) => Object.fromEntries((steps.at(step)?.snapshot.globals ?? []).map(({ name, to }) => [name, to]));
const objectsAt = ({ steps }: Recording, step: number) => steps.at(step)?.snapshot.objects ?? [];
const called = (recording: Recording, step: number, name: string) => {
  const chip = names(recording, step)[name];
  const view = objectsAt(recording, step).find((object) => object.chip === chip);
  if (!view) throw new Error(`${name} is not bound at step ${step}.`);
  return view;
};
/** The first step at which a line is about to run. */
const stepBefore = ({ steps }: Recording, line: number) => steps.findIndex(({ kind, next }) => kind === "line" && next?.line === line);

const PROGRAM = `import gc
class Node:
    def __del__(self):
        print("gone")
def walk(items):
    for item in items:
        yield [item]
a = Node()
a.me = a
for found in walk("xy"):
    found.append(a)
del a, found
try:
    {}["k"]
except KeyError as error:
    print(repr(error))
print(gc.collect())
`;

describe("a recording", () => {
  it.each(VERSIONS)("ends as the run without it in %s: watching changes nothing", (version) => {
    const { lines, ...plain } = run(PROGRAM, { version, lanes: true });
    const { result, steps } = record(PROGRAM, { version });
    expect(result).toEqual({ ...plain, lines });
    expect(steps.length).toBeGreaterThan(20);
  });

  it("shares what did not change between its snapshots", () => {
    const recording = record("a = [1]\nb = {}\nc = 5000\nb[1] = c\n");
    const [third, fourth] = [stepBefore(recording, 3), stepBefore(recording, 4)];
    expect(called(recording, fourth, "a")).toBe(called(recording, third, "a"));
    expect(called(recording, -1, "b")).not.toBe(called(recording, fourth, "b"));
  });

  it("numbers objects by first appearance and never gives a number out again, whatever their addresses do", () => {
    const recording = record("a = []\ndel a\nb = []\n");
    const first = called(recording, stepBefore(recording, 2), "a");
    const second = called(recording, -1, "b");
    expect(second.address).toBe(first.address);
    expect(second.chip).not.toBe(first.chip);
  });

  it("tells a cached small int from one that is made, by the rule of the version", () => {
    const sharing = (version: "3.14" | "3.15") => called(record("a = int('1000')\n", { version }), -1, "a").sharing;
    expect([sharing("3.14"), sharing("3.15")]).toEqual([null, "small-int"]);
  });

  it("shows two equal ints at the prompt as two objects, and in a script as one", () => {
    const same = (mode: "repl" | "script") => {
      const recording = record("a = 257\nb = 257\n", { mode });
      return names(recording, -1).a === names(recording, -1).b;
    };
    expect([same("repl"), same("script")]).toEqual([false, true]);
  });

  it("marks a cycle without a way in as unreachable, and its end as the collector's work", () => {
    const recording = record("import gc\na = []\na.append(a)\nchip = None\ndel a\nx = 1\ngc.collect()\n");
    const lost = objectsAt(recording, stepBefore(recording, 6)).find(({ type }) => type === "list");
    expect(lost?.reach).toBe("unreachable");
    const { changes, collections } = recording.steps[recording.steps.findIndex((step) => step.collections.length > 0)];
    expect(collections).toEqual([{ generation: 2, collected: 1, uncollectable: 0 }]);
    expect(changes).toContainEqual(expect.objectContaining({ kind: "gone", freed: true, object: expect.objectContaining({ chip: lost?.chip }) }));
  });

  it("of instructions has its objects by number, and changes that lead from each step to the next", () => {
    const source = "def f(n):\n    return [n, [n]], {n: str(n)}\na = f(1000)\nb = f(2000)\n";
    const { steps } = record(source, { instructionsOf: stepBefore(record(source), 4) });
    expect(steps.length).toBeGreaterThan(4);
    for (const { snapshot, changes } of steps) {
      const chips = snapshot.objects.map(({ chip }) => chip);
      expect(chips).toEqual(chips.toSorted((x, y) => x - y));
      for (const change of changes) if (change.kind === "count") expect(change.from).not.toBe(change.to);
    }
  });

  it("shows a suspended generator's frame, which keeps its number", () => {
    const recording = record("def g():\n    x = 1\n    yield x\ni = g()\nnext(i)\ny = 2\nnext(i, 0)\n");
    const { shape } = called(recording, stepBefore(recording, 6), "i");
    expect(shape).toMatchObject({ kind: "generator", state: "suspended" });
    const frame = recording.steps[stepBefore(recording, 6)].snapshot.frames.find(({ name }) => name === "g");
    expect(frame).toMatchObject({ state: "suspended", line: 3, slots: [{ name: "x", state: "bound" }] });
    expect(recording.steps.find(({ kind }) => kind === "resume")?.next).toEqual({ frame: frame?.id, line: 3 });
  });

  it("follows an exception out of frame after frame", () => {
    const { steps } = record("def f():\n    1 / 0\ndef g():\n    f()\ntry:\n    g()\nexcept ZeroDivisionError:\n    pass\n");
    const way = steps.filter(({ kind }) => kind === "raise" || kind === "unwind").map(({ kind, next, snapshot }) => [kind, snapshot.frames.find(({ id }) => id === next?.frame)?.name, next?.line]);
    expect(way).toEqual([["raise", "f", 2], ["unwind", "g", 4], ["unwind", "<module>", 6]]);
  });

  it("tells an unbound local from a deleted one", () => {
    const { steps } = record("def f():\n    a = []\n    del a\n    b = 1\nf()\n");
    const states = (line: number) => steps.find(({ kind, next }) => kind === "line" && next?.line === line)?.snapshot.frames.at(-1)?.slots.map(({ name, state }) => `${name} ${state}`);
    expect([states(2), states(3), states(4)]).toEqual([["a unbound", "b unbound"], ["a bound", "b unbound"], ["a deleted", "b unbound"]]);
  });

  it("shows a weak reference die", () => {
    const recording = record("import weakref\nclass A: pass\na = A()\nr = weakref.ref(a)\ndel a\nend = 1\n");
    expect(called(recording, stepBefore(recording, 5), "r")).toMatchObject({ shape: { kind: "weakref", dead: false }, edges: [{ role: "weak", to: names(recording, stepBefore(recording, 5)).a }] });
    expect(called(recording, stepBefore(recording, 6), "r").shape).toEqual({ kind: "weakref", dead: true });
  });

  it("shows what threads wait for, and who holds the lock", () => {
    const source = "import threading\nlock = threading.Lock()\nlock.acquire()\ndef work():\n    lock.acquire()\nt = threading.Thread(target=work, name='worker')\nt.start()\nimport time\ntime.sleep(1)\nlock.release()\nt.join()\n";
    const recording = record(source);
    const { snapshot } = recording.steps[stepBefore(recording, 10)];
    expect(snapshot.threads.map(({ name, state, holdsGil, waitsFor }) => [name, state, holdsGil, waitsFor?.kind])).toEqual([["MainThread", "running", true, undefined], ["worker", "blocked", false, "lock"]]);
    expect(snapshot.threads[1].waitsFor?.object).toBe(called(recording, stepBefore(recording, 10), "lock").chip);
    expect(called(recording, stepBefore(recording, 10), "lock").shape).toEqual({ kind: "lock", locked: true, owner: snapshot.threads[0].id });
  });

  it("shows the program's frames and not what a library compiles for itself, but what the program compiles", () => {
    const { steps } = record("import collections\nP = collections.namedtuple('P', 'x y')\nexec('a = P(1, 2)', {'P': P})\n");
    const frames = new Set(steps.flatMap(({ snapshot }) => snapshot.frames.map(({ id, name }) => `${id} ${name}`)));
    expect([...frames]).toEqual(["1 <module>", "2 <module>"]);
    expect(steps.filter(({ kind }) => kind === "line").map(({ next }) => next?.line)).toEqual([1, 2, 3, 1]);
  });

  it("is cut after so many steps, and the run still ends as it would", () => {
    const { steps, cut, result } = record("n = 0\nwhile n < 4000:\n    n += 1\nprint(n)\n");
    expect([cut, steps.length, result.stdout]).toEqual([true, 5000, "4000\n"]);
  });

  it("keeps the steps of a program that a limit stops", () => {
    const { steps, result } = record("x = 1\nwhile True: x = [x]\n", { limits: { steps: 400 } });
    expect(result.status).toBe("stopped");
    expect(steps.length).toBeGreaterThan(20);
  });

  it("of a source that does not compile has a start and an end", () => {
    const { steps, result } = record("a = = 1\n");
    expect([steps.map(({ kind }) => kind), result.status]).toEqual([["start", "end"], "raised"]);
  });
});

describe("the instructions of a step", () => {
  const recording = record(PROGRAM);
  const between = recording.steps.slice(1, -1).map(({ index }) => index);

  it.each(between)("lead from it to the next step, with the same objects by the same numbers: %i", (index) => {
    const { steps } = record(PROGRAM, { instructionsOf: index });
    expect(steps[0].snapshot).toEqual(recording.steps[index].snapshot);
    expect(steps.at(-1)?.snapshot).toEqual(recording.steps[index + 1].snapshot);
  });

  it("are those of the listing, with the value stack between them", () => {
    const program = "def f(a, b):\n    return a + b * 2\nf(300, 4)\n";
    const line = record(program).steps.findIndex(({ kind, next }) => kind === "line" && next?.line === 2);
    const { steps, codes } = record(program, { instructionsOf: line });
    // What python3.14 -m dis lists for the line: two loads, a small int, two operators, return.
    expect(steps.map(({ snapshot }) => {
      const frame = snapshot.frames.at(-1);
      const row = frame && codes[frame.code].instructions[frame.instruction];
      const values = frame?.stack.map(({ to }) => snapshot.objects.find(({ chip }) => chip === to)?.text);
      return `${row?.opname} ${values?.join(" ")}`.trim();
    })).toEqual(["LOAD_FAST_BORROW_LOAD_FAST_BORROW", "LOAD_SMALL_INT 300 4", "BINARY_OP 300 4 2", "BINARY_OP 300 8", "RETURN_VALUE 308", "RETURN_VALUE"]);
  });
});
