# Signatures of what is built in, where sources would be, and weak references to classes
import functools
import inspect
import sys
import types
import weakref


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


def function():
    pass


class Class:
    def method(self):
        pass


class Elsewhere:
    __module__ = "nowhere"


for callable in (
    print, len, sorted, sum, int, dict, range, type, isinstance, getattr, iter, next, max, zip, map, enumerate, bytes, str, list, tuple, set, pow, round,
    eval, exec, compile, id, hash, abs, all, any, ascii, bin, callable, chr, delattr, dir, divmod, format, globals, hex, locals, min, oct, ord, repr,
    reversed, setattr, slice, vars, __import__, object, float, complex, bool, bytearray, memoryview, property, classmethod, staticmethod, super, filter,
    frozenset, breakpoint, functools.partial(function), Class, Class().method,
):
    show(getattr(callable, "__name__", "partial"), lambda: inspect.signature(callable))
values = {
    "len": len, "int": int, "1": 1, "sys": sys, "builtins": sys.modules["builtins"], "generator": (x for x in []), "Elsewhere": Elsewhere,
    "partial": functools.partial(function), "list.append": list.append, "None": None, "instance": Class(), "module": types.ModuleType("new"), "type": type,
}
for name, value in values.items():
    for look in inspect.getfile, inspect.getsourcefile, inspect.getsource, inspect.getsourcelines, inspect.findsource, inspect.getcomments:
        show(f"{look.__name__} of {name}", lambda: look(value))


class Base:
    pass


class Derived(Base):
    pass


print(weakref.getweakrefcount(Base), len(weakref.getweakrefs(Base)), weakref.getweakrefcount(Derived), weakref.getweakrefcount(Base()))
reference = weakref.ref(Base)
print(weakref.getweakrefcount(Base), weakref.getweakrefs(Base) == [reference], weakref.getweakrefs(Base)[0] is reference)
called = weakref.ref(Base, print)
print(weakref.getweakrefcount(Base), len(weakref.getweakrefs(Base)))
del reference
print(weakref.getweakrefcount(Base), len(weakref.getweakrefs(Base)))
