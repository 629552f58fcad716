import { describe, expect, it } from "vitest";
import { openSession, run } from "../../../lib/engine/index.ts";
import { conformanceCases } from "../../conformance/cases.ts";

const seen = (source: string): boolean | undefined => run(source, { version: "3.14" }).seedSeen;

describe("a run says whether the program could see what the seed decides", () => {
  it.each([
    ["an address", "print(id([]) > 0)"],
    ["a repr with one", "print(repr(object())[:7])"],
    ["the hash of a text", "print(hash('a') == 1)"],
    ["the hash of a text, by its method", "print('a'.__hash__() == 1)"],
    ["the order of a set of texts", "print(list({'a', 'b'})[0])"],
    ["what a set gives first", "{'a', 'b'}.pop()"],
    ["the order in which a set's items die", "class A:\n    def __del__(self):\n        print(self.n)\ns = {A(), A()}\nfor n, a in enumerate(s):\n    a.n = n\ndel a, s"],
    ["the order in which what a set's items hold dies", "class A:\n    def __init__(self, n):\n        self.n = n\n    def __del__(self):\n        print(self.n)\nclass B:\n    def __init__(self, n):\n        self.a = A(n)\ns = {B(1), B(2)}\ndel s"],
    ["the order in which weak references hear of a set's items", "import weakref\nclass A: pass\na, b = A(), A()\nrefs = [weakref.ref(one, lambda r, n=n: print(n)) for n, one in enumerate((a, b))]\ns = {a, b}\ndel a, b\ns.clear()"],
    ["the order in which finalizers hear of them", "import weakref\nclass A: pass\na, b = A(), A()\nfor n, one in enumerate((a, b)):\n    weakref.finalize(one, print, n)\ns = {a, b}\ndel a, b, one\ns.clear()"],
    ["chance", "import random\nrandom.random()"],
    ["an address in another process", "import os\nif os.fork() == 0:\n    print(id([]) > 0)\n    os._exit(0)\nos.wait()"],
    ["an address in a process of its own", "import multiprocessing\nif __name__ == '__main__':\n    one = multiprocessing.get_context('spawn').Process(target=id, args=(1,))\n    one.start()\n    one.join()"],
    ["what refers to what, in a set", "import gc\nprint(len(gc.get_referents({'a', 'b'})))"],
    ["a pickler's memo", "import io, pickle\np = pickle.Pickler(io.BytesIO())\np.dump([])\nprint(len(p.memo))"],
  ])("%s", (_, source) => {
    expect(seen(source)).toBe(true);
  });

  it.each([
    ["texts as keys of a dict", "d = {'a': 1, 'b': 2}\nprint(d, 'a' in d)"],
    ["membership in a set of texts", "print('a' in {'a', 'b'})"],
    ["the order of integers in a set", "print({1, 2, 3})"],
    ["floats in sets", "print(1.5 in {1.5})"],
    ["another process that sees none of it", "import os\nif os.fork() == 0:\n    os._exit(0)\nos.wait()"],
    ["chance of the program's own", "import random\nprint(random.Random(3).random())"],
    ["pickling and writing as JSON", "import json, pickle\nprint(pickle.loads(pickle.dumps([1, (2,)])), json.dumps([{'a': 1}]))"],
    ["what modules do when they are imported", "import asyncio, copy, dataclasses, functools, importlib.util, inspect, multiprocessing, pprint, threading, typing"],
    ["abstract classes", "from abc import ABC, abstractmethod\nclass A(ABC):\n    @abstractmethod\n    def f(self): ...\n    @abstractmethod\n    def g(self): ...\nclass B(A):\n    def f(self): ...\ntry:\n    B()\nexcept TypeError as e:\n    print(e)"],
    ["the collector at work on a set", "import gc\ns = set()\na, b = (1, 'a'), (2, 'b')\ns.update((a, b))\ngc.collect()"],
    ["pools of threads and their end", "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(2) as pool:\n    print(list(pool.map(abs, [-1, -2])))"],
    ["what a loop gives to a thread", "import asyncio\nprint(asyncio.run(asyncio.to_thread(abs, -1)))"],
    ["processes and their end", "import multiprocessing\nfork = multiprocessing.get_context('fork')\nones = [fork.Process(target=abs, args=(1,)) for _ in range(3)]\nfor one in ones: one.start()\nfor one in ones: one.join()"],
    ["weak collections whose members die with a set", "import weakref\nclass A: pass\nweak = weakref.WeakSet()\nkeys = weakref.WeakKeyDictionary()\ns = set()\nfor n in range(3):\n    a = A()\n    weak.add(a)\n    keys[a] = n\n    s.add(a)\ndel a\ns.clear()\nprint(len(weak), len(keys))"],
    ["classes, exceptions, closures", "class A:\n    x = 1\ntry:\n    A().y\nexcept AttributeError as e:\n    print(e)"],
  ])("and not for %s", (_, source) => {
    expect(seen(source)).toBe(false);
  });

  it("in a session too, where asking from outside for an identity is no look at an address", () => {
    const session = openSession({ version: "3.14" });
    session.feed("a = []");
    session.inspect("a");
    expect(session.seedSeen?.()).toBe(false);
    session.feed("id(a)");
    expect(session.seedSeen?.()).toBe(true);
    session.close();
  });

  it("and where it could not, every seed gives the same run, step by step", () => {
    const shown = (source: string, mode: "script" | "repl", seed: number) => {
      const { stdout, stderr, steps, status, seedSeen } = run(source, { version: "3.13", mode, seed });
      return { result: { stdout, stderr, steps, status }, seedSeen };
    };
    const blind = conformanceCases().filter((_, index) => index % 40 === 0).flatMap(({ name, source, mode }) => {
      const first = shown(source, mode, 0);
      return first.seedSeen === false ? [{ name, first, other: shown(source, mode, 4_711) }] : [];
    });
    expect(blind.length).toBeGreaterThan(3);
    for (const { name, first, other } of blind) expect([name, other.result]).toEqual([name, first.result]);
  });
});
