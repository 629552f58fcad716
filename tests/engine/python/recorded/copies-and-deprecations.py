# Copies by registered functions, of code and weak references; deprecated classes; timed code that fails.
import copy
import copyreg
import sys
import timeit
import warnings
import weakref


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Needy:
    def __new__(cls, part):
        made = object.__new__(cls)
        made.part = part
        return made


needy = Needy([1])
attempt(lambda: copy.copy(needy))
copyreg.pickle(Needy, lambda needy: (Needy, (needy.part,)), Needy)
shallow, deep = copy.copy(needy), copy.deepcopy(needy)
print(shallow.part is needy.part, deep.part is needy.part, deep.part)


class Setting:
    def __init__(self, rest):
        self.rest = rest

    def __reduce__(self):
        return (Setting, (0,), {"a": 1}, *self.rest)


for rest in ((), (None,), (None, None), (None, None, None), (None, None, lambda *args: None)):
    attempt(lambda: vars(copy.copy(Setting(rest))))
    attempt(lambda: vars(copy.deepcopy(Setting(rest))))


def function():
    pass


reference = weakref.ref(needy)
for value in (function.__code__, reference, function, len, NotImplemented, int, range(3)):
    print(copy.copy(value) is value, copy.deepcopy(value) is value)
print([*map(lambda pair: pair is reference, copy.deepcopy([reference]))])

if hasattr(warnings, "deprecated"):
    warnings.simplefilter("always")
    warnings.showwarning = lambda message, category, filename, line, file=None, text=None: print("warned:", category.__name__, message)

    @warnings.deprecated("old class")
    class Old:
        pass

    @warnings.deprecated("old with init")
    class Init:
        def __init__(self, x):
            self.x = x

        def __init_subclass__(cls, **kwargs):
            print("subclass", cls.__name__, kwargs)

    @warnings.deprecated("quiet", category=None)
    class Quiet:
        pass

    Old(), Init(5), Quiet()
    attempt(lambda: Old(1))
    attempt(lambda: Init())

    class Derived(Old):
        pass

    class Further(Init, option=1):
        pass

    Derived(), Further(2)
    print(Old.__deprecated__, Derived.__deprecated__, Quiet.__deprecated__, Old.__new__.__name__)

    @warnings.deprecated("old function", category=PendingDeprecationWarning)
    def f(x):
        return x * 2

    print(f(4), f.__deprecated__, f.__wrapped__.__deprecated__)
    attempt(lambda: warnings.deprecated("no")(5))
    attempt(lambda: warnings.deprecated(5))

print(repr(timeit.reindent("a\nb\n  c", 3)))
timer = timeit.Timer("1 / 0", "x = 1")
try:
    timer.timeit(1)
except ZeroDivisionError:
    import io

    written = io.StringIO()
    timer.print_exc(written)
    print([line for line in written.getvalue().splitlines() if "1 / 0" in line or "Error" in line])
