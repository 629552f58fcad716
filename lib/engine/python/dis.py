"""Listings of bytecode, from what the compiler made."""

import sys
from collections import namedtuple

Positions = namedtuple(
    "Positions", ("lineno", "end_lineno", "col_offset", "end_col_offset"), defaults=(None,) * 4
)

_Fields = namedtuple(
    "_Instruction",
    (
        "opname", "opcode", "arg", "argval", "argrepr", "offset", "start_offset",
        "starts_line", "line_number", "label", "positions", "cache_info",
    ),
)

_FLAGS = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR",
    64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
    0x4000000: "HAS_DOCSTRING", 0x8000000: "METHOD",
}

opmap = _opmap()
opname = [f"<{number}>" for number in range(max(opmap.values(), default=0) + 1)]
for _name, _number in opmap.items():
    opname[_number] = _name


class Instruction(_Fields):
    """One instruction and everything that a listing shows of it."""

    @property
    def baseopname(self):
        return self.opname

    @property
    def baseopcode(self):
        return self.opcode

    @property
    def oparg(self):
        return self.arg

    @property
    def is_jump_target(self):
        return self.label is not None


def pretty_flags(flags):
    names = []
    for bit in range(32):
        value = 1 << bit
        if flags & value:
            names.append(_FLAGS.get(value, hex(value)))
            flags ^= value
            if not flags:
                break
    else:
        names.append(hex(flags))
    return ", ".join(names)


def _code_of(x):
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if isinstance(x, str):
        try:
            x = compile(x, "<disassembly>", "eval")
        except SyntaxError:
            x = compile(x, "<disassembly>", "exec")
    if hasattr(x, "co_code") or hasattr(x, "co_consts"):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    code = _code_of(x)
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    for row in _instructions(code, adaptive):
        *head, starts, line, label, positions, caches = row
        if _old_starts_line:
            starts = line if starts else None
        number = None if line is None else line + shift
        yield Instruction(*head, starts, number, label, Positions(*positions), caches)


class Bytecode:
    """The listing of one code object; iterating gives its instructions."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False, show_offsets=False):
        self.codeobj = _code_of(x)
        self._original = x
        self._adaptive = adaptive
        self._options = {"show_offsets": show_offsets, "show_caches": show_caches}

    def __iter__(self):
        return get_instructions(self.codeobj, adaptive=self._adaptive)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._original!r})"

    def dis(self):
        return _listing(self.codeobj, self._adaptive)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False, show_positions=False):
    if isinstance(x, type) or type(x).__name__ == "module":
        for name, value in sorted(vars(x).items()):
            if hasattr(getattr(value, "__func__", value), "__code__"):
                print(f"Disassembly of {name}:", file=file)
                dis(value, file=file, depth=depth, adaptive=adaptive)
                print(file=file)
        return
    code = _code_of(x)
    # The forms of functions inside are their own code's.
    if depth == 0 or adaptive:
        print(_listing(code, adaptive), end="", file=file)
        _inner(code, depth, file, adaptive)
    else:
        print(_listings(code), end="", file=file)


def _inner(code, depth, file, adaptive):
    if depth == 0:
        return
    for const in code.co_consts:
        if hasattr(const, "co_code"):
            print(f"\nDisassembly of {const!r}:", file=file)
            print(_listing(const, adaptive), end="", file=file)
            _inner(const, None if depth is None else depth - 1, file, adaptive)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    print(_listing(co, adaptive), end="", file=file)


disco = disassemble


def findlinestarts(code):
    last = object()
    for start, _end, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def findlabels(code):
    return [row[5] for row in _instructions(code, False) if row[-3] is not None]


def stack_effect(opcode, oparg=None, /, *, jump=None):
    return _stack_effect(opcode, 0 if oparg is None else oparg)


def code_info(x):
    code = _code_of(x)
    lines = [
        f"Name:              {code.co_name}",
        f"Filename:          {code.co_filename}",
        f"Argument count:    {code.co_argcount}",
        f"Positional-only arguments: {code.co_posonlyargcount}",
        f"Kw-only arguments: {code.co_kwonlyargcount}",
        f"Number of locals:  {code.co_nlocals}",
        f"Stack size:        {code.co_stacksize}",
        f"Flags:             {pretty_flags(code.co_flags)}",
    ]
    for title, values in (("Constants", map(repr, code.co_consts)), ("Names", code.co_names),
                          ("Variable names", code.co_varnames), ("Free variables", code.co_freevars),
                          ("Cell variables", code.co_cellvars)):
        values = list(values)
        if values:
            lines.append(f"{title}:")
            lines.extend(f"{i:4d}: {value}" for i, value in enumerate(values))
    return "\n".join(lines)


def show_code(co, *, file=None):
    print(code_info(co), file=file)
