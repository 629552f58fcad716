def value(o):
    yield len(o)
def outer(o):
    return value(o)
print(list(outer([1, 2])))
class W:
    def value(self, o, line):
        yield len(o)
def outer2(o, k=False):
    return W().value(o, "x")
print(list(outer2([1, 2])))
class E:
    def it(self, o, _one=False):
        indent = None
        if indent is not None and not isinstance(indent, str):
            indent = 1
        return W().value(o, "x")
print(list(E().it([1, {"a": [2]}, []])))
class X:
    def value(self, o, line):
        t = None
        if isinstance(o, list):
            yield from self.arr(o, line)
    def arr(self, o, line):
        if not o:
            yield "empty"
            return
        yield "full"
print(list(X().value([1], "")))
