# What `optimize` of compile() leaves out.
import dis
import warnings

warnings.simplefilter("ignore")
SOURCE = '''
"""about the module"""
def f(x):
    """about f"""
    assert x, "no x"
    return __debug__
def only_doc():
    """nothing else"""
def only_assert():
    assert 0
class C:
    """about C"""
    count: int
    def method(self):
        "about method"
        assert (seen := 1)
        return 5
class D:
    "nothing else"
async def asked():
    "a generator all the same"
    assert (yield)
def always():
    assert (1, 2)
    if __debug__:
        return "checked"
    else:
        return "unchecked"
lam = lambda: __debug__
'''


def show(code, depth):
    pad = "  " * depth
    plain = [c for c in code.co_consts if not hasattr(c, "co_code")]
    print(pad, code.co_name, plain, code.co_varnames, hex(code.co_flags), sorted({line for _, _, line in code.co_lines() if line}))
    for instruction in dis.get_instructions(code):
        if "ASSERT" in instruction.opname or instruction.opname in ("NOP", "RAISE_VARARGS", "SETUP_ANNOTATIONS"):
            print(pad, "-", instruction.opname)
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            show(constant, depth + 1)


for level in (-1, 0, 1, 2):
    print("level", level)
    code = compile(SOURCE, "file", "exec", optimize=level)
    show(code, 1)
    space = {}
    exec(code, space)
    print([space.get("__doc__")] + [space[name].__doc__ for name in ("f", "only_doc", "C", "D", "asked")], space["C"].method.__doc__)
    print(space["always"](), space["lam"](), space["C"]().method())
    try:
        print(space["f"](0), space["only_assert"]())
    except AssertionError as error:
        print("AssertionError", error)

for level in (0, 1, 2):
    for source, mode in [
        ("'alone'", "exec"), ("'alone'", "single"), ("__debug__", "eval"), ("'doc'\nx: int\n", "exec"),
        ("from __future__ import annotations\ndef f(x: __debug__): pass\n", "exec"),
        ("'''doc'''\nfrom __future__ import annotations\nx: __debug__\n", "exec"),
    ]:
        show(compile(source, "file", mode, optimize=level), 0)

warnings.simplefilter("error")
for level in (0, 2):
    try:
        compile("def f():\n    assert (x, 'always')\n", "file", "exec", optimize=level)
    except SyntaxError as error:
        print(level, error)
for call in ("optimize=3", "optimize=-2", "optimize='a'", "optimize=2"):
    try:
        eval(f"compile('__debug__ = 1', 'file', 'exec', {call})")
    except Exception as error:
        print(call, type(error).__name__, error)
