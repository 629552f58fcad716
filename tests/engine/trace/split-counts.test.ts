import { describe, expect, it } from "vitest";
import { openSession, type Recording, record, run, type SplitCount, type Step, type VersionId } from "../../../lib/engine/index.ts";

// What is expected follows PEP 703 ("Biased Reference Counting") and CPython's Objects/object.c, Python/brc.c and Objects/codeobject.c.

const free = (source: string, version: VersionId = "3.14"): Recording => record(source, { version, freeThreaded: true });
const splitOf = (step: Step | undefined, name: string): SplitCount | null | undefined => {
  const to = step?.snapshot.globals.find((one) => one.name === name)?.to;
  return step?.snapshot.objects.find(({ chip }) => chip === to)?.split;
};
/** Before a line runs, the last time that it does. */
const beforeLine = ({ steps }: Recording, line: number): Step | undefined => steps.findLast(({ kind, next }) => kind === "line" && next?.line === line);
const counts = (split: SplitCount | null | undefined) => (split ? [split.ownerName, split.local, split.shared] : split);

const THREAD = (...body: string[]) => `import threading\nbox = []\ndef work():\n${body.map((line) => `    ${line}\n`).join("")}own = ["main"]\nbox.append(own)\nt = threading.Thread(target=work, name="worker")\nt.start()\nt.join()\nlast = box[-1]\nend = 0\n`;

