# What constructors of built-in types do with keywords and surplus arguments that a subclass is given.
def outcome(make):
    try:
        made = make()
    except TypeError as error:
        return f"TypeError: {error}"
    return type(made).__name__


CASES = [(set, ([1],)), (frozenset, ([1],)), (list, ([1],)), (tuple, ([1],)), (float, (1,)),
         (filter, (None, [1])), (map, (str, [1])), (reversed, ([1],)), (zip, ([1],)), (Exception, (1,)), (OSError, (1, "text"))]

for base, args in CASES:
    class Plain(base):
        pass

    class OwnInit(base):
        def __init__(self, *args, extra=None):
            self.extra = extra

    class OwnNew(base):
        def __new__(cls, *args, extra=None):
            return base.__new__(cls, *args)

    for cls in (base, Plain, OwnInit, OwnNew):
        print(base.__name__, cls.__name__, "named:", outcome(lambda: cls(*args, extra=3)))
        print(base.__name__, cls.__name__, "many:", outcome(lambda: cls(*args, [1], [2], [3], [4], [5])))
        print(base.__name__, cls.__name__, "none:", outcome(lambda: cls()))


# Who reads the arguments of an OSError: __new__, or __init__ where only that is the class's own.
class Coded(OSError):
    def __init__(self, code, path):
        super().__init__(code, "text", path)


class Silent(OSError):
    def __init__(self, code, **names):
        self.names = names


class Both(OSError):
    def __new__(cls, *args, extra=None):
        return super().__new__(cls, 1, "new")

    def __init__(self, *args, extra=None):
        super().__init__(2, "init")


again = OSError(999, "a", "f")
again.__init__(3, "b")
for error in (Coded(2, "f"), Silent(2, x=1), Both(5, "x", extra=1), OSError(1, 2, 3, 4, 5, 6), again):
    print(type(error).__name__, error.args, error.errno, error.strerror, error.filename, str(error))
