# Code objects made from their fields: what the constructor refuses, and that what it makes is the same code and runs
import asyncio
import sys
import types

FIELDS = (
    "co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_flags co_code co_consts co_names co_varnames co_filename co_name "
    "co_qualname co_firstlineno co_linetable co_exceptiontable co_freevars co_cellvars"
).split()
Code = types.CodeType
if not hasattr(Code, "co_qualname"):
    FIELDS = [name for name in FIELDS if name not in ("co_qualname", "co_exceptiontable")]


def fields(code, **changes):
    return [changes.get(name, getattr(code, name)) for name in FIELDS]


def show(name, call):
    try:
        print(name, call())
    except SystemError as error:
        print(name, "SystemError")
    except Exception as error:
        print(name, type(error).__name__, error)


def plain(a, b=2, /, *args, c, **keywords):
    x = a + b
    return x, args, c, keywords


for count in 0, 1, 13, 14, 16, 18, 19:
    show(count, lambda: Code(*range(count)))
show("keywords", lambda: Code(a=1))
code = plain.__code__
for name in "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize":
    show(name, lambda: Code(*fields(code, **{name: -1})))
wrong = {
    "co_argcount": "x", "co_code": "x", "co_consts": [], "co_names": [], "co_varnames": ["a"], "co_filename": 1, "co_name": b"x",
    "co_firstlineno": "x", "co_linetable": "x", "co_freevars": [], "co_cellvars": 1, "co_flags": None,
}
for name, value in wrong.items():
    show(name, lambda: Code(*fields(code, **{name: value})))
show("names", lambda: Code(*fields(code, co_names=(1,))))
show("varnames", lambda: Code(*fields(code, co_varnames=("a",))))
show("argcount", lambda: Code(*fields(code, co_argcount=20)))


def closing(a):
    b = [a]

    def inner(c=a):
        nonlocal a
        a += 1
        return a, b, c

    return inner(), inner(5), a


def loops(n):
    found = []
    for i in range(n):
        while i > 2:
            i -= 2
            if i == 3:
                break
        else:
            found.append(i)
    return found, [x * y for x in range(n) for y in range(x) if x != y], {x: x for x in found}


def handling(value):
    try:
        with types.SimpleNamespace(__enter__=None) if value == 0 else open_nothing() as manager:
            return 1 / value
    except (ZeroDivisionError, AttributeError, TypeError) as error:
        return type(error).__name__
    finally:
        value = None


class open_nothing:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def generating(n):
    received = yield from range(n)
    try:
        received = yield "first"
    except ValueError:
        received = "thrown"
    return received


async def waiting(n):
    async def value():
        await asyncio.sleep(0)
        return n

    return [await value(), [x async for x in many(n)]]


def driven(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def many(n):
    for i in range(n):
        yield i


def formatting(value, *, width=5):
    """Has a docstring."""
    match value:
        case {"a": a, **rest}:
            return f"{a!r:>{width}}", rest
        case [first, *_]:
            return -first, not first, first if first else None
        case str() as text:
            del value
            return text[1:], text[:-1]
    assert value is not None, "never"
    return lambda: value


def rebuilt(function):
    code = Code(*fields(function.__code__))
    made = types.FunctionType(code, globals(), function.__name__, function.__defaults__, function.__closure__)
    made.__kwdefaults__ = function.__kwdefaults__
    old = function.__code__
    same = [name for name in FIELDS if getattr(code, name) != getattr(old, name)]
    print(function.__name__, code == old, same, list(code.co_lines()) == list(old.co_lines()), made.__doc__ == function.__doc__, hasattr(code, "co_positions") and list(code.co_positions()) == list(old.co_positions()))
    return made


show("plain", lambda: rebuilt(plain)(1, 2, 3, c=4, d=5))
show("closing", lambda: rebuilt(closing)(1))
show("loops", lambda: rebuilt(loops)(6))
show("handling", lambda: (rebuilt(handling)(0), handling(2), handling("x")))
show("generating", lambda: list(rebuilt(generating)(3)))
show("waiting", lambda: driven(rebuilt(waiting)(3)))
for value in {"a": 1, "b": 2}, [3, 4], "text":
    show("formatting", lambda: rebuilt(formatting)(value))


def first(a, b):
    return a + b


def second(a, b):
    return a * b - a


first.__code__ = first.__code__.replace(co_code=second.__code__.co_code, co_linetable=second.__code__.co_linetable, co_stacksize=second.__code__.co_stacksize)
show("other code", lambda: first(3, 4))
show("other name", lambda: types.FunctionType(Code(*fields(code, co_name="renamed", co_firstlineno=100)), {}, None, (2,)).__code__.co_name)


def failing(a):
    return a.missing


moved = types.FunctionType(Code(*fields(failing.__code__, co_firstlineno=500)), globals())
try:
    moved(1)
except AttributeError as error:
    print(error.__traceback__.tb_next.tb_lineno - 500)
events = []
sys.addaudithook(lambda event, args: events.append((event, args)) if event == "code.__new__" and listening else None)
listening = True
plain.__code__.replace(co_name="other", co_firstlineno=10)
Code(*fields(code))
plain.__code__.replace(co_cellvars=())
listening = False
for event, args in events:
    print(event, type(args[0]).__name__, args[2:])
