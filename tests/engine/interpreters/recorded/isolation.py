# Interpreters of one process: what each has for itself, and what all share.
import os
import sys
import threading
from concurrent import interpreters

main = interpreters.get_main()
print(main, main.id, main.whence, main.is_running(), interpreters.get_current() is main)
one, two = interpreters.create(), interpreters.create()
print(one, two, one.whence, one.is_running(), interpreters.list_all())
print(one == one, one == two, one is interpreters.Interpreter(one.id), hash(two))

# Modules, globals, built-in names: of each alone.
one.exec("import json, builtins\njson.mark = 1\nbuiltins.mark = 2\nx = 10")
two.exec("import json, builtins\nprint(hasattr(json, 'mark'), hasattr(builtins, 'mark'), 'x' in globals())")
one.exec("print(json.mark, mark, x, __name__)")
import json
print(hasattr(json, "mark"), "x" in globals())
sys.modules["only_here"] = sys
one.exec("import sys\nprint('only_here' in sys.modules)")
one.exec("sys.path.append('somewhere')\nsys.setrecursionlimit(500)")
print("somewhere" in sys.path, sys.getrecursionlimit())

# The process and the thread: the same.
one.prepare_main(pid=os.getpid(), ident=threading.get_ident(), none=id(None), kind=id(int), true=id(True))
one.exec("""
import os, threading
print(os.getpid() == pid, threading.get_ident() == ident, threading.current_thread().name, threading.main_thread() is threading.current_thread())
print(id(None) == none, id(int) == kind, id(True) == true)
""")

# An exception ends what runs, not the interpreter, and not the others.
for script in ("1 / 0", "raise KeyError('k')", "import sys; sys.exit(3)", "def f():\n    raise ValueError('deep')\nf()", "raise KeyboardInterrupt"):
    try:
        one.exec(script)
    except interpreters.ExecutionFailed as error:
        info = error.excinfo
        print(info.type.__name__, "|", info.type.__module__, "|", info.msg, "|", info.formatted, "|", error.args, info.errdisplay.count("\n"))
one.exec("print('still there', x)")

# Classes of one are not those of another.
one.exec("class C: pass\nprint(C.__module__, C().__class__ is C)")
try:
    two.exec("C")
except interpreters.ExecutionFailed as error:
    print(error.excinfo.formatted)

for attempt in (lambda: main.exec("1"), lambda: main.close(), lambda: interpreters.Interpreter("1"), lambda: interpreters.Interpreter(-1), lambda: interpreters.Interpreter(99)):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, "|", error)

two.close()
print(interpreters.list_all())
for attempt in (two.close, two.is_running, lambda: two.exec("1"), lambda: two.prepare_main(a=1)):
    try:
        attempt()
    except interpreters.InterpreterNotFoundError as error:
        print(type(error).__mro__[1].__name__, "|", error)
third = interpreters.create()
print(third, "numbers are not used again")
one.close()
third.close()
