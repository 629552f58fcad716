import warnings
def g():
    while True:
        try: yield 1
        except ValueError as e: print("in g", repr(e))
async def c(): pass
async def ag():
    while True:
        try: yield 1
        except ValueError as e: print("in ag", repr(e))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    x = g(); next(x); x.throw(ValueError, "a"); x.throw(ValueError, ValueError("b"), None); x.throw(ValueError); x.throw(ValueError("c")); x.throw(ValueError, None)
    k = c()
    try: k.throw(ValueError, "k")
    except ValueError as e: print(e)
    a = ag()
    try: a.__anext__().send(None)
    except StopIteration: pass
    try: a.athrow(ValueError, "m").send(None)
    except StopIteration as e: print(e.value)
    try: a.asend(None).throw(ValueError, "n")
    except BaseException as e: print(repr(e))
    q = a.athrow(ValueError)
    try: q.throw(ValueError, "o")
    except BaseException as e: print(repr(e))
for i in w: print(i.category.__name__, i.lineno, i.message)
warnings.simplefilter("error")
try: x.throw(ValueError, "z")
except DeprecationWarning as e: print("dw", e)
print(next(x))
