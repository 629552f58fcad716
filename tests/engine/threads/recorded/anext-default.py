import asyncio
async def gen():
    yield 1
async def main():
    g = gen()
    print(await anext(g, "d"), await anext(g, "d"))
    try:
        await anext(gen().__aiter__())
        print("ok")
        anext(5)
    except TypeError as e:
        print(e)
    try:
        aiter(5)
    except TypeError as e:
        print(e)
    print([x async for x in gen()], {x async for x in gen()}, {x: x async for x in gen() if x})
    async def double(x): return x * 2
    print([await double(i) for i in range(3)])
asyncio.run(main())
