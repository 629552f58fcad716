import types, warnings
warnings.simplefilter("ignore")
@types.coroutine
def y(v): return (yield v)
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class Mine(Exception): pass
async def two():
    yield 1
    yield 2
for make in (lambda g: g.aclose(), lambda g: g.athrow(Mine), lambda g: g.asend(None), lambda g: g.__anext__()):
    g = two(); n = make(g)
    t(lambda: n.send(None)); t(lambda: n.send(None)); t(lambda: n.throw(Mine)); t(lambda: n.close()); t(lambda: n.send(None))
    g = two(); n = make(g)
    t(lambda: n.throw(Mine)); t(lambda: n.throw(Mine)); t(lambda: n.send(None)); t(n.close)
    g = two(); n = make(g); t(n.close); t(lambda: n.send(None)); t(lambda: n.throw(Mine))
    g = two(); n = make(g); t(lambda: n.send(5))
async def ignores():
    try: await y(1)
    except GeneratorExit: await y(2)
    return
    yield
g = ignores(); a = g.asend(None); print(a.send(None)); t(a.close); t(a.close); t(lambda: a.send(None))
g = ignores(); a = g.asend(None); print(a.send(None)); b = g.athrow(Mine)
t(lambda: b.send(None)); t(lambda: b.send(None)); t(lambda: b.throw(Mine))
g = ignores(); a = g.asend(None); print(a.send(None)); b = g.aclose(); t(lambda: b.send(None)); t(lambda: b.throw(Mine)); t(b.close)
g = ignores(); a = g.asend(None); print(a.send(None)); b = g.asend(None); t(lambda: b.send(None)); t(lambda: b.throw(Mine)); t(lambda: b.send(None)); 
async def ignores2():
    try: yield 1
    except Mine:
        try: await y(3)
        except GeneratorExit: await y(4)
g = ignores2(); t(lambda: g.asend(None).send(None)); a = g.athrow(Mine); t(lambda: a.send(None)); t(a.close)
async def ign3():
    try: yield 1
    except GeneratorExit: yield 2
g = ign3(); t(lambda: g.asend(None).send(None)); t(lambda: g.aclose().send(None))
g = ign3(); t(lambda: g.asend(None).send(None)); a=g.athrow(GeneratorExit); t(lambda: a.send(None)); t(lambda: a.send(None))
# anext with a default
class It:
    def __init__(self, n=2): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await y("w")
        return self.n
o = anext(It(), "d")
print(type(o).__name__, type(o).__module__, [n for n in dir(o) if not n.startswith("__")])
i = o.__await__(); print(type(i).__name__); t(lambda: i.send(None)); t(lambda: i.send(None))
o = anext(It(0), "d"); t(lambda: o.send(None)); t(lambda: o.send(None))
o = anext(It(1), "d"); t(lambda: o.send(None)); t(lambda: o.throw(Mine)); t(lambda: o.throw(Mine))
o = anext(It(1), "d"); t(lambda: o.send(None)); t(lambda: o.close()); t(lambda: o.send(None))
o = anext(It(1), "d"); t(lambda: next(o)); t(lambda: next(o)); t(lambda: iter(o) is o)
o = anext(It(0), "d"); t(lambda: next(o))
o = anext(It(1), "d"); t(lambda: o.throw(SyntaxError)); t(o.close)
class Bad:
    def __await__(self): return 42
class BadIt:
    def __init__(self, v): self.v = v
    def __aiter__(self): return self
    def __anext__(self): return self.v
def run(c):
    try:
        while True: print("->", c.send(None))
    except StopIteration as e: return e.value
async def aw(x): return await x
for v in (Bad(), 5, "ab", iter("ab"), (lambda: (yield 3))()):
    t(lambda: run(aw(anext(BadIt(v), "d")))); t(lambda: run(aw(anext(BadIt(v)))))
    async def loop():
        async for x in BadIt(v): print(x)
    t(lambda: run(loop()))
@types.coroutine
def legacy():
    yield "l"
    return 7
t(lambda: run(aw(anext(BadIt(legacy()), "d"))))
t(lambda: run(aw(anext(two(), "d")))); 
t(lambda: anext(5)); t(lambda: anext(5, 1)); t(lambda: anext(two(), default=1)); t(lambda: anext()); t(lambda: anext(two(), 1, 2)); t(lambda: aiter(5))
class Z:
    def __await__(self): 1/0
async def loop():
    async for x in BadIt(Z()): print(x)
try: run(loop())
except TypeError as e: print(e, repr(e.__cause__), repr(e.__context__))
async def useZ(): await Z()
t(lambda: run(useZ()))
