# Every jump from each line event to each line, in several functions
import sys
import warnings


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return True


def straight(out):
    out.append(1)
    out.append(2)
    out.append(3)


def looping(out):
    for i in 1, 2:
        out.append(i)
    out.append("after")
    while len(out) < 5:
        out.append("more")
    return out


def trying(out):
    try:
        out.append("try")
    except ValueError:
        out.append("except")
    else:
        out.append("else")
    finally:
        out.append("finally")
    out.append("end")


def raising(out):
    try:
        out.append("try")
        1 / 0
    except ZeroDivisionError as error:
        out.append("except")
    out.append("end")


def managing(out):
    out.append("before")
    with Manager() as m:
        out.append("in")
        1 / 0
    out.append("after")


def branches(out):
    if len(out) == 0:
        out.append(1)
    elif len(out) > 5:
        out.append(2)
    else:
        out.append(3)
    out.append(4)


def try_it(function, event, source, target):
    first = function.__code__.co_firstlineno
    done = []

    def trace(frame, what, arg):
        if frame.f_code is not function.__code__:
            return None
        if not done and what == event and frame.f_lineno - first == source:
            done.append(1)
            frame.f_lineno = first + target
        return trace

    out = []
    sys.settrace(trace)
    try:
        function(out)
    except Exception as error:
        sys.settrace(None)
        out.append(f"{type(error).__name__}: {error}".replace(str(first + target), "N"))
    sys.settrace(None)
    print(function.__name__, event, source, target, out if done else "no event")


warnings.simplefilter("ignore")
for function in straight, looping, trying, raising, managing, branches:
    last = max(line for _, _, line in function.__code__.co_lines() if line) - function.__code__.co_firstlineno
    for source in range(1, last + 1):
        if function is raising and source in (3, 4, 5):
            continue
        for target in range(-1, last + 3):
            if source != target and not (function is looping and target < source):
                try_it(function, "line", source, target)
    for event in "call", "return", "exception":
        for source in range(last + 1):
            try_it(function, event, source, 2)
