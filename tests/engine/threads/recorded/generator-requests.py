import asyncio
async def gen():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        print("gen cleanup")
class E(Exception): pass
def steps(step, first):
    try:
        print("first", first(step))
    except BaseException as e:
        print("first raised", repr(e)); 
    for _ in range(3):
        try:
            print("send", step.send(None))
        except BaseException as e:
            print("send raised", repr(e)); break
def new():
    g = gen()
    try: g.__anext__().send(None)
    except StopIteration as e: pass
    return g
for name in ("aclose", "athrow", "__anext__"):
    for how in ("throw E", "throw C"):
        g = new()
        step = {"aclose": lambda: g.aclose(), "athrow": lambda: g.athrow(KeyError), "__anext__": lambda: g.__anext__()}[name]()
        print("--", name, how, g.ag_running)
        steps(step, lambda s: s.throw(E("e") if how == "throw E" else asyncio.CancelledError()))
        print(g.ag_running, g.ag_frame is None)
