import sys
def sub():
    try:
        x = yield 1
        print("sub got", x)
        yield 2
    except ValueError as e:
        print("sub caught", e, type(e.__context__))
        return "from except"
    finally:
        print("sub finally")
    return "end"
def outer():
    r = yield from sub()
    print("outer r", r)
    try:
        r = yield from sub()
    except KeyError as e:
        print("outer caught", repr(e))
    yield 99
g = outer()
print(next(g), g.gi_yieldfrom is not None, g.gi_frame.f_lineno)
print(g.send("hi"))
print(g.throw(ValueError("v")))
try: print(g.throw(KeyError("k")))
except Exception as e: print("X", repr(e))
try: next(g)
except StopIteration as e: print("stop", e.value)
class It:
    def __iter__(self): return self
    def __next__(self): return 5
    def throw(self, *a):
        print("It.throw", a[0].__name__ if isinstance(a[0], type) else repr(a[0]))
        raise StopIteration("thrown")
    def close(self): print("It.close")
def d():
    v = yield from It()
    print("v", v)
    yield 7
h = d(); next(h)
print(h.throw(IndexError("i")))
h = d(); next(h); h.close()
h = d(); next(h)
try: h.throw(GeneratorExit)
except GeneratorExit: print("GE")
def stop(): 
    yield 1
    raise StopIteration("inner")
s = stop(); next(s)
try: next(s)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    t = e.__traceback__; n = 0
    while t: print(t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
    t = e.__cause__.__traceback__
    while t: print(" ", t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
try:
    for i in stop(): print(i)
except RuntimeError as e:
    t = e.__traceback__
    while t: print(t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
try: list(next(iter(())) for _ in [1])
except RuntimeError as e: print(e)
def noyf():
    yield from 5
try: list(noyf())
except TypeError as e: print(e)
async def coro(): raise StopIteration(3)
try: coro().send(None)
except RuntimeError as e: print(e, repr(e.__cause__))
async def agen():
    yield 1
    raise StopAsyncIteration(2)
async def drive():
    async for x in agen(): print(x)
try: drive().send(None)
except RuntimeError as e: print(e, repr(e.__cause__))
def fin():
    try: yield 1
    finally: print("closing")
f = fin(); next(f); del f
def nested():
    for i in fin2(): yield i
def fin2():
    try:
        yield 1; yield 2
    finally: print("fin2")
n = nested(); print(next(n)); n.close()
g = (x for x in [1, 2, 3] if x > 1)
print(list(g), g.gi_frame, g.gi_running)
def rec(n):
    if n: yield from rec(n - 1)
    yield n
print(list(rec(5)))
def ret():
    return (yield)
r = ret(); next(r)
try: r.send(4)
except StopIteration as e: print(e.value)
def loop():
    while True:
        try: x = yield
        except ValueError: print("again"); continue
        if x is None: return "done"
l = loop(); next(l); l.throw(ValueError); l.send(1)
try: next(l)
except StopIteration as e: print(e.value)
