import fc from "fast-check";

/** Random small programs, as text. They use every kind of statement and of parameter, end by themselves, and print what they do. */

const NAMES = ["a", "b", "c", "d"] as const;
const name = fc.constantFrom(...NAMES);

const atom = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 3, arbitrary: fc.integer({ min: -6, max: 300 }).map((n) => (n < 0 ? `(${n})` : String(n))) },
  fc.constantFrom("None", "True", "False", "''", "'xy'", "'word'", "1.5", "0.0", "2**70", "10**20", "()", "[]", "{}", "b'ab'", "...", "range(4)", "frozenset({1, 2})", "int", "len", "K", "K()", "S(1)", "P"),
);

const OPERATORS = ["+", "-", "*", "//", "%", "&", "|", "^", "<<", "/", "==", "!=", "<", ">=", "is", "is not", "in", "not in", "and", "or"] as const;
const FUNCTIONS = ["len", "list", "tuple", "set", "dict", "str", "repr", "sorted", "sum", "min", "max", "abs", "bool", "int", "hash", "iter", "reversed", "enumerate", "callable", "type", "id(type", "gen", "gather", "K", "S", "echo", "spread"] as const;
const METHODS = ["append(1)", "pop()", "clear()", "copy()", "keys()", "items()", "upper()", "split('x')", "join(['p', 'q'])", "count(1)", "index(1)", "get(1, 2)", "update({1: 2})", "add(3)", "extend([1, 2])", "sort()", "insert(0, 5)", "setdefault(7, [])", "popitem()", "remove(1)", "bit_length()", "method(1)", "value", "made", "x", "__class__", "__dict__"] as const;
const UNARY = ["not ", "-", "~", "+"] as const;

interface Levels {
  readonly expression: string;
}

/** Expressions up to a depth. */
const { expression } = fc.letrec<Levels>((tie) => {
  const inner = tie("expression");
  return {
    expression: fc.oneof(
      { maxDepth: 3, depthIdentifier: "expression" },
      { weight: 6, arbitrary: atom },
      { weight: 4, arbitrary: fc.tuple(inner, fc.constantFrom(...OPERATORS), inner).map(([l, op, r]) => `(${l} ${op} ${r})`) },
      { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...FUNCTIONS), inner).map(([f, x]) => `${f}(${x})${f.includes("(") ? ")" : ""}`) },
      { weight: 2, arbitrary: fc.tuple(inner, fc.constantFrom(...METHODS)).map(([x, m]) => `(${x}).${m}`) },
      fc.tuple(fc.constantFrom(...UNARY), inner).map(([op, x]) => `(${op}${x})`),
      fc.array(inner, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
      fc.tuple(inner, inner).map(([x, y]) => `(${x}, *[${y}])`),
      fc.tuple(inner, inner).map(([k, v]) => `{${k}: ${v}, 'k': 1, **{}}`),
      fc.tuple(inner, inner).map(([x, y]) => `{${x}, ${y}}`),
      fc.tuple(inner, inner).map(([x, i]) => `${x}[${i}]`),
      fc.tuple(inner, inner).map(([x, i]) => `${x}[${i}:]`),
      fc.tuple(inner, inner, inner).map(([x, test, y]) => `(${x} if ${test} else ${y})`),
      fc.tuple(inner, inner).map(([x, over]) => `[(${x}, i) for i in ${over} if i]`),
      fc.tuple(inner, inner).map(([x, over]) => `{i: ${x} for i in ${over}}`),
      fc.tuple(inner, inner).map(([x, over]) => `list(${x} for i in ${over} for j in [i])`),
      fc.tuple(inner, inner).map(([x, y]) => `(lambda p, q=${x}: [p, q, ${y}])(${y})`),
      fc.tuple(name, name).map(([x, y]) => `f"<{${x}!r:>5}{${y}}>"`),
      fc.tuple(inner, inner, inner).map(([x, y, z]) => `kinds(${x}, ${y}, *[${z}], only=${x}, **{'more': ${z}})`),
      fc.tuple(inner, inner).map(([x, y]) => `(${x} < ${y} <= 5)`),
    ),
  };
});

const lines = (...parts: readonly (string | readonly string[])[]): string[] => parts.flat();
const indent = (block: readonly string[]): string[] => block.map((line) => `    ${line}`);

const target = fc.oneof(
  { weight: 5, arbitrary: name },
  fc.constantFrom("a, b", "a, *b", "(a, (b, c))", "a[0]", "b['k']", "c.x", "d[1:2]", "k.x", "k.slot"),
);

interface Blocks {
  statement: string[];
  block: string[];
}

const simple: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(target, expression).map(([t, x]) => [`${t} = ${x}`]) },
  { weight: 2, arbitrary: expression.map((x) => [`print(show(${x}))`]) },
  { weight: 2, arbitrary: fc.tuple(name, fc.constantFrom("+", "-", "*", "|", "&", "//"), expression).map(([n, op, x]) => [`${n} ${op}= ${x}`]) },
  expression.map((x) => [x]),
  fc.tuple(name, expression).map(([n, x]) => [`show((${n} := ${x}), 2, ${n})`]),
  fc.constantFrom("del a", "del b[0]", "del c.x", "del a, b", "del d[:]", "del k.slot").map((text) => [text]),
  fc.tuple(name, expression).map(([n, x]) => [`${n} = b = ${x}`]),
  fc.constantFrom("import gc", "gc.collect()", "a = weakref.ref(K())", "b = weakref.proxy(k)", "k = K(); k.me = k", "k = S(2)", "a = b = c = d = None", "assert a", "pass", "k.x = k", "a = iter(b)", "b = next(a)", "c = next(gen(3), None)").map((text) => [text]),
  expression.map((x) => [`raise ValueError(${x})`]),
);

