# Names of typing: aliases of classes elsewhere, protocols, overloads, what is marked as no type hint.
import contextlib
import re
import typing

for n in ("Generator", "AsyncGenerator", "Coroutine", "Hashable", "SupportsAbs", "AsyncContextManager", "ContextManager", "Match", "Pattern", "SupportsBytes", "SupportsComplex", "SupportsRound", "ByteString"):
    value = getattr(typing, n)
    print(n, repr(value), getattr(value, "__origin__", None), getattr(value, "_is_protocol", None))
    for args in (int, (int, bool), (int, str, bool)):
        try:
            print(value[args])
        except TypeError as error:
            print(error)
for n in ("clear_overloads", "get_protocol_members", "no_type_check_decorator", "get_overloads", "is_protocol"):
    print(n, hasattr(typing, n))
for o in (1, 1j, b"", "", 2.5, object()):
    print([isinstance(o, getattr(typing, k)) for k in ("SupportsBytes", "SupportsComplex", "SupportsRound", "SupportsAbs", "SupportsInt", "SupportsFloat", "SupportsIndex", "Hashable", "Sized")])
print(isinstance(re.compile(""), typing.Pattern), isinstance(contextlib.nullcontext(), typing.ContextManager))
if hasattr(typing, "get_protocol_members"):

    class P(typing.Protocol):
        x: int

        def m(self):
            pass

    class Q(P, typing.Protocol):
        def n(self):
            pass

    print(sorted(typing.get_protocol_members(Q)), typing.get_protocol_members(typing.SupportsInt))
    for b in (int, 5, typing.Protocol):
        try:
            print(typing.get_protocol_members(b))
        except TypeError as error:
            print(error)
if hasattr(typing, "get_overloads"):

    @typing.overload
    def f(x: int):
        pass

    @typing.overload
    def f(x: str):
        pass

    def f(x):
        pass

    print(len(typing.get_overloads(f)))
    typing.clear_overloads()
    print(typing.get_overloads(f))


@typing.no_type_check
class Unchecked:
    x: "no hint"

    def method(self, y: "not one either"):
        pass


print(typing.get_type_hints(Unchecked), typing.get_type_hints(Unchecked.method), Unchecked.__no_type_check__)
