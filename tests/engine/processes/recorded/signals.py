import signal, os, time, threading, queue, sys
log = []
def h(n, f): log.append((signal.Signals(n).name, f.f_code.co_name if f else None))
print(signal.signal(signal.SIGUSR1, h) == signal.SIG_DFL); os.kill(os.getpid(), signal.SIGUSR1); print(log); signal.raise_signal(signal.SIGUSR1); print(log)
try: os.kill(os.getpid(), signal.SIGINT); print("not here")
except KeyboardInterrupt: print("ctrl-c")
def boom(n, f): raise TimeoutError("alarm")
signal.signal(signal.SIGALRM, boom); signal.alarm(1)
t = time.monotonic()
try: time.sleep(5)
except TimeoutError as e: print(e, round(time.monotonic() - t, 1))
signal.setitimer(signal.ITIMER_REAL, 0.1)
def spin():
    while True: pass
try: spin()
except TimeoutError as e: print("loop broken")
signal.signal(signal.SIGALRM, lambda n, f: log.append("tick")); log.clear(); signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05); t = time.monotonic(); time.sleep(0.23); print(len(log) >= 2, round(time.monotonic() - t, 1)); signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGALRM, boom)
for w in (lambda: l.acquire(), lambda: queue.Queue().get(), lambda: threading.Event().wait(), lambda: th.join()):
    l = threading.Lock(); l.acquire(); th = threading.Thread(target=l.acquire, daemon=True); th.start()
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try: w(); print("no")
    except TimeoutError: print("interrupted")
    l.release(); th.join()
def worker():
    try: signal.signal(signal.SIGTERM, signal.SIG_DFL)
    except ValueError as e: print(e)
t = threading.Thread(target=worker); t.start(); t.join()
def w2(): os.kill(os.getpid(), signal.SIGUSR1); time.sleep(.01)
signal.signal(signal.SIGUSR1, lambda n, f: log.append(threading.current_thread().name)); log.clear(); t = threading.Thread(target=w2); t.start(); t.join(); print(log)
signal.signal(signal.SIGUSR1, signal.SIG_IGN); os.kill(os.getpid(), signal.SIGUSR1); print("ignored", signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(signal.alarm(3), signal.alarm(0), signal.SIGTERM, repr(signal.SIGTERM), signal.strsignal(9))
for f in (lambda: signal.signal(9, print), lambda: signal.signal(0, print), lambda: signal.signal(2, 3), lambda: signal.raise_signal(99)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
pid = os.fork()
if pid == 0:
    signal.signal(signal.SIGTERM, lambda n, f: os._exit(7))
    while True: time.sleep(1)
time.sleep(.1); os.kill(pid, signal.SIGTERM); print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
import multiprocessing as mp
def child():
    try: time.sleep(5)
    except KeyboardInterrupt: print("child interrupted"); sys.exit(9)
p = mp.get_context("fork").Process(target=child); p.start(); time.sleep(.1); os.kill(p.pid, signal.SIGINT); p.join(); print(p.exitcode)
def graceful():
    stop = threading.Event(); signal.signal(signal.SIGTERM, lambda *a: stop.set()); stop.wait(5); print("clean shutdown", stop.is_set())
p = mp.get_context("fork").Process(target=graceful); p.start(); time.sleep(.1); p.terminate(); p.join(); print(p.exitcode)
signal.setitimer(signal.ITIMER_REAL, .05); signal.signal(signal.SIGALRM, lambda n, f: print("woke")); signal.pause(); print("after pause")