const { statement } = fc.letrec<Blocks>((tie) => {
  const block = tie("block") as fc.Arbitrary<string[]>;
  const header = (text: string, body: readonly string[]): string[] => lines(text, indent(body));
  return {
    block: fc.array(tie("statement") as fc.Arbitrary<string[]>, { minLength: 1, maxLength: 3 }).map((parts) => parts.flat()),
    statement: fc.oneof(
      { maxDepth: 3, depthIdentifier: "statement" },
      { weight: 8, arbitrary: simple },
      fc.tuple(expression, block, block).map(([x, yes, no]) => lines(header(`if ${x}:`, yes), header("else:", no))),
      fc.tuple(target, expression, block, fc.constantFrom("break", "continue", "pass"), block).map(([t, x, body, leave, other]) => lines(header(`for ${t} in limited(${x}):`, lines(body, header("if tick():", [leave]))), header("else:", other))),
      fc.tuple(expression, block).map(([x, body]) => header(`while tick() and ${x}:`, body)),
      fc.tuple(block, fc.constantFrom("Exception", "(TypeError, ValueError)", "KeyError", "LookupError"), block, block).map(([body, type, handler, last]) =>
        lines(header("try:", body), header(`except ${type} as e:`, lines("print(told(e))", handler)), header("else:", ["print('else')"]), header("finally:", last))),
      fc.tuple(block, block).map(([body, last]) => lines(header("try:", body), header("finally:", last))),
      fc.tuple(fc.boolean(), block).map(([quiet, body]) => header(`with Manager(${quiet ? "True" : "False"}) as a:`, body)),
      fc.tuple(block, expression).map(([body, x]) => lines(header("def f(p, /, q=2, *r, s=3, **t):", lines("nonlocal_ = [p]", "def inner():", "    nonlocal nonlocal_, p", "    p = nonlocal_", "    return q", "a = b = c = d = k = inner()", body, `return ${x}`)), "print(show(f(1, s=a)))", "f(*b, **c)")),
      fc.tuple(block, expression).map(([body, x]) => lines(header("def g():", lines("a = b = c = d = k = 1", header("try:", lines("yield 1", body, "c = yield a", `yield from limited(${x})`)), header("finally:", ["print('end')"]))), "print(show(limited(g())))", "h = g(); next(h); h.send(None)", "h.close()")),
      fc.tuple(block, expression).map(([body, x]) => lines(header("class C(K):", lines("a = b = c = d = k = 0", body, header("def method(self, n):", [`return super().method(n) + ${x}`]))), "k = C(); print(show(k.method(1)))")),
      fc.tuple(expression, block, block).map(([x, one, two]) => lines(`match ${x}:`, indent(lines(header("case [p, *q] | {'k': p, **q}:", one), header("case int() | str() if tick():", two), header("case _:", ["pass"]))))),
    ),
  };
});

/** What the programs share: helpers that keep them short, and classes with hooks. */
const PREAMBLE = `import gc, weakref
ticks = 0
def tick():
    global ticks
    ticks += 1
    return ticks % 4
def limited(x):
    return [v for v, _ in zip(x, range(4))]
def show(x, depth=2, *rest):
    if isinstance(x, (list, tuple, set, frozenset)): return type(x).__name__ + str([show(v, depth - 1) for v in limited(x)] if depth else '')
    if isinstance(x, dict): return [(show(k, 0), show(v, depth - 1)) for k, v in limited(x.items())] if depth else 'dict'
    return repr(x)[:60] if isinstance(x, (int, str, float, bytes, bool, type(None), range)) else type(x).__name__
def told(e):
    return type(e).__name__
class K:
    made = 0
    def __init__(self, value=0): self.value = value; K.made += 1
    def __del__(self): K.made -= 1
    def method(self, n): return n + 1
    @property
    def x(self): return self.__dict__.get('_x', 0)
    @x.setter
    def x(self, v): self._x = v
    def __eq__(self, other): return type(other) is K and other.value == self.value
    def __hash__(self): return 3
    def __getitem__(self, i): return [1, 2, 3][i]
    def __add__(self, other): return [self, other]
class S:
    __slots__ = ('slot', '__weakref__')
    def __init__(self, slot): self.slot = slot
    def __iter__(self):
        yield self.slot
        yield self
    def __lt__(self, other): return id(self) < id(other)
    def __bool__(self): return self.slot != 1
class P(K):
    def __call__(self, *args): return args
    def __getattr__(self, n): return n if n != 'slot' else super().slot
class Manager:
    def __init__(self, quiet): self.quiet = quiet
    def __enter__(self): return self
    def __exit__(self, *info): return self.quiet
def gen(n):
    got = yield n
    try: yield from (got, n)
    finally: yield 'last'
def gather(*args): return args
def spread(x): return gather(*limited(x))
def echo(x): return (lambda: x)()
def kinds(a, /, b, *c, only, d=4, **e): return [a, b, c, only, d, e]
a, b, c, d, k = 1, [1, 2, 3], {'k': 1}, [4, 5], K()
`;

/** A program: each of its statements is tried, and its exception told. */
export const program = fc.array(statement, { minLength: 1, maxLength: 6 }).map((statements) => {
  const body = statements.flatMap((one) => lines("try:", indent(one), "except Exception as e: print(told(e), str(e)[:70])"));
  return `${PREAMBLE}${body.join("\n")}\nprint(ticks, [show(x) for x in list(globals().get(n) for n in 'abcd')])\n`;
});
