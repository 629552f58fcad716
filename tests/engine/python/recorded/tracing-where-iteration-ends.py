import sys
log=[]
def tr(frame, event, arg):
    if frame.f_code.co_name not in ('f','gen','gen2', 'g','co','sub','__anext__', 'ag'): return None
    if event == 'exception': log.append((frame.f_code.co_name, event, frame.f_lineno-frame.f_code.co_firstlineno, repr(arg)[:60], frame.f_lasti))
    return tr
def gen():
    yield 1
def gen2():
    yield 1
    yield 2
    return 8
def g():
    y = yield from gen()
    y = yield from gen2()
def f():
    for i in gen(): pass
    for i in gen(): 
        str()
    for i in gen2(): pass
    for i in gen2(): 
        str()
    [x for x in gen()]
    [x for x in gen2()]
    {x: y for x in gen2() for y in gen2()}
    for i in gen2(): pass
    for i in g(): pass
    list(g())
    a, *b = gen2()
    all(i for i in gen2())
async def sub(): return 3
async def co():
    await sub()
    return 1
async def ag():
    yield 1
    yield 2
async def co2():
    async for x in ag(): pass
    async with acm(): pass
class acm:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
def runco(c):
    try: c.send(None)
    except StopIteration: pass
for n in range(3):
    sys.settrace(tr)
    f()
    runco(co()); runco(co2())
    sys.settrace(None)
    for x in log: print(n, x)
    log.clear()
for n in range(3): f()
sys.settrace(tr)
f()
sys.settrace(None)
for x in log: print('later', x)
