# Threads of two interpreters wait at the same time, and compute at the same time where there are cores.
import threading
import time
from concurrent import interpreters

one, two = interpreters.create(), interpreters.create()
nap = "import time; time.sleep(0.5)"
begun = time.monotonic()
threads = [threading.Thread(target=interp.exec, args=(nap,)) for interp in (one, two)]
for thread in threads:
    thread.start()
ticks = 0
while any(thread.is_alive() for thread in threads):
    ticks += 1
    time.sleep(0.05)
print("together", 0.45 < time.monotonic() - begun < 0.9, "the first one went on", ticks > 3)

order = []


def worker(interp, name, pause):
    interp.exec(f"import time; time.sleep({pause})")
    order.append(name)


threads = [threading.Thread(target=worker, args=row) for row in ((one, "slow", 0.4), (two, "fast", 0.1))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(order)

# Locks of one know nothing of the other.
one.exec("import threading; lock = threading.Lock(); lock.acquire()")
two.exec("import threading; lock = threading.Lock(); print(lock.acquire(timeout=1))")
one.exec("print(lock.locked()); print(lock.acquire(timeout=0.01))")

# A pipe leads from one to the other: files are the process's.
import os
r, w = os.pipe()
one.prepare_main(w=w)
got = []
reader = threading.Thread(target=lambda: got.append(os.read(r, 10)))
reader.start()
one.exec("import os, time; time.sleep(0.05); print(os.write(w, b'hello'))")
reader.join()
print(got)
one.exec("os.close(w)")
print(os.read(r, 10))
one.close()
two.close()
