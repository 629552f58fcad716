import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import { printed, raised, stop } from "./stopped.ts";

describe("depth", () => {
  it("E34 plain recursion ends at CPython's depth", () => {
    expect(raised("def f(): f()\nf()")).toBe("RecursionError: maximum recursion depth exceeded");
    expect(printed("n = 0\ndef f():\n    global n\n    n += 1\n    f()\ntry: f()\nexcept RecursionError: print(n)")).toBe("999\n");
    expect(raised("def f(x=1): f()\nf()")).toBe("RecursionError: maximum recursion depth exceeded");
  });

  it.each([
    ["__init__", "class N:\n    def __init__(self, n):\n        self.next = N(n - 1) if n else None\nN(900)\nprint('built')", "built\n"],
    ["generators that delegate", "def g(n):\n    if n: yield from g(n - 1)\n    yield n\nprint(sum(g(900)))", "405450\n"],
    ["generators in for loops", "def g(n):\n    if n:\n        for x in g(n - 1): yield x\n    yield n\nprint(max(x for x in g(300)))", "300\n"],
    ["getters", "class N:\n    def __init__(self, n): self.n = n\n    @property\n    def depth(self): return 1 + N(self.n - 1).depth if self.n else 0\nprint(N(400).depth)", "400\n"],
    ["__call__", "class F:\n    def __call__(self, n): return 1 + self(n - 1) if n else 0\nprint(F()(900))", "900\n"],
    ["decorated functions", "def d(f):\n    def w(*a): return f(*a)\n    return w\n@d\ndef f(n): return 1 + f(n - 1) if n else 0\nprint(f(450))", "450\n"],
    ["coroutines", "async def c(n): return 1 + await c(n - 1) if n else 0\ntry: c(900).send(None)\nexcept StopIteration as e: print(e.value)", "900\n"],
  ])("E34 ordinary recursion through %s goes as deep as the guest's limit", (_what, source, expected) => {
    expect(printed(source)).toBe(expected);
  });

  const dunder = (name: string, body: string, use: string) => [name, `class A:\n    def ${name}: return ${body}\n${use}`];
  it.each([
    dunder("__getattr__(s, n)", "s.y", "A().x"), dunder("__getattribute__(s, n)", "s.x", "A().x"), dunder("__repr__(s)", "repr(s)", "repr(A())"),
    dunder("__str__(s)", "str(s)", "str(A())"), dunder("__format__(s, f)", "format(s, f)", "format(A())"), dunder("__eq__(s, o)", "s == o", "A() == A()"),
    dunder("__add__(s, o)", "s + o", "A() + A()"), dunder("__getitem__(s, i)", "s[i]", "A()[0]"), dunder("__hash__(s)", "hash(s)", "hash(A())"),
    dunder("__len__(s)", "len(s)", "len(A())"), dunder("__bool__(s)", "bool(s)", "bool(A())"), dunder("__iter__(s)", "iter(s)", "iter(A())"),
    dunder("__new__(c)", "A()", "A()"), dunder("__call__(s)", "s()", "A()()"), dunder("__init__(s)", "A()", "A()"), dunder("__enter__(s)", "s.__enter__()", "A().__enter__()"),
    ["a sort key", "def k(x): return sorted([2, 1], key=k)\nk(1)"], ["map", "def k(x): return list(map(k, [x]))\nk(1)"], ["next", "def g(): yield next(g())\nlist(g())"],
    ["exec", "def f(): exec('f()')\nf()"], ["class bodies", "def f():\n    class C: f()\nf()"],
    ["a metaclass", "class M(type):\n    def __call__(c): return c()\nclass A(metaclass=M): pass\nA()"],
    ["raising", "class E(Exception):\n    def __init__(s): raise E\nraise E"], ["setattr", "class A:\n    def __setattr__(s, n, v): setattr(s, n, v)\nA().x = 1"],
    ["nested lists' repr", "a = []\nfor i in range(100000): a = [a]\nrepr(a)"], ["nested lists' ==", "a = []\nb = []\nfor i in range(100000): a = [a]; b = [b]\na == b"],
    ["nested tuples' hash", "a = ()\nfor i in range(100000): a = (a,)\nhash(a)"], ["nested dicts' repr", "a = {}\nfor i in range(100000): a = {1: a}\nrepr(a)"],
    ["isinstance", "a = ()\nfor i in range(100000): a = (a,)\nisinstance(1, a)"], ["deepcopy", "import copy\na = []\nfor i in range(5000): a = [a]\ncopy.deepcopy(a)"],
  ])("E34 endless recursion through %s is a RecursionError that can be caught", (_what, source) => {
    expect(raised(source)).toMatch(/^RecursionError: maximum recursion depth exceeded/);
    const indented = source.split("\n").map((line) => `    ${line}`).join("\n");
    expect(printed(`try:\n${indented}\nexcept RecursionError: print('caught')`)).toBe("caught\n");
  });

  it("E34 long chains die without deep recursion", () => {
    expect(printed("class N:\n    def __init__(self, n): self.n = n\nh = None\nfor i in range(50000): h = N(h)\nh = None\nprint('gone')")).toBe("gone\n");
  });

  it("E35 a limit set beyond what a machine has stops the run", () => {
    const { message } = stop("import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()", "depth", 3);
    expect(message).toBe("CPython may crash here; this machine stops at 5,000 frames, at line 3.");
  });

  it("E37 sources that nest too deep are refused by the compiler", () => {
    expect(raised(`${"-".repeat(10_000)}1`)).toMatch(/^MemoryError/);
    expect(raised(Array(10_000).fill("1").join("+"))).toMatch(/^RecursionError: maximum recursion depth exceeded during compilation/);
    expect(raised(`a${".a".repeat(5000)}`)).toMatch(/^RecursionError: maximum recursion depth exceeded during compilation/);
    expect(raised(`${"(".repeat(300)}${")".repeat(300)}`)).toBe("SyntaxError: too many nested parentheses");
  });

  it.each([["a megabyte", "#".repeat(1_000_000)], ["one long line", `x = ${"1 + ".repeat(20_000)}1`], ["many lines", "x = 1\n".repeat(100_000)]])("E38 %s of source is refused before it is parsed", (_what, source) => {
    const result = run(source);
    expect(result).toMatchObject({ status: "stopped", reason: "source", line: null, steps: 0 });
    expect((result as { message: string }).message).toBe(`The source has ${source.length} characters; the limit here is 65536.`);
  });
});
