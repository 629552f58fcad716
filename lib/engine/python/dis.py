"""Listings of bytecode, from what the compiler made."""

import sys
from _namedtuple import namedtuple

Positions = namedtuple(
    "Positions", ("lineno", "end_lineno", "col_offset", "end_col_offset"), defaults=(None,) * 4
)

# What instructions are made of: with labels since 3.13.
_Fields = namedtuple(
    "_Instruction",
    (
        "opname", "opcode", "arg", "argval", "argrepr", "offset", "start_offset",
        "starts_line", "line_number", "label", "positions", "cache_info",
    ),
)
_PlainFields = namedtuple(
    "_Instruction",
    ("opname", "opcode", "arg", "argval", "argrepr", "offset", "starts_line", "is_jump_target")
    + ("positions",) * _has_positions,
    defaults=(None,) * _has_positions,
)

_FLAGS = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR",
    64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
    0x4000000: "HAS_DOCSTRING", 0x8000000: "METHOD",
}

opmap = _opmap()
_jumps = _jump_directions()
_caches = _cache_units()
cmp_op = ("<", "<=", "==", "!=", ">", ">=")
opname = [f"<{number}>" for number in range(max(255, *opmap.values()) + 1)]
for _name, _number in opmap.items():
    opname[_number] = _name
EXTENDED_ARG = opmap["EXTENDED_ARG"]
HAVE_ARGUMENT = _first_with_argument()
hasarg, hasconst, hasname, haslocal, hasfree, hascompare, hasjrel, hasjabs = _opcodes_by_argument()
hasjump = hasjrel
hasnargs = []
hasexc = [_number for _name, _number in opmap.items() if _name in ("SETUP_CLEANUP", "SETUP_FINALLY", "SETUP_WITH")]
# What these names are to `opcode`, too.
_OPCODE_NAMES = [
    "cmp_op", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "opname", "opmap",
    "HAVE_ARGUMENT", "EXTENDED_ARG", "stack_effect", *_optional,
]
__all__ = [
    "code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code", "get_instructions",
    "Instruction", "Bytecode", *_OPCODE_NAMES,
]
COMPILER_FLAG_NAMES = {number: name for number, name in _FLAGS.items() if number < 0x4000000 or _has_docstring_flag}


# The direction of jumps whose argument is where they lead.
_ABSOLUTE = 2


class _Unknown:
    def __repr__(self):
        return "<unknown>"


UNKNOWN = _Unknown()


class _PlainInstruction(_PlainFields):
    """One instruction and what a listing shows of it."""


_PlainInstruction.__name__ = _PlainInstruction.__qualname__ = "Instruction"


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


if not _has_labels:
    Instruction = _PlainInstruction


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


def _code_of(x, filename="<disassembly>"):
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if isinstance(x, str):
        try:
            x = compile(x, filename, "eval")
        except SyntaxError:
            x = compile(x, filename, "exec")
    if hasattr(x, "co_code") or hasattr(x, "co_consts"):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    code = _code_of(x)
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    for row in _instructions(code, adaptive):
        *head, offset, start, starts, line, label, positions, caches = row
        number = None if line is None else line + shift
        if _has_labels:
            yield Instruction(*head, offset, start, starts, number, label, Positions(*positions), None)
            continue
        if head[3] is NotImplemented:
            head[3] = UNKNOWN
        places = (Positions(*positions),) * _has_positions
        yield Instruction(*head, offset, number if starts else None, label is not None, *places)
        for unit in range(caches if show_caches else 0):
            yield Instruction("CACHE", 0, 0, None, "", offset + 2 * (unit + 1), None, False, Positions(*positions))


class Bytecode:
    """The listing of one code object; iterating gives its instructions."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False, show_offsets=False):
        self.codeobj = _code_of(x)
        self._original = x
        self._show_caches = show_caches
        self._adaptive = adaptive
        self._first_line = first_line
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self.current_offset = current_offset

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self._first_line, show_caches=self._show_caches, adaptive=self._adaptive)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._original!r})"

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches, adaptive=adaptive)

    def info(self):
        return code_info(self.codeobj)

    def dis(self):
        current = -1 if self.current_offset is None else self.current_offset
        return _listing(self.codeobj, current, self._show_caches, self._adaptive)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False, show_positions=False):
    if x is None:
        return distb(file=file, show_caches=show_caches, adaptive=adaptive)
    if isinstance(x, type) or type(x).__name__ == "module":
        for name, value in sorted(vars(x).items()):
            if isinstance(value, type) or hasattr(value, "co_code") or hasattr(getattr(value, "__func__", value), "__code__"):
                print(f"Disassembly of {name}:", file=file)
                try:
                    dis(value, file=file, depth=depth, show_caches=show_caches, adaptive=adaptive)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
        return
    _disassemble_nested(_code_of(x, "<dis>"), file, depth, show_caches, adaptive)


def _disassemble_nested(code, file, depth, show_caches, adaptive):
    disassemble(code, file=file, show_caches=show_caches, adaptive=adaptive)
    if depth is not None and depth <= 0:
        return
    for each in code.co_consts:
        if hasattr(each, "co_code"):
            print(f"\nDisassembly of {each!r}:", file=file)
            _disassemble_nested(each, file, None if depth is None else depth - 1, show_caches, adaptive)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    if tb is None:
        tb = getattr(getattr(sys, "last_exc", None), "__traceback__", None) or getattr(sys, "last_traceback", None)
        if tb is None:
            raise RuntimeError("no last traceback to disassemble")
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches, adaptive=adaptive)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    print(_listing(co, lasti, show_caches, adaptive), end="", file=file)


disco = disassemble


def findlinestarts(code):
    last = object()
    for start, _end, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def _unpacked(code):
    extended = skip = 0
    for offset in range(0, len(code), 2):
        if skip:
            skip -= 1
            continue
        name = opname[code[offset]]
        skip = _caches.get(name, 0)
        arg = code[offset + 1] | extended
        extended = arg << 8 if name == "EXTENDED_ARG" else 0
        yield offset, name, arg


def findlabels(code):
    """Offsets that jumps of the raw bytecode lead to."""
    if hasattr(code, "co_code"):
        code = code.co_code
    labels = []
    for offset, name, arg in _unpacked(code):
        way = _jumps.get(name)
        if way:
            after = offset + 2 + 2 * _caches.get(name, 0)
            label = 2 * arg if way == _ABSOLUTE else after + 2 * way * arg
            if label not in labels:
                labels.append(label)
    return labels


def stack_effect(opcode, oparg=None, /, *, jump=None):
    if jump not in (None, True, False):
        raise ValueError("stack_effect: jump must be False, True or None")
    if not _has_labels and (opcode >= HAVE_ARGUMENT) == (oparg is None):
        words = ("requires", "was not specified") if oparg is None else ("does not permit", "was specified")
        raise ValueError(f"stack_effect: opcode {words[0]} oparg but oparg {words[1]}")
    return _stack_effect(opcode, oparg, jump)


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
