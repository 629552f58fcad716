"""Numbers and names of the tokens of Python sources."""

tok_name = {**dict(enumerate(_names)), 256: "NT_OFFSET"}
globals().update({name: number for number, name in tok_name.items()})
__all__ = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF", *tok_name.values()]

# The operators in the order of their numbers: the first is LPAR.
EXACT_TOKEN_TYPES = dict(sorted(zip(
    "( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^= <<= >>= **= // //= @ @= -> ... := !".split(),
    range(_names.index("LPAR"), _names.index("OP")),
)))
if _exports_operators:
    __all__.append("EXACT_TOKEN_TYPES")
del _exports_operators, _names


def ISTERMINAL(x):
    return x < 256


def ISNONTERMINAL(x):
    return x >= 256


def ISEOF(x):
    return x == 0
