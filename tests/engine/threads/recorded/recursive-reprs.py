"""What contains itself by way of a class shows as [...], also beside other threads, and in each thread by itself."""
import collections
import contextvars
import threading


class Node:
    def __init__(self, kind):
        self.kids = kind()
        if isinstance(self.kids, dict):
            self.kids["me"] = self
        else:
            self.kids.append(self)

    def __repr__(self):
        return f"Node({self.kids!r})"


class Slow(list):
    def __repr__(self):
        if not inside.is_set():
            inside.set()
            go.wait()
        return "Slow"


class Failing:
    def __repr__(self):
        raise LookupError("no text")


def show():
    print(repr(Node(list)), str(Node(dict)), "%s" % Node(collections.deque), Node(collections.OrderedDict))
    items = [1]
    items.append(items)
    print(items, f"{[items]!r}", "{}".format((items, items)))
    var = contextvars.ContextVar("var", default=items)
    items.append(var)
    print(repr(var).count("..."), repr(items).count("..."))


stop = threading.Event()
waiting = threading.Thread(target=stop.wait)
waiting.start()
show()
other = threading.Thread(target=show)
other.start()
other.join()

# One thread waits in the middle of a repr; another one shows the same list.
inside, go = threading.Event(), threading.Event()
shared = ["item"]
shared.append(Slow())
texts = []
showing = threading.Thread(target=lambda: texts.append(repr(shared)))
showing.start()
inside.wait()
print(shared)
go.set()
showing.join()
print(texts)

# A repr that fails leaves nothing behind.
broken = [Failing()]
for _ in range(2):
    try:
        print(broken)
    except LookupError as error:
        print("LookupError", error)
broken[0] = broken
print(broken)
stop.set()
waiting.join()
