import sched, time, warnings
t = [0.0]
def delay(n): t[0] += n; 
s = sched.scheduler(lambda: t[0], delay)
s.enter(2, 1, print, ("b",)); e = s.enter(1, 2, print, argument=("a2",)); s.enter(1, 1, print, ("a1",), {"end": "!\n"})
x = s.enterabs(5, 1, print, ("never",)); s.cancel(x)
try: s.cancel(x)
except ValueError as err: print("gone")
print([q.argument for q in s.queue], s.empty(), e.priority, e.time, e._fields)
print(s.run(blocking=False)); s.run(); print(t, s.empty())
s2 = sched.scheduler(); a = time.monotonic(); s2.enter(0.05, 1, print, ("slept",)); s2.run(); print(time.monotonic() - a >= 0.05)
def again(n):
    print("tick", n)
    if n: s.enter(1, 1, again, (n - 1,))
s.enter(1, 1, again, (2,)); s.run()
def bad(): raise ValueError("x")
s.enter(1, 1, bad); s.enter(2, 1, print, ("after bad",))
try: s.run()
except ValueError as err: print(err)
s.run()
