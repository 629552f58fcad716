# The events of instructions, and who may jump from them
import sys


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


tracing(plain, ("opcode", 2), 3, opcodes=True)
tracing(plain, ("line", 2), 4, opcodes=True)
