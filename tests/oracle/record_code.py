"""Records what this CPython compiles the cases of a file to, in place: the file of its version, run with that version.

python3.11 tests/oracle/record_code.py tests/engine/compiler/recorded-3.11.json

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
        return "code " + value.co_qualname
    return f"{kind} {value!r}" if kind == "float" else f"{kind} {value}"


def stable(text):
    """Addresses and the order of sets differ from run to run."""
    return "" if text.startswith("<code object") or "frozenset({" in text else text


def described(code):
    own = {
        "name": code.co_name, "qualname": code.co_qualname, "firstLine": code.co_firstlineno, "argCount": code.co_argcount,
        "posOnly": code.co_posonlyargcount, "kwOnly": code.co_kwonlyargcount, "flags": code.co_flags, "stackSize": code.co_stacksize,
        "names": code.co_names, "varNames": code.co_varnames, "cellVars": code.co_cellvars, "freeVars": code.co_freevars,
        "consts": [constant(each) for each in code.co_consts],
        "code": [[each.opname, each.arg, stable(each.argrepr), each.offset, *each.positions] for each in dis.get_instructions(code)],
        "handlers": [[each.start, each.end, each.target, each.depth, each.lasti] for each in dis._parse_exception_table(code)],
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
