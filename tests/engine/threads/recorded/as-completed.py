import asyncio
async def f(n): 
    await asyncio.sleep(0); return n
async def main():
    a = asyncio.as_completed(f(1))
    print(type(a).__name__)
    asyncio.sleep(0).close()
try: asyncio.run(main())
except TypeError as e: print(e)
async def m2():
    try:
        for x in asyncio.as_completed(f(1)): pass
    except TypeError as e: print(e)
    try:
        for x in asyncio.as_completed(5): pass
    except TypeError as e: print(e)
    try: asyncio.wait_for(5, 1).close()
    except TypeError as e: print(e)
    a = asyncio.as_completed([f(2), f(3)], timeout=None)
    await asyncio.sleep(0.01)
    print(sorted([await x for x in a]))
    print(len([await x for x in asyncio.as_completed([])]))
asyncio.run(m2())
