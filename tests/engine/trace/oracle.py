"""Records what real CPython's own tracer sees: PYENV_VERSION=3.13.0 python3.13 oracle.py > recorded-3.13.json

For each event of a program's frames: its kind, line and function; the frame's names with the type of what they refer to, its
identity and, where reading the names adds no reference, the count of references (null for an immortal object).
"""
import dis
import json
import pathlib
import sys

# Before PEP 667 reading f_locals made a dict that refers to everything.
COUNTS = sys.version_info >= (3, 13)


def is_left_by_exception(frame):
    name = dis.opname[frame.f_code.co_code[frame.f_lasti]]
    # A frame that yields stands at the instruction after, in some versions.
    return not name.startswith(("RETURN", "YIELD", "RESUME"))


def watch(source, name):
    events = []

    def tell(frame, event, arg):
        if frame.f_code.co_filename != name:
            return None
        if event == "return" and is_left_by_exception(frame):
            return tell
        seen = {}
        for n in sorted(n for n in frame.f_locals if not n.startswith("__")):
            value = frame.f_locals[n]
            # Less the tracer's own name, and the argument.
            count = sys.getrefcount(value) - 2
            seen[n] = [type(value).__name__, id(value), (count if count < 2**30 else None) if COUNTS else None]
            del value
        events.append([event, frame.f_lineno, frame.f_code.co_name, seen])
        return tell

    sys.settrace(tell)
    try:
        exec(compile(source, name, "exec"), {"__name__": "__main__"})
    finally:
        sys.settrace(None)
    return events


recorded = {}
for path in sorted(pathlib.Path(__file__).parent.joinpath("programs").glob("*.py")):
    recorded[path.name] = watch(path.read_text(), path.name)
json.dump({"version": "%d.%d" % sys.version_info[:2], "counts": COUNTS, "programs": recorded}, sys.stdout, separators=(",", ":"))
