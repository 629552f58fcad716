import sys, threading, io
def bad(a): raise RuntimeError("hook")
def f(): raise ValueError("x")
threading.excepthook = bad
old = sys.stderr; sys.stderr = s = io.StringIO()
t = threading.Thread(target=f); t.start(); t.join()
sys.stderr = old
print(s.getvalue().splitlines()[0], s.getvalue().splitlines()[-1])
sys.excepthook = lambda *a: print("sys hook", a[0].__name__, a[1], a[1].__context__)
t = threading.Thread(target=f); t.start(); t.join()
def sysexit(a): raise SystemExit(3)
threading.excepthook = sysexit
t = threading.Thread(target=f); t.start(); t.join()
sys.excepthook = sys.__excepthook__
threading.excepthook = None
try: threading.Thread(target=f)
except RuntimeError as e: print(e)
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=print, args=("end",)); t.start(); t.join()
