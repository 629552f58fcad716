# What is heard of a generator that is closed, lines after a trace function was set, braces after a backslash, names of annotation scopes.
import sys
import warnings


def count():
    for i in range(2):
        yield i


def guarded():
    try:
        yield 1
    finally:
        pass


def first():
    next(count())


def first_guarded():
    next(guarded())


events = []
def hear(frame, event, value):
    events.append((event, frame.f_code.co_name))
for call in (first, first_guarded):
    events.clear()
    sys.setprofile(hear)
    call()
    sys.setprofile(None)
    print(events)


def line(frame, event, value):
    events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return line
def start():
    sys.settrace(line)
    sys._getframe(1).f_trace = line
def two():
    start()
    return 1
events.clear()
two()
sys.settrace(None)
print(events)

if sys.version_info >= (3, 11):
    for notes in (123, ("x",)):
        group = ExceptionGroup("eg", [ValueError(1), TypeError(2)])
        group.__notes__ = notes
        print([getattr(part, "__notes__", None) for part in group.split(TypeError)])

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    for source in (r"f'\{6*7}'", r"f'a\}}b'", r"f'\N'", r"rf'\{1}'", r"f'\\{1}'", r"f'\\\{1}'", r"f'{1}\{2}\x41'", r"'\d'", r"b'\d'"):
        try:
            print(source, repr(eval(source)))
        except SyntaxError as error:
            print(source, error.msg)
    print([str(one.message)[:40] for one in told])

if sys.version_info >= (3, 12):
    exec('''
from typing import Generic
class X:
    T = int
    def foo[U: T](self): ...
    type Alias = T
X.T = float
print(X.foo.__type_params__[0].__bound__, X.Alias.__value__)
print(X.__type_params__, object.__type_params__)
try:
    class Twice[T](Generic[T]): ...
except TypeError as e: print(e)
''')
    for source in ("class C[T]:\n type A = lambda: T", "class C:\n type A[T] = [T for _ in (1,)]", "class C:\n def m[U](x: (T for _ in (1,))): pass", "class C:\n class I[U](f([T for _ in (1,)])): pass", "class C[T]:\n class I(f([T for _ in (1,)])): pass"):
        try:
            compile(source, "", "exec")
            print("ok")
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
