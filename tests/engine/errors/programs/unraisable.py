import sys, gc, weakref, io, re
sys.stderr = io.StringIO()
def show():
    """What stands on stderr, without the lines of source and the marks under them."""
    for line in re.sub("0x[0-9a-f]+", "0x", sys.stderr.getvalue()).split("\n"):
        if not re.match(r"(  \| )?    ([^ |+]| *[~^])", line): print(line)
    sys.stderr = io.StringIO()
class A:
    def __del__(self): raise ValueError("in del")
a = A(); del a; show()
class B: pass
b = B(); r = weakref.ref(b, lambda r: 1/0); del b; show()
def g():
    try: yield
    finally: raise KeyError("close")
x = g(); next(x); del x; show()
class C:
    def __del__(self): pritn
C(); show()
def hook(u): print("HOOK", u.exc_type, u.exc_value, u.err_msg if u.err_msg is None else re.sub("0x[0-9a-f]+", "0x", u.err_msg), type(u.object), type(u).__name__, type(u).__module__, u.exc_traceback is not None, len(u))
sys.unraisablehook = hook
A(); 
x = g(); next(x); del x
b = B(); r = weakref.ref(b, lambda r: 1/0); del b
sys.unraisablehook = sys.__unraisablehook__
class D:
    def __del__(self):
        e = ExceptionGroup("g", [ValueError(1)]) if sys.version_info > (3, 11) else ValueError("g")
        if hasattr(e, "add_note"): e.add_note("note")
        raise e from KeyError("cause")
D(); show()
class E:
    def __del__(self): raise BadStr()
class BadStr(Exception):
    __module__ = "builtins"
    def __str__(self): raise ValueError
E(); show()
class F:
    def __del__(self): eval("1 +")
F(); show()
gc.callbacks.append(lambda p, i: 1/0); gc.collect(); gc.callbacks.clear(); show()
def bad(u): raise TypeError("hook fails")
sys.unraisablehook = bad
A(); show()
sys.unraisablehook = None
A(); show()
del sys.unraisablehook
A(); show()
sys.unraisablehook = sys.__unraisablehook__