describe("the two counts of a free-threaded build", () => {
  it("are the owner's references, as long as the thread that made an object is the only one with any", () => {
    const recording = free("a = [1]\nb = a\nc = b\n");
    expect(counts(splitOf(recording.steps.at(-1), "a"))).toEqual(["MainThread", 3, 0]);
    expect(record("a = [1]\n").steps.at(-1)?.snapshot.objects.every(({ split }) => split === null)).toBe(true);
  });

  it("count what another thread takes and gives back in the shared part", () => {
    const recording = free(THREAD("kept = box[0]", "also = kept", "del kept", "x = 1"));
    // `also = kept`, then `del kept`: one, two and one.
    expect([4, 5, 6, 7].map((line) => counts(splitOf(beforeLine(recording, line), "own"))?.slice(1))).toEqual([[2, 0], [2, 1], [2, 2], [2, 1]]);
    expect(counts(splitOf(recording.steps.at(-1), "own"))).toEqual(["MainThread", 3, 0]);
  });

  it("belong to the thread that made the object, also when that has ended", () => {
    const recording = free(THREAD("box.append([len(box)])"));
    expect(counts(splitOf(recording.steps.at(-1), "last"))).toEqual(["worker", 1, 1]);
  });

  it("are merged when the owner has none left and others have some", () => {
    const recording = free("import threading\nbox = [[1]]\ngot = []\ndef work():\n    got.append(box[0])\n    box.clear()\n    x = 1\ntaken = threading.Thread(target=work)\ntaken.start()\ntaken.join()\nkept = got[0]\nend = 0\n");
    // One more and one less in the other thread are nothing: the main thread still counts what it made, and the name.
    expect(counts(splitOf(recording.steps.at(-1), "kept"))).toEqual(["MainThread", 2, 0]);
    const own = free("import threading\nbox = [[1]]\ngate = threading.Lock()\ngate.acquire()\ndef work():\n    mine = box[0]\n    gate.acquire()\n    box.append(mine)\nt = threading.Thread(target=work)\nt.start()\nimport time\ntime.sleep(0.1)\nbox.clear()\nx = 1\ngate.release()\nt.join()\nlast = box[0]\nend = 0\n");
    const { steps } = own;
    const after = beforeLine(own, 14);
    const inner = after?.snapshot.objects.find(({ type, split }) => type === "list" && split?.owner === null);
    expect(inner?.split).toEqual({ owner: null, ownerName: "", local: 0, shared: 1, deferred: false });
    expect(counts(splitOf(steps.at(-1), "last"))).toEqual(["", 0, 2]);
  });

  it("wait for the owner where another thread gives up what the owner counted, and are merged when it goes on", () => {
    const recording = free("import threading\nbox = []\ndef work():\n    box.clear()\n    x = 1\na = [1]\nbox.append(a)\nt = threading.Thread(target=work)\nt.start()\nt.join()\nend = 0\n");
    expect(counts(splitOf(beforeLine(recording, 4), "a"))).toEqual(["MainThread", 2, 0]);
    expect(counts(splitOf(beforeLine(recording, 5), "a"))).toEqual(["MainThread", 2, -1]);
    expect(counts(splitOf(recording.steps.at(-1), "a"))).toEqual(["", 0, 1]);
  });

  it("are deferred for functions of a module and classes in 3.14, which are immortal from the first thread on in 3.13; not for nested functions", () => {
    const source = "import threading\ndef f():\n    def inner():\n        pass\n    return inner\nclass C:\n    pass\ng = f()\nx = 1\nt = threading.Thread(target=f)\nt.start()\nt.join()\nend = 0\n";
    const recording = free(source);
    expect(["f", "C", "g"].map((name) => splitOf(recording.steps.at(-1), name)?.deferred)).toEqual([true, true, false]);
    const old = free(source, "3.13");
    expect(["f", "C", "g"].map((name) => splitOf(beforeLine(old, 9), name)?.deferred)).toEqual([true, true, false]);
    expect(["f", "C", "g"].map((name) => splitOf(old.steps.at(-1), name)?.deferred)).toEqual([undefined, undefined, false]);
  });

  it.each(["3.13", "3.14", "3.15"] as const)("add up to the count at every step, and looking changes nothing, in %s", (version) => {
    const source = "import threading\nlock = threading.Lock()\ntotal = []\ndef work(n):\n    for i in range(6):\n        with lock:\n            total.append([n, i, total])\n        if i % 2:\n            total.pop()\nthreads = [threading.Thread(target=work, args=(n,)) for n in range(3)]\nfor t in threads: t.start()\nfor t in threads: t.join()\nprint(len(total))\n";
    const { result, steps } = free(source, version);
    const { lines, ...plain } = run(source, { version, freeThreaded: true, lanes: true });
    expect(result).toEqual({ ...plain, lines });
    const seen = steps.flatMap(({ snapshot }) => snapshot.objects.flatMap(({ refs, split }) => (split === null || refs === null ? [] : [split.local + split.shared - refs])));
    expect(new Set(seen)).toEqual(new Set([0]));
    // Below zero the local part never is, and nobody's is nothing.
    expect(steps.every(({ snapshot }) => snapshot.objects.every(({ split }) => split === null || (split.local >= 0 && (split.owner !== null || split.local === 0))))).toBe(true);
  });
});

describe("constants of a free-threaded build", () => {
  const same = (version: VersionId, freeThreaded: boolean, first: string, second: string) => {
    const session = openSession({ version, freeThreaded });
    for (const statement of [`a = ${first}`, `b = ${second}`]) session.feed(statement);
    const result = session.feed("a is b");
    session.close();
    return result.status === "done" && result.stdout;
  };

  it.each(["3.13", "3.14"] as const)("are one immortal object for all code in %s: also two statements at the prompt share them", (version) => {
    for (const constant of ["257", "1.5", "2j", "b'xyz'", "'not a name'", "(1, 2000, 'x y')"]) expect([constant, same(version, true, constant, constant)]).toEqual([constant, "True\n"]);
    expect(same(version, false, "257", "257")).toBe("False\n");
    // By value and type, and by what a tuple holds.
    for (const [first, second] of [["0.0", "-0.0"], ["1000", "1000.0"], ["(1000, 2)", "(1000.0, 2)"]] as const) expect(same(version, true, first, second)).toBe("False\n");
    expect(run("import sys\nx = int('257000')\ny = 257000\nprint(sys.getrefcount(x) < 9, sys.getrefcount(y) > 1000, x is y)\n", { version, freeThreaded: true, audit: true })).toMatchObject({ stdout: "True True False\n", leaks: [] });
  });
});
