# Setting f_lineno: who may, when, and what is refused
import sys


def show(call):
    try:
        call()
        print("fine")
    except Exception as error:
        print(type(error).__name__, error)
    finally:
        sys.settrace(None)


def outside():
    sys._getframe().f_lineno = 1


def traced_outside():
    frame = sys._getframe()
    frame.f_lineno = frame.f_lineno + 1


def settraced():
    sys.settrace(lambda *a: None)
    frame = sys._getframe()
    frame.f_trace = lambda *a: None
    frame.f_lineno = frame.f_lineno + 1


show(outside)
show(settraced)


def suspended():
    def gen():
        yield 1
        yield 2
    g = gen()
    g.gi_frame.f_lineno = 2


show(suspended)


def started():
    def gen():
        yield 1
        yield 2
    g = gen()
    next(g)
    g.gi_frame.f_lineno = 2


show(started)


def ended():
    def f():
        return sys._getframe()
    f().f_lineno = 2


show(ended)


def deleting():
    del sys._getframe().f_lineno


show(deleting)


def values():
    frame = sys._getframe()
    for value in "1", 1.0, True, None, 10 ** 30, 2 ** 31, -2 ** 31 - 1, 2 ** 31 - 1:
        try:
            frame.f_lineno = value
        except Exception as error:
            print(value, type(error).__name__, error)


values()


def tracing(function, wanted, target, opcodes=False, counts=False):
    first = function.__code__.co_firstlineno
    seen = []

    def trace(frame, what, arg):
        if frame.f_code is not function.__code__:
            return None
        if opcodes:
            frame.f_trace_opcodes = True
        seen.append((what, frame.f_lineno - first))
        if not counts and seen.count(wanted) == 1 and seen[-1] == wanted:
            try:
                frame.f_lineno = target if isinstance(target, str) else first + target
                seen.append("jumped")
            except Exception as error:
                seen.append(f"{type(error).__name__}: {error}")
        return trace

    sys.settrace(trace)
    try:
        result = function()
        if hasattr(result, "send"):
            result = list(result)
    except Exception as error:
        result = error
    sys.settrace(None)
    print(function.__name__, wanted, target, repr(result), *seen if not opcodes else seen[:8])


def plain():
    a = 1
    b = 2
    c = 3
    return (a, b, c)


tracing(plain, ("line", 2), 3)
tracing(plain, ("line", 3), 1)
tracing(plain, ("line", 1), 4)
tracing(plain, ("line", 4), 4)
tracing(plain, ("line", 2), 2)
tracing(plain, ("line", 2), "x")


def loop():
    for i in range(3):
        a = i
    return a


tracing(loop, ("line", 2), 3)
tracing(loop, ("line", 2), 1)
tracing(loop, ("line", 1), 3)
tracing(loop, ("line", 3), 1)
tracing(loop, ("line", 3), 2)


def generator():
    x = 1
    yield x
    x = 2
    yield x
    x = 3


tracing(generator, ("call", 0), 3)
tracing(generator, ("call", 2), 4)
tracing(generator, ("line", 3), 5)
tracing(generator, ("line", 3), 1)
tracing(generator, ("line", 4), 2)


def failing():
    try:
        raise ValueError("no")
    except ValueError:
        a = 1
        b = 2
    return 5


tracing(failing, ("exception", 2), 6)
tracing(failing, ("line", 3), 6)
tracing(failing, ("line", 4), 5)
tracing(failing, ("line", 5), 4)
tracing(failing, ("line", 6), 1)


def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        a = sys.exc_info()[0]
        b = 2
    return sys.exc_info()[0]


tracing(handled, ("line", 6), 1)


def leaving():
    sys._getframe().f_trace_opcodes
    return 5


def caller():
    leaving()
    return 6


tracing(leaving, ("return", 2), 1)
