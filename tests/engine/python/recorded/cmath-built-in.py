# The functions of cmath are built in: their types, their errors, and what becomes of them in a class.
import cmath
import math


def show(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


for name in ("sqrt", "log", "polar", "rect", "isclose"):
    function = getattr(cmath, name)
    show(name, lambda: (type(function).__name__, function.__name__, function.__module__))
    show(name, lambda: function())
    show(name, lambda: function("a"))
    show(name, lambda: function(1, 2, 3, 4))
    show(name, lambda: function(strange=1))


class Holder:
    close = cmath.isclose


show("in a class", lambda: Holder().close(1, 1))
show("tolerance", lambda: cmath.isclose(1, 2, rel_tol=-1))
show("named", lambda: cmath.isclose(a=1, b=2, abs_tol=1))
show("log", lambda: cmath.log(0))

show("import", lambda: ImportError(nam="a"))
show("name", lambda: NameError(zzz="a"))
if hasattr(math, "sumprod"):
    show("sumprod", lambda: math.sumprod([10**400], [1.5]))
    show("sumprod", lambda: math.sumprod([10, 10**400], [1, 1.0]))
    show("sumprod", lambda: math.sumprod([10**400], [2]) == 2 * 10**400)
