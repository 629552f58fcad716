# What sys.setprofile is told of: calls and returns of Python functions, and of built-in ones.
import sys

seen = []
kept = []


def profile(frame, event, arg):
    name = arg.__name__ if event.startswith("c_") else frame.f_code.co_name
    seen.append((event, name, frame.f_lineno - frame.f_code.co_firstlineno, type(arg).__name__))


def told(function, *args):
    seen.clear()
    sys.setprofile(profile)
    try:
        function(*args)
    except Exception as e:
        sys.setprofile(None)
        print(type(e).__name__, e)
    sys.setprofile(None)
    print(function.__name__)
    for each in seen:
        print("  ", *each)


def calls():
    len([1])
    values = sorted([2, 1], key=abs)
    values.append(max(values))
    "a".upper().join(["b"])
    return str(1), int("2"), dict(a=1), isinstance(values, list)


def spread():
    print(*[], **{"end": ""})
    return max(*[1, 2]), divmod(*(7, 2))


def fails():
    try:
        [].pop()
    except IndexError:
        pass
    return [].index(1)


def through(x):
    return list(map(helper, [x])), sorted([2, x], key=lambda v: -v)


def helper(x):
    return hash(x)


def generates():
    yield from range(1)
    yield len("ab")


def loops():
    for value in generates():
        repr(value)
    kept.append(generates())
    return next(kept[0])


class Thing:
    def __init__(self):
        self.size = len("abc")

    def __len__(self):
        return abs(-self.size)

    @property
    def shown(self):
        return repr(self.size)


def things():
    thing = Thing()
    return len(thing), thing.shown, getattr(thing, "shown")


def handler():
    try:
        raise ValueError
    except ValueError:
        return 1


told(calls)
told(spread)
told(fails)
told(through, 1)
told(loops)
told(things)
told(handler)


def broken(frame, event, arg):
    raise RuntimeError(event)


sys.setprofile(broken)
try:
    len("a")
except RuntimeError as e:
    print("raised", e, sys.getprofile())


def traced(frame, event, arg):
    if event == "line" and frame.f_lineno == frame.f_code.co_firstlineno + 2:
        raise KeyError(event)
    return traced


def guarded():
    try:
        return 1
    except KeyError as e:
        return e.args


sys.settrace(traced)
try:
    print(guarded())
except KeyError as e:
    print("out", e)
print(sys.gettrace())
