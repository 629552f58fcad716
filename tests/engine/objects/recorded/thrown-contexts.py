def ctx(e):
    o = []
    while e: o.append(type(e).__name__); e = e.__context__
    return o
def g():
    try: raise KeyError(1)
    except KeyError:
        yield 1
        yield 2
def plain():
    yield 1
    yield 2
for f in (g, plain):
    x = f(); next(x)
    try: x.throw(ValueError("v"))
    except ValueError as e: print(f.__name__, ctx(e))
    x = f(); next(x)
    try:
        try: 1 / 0
        except ZeroDivisionError: x.throw(ValueError("v"))
    except ValueError as e: print(f.__name__, ctx(e))
    x = f(); next(x)
    try:
        try: 1 / 0
        except ZeroDivisionError: x.throw(ValueError)
    except ValueError as e: print(f.__name__, ctx(e))
    x = f()
    try:
        try: 1 / 0
        except ZeroDivisionError: x.throw(ValueError("unstarted"))
    except ValueError as e: print(f.__name__, ctx(e))
def inner():
    try: yield 1
    except ValueError as e: print("inner", ctx(e)); raise TypeError
def outer():
    try: raise OSError
    except OSError: yield from inner()
x = outer(); next(x)
try: x.throw(ValueError)
except TypeError as e: print(ctx(e))
x = outer(); next(x)
try:
    try: 1/0
    except ZeroDivisionError: x.close()
except BaseException as e: print(ctx(e))
def fin():
    try: yield
    finally: raise IndexError
x = fin(); next(x)
try: x.close()
except IndexError as e: print(ctx(e))
x = fin(); next(x)
try:
    try: 1/0
    except ZeroDivisionError: x.close()
except IndexError as e: print(ctx(e))
x = g(); next(x); e0 = ValueError("same")
try: x.throw(e0)
except ValueError as e: print(e is e0, ctx(e))
async def co():
    try: raise KeyError
    except KeyError: await A()
class A:
    def __await__(s): yield
c = co(); c.send(None)
try: c.throw(ValueError)
except ValueError as e: print(ctx(e))
