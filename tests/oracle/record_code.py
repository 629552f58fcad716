"""Records what this CPython compiles the cases of a file to, in place: the file of its version, run with that version.

python3.11 tests/oracle/record_code.py tests/engine/compiler/recorded-3.11.json
node tests/oracle/record.mjs 3.10 tests/engine/compiler/recorded-3.10.json

A case is an object with `name`, `mode` and `source`; `codes` is written: the code object and those in its constants.
"""

import dis
import json
import platform
import sys
import types
import warnings


def constant(value):
    kind = type(value).__name__
    if value is None or value is ...:
        return "none" if value is None else "ellipsis"
    if kind == "complex":
        return f"complex {value.real!r} {value.imag!r}"
    if kind == "bytes":
        return "bytes " + value.hex()
    if kind == "tuple":
        return [kind, *map(constant, value)]
    if kind == "frozenset":
        return [kind, *sorted(map(constant, value), key=str)]
    if kind == "slice":
        return [kind, constant(value.start), constant(value.stop), constant(value.step)]
    if kind == "code":
        return "code " + name_of(value)
    return f"{kind} {value!r}" if kind == "float" else f"{kind} {value}"


def stable(text):
    """Addresses and the order of sets differ from run to run."""
    return "" if text.startswith("<code object") or "frozenset({" in text else text


def name_of(code):
    """Code objects have no qualified names before 3.11."""
    return code.co_qualname if sys.version_info >= (3, 11) else code.co_name


def described_by_version(code):
    """The instructions; before 3.11 they have lines and no columns, and handlers are instructions."""
    rows = list(dis.get_instructions(code))
    if sys.version_info >= (3, 11):
        return {
            "code": [[each.opname, each.arg, stable(each.argrepr), each.offset, *each.positions] for each in rows],
            "handlers": [[each.start, each.end, each.target, each.depth, each.lasti] for each in dis._parse_exception_table(code)],
        }
    lines = {at: line for start, end, line in code.co_lines() for at in range(start, end, 2)}
    return {
        "code": [[each.opname, each.arg, stable(each.argrepr), each.offset, lines[each.offset], each.is_jump_target] for each in rows],
        "lines": code.co_linetable.hex(), "lineSteps": code.co_lnotab.hex(),
    }


def described(code):
    own = {
        "name": code.co_name, "qualname": name_of(code), "firstLine": code.co_firstlineno, "argCount": code.co_argcount,
        "posOnly": code.co_posonlyargcount, "kwOnly": code.co_kwonlyargcount, "flags": code.co_flags, "stackSize": code.co_stacksize,
        "names": code.co_names, "varNames": code.co_varnames, "cellVars": code.co_cellvars, "freeVars": code.co_freevars,
        "consts": [constant(each) for each in code.co_consts],
        **described_by_version(code),
    }
    nested = [described(each) for each in code.co_consts if isinstance(each, types.CodeType)]
    return [own, *(each for codes in nested for each in codes)]


def main(path):
    with open(path, encoding="utf-8") as file:
        cases = json.load(file)["cases"]
    warnings.simplefilter("ignore")
    rows = []
    for case in cases:
        code = compile(case["source"], "<script>", case["mode"], dont_inherit=True)
        recorded = {"name": case["name"], "mode": case["mode"], "source": case["source"], "codes": described(code)}
        rows.append(json.dumps(recorded, ensure_ascii=False, separators=(",", ":")))
    with open(path, "w", encoding="utf-8") as file:
        file.write('{\n"release": ' + json.dumps(platform.python_version()) + ',\n"cases": [\n' + ",\n".join(rows) + "\n]\n}\n")


main(sys.argv[1])
