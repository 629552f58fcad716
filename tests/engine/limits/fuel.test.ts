import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";

const SMALL = 64;
const LARGE = 4_096;

/** Steps of the last line alone, on values of a size. */
function cost(setup: string, operation: string, size: number): number {
  const start = `N = ${size}\n${setup}\n`;
  let before = known.get(start);
  if (before === undefined) known.set(start, (before = stepsOf(start)));
  return stepsOf(`${start}${operation}\n`) - before;
}

const known = new Map<string, number>();

function stepsOf(source: string): number {
  const result = run(source, { limits: { steps: 1e9 } });
  expect(result.status, `${source}\n${JSON.stringify(result)}`).toBe("done");
  return result.steps;
}

const kinds: readonly (readonly [setup: string, operations: readonly string[]])[] = [
  ["x = [1] * N; y = [1] * N", [
    "sum(x)", "sorted(x)", "min(x)", "max(x)", "all(x)", "2 in x", "x.index(2) if 2 in x else 0", "x.count(1)", "x.reverse()", "x == y", "x < y", "x[1:]", "x[::-1]", "x[1:2] = y",
    "x[::2] = y[::2]", "del x[::2]", "x.copy()", "list(x)", "tuple(x)", "set(x)", "x.insert(0, 1)", "x.pop(0)", "x.remove(1)", "del x[0]", "x.extend(y)", "x += y", "x *= 2", "x + y", "x * 2",
    "repr(x)", "f'{x}'", "x.sort()", "list(map(bool, x))", "list(zip(x, y))", "list(enumerate(x))", "list(reversed(x))", "a, *b = x", "(lambda *a: 0)(*x)", "dict.fromkeys(x)", "print(*x, end='', file=None)",
  ]],
  ["x = (1,) * N; y = (1,) * N", ["hash(x)", "x == y", "x < y", "x.count(2)", "2 in x", "x[1:]", "x + y", "x * 2", "repr(x)", "set(x)"]],
  ["x = {i: i for i in range(N)}; y = dict(x)", [
    "x == y", "x.copy()", "dict(x)", "x.update(y)", "x | y", "{**x}", "list(x.items())", "-1 in x.values()", "x.keys() & y.keys()", "x.keys() == y.keys()", "set(x)", "repr(x)", "list(reversed(x))", "sorted(x)",
  ]],
  ["x = set(range(N)); y = set(x)", ["x == y", "x <= y", "x & y", "x | y", "x - y", "x ^ y", "x -= y", "x &= y", "x ^= y", "x.update(y)", "x.copy()", "list(x)", "repr(x)", "hash(frozenset(x))", "x.isdisjoint(y - x) or x.isdisjoint(y)"]],
  ["x = 'a' * N; y = 'a' * (N - 1) + 'b'", [
    "x.count('b')", "x.find('b')", "x.rfind('b')", "x.rfind('b' * 40)", "'b' in x", "x.replace('a', 'b')", "x.replace('b', 'c')", "x.split('b')", "x.split()", "x.partition('b')", "x.rpartition('b')", "x.splitlines()", "x.upper()",
    "x.casefold()", "x.title()", "x.capitalize()", "x.swapcase()", "x.isalpha()", "x.isidentifier()", "x.isupper()", "x.islower()", "x.istitle()", "x.isprintable()", "x.strip()", "x.strip('a')", "x.lstrip('a')", "x.center(N + 9)",
    "x.zfill(N + 9)", "x.expandtabs()", "x.translate({97: 'b'})", "x.encode()", "x.encode('utf-16')", "x.startswith(y)", "x.endswith(y)", "x.removeprefix(y)", "x + y", "x * 2", "x[::-1]", "x[1:]", "list(x)", "sorted(x)", "hash(x)",
    "x == y", "x < y", "repr(x)", "ascii(x)", "f'{x}{y}'", "f'{x:>10}'", "'%s-' % x", "'{}-'.format(x)", "x % ()", "x.format()", "'-'.join([x, y])", "x.join(['b', 'c'])", "{x: 1}[y] if x == y else 0", "int('1' + '0' * min(N, 4000))",
  ]],
  ["x = '\\U0001f600' * N; y = x[1:] + 'b'", ["x == y", "x < y", "x[1:]", "x.find('b')", "x.encode()", "x.upper()", "x.isalpha()", "repr(x)"]],
  ["x = b'a' * N; y = b'a' * (N - 1) + b'b'", [
    "x.count(b'b')", "x.find(b'b')", "98 in x", "x.replace(b'a', b'b')", "x.split(b'b')", "x.upper()", "x.decode()", "x.hex()", "bytes.fromhex('aa' * N)", "x == y", "x < y", "hash(x)", "x[::-1]", "list(x)", "x + y", "repr(x)", "x.strip(b'a')",
    "x.translate(bytes(256))", "bytearray(x)", "b'-'.join([x, y])", "x.isalpha()", "x.splitlines()", "x.partition(b'b')", "x.title()", "x.startswith(y)", "x.expandtabs()", "memoryview(x).tolist()", "int.from_bytes(x, 'big')",
  ]],
  ["x = 1 << (32 * N); y = x + 1", [
    "x + y", "x * y", "x // 3", "x % 3", "divmod(x, 3)", "x / y", "x & y", "x | y", "x ^ y", "x << 1", "-x", "~x", "x == y", "x < y", "hash(x)", "hex(x)", "bin(x)", "f'{x:x}'", "x.bit_length()", "x.bit_count()",
    "x.to_bytes(8 * N, 'big')", "pow(3, x, 1000007)", "x ** 2", "round(x, -5)", "int('1' * N, 2)", "int('f' * N, 16)", "int('z' * min(N, 4000), 36)", "__import__('math').isqrt(x)", "__import__('math').gcd(x, y)",
  ]],
  ["from collections import deque, Counter, OrderedDict; x = deque([1] * N); y = deque(x)", [
    "x.count(2)", "2 in x", "x.rotate(N // 2)", "x.reverse()", "x.copy()", "x.insert(N // 2, 0)", "del x[N // 2]", "x.remove(1)", "x == y", "x.extend(y)", "x.extendleft(y)", "x + y", "x * 2", "repr(x)", "Counter(x)", "OrderedDict.fromkeys(range(N)).move_to_end(0, False)",
  ]],
  ["import itertools; x = [0] * N", [
    "list(itertools.chain(x, x))", "list(itertools.accumulate(x))", "next(itertools.islice(x, N - 1, N))", "next(filter(None, x), 0)", "next(itertools.dropwhile(lambda v: v == 0, x), 0)", "next(itertools.compress(x, x), 0)",
    "list(itertools.groupby(x))", "itertools.product(x)", "itertools.combinations(x, 2)", "next(itertools.combinations(x, N // 2))", "list(itertools.pairwise(x))", "list(itertools.zip_longest(x, x))",
  ]],
  ["import heapq, bisect, copy, gc, functools, random; x = list(range(N))", [
    "heapq.heapify(x)", "heapq.nlargest(5, x)", "bisect.insort(x, 0)", "copy.copy(x)", "functools.reduce(max, x)", "random.shuffle(x)", "random.getrandbits(32 * N)", "gc.get_objects(); gc.get_referrers(x)",
  ]],
  ["x = [[] for i in range(N)]; import gc", ["gc.collect()", "gc.get_objects()", "gc.get_referrers(x)"]],
  ["x = 'a=1\\n' * (N // 8)", ["exec(x)", "compile(x, 'f', 'exec')"]],
];

