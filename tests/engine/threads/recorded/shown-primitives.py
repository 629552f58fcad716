import re
import sys
import threading

def show(thing):
    print(re.sub("0x[0-9a-f]+", "0x", repr(thing)))

for made in (threading.Lock(), threading.Semaphore(2), threading.BoundedSemaphore(3), threading.Event(), threading.Barrier(2), threading.Condition(threading.Lock())):
    show(made)
barrier = threading.Barrier(1)
barrier.abort()
show(barrier)
for wait in (lambda: threading.Lock().acquire(timeout=1e20), lambda: threading.Event().wait(1e20)):
    try:
        wait()
    except OverflowError as error:
        print(error)
print(sys.get_asyncgen_hooks())

events = []
def note(frame, event, arg):
    if frame.f_code.co_name in ("work", "inner"):
        events.append((frame.f_code.co_name, event))
    return note
def inner():
    pass
def work():
    inner()
threading.settrace(note)
thread = threading.Thread(target=work)
thread.start()
thread.join()
threading.settrace(None)
threading.setprofile(note)
thread = threading.Thread(target=work)
thread.start()
thread.join()
threading.setprofile(None)
print(events)
