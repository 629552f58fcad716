# Consoles in a program: what they read, run and show
import code
import codeop
import contextlib
import io
import sys

sys.excepthook = sys.__excepthook__
lines = iter(["x = 1", "x + 1", "def f(a):", "    return a / 0", "", "f(2)", "a b", "if x:", "    print('yes')", "else:", "    print('no')", "", "'''a", "b'''", "import sys", "undefined", "  2", "class A:", "    def g(self):", "        raise ValueError('no')", "", "A().g()", "(1,", "2)", "raise KeyError('k') from ValueError('v')", "x = 'a", "_", "[i for i in range(3)]", "print('a', file=sys.stderr)"])


def read(prompt):
    print("prompt", repr(prompt))
    try:
        return next(lines)
    except StopIteration:
        raise EOFError


err = io.StringIO()
with contextlib.redirect_stderr(err):
    code.interact(banner="hello", readfunc=read, local={"__name__": "here"}, exitmsg="bye")
print(err.getvalue())
c = code.InteractiveConsole({"y": 5})
with contextlib.redirect_stderr(err := io.StringIO()):
    print(c.push("y"), c.push("if y:"), c.push("  y = 6"), c.push(""), c.locals["y"], c.buffer)
    try:
        c.push("raise SystemExit(3)")
    except SystemExit as error:
        print("exit", error.code)
    print(c.runsource("1/0"), c.runsource("a b"), c.runsource("if 1:"))
print(err.getvalue())
print(type(sys.last_value).__name__, sys.last_type.__name__, hasattr(sys, "last_exc"))


class W(code.InteractiveInterpreter):
    def write(self, data):
        print("W", data.splitlines()[-1])


w = W()
print(w.locals)
w.runsource("1/0")
w.runsource("x =")
w.runcode(compile("zz = 3\nprint(zz)", "<s>", "exec"))
print(w.locals["zz"])


def hook(*args):
    print("hook", args[0].__name__)


sys.excepthook = hook
w.runsource("1/0")
w.runsource("x =")
sys.excepthook = sys.__excepthook__
cc = codeop.CommandCompiler()
k = cc("from __future__ import annotations")
ns = {}
exec(k, ns)
exec(cc("def f(a: undefined_name): pass\n"), ns)
print(ns["f"].__annotations__)


def banner():
    with contextlib.redirect_stderr(err := io.StringIO()):
        code.InteractiveConsole().interact()
    return err.getvalue()


def nothing(self, prompt=""):
    raise EOFError


code.InteractiveConsole.raw_input = nothing
t = banner().splitlines()
print(t[0].startswith("Python " + sys.version.split()[0]), t[1:])
print(code.__all__, codeop.__all__)


def interrupted(prompt, n=[0]):
    n[0] += 1
    if n[0] == 1:
        return "if 1:"
    raise KeyboardInterrupt if n[0] == 2 else EOFError


with contextlib.redirect_stderr(err := io.StringIO()):
    code.interact("", interrupted, {}, "")
print(repr(err.getvalue()))
