import multiprocessing, time, sys
def forever():
    time.sleep(60)
def parent_of_daemon():
    p = multiprocessing.get_context("fork").Process(target=forever)
    try:
        p.start()
    except AssertionError as e:
        print("AssertionError", e)
ctx = multiprocessing.get_context("fork")
p = ctx.Process(target=forever, daemon=True)
print(p.daemon, p.name, repr(p).split('parent')[0])
p.start()
print(p.is_alive(), p.pid is not None, p.exitcode, repr(p).split("pid")[0])
try: p.daemon = False
except AssertionError as e: print(e)
try: p.start()
except AssertionError as e: print(e)
d = ctx.Process(target=parent_of_daemon, daemon=True); d.start(); d.join()
p.join(0.01); print(p.exitcode)
try: p.close()
except ValueError as e: print(e)
p.terminate(); p.join(); print(p.exitcode, repr(p).split("parent")[1].split(" ", 1)[1])
p.close()
try: p.is_alive()
except ValueError as e: print(e)
print(ctx.active_children(), multiprocessing.active_children())
q = ctx.Process(target=forever)
try: q.join()
except AssertionError as e: print(e)
