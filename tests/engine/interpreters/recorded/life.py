# Where interpreters begin, what they may do, how they end.
import threading
from concurrent import interpreters


def attempt(interp, script):
    try:
        interp.exec(script)
    except interpreters.ExecutionFailed as error:
        print(error.excinfo.formatted)


one = interpreters.create()
attempt(one, "import os; os.fork()")
attempt(one, "import threading; threading.Thread(target=print, daemon=True)")
attempt(one, "import threading; t = threading.Thread(target=print); t.daemon = True")

# Threads and exit functions of an interpreter end with it.
one.exec("""
import atexit, threading, time
atexit.register(print, 'exit function')
class Noted:
    def __del__(self):
        print('finalized')
kept = Noted()
def work():
    time.sleep(0.2)
    print('thread is done', threading.current_thread().name)
threading.Thread(target=work, name='inner').start()
""")
print("is running:", one.is_running())
print("closing")
one.close()
print("closed", interpreters.list_all())

# The last reference takes the interpreter with it.
two = interpreters.create()
two.exec("import atexit; atexit.register(print, 'two goes')")
again = interpreters.Interpreter(two.id)
del two
print(interpreters.list_all())
del again
print(interpreters.list_all())

# An interpreter that runs cannot be entered, changed or closed from another thread.
three = interpreters.create()
begun = interpreters.create()
gate = threading.Event()


def watch():
    while not three.is_running():
        gate.wait(0.01)
    for call in (three.close, lambda: three.exec("1"), lambda: three.prepare_main(a=1)):
        try:
            call()
        except interpreters.InterpreterError as error:
            print(type(error).__name__, "|", error)


watcher = threading.Thread(target=watch)
watcher.start()
three.exec("import time; time.sleep(0.5)")
watcher.join()
print(three.is_running())

# One makes another: all belong to the process.
three.prepare_main(number=three.id)
three.exec("""
import _interpreters
made = _interpreters.create()
print(made > number, [n for n, _ in _interpreters.list_all()] == [0, number, number + 1, made])
print(_interpreters.get_current()[0] == number, _interpreters.get_main()[0])
try:
    _interpreters.destroy(number)
except _interpreters.InterpreterError as error:
    print(error)
_interpreters.destroy(made)
""")
three.close()
begun.close()
