import os
import pickle
import socket
import sys

seen = []
listening = False


def hook(name, args):
    if listening:
        seen.append((name, args))


def plain(argument):
    return argument if isinstance(argument, (str, int, bytes, type(None))) else type(argument).__name__


def show(what, action):
    global listening
    seen.clear()
    listening = True
    try:
        action()
    except OSError as error:
        outcome = type(error).__name__
    else:
        outcome = None
    listening = False
    print(what, outcome if "open" not in what else "", [(name, tuple("pid" if name == "os.kill" and a == os.getpid() else plain(a) for a in args)) for name, args in seen])


sys.addaudithook(hook)
show("current frames", lambda: sys._current_frames())
show("loads", lambda: pickle.loads(pickle.dumps(int)))
show("listdir", lambda: os.listdir("/nonexistent"))
show("putenv", lambda: os.putenv("A", "b"))
show("environ", lambda: os.environ.__setitem__("A", "b"))
show("unsetenv", lambda: os.unsetenv("B"))
show("del environ", lambda: os.environ.__delitem__("A"))
for mode in ("r", "rb", "r+", "rt"):
    show("open " + mode, lambda: open("/nonexistent", mode))
for mode in ("w", "wb+", "a", "ab", "x", "a+", "x+"):
    show("open " + mode, lambda: open("/nonexistent/x", mode))
for function in (os.remove, os.unlink, os.rmdir, os.chdir, os.scandir, os.stat):
    show(function.__name__, lambda: function("/nonexistent"))
show("mkdir", lambda: os.mkdir("/nonexistent/x"))
show("mkdir with a mode", lambda: os.mkdir("/nonexistent/x", 0o700))
show("rename", lambda: os.rename("/nonexistent/x", "/nonexistent/z"))
show("gethostname", lambda: socket.gethostname())
show("socket", lambda: socket.socket().close())
