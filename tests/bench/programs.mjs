// What the benchmark runs: small programs that every engine can run, each ending with a line that shows it did the work.
const inFunction = (body) => `def main():\n${body.split("\n").map((line) => `    ${line}`).join("\n")}\nmain()\n`;

/** By the name that the table shows. */
export const PROGRAMS = {
  recursion: "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nprint(fib(20))\n",
  "loop, adding": inFunction("x = 0\nfor i in range(100000):\n    x += i % 7\nprint(x)"),
  "loop, while": inFunction("n = 0\ni = 0\nwhile i < 100000:\n    if i % 3 == 0:\n        n += 1\n    i += 1\nprint(n)"),
  "loop, nested": inFunction("n = 0\nfor i in range(300):\n    for j in range(300):\n        n += i ^ j\nprint(n)"),
  lists: inFunction("a = []\nfor i in range(30000):\n    a.append(i)\ns = 0\nfor x in a:\n    s += x\nb = [y * 2 for y in a]\nfor i in range(len(b)):\n    b[i] = b[i] + 1\nprint(s, sum(b))"),
  dicts: inFunction("d = {}\nfor i in range(40000):\n    d[i % 100] = d.get(i % 100, 0) + 1\nprint(len(d), d[7])"),
  "objects and methods": `class C:\n    def __init__(self, x):\n        self.x = x\n        self.n = 0\n    def inc(self):\n        self.n += self.x\n${inFunction("t = 0\nfor k in range(500):\n    c = C(k)\n    for i in range(40):\n        c.inc()\n    t += c.n\nprint(t)")}`,
  closures: `def adder(n):\n    def add(x):\n        return x + n\n    return add\n${inFunction("t = 0\nfor k in range(300):\n    f = adder(k)\n    for i in range(60):\n        t = f(t) % 1000\nprint(t)")}`,
  exceptions: inFunction('t = 0\nfor i in range(5000):\n    try:\n        if i % 2:\n            raise ValueError("odd")\n        t += 1\n    except ValueError:\n        t += 2\nprint(t)'),
};

/** Of these the table gives the geometric mean. */
export const LOOPS = ["loop, adding", "loop, while", "loop, nested"];

/** From the start of the process to this program's answer is the cold start. */
export const FIRST = "print(6 * 7)\n";
