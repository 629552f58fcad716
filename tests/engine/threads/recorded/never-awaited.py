import asyncio, warnings, sys
async def f(): pass
def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, message)
warnings.showwarning = show
warnings.simplefilter("always")
f()
async def main():
    f()
    asyncio.sleep(1)
    g = f()
    del g
    [f() for _ in range(2)]
asyncio.run(main())
class A:
    async def m(self): pass
A().m()
async def ag(): yield 1
ag()
ag().asend(None)
ag().aclose()
