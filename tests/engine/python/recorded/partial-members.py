# Members of partial objects, and how they bind as attributes of a class
import functools
import warnings


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


halves = functools.partial(int, base=2)
for name in "func", "args", "keywords", "other":
    show(f"del {name}", lambda: delattr(halves, name))
    show(f"set {name}", lambda: setattr(halves, name, 1))
    print(name, getattr(halves, name), hasattr(functools.partial, name))
print(type(functools.partial.func).__name__, functools.partial.args)
print(halves.__dict__)
show("dict", lambda: setattr(halves, "__dict__", {"a": 1}))
show("no dict", lambda: setattr(halves, "__dict__", 1))
print(halves.__dict__, halves("101"))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")

    class Holder:
        bound = functools.partial(lambda *args: len(args), "given")
        kept = staticmethod(functools.partial(lambda *args: len(args), "given"))
        method = functools.partialmethod(functools.partial(lambda *args: [type(arg).__name__ for arg in args], 1), 2.5)

    holder = Holder()
    print(type(holder.bound).__name__, holder.bound(), holder.kept(), type(Holder.bound).__name__, Holder.bound())
    show("method", lambda: holder.method("more"))
    for warning in seen:
        print(warning.message, warning.category.__name__, warning.lineno)
show("get", lambda: functools.partial.__get__)


class Named(functools.partial):
    """A class of the program may have more."""
    _func = "its own"


named = Named(max, 3)
show("named", lambda: (named(1), named.func, named._func, named.args))
show("named", lambda: setattr(named, "func", min))
