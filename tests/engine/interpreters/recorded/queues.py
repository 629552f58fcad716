# Queues between interpreters.
import queue
import threading
import time
from concurrent import interpreters

q = interpreters.create_queue()
small = interpreters.create_queue(2)
print(q, q.id, small.id, q.maxsize, small.maxsize, q.empty(), q.full(), q.qsize())
print(interpreters.is_shareable(q), q is interpreters.Queue(q.id), hash(q), q == small)
print(issubclass(interpreters.QueueEmpty, queue.Empty), issubclass(interpreters.QueueFull, queue.Full))
for value in (None, 1, "text", (1, (2, None)), b"b", 2.5):
    q.put(value)
print(q.qsize(), [q.get() for _ in range(6)])

# Others are copied.
items = [1, [2, 3]]
q.put(items)
items.append("late")
got = q.get()
print(got, got is items)
q.put({"k": {1, 2}})
print(q.get())
try:
    q.put(lambda: items)
except Exception as error:
    print("not put", q.qsize())

small.put(1)
small.put(2)
print(small.full())
for call in (lambda: small.put_nowait(3), lambda: small.put(3, timeout=1), q.get_nowait, lambda: q.get(timeout=1)):
    begun = time.monotonic()
    try:
        call()
    except (interpreters.QueueFull, interpreters.QueueEmpty) as error:
        print(type(error).__name__, round(time.monotonic() - begun))

# Between interpreters: the queue itself is handed over.
one = interpreters.create()
one.exec("from concurrent import interpreters; interpreters.create_queue")
one.prepare_main(q=q, small=small, n=q.id)
one.exec("print(type(q).__name__, q.id == n, q.qsize(), small.get(), small.qsize())")
print(small.qsize())


def produce():
    for number in range(4):
        time.sleep(0.05)
        q.put(number)
    q.put(None)


producer = threading.Thread(target=produce)
producer.start()
one.exec("""
total = 0
while (item := q.get()) is not None:
    total += item
q.put(('total', total))
""")
producer.join()
print(q.get())

# Back pressure: whoever fills it waits for room.
small.get()
filler = threading.Thread(target=one.exec, args=("for i in range(5): small.put(i)",))
filler.start()
time.sleep(0.2)
print(small.qsize(), filler.is_alive())
print([small.get() for _ in range(5)])
filler.join()

# Items whose interpreter has ended.
one.exec("q.put('left behind')")
one.close()
print(q.qsize())
left = q.get()
print(repr(left).rpartition(".")[2], left is q.unbounditems if hasattr(q, "unbounditems") else True)
print(interpreters.Queue(q.id) is q)
try:
    interpreters.Queue(99)
except Exception as error:
    print(type(error).__name__, error)
