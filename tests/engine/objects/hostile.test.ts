import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";

const special: readonly (readonly [method: string, body: string, use: string])[] = [
  ["__repr__(self)", "repr(self)", "repr(x)"],
  ["__getattr__(self, name)", "getattr(self, name + 'x')", "x.a"],
  ["__getattribute__(self, name)", "self.other", "x.a"],
  ["__eq__(self, other)", "self == other", "x == 1"],
  ["__hash__(self)", "hash(self)", "hash(x)"],
  ["__call__(self)", "self()", "x()"],
  ["__iter__(self)", "iter(self)", "iter(x)"],
  ["__bool__(self)", "bool(self)", "bool(x)"],
  ["__add__(self, other)", "self + other", "x + 1"],
  ["__getitem__(self, key)", "self[key]", "x[0]"],
  ["__contains__(self, item)", "item in self", "1 in x"],
  ["__init__(self, *args)", "self.__class__(1) if args else None", "type(x)(1)"],
];

describe("a special method that calls itself", () => {
  it.each(special)("%s ends in a RecursionError that the program can catch", (method, body, use) => {
    const source = `class X:\n    def ${method}: return ${body}\nx = X()\ntry:\n    ${use}\nexcept RecursionError:\n    print('caught')\nprint('goes on')\n`;
    expect(run(source).stdout).toBe("caught\ngoes on\n");
  });
});

describe("long chains of objects", () => {
  it.each([
    ["instances", "class N: pass\nh = None\nfor i in range(20000):\n    x = N(); x.n = h; h = x\ndel h, x"],
    ["slots", "class N: __slots__ = ('n',)\nh = None\nfor i in range(20000):\n    x = N(); x.n = h; h = x\ndel h, x"],
    ["causes", "e = None\nfor i in range(3000):\n    n = ValueError(i); n.__cause__ = e; e = n\ndel e, n"],
    ["aliases", "a = list\nfor i in range(5000): a = list[a]\ndel a"],
  ])("of %s die without using up the stack", (_name, source) => {
    const result = run(`${source}\nprint('gone')\n`, { audit: true });
    expect(result.stdout).toBe("gone\n");
    expect(result.leaks).toEqual([]);
  });
});
