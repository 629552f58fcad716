"""Which operations give back the object that they were given, and the texts of some wrong calls."""
import gc
import inspect
import weakref


def show(*texts):
    for text in texts:
        try:
            print(eval(text, globals()))
        except Exception as e:
            print(f"{type(e).__name__}: {e}")


def run(text):
    try:
        exec(text, globals())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


b = b"ab"
show("bytes(1) is bytes(1), bytes([97]) is bytes([97])")
show("b'' + b is b, b.strip() is b, b.replace(b'z', b'') is b, b.lower() is b, b.translate(None) is b, b.zfill(1) is b")
show("b.center(1) is b, b.ljust(1) is b, b.removeprefix(b'q') is b, b.partition(b'q')[0] is b, b.split(b'q')[0] is b, b''.join([b]) is b")
s = "ab"
show("'%s' % s is s, '{}'.format(s) is s, '%s' % (s,) is s, format(s, 's') is s, f'{s!s}' is s, f'{s:s}' is s, '%s%s' % (s, '') is s")

show("gc.set_threshold()", "gc.set_threshold(1, 2, 3, 4)", "gc.get_objects('a')", "gc.get_objects(3)", "len(gc.get_objects(-1)) > 9")
show("sorted()", "sorted(1, 2)", "sorted([2, 1], foo=1)", "sorted([1, 2], reverse=True)", "inspect.signature(sorted)")


class A:
    pass


class Named:
    __slots__ = {"x": "doc of x"}


a = A()
p = weakref.proxy(a)
print(repr(p).replace(hex(id(p)), "P").replace(hex(id(a)), "A"))
r = weakref.ref(gc)
print(repr(r).replace(hex(id(r)), "R").replace(hex(id(gc)), "M"))
show("inspect.getdoc(Named.x)")


def f():
    x = 1
    return lambda: x


show("exec(f().__code__)", "eval(f().__code__)", "exec(f().__code__, closure=(1, 2))", "exec((lambda: 0).__code__, closure=(1, 2))")
show("exec('1', {}, 5)", "eval('1', {}, 5)", "eval()", "eval('s', globals={'s': 1})", "exec('1', {}, locals={})")
run("f.__annotations__ = 5")
run("del f.__dict__")
run("class B: pass")
run("exec('class B: pass', {'__builtins__': {}})")
run("__build_class__(5, 'a')")
run("__build_class__(f, 5)")
e = ValueError()
run("e.__suppress_context__ = 5")
run("del e.__suppress_context__")


class Strange(Exception):
    def __new__(cls):
        return 5


run("raise Strange")


class X(A):
    pass


class Y(A):
    pass


run("X.__bases__ = (Y,); print([c.__name__ for c in X.__mro__])")
run("Y.__bases__ = (X,)")
run("A.__bases__ = (int,)")
run("class Bad(A, A): pass")
print([c.__name__ for c in A.__subclasses__()], [c.__name__ for c in Y.__subclasses__()])


def g():
    yield 1
    yield 2


it = g()
next(it)
show("it.gi_frame.clear()", "next(it)")
it = g()
show("it.gi_frame.clear()", "next(it, 'over')")

import __future__

print(__future__.annotations.getOptionalRelease(), __future__.division, __future__.CO_FUTURE_ANNOTATIONS)
