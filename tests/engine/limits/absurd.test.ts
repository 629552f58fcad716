import { describe, expect, it } from "vitest";
import { run } from "../../../lib/engine/index.ts";
import { HOST } from "./stopped.ts";

/** Small programs that ask for a lot. Whether CPython would raise or go on for ever: here there is an end, and it is one of the engine's own. */
const programs: readonly string[] = [
  "pow(3**100000, -1, 7**90000)", "pow(3, 10**300000, 7**30000)", "(3**1000000) / (7**900000)", "round((1 << 3999999), -1000000)", "round(1, -10**9)", "round(1.5, -10**9)",
  "import sys\nsys.set_int_max_str_digits(2**31-1)\nlen(str(10**5000))", "import sys\nsys.set_int_max_str_digits(0)\nint('7' * 1000000)", "import sys\nsys.set_int_max_str_digits(0)\nint('z' * 200000, 36)", "int('f' * 20000000, 16)",
  "int.from_bytes(b'a' * 20000000, 'big')", "(1).to_bytes(10**9, 'big')", "(1).to_bytes(10**13, 'big')", "f'{1 << 3999999:_b}'", "f'{1.5:.1000000000f}'", "f'{1.5:.4000000f}'", "'%.4000000e' % 1.5", "'%.2000000000f' % 1.5", "'%1000000000d' % 1",
  "f'{1:099999999}'", "f'{1:0=9999999,}'", "float('1' * 5000000 + 'x')", "complex('1' * 2000000 + 'x')", "(' ' * 3000000 + 'x' + ' ' * 3000000 + 'y').strip()", "(b' ' * 300000 + b'x' + b' ' * 300000 + b'y').split()",
  "('\\u03a3' * 300000).title()", "('a' * 3000000).find('b' + 'a' * 1500000)", "('ab' * 1500000).rfind('ab' * 700000 + 'c')", "(b'a' * 300000).find(b'b' + b'a' * 150000)", "(b'a' * 300000).find(b'a' * 150000 + b'b')",
  "'a'.center(10**9)", "('\\t' * 1000).expandtabs(10**9)", "x = [0]\nx *= 10**9", "b'a' * 10**10", "('ab' * 1000000).replace('', 'x' * 1000)", "''.join(['a' * 1000000] * 1000)", "'%s' * 1000 % (('a' * 1000000,) * 1000)", "('{0}' * 1000).format('a' * 1000000)",
  "('a' * 1000).translate({97: 'b' * 10**6})", "('a' * 60000000).istitle()", "('\\U0001f600' * 12000000)[5]", "range(10**30)[10**29]", "list(zip(*[range(10)] * 1000000))", "import itertools\nnext(itertools.combinations(range(10), 10**9), 0)",
  "import itertools\nnext(itertools.product(range(10), repeat=10**9), 0)", "import itertools\nitertools.tee([1], 10**8)", "import math\nmath.factorial(10**9)", "import math\nmath.comb(10**9, 5 * 10**8)", "import math\nmath.isqrt(1 << 3999999)",
  "import math\nmath.gcd(3**1000000, 7**900000)", "import math\nmath.lcm(*range(1, 100000))", "import math\nmath.prod(range(1, 10**9))", "import collections\ncollections.deque(range(10**9), 5)", "import random\nrandom.getrandbits(10**9)",
  "x = [1] * 200000\nx *= 2\nprint(len(x))", "f = lambda *a: len(a)\nprint(f(*[0] * 200000))", "print(max(*[0] * 200000))", "compile('x' * 70000, '', 'exec')", "eval('[' * 5000 + ']' * 5000)", "exec('x = ' + '1 +' * 20000 + '1')",
  "type('C', tuple(type('B%d' % i, (), {}) for i in range(2000)), {})", "a = []\nfor i in range(100000): a = [a]\ndel a", "while True: x = (x, x) if 'x' in dir() else ()", "x = [1]\nfor i in x: x.append(i)", "l = []\nwhile True: l.append((i for i in l))",
  "x = set(range(200000))\nfor i in range(199999): x.discard(i)\nwhile True: list(x)", "d = dict.fromkeys(range(100000))\nwhile d: del d[next(iter(d))]", "while True: eval('1+1')", "class C:\n    while True: pass", "bytes.fromhex('aa' * 10**7)",
  "import copy\na = []\nfor i in range(50000): a = [a]\ncopy.deepcopy(a)", "import time\ntime.sleep(10**9)\nprint('awake')", "import time\ntime.sleep(10**30)", "try:\n    while True: pass\nexcept BaseException: print('caught')\nfinally: print('finally')",
  "import re\nre.match('(a+)+$', 'a' * 40 + 'b')", "import re\nre.search('(x+x+)+y', 'x' * 30)",
];

/** As the server runs programs of others. */
const SERVER = { steps: 2_000_000, memory: 32 * 1024 * 1024, output: 16_384 };

describe("E17 E25 E53 what asks for too much", () => {
  it.each(programs)("comes to an end: %j", (source) => {
    const result = run(source, { limits: SERVER });
    const said = result.status === "stopped" ? result.message : result.status === "raised" ? result.error.lastLine : "";
    expect(`${said}${result.stderr}`).not.toMatch(HOST);
    expect(said).not.toContain("nests deeper");
    expect(result.stdout).not.toContain("caught");
    expect(result.stdout).not.toContain("finally");
  });
});
