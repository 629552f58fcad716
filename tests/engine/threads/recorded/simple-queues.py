"""A SimpleQueue takes items at any moment, and gives each to one getter."""
import gc
import queue
import threading

box = queue.SimpleQueue()


class Last:
    """Puts something when it is collected, which may be in the middle of another put."""

    def __init__(self):
        self.me = self

    def __del__(self):
        box.put("last")


def feed():
    for number in range(60):
        Last()
        box.put(number)
        if number % 20 == 0:
            gc.collect()
    gc.collect()
    box.put(None)


got = []
feeder = threading.Thread(target=feed)
feeder.start()
while (item := box.get()) is not None:
    got.append(item)
feeder.join()
print(len(got), got.count("last"), [item for item in got if item != "last"] == list(range(60)), box.qsize(), box.empty())


class Key:
    """Puts something while the queue puts."""

    def __del__(self):
        box.put("from __del__")


def put_in_the_middle():
    key = Key()
    box.put(key)
    del key
    box.get()


put_in_the_middle()
print(box.get())

# Many wait at once; each gets one item, or hears that there is none.
taken = []
waiters = [threading.Thread(target=lambda: taken.append(box.get(timeout=5))) for _ in range(6)]
for thread in waiters:
    thread.start()
for number in range(6):
    box.put(number)
for thread in waiters:
    thread.join()
print(sorted(taken), box.empty())


def hear():
    try:
        box.get(timeout=0.01)
    except queue.Empty:
        taken.append("Empty")


taken.clear()
waiters = [threading.Thread(target=hear) for _ in range(3)]
for thread in waiters:
    thread.start()
for thread in waiters:
    thread.join()
print(taken)
box.put("still there")
print(box.get(timeout=0.01))
for arguments in (False,), (False, -1), (True, -1), (True, 0):
    try:
        box.get(*arguments)
    except (queue.Empty, ValueError) as error:
        print(arguments, type(error).__name__, error)
