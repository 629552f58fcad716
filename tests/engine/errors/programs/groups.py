import io, re, sys


def show(exception):
    """What the hook prints, without the lines of source and the marks under them."""
    sys.stderr = io.StringIO()
    sys.excepthook(type(exception), exception, exception.__traceback__)
    for line in sys.stderr.getvalue().split("\n"):
        if not re.match(r"( *\| )?    ([^ |+]| *[~^])", line):
            print(line)
    sys.stderr = sys.__stderr__


def raised(exception, cause=None):
    try:
        if cause:
            raise exception from cause
        raise exception
    except BaseException as e:
        return e


noted = ValueError("v")
noted.add_note("note a\nline b")
noted.add_note("last")
show(noted)
show(raised(noted))
noted.__notes__.append(3)
show(noted)

inner = ExceptionGroup("sub", [raised(ValueError("v")), raised(TypeError("t"), KeyError("k")), LookupError(2)])
inner.add_note("of the group")
show(inner)
show(raised(ExceptionGroup("top", [inner, raised(ZeroDivisionError("z"))])))
show(raised(ExceptionGroup("top", [inner]), raised(LookupError("first"))))
show(ExceptionGroup("many", [ValueError(i) for i in range(18)]))
show(ExceptionGroup("sixteen", [ValueError(i) for i in range(16)]))
deep = ValueError("deepest")
for level in range(12):
    deep = ExceptionGroup(f"level {level}", [deep, KeyError(level)])
show(deep)
show(raised(BaseExceptionGroup("base", [KeyboardInterrupt(), SystemExit(3)])))

try:
    try:
        raise ValueError("one")
    except ValueError:
        raise TypeError("two")
except TypeError as e:
    show(e)
try:
    try:
        raise ValueError("one")
    except ValueError:
        raise TypeError("two") from None
except TypeError as e:
    show(e)
