# Ints, exact and beyond what the host counts exactly, bools and floats at operators between loads, stores and jumps.
import sys
def arithmetic(a, b):
    out = []
    for f in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a % b, lambda: a // b, lambda: a & b, lambda: a | b, lambda: a ^ b):
        try:
            out.append(f())
        except ZeroDivisionError:
            out.append("zero")
    return out
def local(a, b):
    try:
        x = a % b
        y = a // b
        return x, y, a + b, a - 1, a * 3, a & 7, 5 - a, a < b, a <= 3, a == b, a != 0, a > b, a >= b
    except ZeroDivisionError as error:
        return type(error).__name__, error.__traceback__.tb_lineno - local.__code__.co_firstlineno
values = [0, 1, -1, 7, -7, 255, 256, 257, 2**31 - 1, -2**31, 2**31, 2**53 - 1, 2**53, -2**53, 2**60, True, False, 1.5]
for a in values:
    for b in (0, 3, -3, 2**53 - 1, -2**53, True, 2.5):
        print(a, b, local(a, b) if isinstance(a, int) and isinstance(b, int) else (a + b, a - b, a < b, a == b))
for a in values[:-1]:
    print(a, arithmetic(a, 7), arithmetic(a, 0), arithmetic(a, -2**31))
def unbound(flag):
    if flag:
        x = 1
    try:
        y = x + 1
        return y
    except UnboundLocalError as error:
        return type(error).__name__
print(unbound(True), unbound(False))
class Loud:
    def __init__(self, log): self.log = log
    def __del__(self): self.log.append("gone")
def replaced():
    log = []
    x = Loud(log)
    x = len(log) + 1
    for x in range(3):
        y = Loud(log)
        y = x + 1000
        log.append(y)
    return log, x
print(replaced())
def identities():
    x = 100000
    a = id(x)
    x += 1
    b = id(x)
    x += 1
    c = id(x)
    return a == b, b == c, a == c
print(identities())
def traced():
    n = 0
    i = 0
    while i < 3:
        if i % 2 == 0:
            n += 1
        i += 1
    for i in range(2):
        n = n + i
    return n
lines = []
def tracer(frame, event, arg):
    if frame.f_code is traced.__code__:
        lines.append((event, frame.f_lineno - traced.__code__.co_firstlineno))
    return tracer
sys.settrace(tracer)
traced()
sys.settrace(None)
print(lines)
def chain():
    try:
        try:
            raise ValueError("a")
        except ValueError as error:
            raise KeyError("b") from error
    except KeyError as error:
        return repr(error), repr(error.__cause__), repr(error.__context__)
print(chain())
def again():
    try:
        try:
            raise ValueError("a")
        finally:
            n = 1
            n += 1
    except ValueError as error:
        t = error.__traceback__
        seen = []
        while t:
            seen.append(t.tb_lineno - again.__code__.co_firstlineno)
            t = t.tb_next
        return seen
print(again())
def lists():
    a = [10, 20, 30]
    a[1] = a[0] + a[2]
    b = a[-1], a[True], a[1]
    for i in range(5):
        try:
            a[i] = a[i] + 1
        except IndexError as error:
            b += (str(error),)
    class L(list):
        def __getitem__(self, i): return ("own", i)
        def __setitem__(self, i, v): self.append(v)
    c = L([1, 2])
    c[0] = 5
    return a, b, c[0], len(c), [x for x in c], next(iter((4,)))
print(lists())
