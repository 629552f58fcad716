# What a SyntaxError of the symbol table or the compiler is made of, and features of `__future__`.
import __future__

SOURCES = [
    "def f(a, a): pass", "def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "nonlocal x", "def f():\n nonlocal x", "def f(a): global a", "def f(a): nonlocal a", "def f():\n global x; nonlocal x", "x: int\nglobal x",
    "[(yield 1) for x in y]", "((yield) for x in y)", "await x", "def f(): await x", "async for x in y: pass", "def f():\n async for x in y: pass", "def f():\n async with x: pass", "def f(): return [x async for x in y]",
    "__debug__ = 1", "del __debug__", "for __debug__ in x: pass", "def f():\n from x import *", "class C:\n from x import *", "return", "break", "continue", "yield", "class C: return", "x = 1\nfrom __future__ import division",
    "[x := 1 for x in y]", "[y for x in (y := 1)]", "class C: [x := 1 for z in y]", "[i for i in x if (j := 0) for j in y]", "*x = 1", "*a, *b = c", "try: x\nexcept: y\nexcept E: z", "async def f():\n yield 1\n return 2",
    "from __future__ import nope", "from __future__ import braces", "'doc'\nfrom __future__ import division, nope", "match x:\n case (a, a): pass", "(1 +\\\n", "x = [\\\n\\",
]
for source in SOURCES:
    try:
        compile(source, "file", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), error.args, (error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text), error)

# What code compiles has its features.
space = {}
code = compile("""
from __future__ import annotations
exec("def f(x: int): pass")
print(f.__annotations__)
def inside():
    exec("def f(x: int): pass", globals())
    code = compile("def g(x: int): pass", "file", "exec")
    exec(code, globals())
    alone = compile("def h(x: int): pass", "file", "exec", dont_inherit=True)
    exec(alone, globals())
    return f.__annotations__, g.__annotations__, h.__annotations__, code.co_flags & 0x1000000, alone.co_flags & 0x1000000
print(inside())
print(eval("lambda x: 1").__code__.co_flags & 0x1000000)
class C:
    exec("def f(x: int): pass")
    print(f.__annotations__)
""", "file", "exec")
exec(code, space)
exec("def f(x: int): pass", space)
print(space["f"].__annotations__)
flagged = compile("def f(x: int): pass", "file", "exec", flags=__future__.annotations.compiler_flag)
exec(flagged, space)
print(space["f"].__annotations__)


class Locals:
    def __getitem__(self, key):
        if key == "a":
            return 12
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.set = key, value

    def keys(self):
        return ["z", "y", "x"]


for source in ("z = a", "z = dir()", "z = len(dir())", "z = b"):
    own = Locals()
    try:
        exec(source, {}, own)
        print(source, own.set)
    except NameError as error:
        print(source, error)
print(eval("dir()", {}, Locals()))

# Annotations that stay text keep their small u.
exec("from __future__ import annotations\ndef f(a: u'x', b: U'y', c: u'a' 'b', d: {u'k': [u'v']}) -> u'some': pass\n", space)
print(space["f"].__annotations__)
