import sys
M = sys.monitoring
print(sorted(x for x in dir(M) if not x.startswith('__')))
print(sorted(x for x in dir(M.events) if not x.startswith('__')))
print({x: getattr(M.events, x) for x in dir(M.events) if not x.startswith('__')})
print(M.DEBUGGER_ID, M.COVERAGE_ID, M.PROFILER_ID, M.OPTIMIZER_ID, type(M), type(M.events), M.__name__)
T = 3
print(M.get_tool(T)); M.use_tool_id(T, 'me'); print(M.get_tool(T))
try: M.use_tool_id(T, 'again')
except ValueError as e: print(e)
try: M.use_tool_id(9, 'again')
except ValueError as e: print(e)
try: M.use_tool_id(2, 5)
except ValueError as e: print(e)
try: M.set_events(1, 3)
except ValueError as e: print(e)
try: M.set_events(T, 1 << 30)
except ValueError as e: print(e)
try: M.set_local_events(T, 5, 3)
except Exception as e: print(type(e), e)
try: M.register_callback(T, 3, print)
except Exception as e: print(type(e), e)
try: M.register_callback(T, 0, print)
except Exception as e: print(type(e), e)
try: M.set_local_events(T, (lambda: 0).__code__, M.events.RAISE)
except Exception as e: print(type(e), e)
try: M.set_events(T, M.events.C_RETURN)
except Exception as e: print(type(e), e)
try: M.set_events(T, M.events.C_RETURN | M.events.CALL); print(M.get_events(T))
except Exception as e: print(type(e), e)
M.set_events(T, 0)
print(M.register_callback(T, M.events.LINE, print), M.register_callback(T, M.events.LINE, None))
log = []
def show(a):
    if isinstance(a, int): return a
    if hasattr(a, 'co_name'): return a.co_name
    if a is M.MISSING: return 'MISSING'
    if isinstance(a, BaseException): return repr(a)
    if hasattr(a, '__name__'): return a.__name__
    return type(a).__name__ if isinstance(a, (list, Z)) else repr(a)
def reg(names):
    m = 0
    for n in names:
        if not hasattr(M.events, n): continue
        e = getattr(M.events, n)
        M.register_callback(T, e, lambda *a, n=n: log.append((n, *map(show, a))) )
        if n not in ('C_RETURN', 'C_RAISE'): m |= e
    return m
def f(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += i
        else:
            total -= 1
    while total > 0:
        total -= 1
    return total
def g():
    try:
        int('x')
    except ValueError as e:
        pass
    yield 1
    x = yield 2
    return 3
def h():
    try:
        raise KeyError('k')
    finally:
        str('fin')
def c():
    def inner(a): return a
    return inner(5) + len([1])
class Z:
    def __init__(self): self.v = 1
    def m(self): return self.v
def d():
    z = Z(); z.m(); [x for x in (1, 2)]
    return max(3, 4)
def run():
    f(3)
    list(g())
    it = g(); next(it)
    try: it.throw(OSError('t'))
    except OSError: pass
    try: h()
    except KeyError: pass
    c(); d()
ALL = [x for x in dir(M.events) if x.isupper() and x not in ('NO_EVENTS', 'BRANCH')]
SETS = [['PY_START', 'PY_RETURN', 'PY_YIELD', 'PY_RESUME', 'PY_UNWIND', 'PY_THROW'], ['LINE'], ['RAISE', 'RERAISE', 'EXCEPTION_HANDLED', 'STOP_ITERATION'], ['CALL', 'C_RETURN', 'C_RAISE'], ['JUMP'], ['BRANCH'], ['BRANCH_LEFT', 'BRANCH_RIGHT'], ['INSTRUCTION']]
for names in SETS:
    log.clear()
    m = reg(names)
    M.set_events(T, m)
    run()
    M.set_events(T, 0)
    print(names, len(log))
    for x in log: print('  ', x)
