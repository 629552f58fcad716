import traceback, sys
# The program's own source is out of reach, so that no line of it is quoted.
source = """
def f(n):
    if n == 0: raise ValueError("x")
    f(n - 1)
def group():
    raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError("t")])])
"""
exec(compile(source, "nowhere", "exec"))
def texts(call):
    try:
        call()
    except BaseException as e:
        e.__traceback__ = e.__traceback__.tb_next.tb_next
        return "".join(traceback.format_exception(e))
print(texts(lambda: exec("f(6)")))
print(texts(lambda: exec("f(0)")))
def chained():
    try:
        exec("f(0)")
    except ValueError as e:
        e.__traceback__ = None
        k = KeyError("a")
        k.add_note("note1\nnote2")
        k.__cause__ = e
        return k
print("".join(traceback.format_exception(chained())))
print(texts(lambda: exec("group()")))
try: compile("a = (1,\n b c", "fn", "exec")
except SyntaxError as e: print(e.msg)
print(repr(traceback.format_exc()))
def g(): return traceback.extract_stack()
print([s.name for s in g()][-2:])
print(traceback.format_exception_only(ValueError("")), traceback.format_list([("f", 1, "n", "line")]))
class Q(Exception):
    class R(Exception): pass
print(traceback.format_exception_only(Q.R("")))
try: exec("f(2)")
except ValueError as e:
    t = traceback.extract_tb(e.__traceback__)
    print([(s.filename, s.lineno, s.name, s.line) for s in t][2:], repr(t[-1]), len(t[-1]))
