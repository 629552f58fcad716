"""What closing a generator gives, and what some wrong arguments are told."""
import types


def show(*texts):
    for text in texts:
        try:
            print(eval(text, globals()))
        except Exception as e:
            print(f"{type(e).__name__}: {e}")


def g():
    try:
        yield 1
    except GeneratorExit:
        return "result"


it = g()
next(it)
show("it.close()", "it.close()", "g().close()", "hash(types.MappingProxyType({}))", "sorted([3, 1], reverse='x')", "sorted([3, 1], reverse=1)", "__import__(1)")
try:
    match 5:
        case len():
            pass
except TypeError as e:
    print(e)