/** A step for so many items, characters, bytes or digits at least. */
const ITEMS_PER_STEP = 512;

describe("work inside built-in functions is counted", () => {
  for (const [setup, operations] of kinds) {
    it.each(operations)(`after ${setup}: %s`, (operation) => {
      const growth = cost(setup, operation, LARGE) - cost(setup, operation, SMALL);
      const least = operation.includes("min(N, 4000)") ? 8 : (LARGE - SMALL) / ITEMS_PER_STEP;
      expect(growth).toBeGreaterThanOrEqual(least);
    });
  }
});

describe("a step costs about the same however it is spent", () => {
  it("on the ends of a deque, and on the newest of an ordered dict", () => {
    const ends = "from collections import deque\nd = deque(range(N))\nfor i in range(100):\n    d.appendleft(i); d.append(i); d.pop(); d.popleft()";
    const newest = "from collections import OrderedDict\nd = OrderedDict.fromkeys(range(N))\nfor i in range(100): d.move_to_end(i)";
    for (const [setup, loop] of [ends, newest].map((text) => [text.slice(0, text.indexOf("\nfor")), text.slice(text.indexOf("\nfor") + 1)])) {
      expect(cost(setup, loop, LARGE)).toBeLessThan(cost(setup, loop, 200) * 3);
    }
  });
});
