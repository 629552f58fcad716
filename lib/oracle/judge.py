"""Runs programs as a prover asks for them, and says what they printed. Reads and gives JSON."""

import ast
import builtins
import codeop
import gc
import io
import json
import sys
import traceback
import types

_started_with = {
    "thresholds": gc.get_threshold(),
    "switch": sys.getswitchinterval(),
    "recursion": sys.getrecursionlimit(),
    "digits": getattr(sys, "get_int_max_str_digits", lambda: None)(),
    "modules": set(sys.modules),
}
_sessions = {}


def _new_main():
    main = types.ModuleType("__main__")
    main.__builtins__ = __builtins__
    return main


def _error(exception, filename):
    line = None
    if isinstance(exception, SyntaxError) and exception.filename == filename:
        line = exception.lineno
    step = exception.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == filename:
            line = step.tb_lineno
        step = step.tb_next
    last = "".join(traceback.format_exception(type(exception), exception, exception.__traceback__)).rstrip("\n").split("\n")[-1]
    return {"type": type(exception).__name__, "message": str(exception), "lastLine": last, "line": line}


class _Captured:
    """The program's output and its main module, for as long as it runs."""

    def __init__(self, main):
        self.main, self.out, self.err = main, io.StringIO(), io.StringIO()

    def __enter__(self):
        self.kept = sys.stdout, sys.stderr, sys.modules.get("__main__")
        sys.stdout, sys.stderr, sys.modules["__main__"] = self.out, self.err, self.main
        return self

    def __exit__(self, *_):
        sys.stdout, sys.stderr, sys.modules["__main__"] = self.kept


def _tidy(main):
    """What the end of a process does to its main module; then the interpreter as it was before the program."""
    sys.settrace(None)
    sys.setprofile(None)
    sys.last_value = sys.last_traceback = None
    vars(builtins).pop("_", None)
    names = [name for name in main.__dict__ if name != "__builtins__"]
    private = [name for name in names if name[0] == "_" and name[1:2] != "_"]
    for name in private + [name for name in names if name not in private]:
        try:
            main.__dict__[name] = None
        except Exception:
            pass  # A key of the program's own type may need what is gone; CPython goes on as well.
    gc.enable()
    gc.set_debug(0)
    gc.unfreeze()
    gc.callbacks.clear()
    gc.collect()
    gc.garbage.clear()
    gc.set_threshold(*_started_with["thresholds"])
    sys.unraisablehook, sys.excepthook, sys.displayhook = sys.__unraisablehook__, sys.__excepthook__, sys.__displayhook__
    sys.setrecursionlimit(_started_with["recursion"])
    sys.setswitchinterval(_started_with["switch"])
    if _started_with["digits"] is not None:
        sys.set_int_max_str_digits(_started_with["digits"])


def _prompt_units(source):
    """The statements of a program, each with the decorators and blank lines that belong to it, as one would type them."""
    rows = source.splitlines(True)
    for node in ast.parse(source).body:
        first = min([node.lineno] + [one.lineno for one in getattr(node, "decorator_list", [])])
        yield "\n" * (first - 1) + "".join(rows[first - 1 : node.end_lineno]) + "\n"


def _run(request):
    main, filename, error = _new_main(), "<script>", None
    with _Captured(main) as captured:
        try:
            if request["mode"] == "repl":
                filename = "<stdin>"
                for unit in _prompt_units(request["source"]):
                    try:
                        exec(compile(unit, filename, "single"), main.__dict__)
                    except BaseException as exception:
                        print(_error(exception, filename)["lastLine"])
            else:
                exec(compile(request["source"], filename, "exec"), main.__dict__)
        except BaseException as exception:
            if not (isinstance(exception, SystemExit) and exception.code in (0, None)):
                error = _error(exception, filename)
        _tidy(main)
    return {"stdout": captured.out.getvalue(), "error": error}


def _feed(request):
    if request["session"] not in _sessions:
        _sessions[request["session"]] = _new_main()
    main, error = _sessions[request["session"]], None
    with _Captured(main) as captured:
        try:
            code = codeop.compile_command(request["source"], "<stdin>", "single")
            if code is None:
                return {"incomplete": True}
            exec(code, main.__dict__)
        except BaseException as exception:
            error = _error(exception, "<stdin>")
    return {"stdout": captured.out.getvalue(), "error": error}


def _close(request):
    main = _sessions.pop(request["session"], None)
    if main is not None:
        with _Captured(main):
            _tidy(main)
    return {}


def judge(text):
    """Answers one request."""
    request = json.loads(text)
    return json.dumps({"run": _run, "feed": _feed, "close": _close}[request["kind"]](request))
