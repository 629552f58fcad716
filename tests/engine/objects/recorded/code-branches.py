# Where code branches, as monitoring tells of it (3.14).
def f(x):
    for i in x:
        if i: print(i)
        elif i is None: break
    while x: x = 0
    try: pass
    finally: print()
    match x:
        case 1 if x > 2: pass
        case None: return 3
    return x and 1 or not x
async def g(a):
    async for i in a: yield i
    async with a as b: await b
    return
def big(x):
    for i in x:
        if i:
            print(i, x, i + 0)
            print(i, x, i + 1)
            print(i, x, i + 2)
            print(i, x, i + 3)
            print(i, x, i + 4)
            print(i, x, i + 5)
            print(i, x, i + 6)
            print(i, x, i + 7)
            print(i, x, i + 8)
            print(i, x, i + 9)
            print(i, x, i + 10)
            print(i, x, i + 11)
            print(i, x, i + 12)
            print(i, x, i + 13)
            print(i, x, i + 14)
            print(i, x, i + 15)
            print(i, x, i + 16)
            print(i, x, i + 17)
            print(i, x, i + 18)
            print(i, x, i + 19)
            print(i, x, i + 20)
            print(i, x, i + 21)
            print(i, x, i + 22)
            print(i, x, i + 23)
            print(i, x, i + 24)
            print(i, x, i + 25)
            print(i, x, i + 26)
            print(i, x, i + 27)
            print(i, x, i + 28)
            print(i, x, i + 29)
            print(i, x, i + 30)
            print(i, x, i + 31)
            print(i, x, i + 32)
            print(i, x, i + 33)
            print(i, x, i + 34)
            print(i, x, i + 35)
            print(i, x, i + 36)
            print(i, x, i + 37)
            print(i, x, i + 38)
            print(i, x, i + 39)
        else:
            print(2)
    assert x
def none(): return 1
for n, o in list(globals().items()):
    c = getattr(o, '__code__', None)
    if c: print(n, list(c.co_branches()))
