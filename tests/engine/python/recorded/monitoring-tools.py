import sys
M = sys.monitoring; E = M.events; T = 4
M.use_tool_id(T, 't')
log = []
M.register_callback(T, E.LINE, lambda c, l: log.append((c.co_name, l)))
def one(n):
    for i in range(n): pass
    while n > 0: n -= 1
    return (n,
            1)
def g(a): yield a; yield 2
def h():
    with len as f: pass
def k():
    try:
        h()
    except (TypeError, AttributeError): return 5
    finally:
        pass
class A:
    x = 1
def run():
    one(2); list(g(1)); k()
    class B:
        y = 2
        def f(self): return 1
    return B().f()
M.set_events(T, E.LINE)
run()
M.set_events(T, 0)
print(log)
log.clear()
M.set_local_events(T, one.__code__, E.LINE)
print(M.get_local_events(T, one.__code__), M.get_events(T))
run()
print(log)
log.clear()
def once(c, l): log.append((c.co_name, l)); return M.DISABLE
M.register_callback(T, E.LINE, once)
run(); run(); print(log)
log.clear(); M.restart_events(); run(); print(log)
M.set_local_events(T, one.__code__, 0)
def bad(*a): raise ZeroDivisionError('in callback')
M.register_callback(T, E.LINE, bad)
M.set_local_events(T, k.__code__, E.LINE)
try: k()
except ZeroDivisionError as e: print('caught', e)
M.set_local_events(T, k.__code__, 0)
M.register_callback(T, E.RAISE, lambda *a: M.DISABLE)
M.set_events(T, E.RAISE)
try: k(); print("fine")
except ValueError as e: print(e)
M.set_events(T, 0)
for e in ('CALL', 'PY_START', 'PY_RETURN'):
    M.register_callback(T, getattr(E, e), lambda c, o, *a, e=e: log.append((e, c.co_name) + tuple(getattr(x, '__name__', x) if x is not M.MISSING else 'MISSING' for x in a)))
log.clear()
def fac(n, *, k=1): return 1 if n < 2 else n * fac(n - 1, k=2)
def star(*a, **k): return len(a)
M.set_events(T, E.CALL | E.PY_START | E.PY_RETURN)
fac(3); star(*[1, 2], **{'z': 1}); sorted([3, 1], key=lambda x: -x)
M.set_events(T, 0)
for x in log: print(x)
M.free_tool_id(T); print(M.get_tool(T))
