import contextlib, io, warnings, contextvars, sys
@contextlib.contextmanager
def cm(x):
    print("in", x)
    try: yield x * 2
    except ValueError as e: print("caught", e)
    finally: print("out")
with cm(2) as v: print(v)
with cm(3): raise ValueError("bad")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print(repr(e))
with contextlib.suppress(ZeroDivisionError): 1/0
buf = io.StringIO()
with contextlib.redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
with contextlib.ExitStack() as st:
    a = st.enter_context(cm(1)); st.callback(print, "cb", 1)
class Cl:
    def close(self): print("closed")
with contextlib.closing(Cl()), contextlib.nullcontext(5) as n: print(n)
@cm(7)
def deco(): print("body")
deco(); deco()
@contextlib.contextmanager
def none():
    if 0: yield
@contextlib.contextmanager
def two(): yield 1; yield 2
for c in (none, two):
    try:
        with c(): pass
    except RuntimeError as e: print(e)
try:
    with contextlib.ExitStack() as s:
        s.enter_context(3)
except TypeError as e: print(e)
try:
    with contextlib.ExitStack() as s:
        s.callback(lambda: 1/0); raise KeyError(1)
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
s = io.StringIO("a\nb\nc"); print(s.readline(), list(s), s.read(), s.seek(0), s.read(2), s.tell(), s.write("X"), s.getvalue())
b = io.BytesIO(); b.write(b"abc"); b.seek(5); b.write(b"z"); print(b.getvalue(), b.seek(-2, 2), b.read())
try: s.write(3)
except TypeError as e: print(e)
s.close()
try: s.read()
except ValueError as e: print(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("hey"); warnings.warn("dep", DeprecationWarning)
    print(len(w), w[0].message, w[1].category, w[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("x")
    except UserWarning as e: print("err", e)
v = contextvars.ContextVar("v", default=1); t = v.set(2); print(v.get(), t.old_value is contextvars.Token.MISSING, t.var is v)
ctx = contextvars.copy_context(); ctx.run(v.set, 9); print(v.get(), ctx[v]); v.reset(t); print(v.get(), len(ctx))
try: v.reset(t)
except RuntimeError as e: print("used")
try: contextvars.ContextVar("q").get()
except LookupError as e: print(type(e))
