import itertools
import queue
import threading
import warnings
from concurrent.futures import Executor, Future


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


# Builds for the browser have no numbers of native threads.
print([name for name in threading.__all__ if name != "get_native_id"])
print(queue.__all__)
print(type(threading.RLock).__name__)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    tell(lambda: type(threading.RLock(1)).__name__)
    tell(lambda: type(threading.RLock(a=1)).__name__)
    print([(w.category.__name__, str(w.message)) for w in seen])
for parties in (1, 0, -1):
    tell(lambda: threading.Barrier(parties).parties)


class Direct(Executor):
    def submit(self, fn, /, *args):
        future = Future()
        future.set_result(fn(*args))
        return future


results = Direct().map(abs, [-1])
print(results.__qualname__, list(results))
for bounds in ((-1,), (-2,), (1, -1), (1, -2), (-1, 2), (-2, 2), (1, 2, 0), (1, 2, -1), (1, 2, -2), ("a",), (1, "a"), ("a", 1), (-10 ** 30,), (10 ** 30,), (1, 10 ** 30), (1, 2, 10 ** 30), (-10 ** 30, 1), (2 ** 30,), (None, None, None)):
    tell(lambda: list(itertools.islice([], *bounds)))
