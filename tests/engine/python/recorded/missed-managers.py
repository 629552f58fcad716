def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class E:
    def __enter__(self): pass
class X:
    def __exit__(self, *a): pass
class A:
    async def __aenter__(self): pass
class AX:
    async def __aexit__(self, *a): pass
def w(o):
    with o: pass
async def aw(o):
    async with o: pass
def run(o):
    try: aw(o).send(None)
    except StopIteration: print("fine")
for o in (E(), X(), 1, A(), AX(), int): t(lambda: w(o))
for o in (E(), X(), 1, A(), AX(), int): t(lambda: run(o))
class F(E, X): pass
t(lambda: run(F()))
class G(A, AX): pass
t(lambda: w(G()))
