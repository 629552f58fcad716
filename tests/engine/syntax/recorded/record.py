"""Records what a real CPython makes of programs.txt and wrong.txt, into trees.json and errors.json.

Run once with each version, oldest first: python3.10 record.py, python3.11 record.py, ...
A version is written only where it differs from the version before.
"""
import ast
import json
import pathlib
import sys
import warnings

HERE = pathlib.Path(__file__).parent
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
ENUMS = (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)
warnings.simplefilter("ignore")


def constant(value):
    if isinstance(value, complex):
        return f"complex {value.imag!r}"
    if isinstance(value, bytes):
        return f"bytes {list(value)}"
    if isinstance(value, str):
        return f"str {json.dumps(value)}"
    return f"{type(value).__name__} {value!r}"


def dump(node):
    if node is None:
        return "-"
    if isinstance(node, list):
        return "[" + " ".join(map(dump, node)) + "]"
    if isinstance(node, ENUMS):
        return type(node).__name__
    if not isinstance(node, ast.AST):
        return str(node)
    place = ""
    if hasattr(node, "lineno"):
        place = f"@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
    fields = []
    for name in node._fields:
        if name in ("kind", "type_comment", "type_ignores", "type_params", "default_value") and not getattr(node, name):
            continue
        if name == "kind":
            continue
        value = getattr(node, name)
        literal = isinstance(node, (ast.Constant, ast.MatchSingleton)) and name == "value"
        fields.append(f"{name}={constant(value) if literal else dump(value)}")
    return f"{type(node).__name__}{place}({' '.join(fields)})"


def tree(source):
    try:
        return dump(ast.parse(source))
    except SyntaxError:
        return None


def error(source):
    try:
        ast.parse(source)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    return None


def record(programs, results, observe):
    path = HERE / results
    known = json.loads(path.read_text()) if path.exists() else []
    known = {entry["source"]: entry for entry in known}
    out = []
    for source in (HERE / programs).read_text().split("\n---\n"):
        source += "\n"
        entry = known.get(source, {"source": source})
        entry.pop(VERSION, None)
        before = [entry[v] for v in entry if v != "source"]
        seen = observe(source)
        if not before or before[-1] != seen:
            entry[VERSION] = seen
        out.append(entry)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in out)
    path.write_text(f"[\n{lines}\n]\n")


record("programs.txt", "trees.json", tree)
record("wrong.txt", "errors.json", error)
