def lines(e):
    o = []
    tb = e.__traceback__
    while tb: o.append(tb.tb_lineno); tb = tb.tb_next
    return o
def t(f):
    try: f()
    except BaseException as e:
        print(f.__name__, repr(e), lines(e))
        c = e.__context__
        while c: print("   ctx", repr(c), lines(c)); c = c.__context__
def a():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError: raise TypeError("new")
    except* KeyError: pass
def b():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError: raise TypeError("new")
def c():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError: raise TypeError("new")
    except* KeyError: raise OSError("o")
def d():
    try: raise ValueError(1)
    except* ValueError: raise TypeError("new")
def e():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError: raise
    except* KeyError: raise
def g():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as x: raise x.exceptions[0]
def h():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError: q
    except* KeyError: pass
    q = 1
def i():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as x: raise x from None
for f in (a, b, c, d, e, g, h, i): t(f)
