"""Interpreters of one process at their lowest: what is run in which, and what is handed over."""

import atexit
import builtins
import sys
import types

(WHENCE_UNKNOWN, WHENCE_RUNTIME, WHENCE_LEGACY_CAPI, WHENCE_CAPI, WHENCE_XI, WHENCE_STDLIB) = range(6)


class InterpreterError(Exception):
    """A cross-interpreter operation failed."""


class InterpreterNotFoundError(InterpreterError):
    """There is no such interpreter."""


class NotShareableError(TypeError):
    """An object cannot be handed to another interpreter."""


for _class in (InterpreterError, InterpreterNotFoundError, NotShareableError):
    _class.__module__ = "concurrent.interpreters"
del _class


def _look_up(id, restrict=False, doing=""):
    """The number of an interpreter that exists; with `restrict`, of one that this module made."""
    if not hasattr(type(id), "__index__"):
        raise TypeError(f"interpreter ID must be an int, got {type(id).__name__}")
    id = id.__index__()
    if id < 0:
        raise ValueError(f"interpreter ID must be a non-negative int, got {id}")
    if not _exists(id):
        raise InterpreterNotFoundError(f"unrecognized interpreter ID {id}")
    if restrict and id == 0:
        raise InterpreterError(f"cannot {doing} unrecognized interpreter {id}")
    return id


def _origin(id):
    return WHENCE_RUNTIME if id == 0 else WHENCE_STDLIB


def create(config=None, *, reqrefs=False):
    """Makes an interpreter and gives its number."""
    if config not in (None, "", "default", "isolated"):
        raise NotImplementedError("_interpreters.create: only isolated interpreters are modelled")
    return _create(reqrefs)


def list_all(*, require_ready=False):
    return [(id, _origin(id)) for id in _ids()]


def get_current():
    id = _current()
    return (id, _origin(id))


def get_main():
    return (0, WHENCE_RUNTIME)


def whence(id):
    return _origin(_look_up(id))


def is_running(id, *, restrict=False):
    return _is_running(_look_up(id, restrict, "check if running for"))


def incref(id, *, implieslink=False, restrict=False):
    _incref(_look_up(id, restrict, "incref"))


def decref(id, *, restrict=False):
    """One object less stands for it: the last one takes the interpreter with it."""
    id = _look_up(id, restrict, "decref")
    if _decref(id) and not _is_running(id):
        _finish(id)


def destroy(id, *, restrict=False):
    id = _look_up(id, restrict, "destroy")
    if id == _current():
        raise InterpreterError("cannot destroy the current interpreter")
    if _is_running(id):
        raise InterpreterError("interpreter running")
    _finish(id)


def _finish(id):
    _enter(id, "end", (), False)
    _end(id)


def _end_others():
    """The process ends: so do interpreters that were left."""
    if _current() != 0:
        return
    rest = [id for id in _ids() if id != 0]
    if rest:
        import warnings
        warnings.warn_explicit("remaining subinterpreters; close them with Interpreter.close()", RuntimeWarning, "<sys>", 0)
    for id in rest:
        _finish(id)


atexit._last.append(_end_others)


# What is handed over.

def _state_of(func):
    """What a function needs besides its arguments and built-in names, in words; None when nothing (_PyFunction_VerifyStateless)."""
    code = func.__code__
    if func.__defaults__:
        return "defaults not supported"
    if func.__kwdefaults__:
        return "keyword defaults not supported"
    if func.__closure__ or code.co_freevars:
        return "closures not supported"
    names = _global_names(code)
    if any(name in func.__globals__ for name in names):
        return "globals not supported"
    known = [name in vars(builtins) for name in names]
    if any(known) and not all(known):
        return "globals not supported"
    return None


def _function_form(func):
    if type(func) is not types.FunctionType:
        raise NotShareableError(f"expected a function, got {func!r}")
    state = _state_of(func)
    if state is not None:
        raise NotShareableError("only stateless functions are shareable") from ValueError(state)
    return _share_function(func.__code__)


def _pickle_form(obj):
    import pickle
    try:
        data = pickle.dumps(obj)
    except Exception as error:
        raise NotShareableError("object could not be pickled") from error
    return _share_pickle(data)


def _other_form(obj):
    """What stands for an object of a type that is not handed over as it is; None when nothing does."""
    for form in (_function_form, _pickle_form):
        try:
            return form(obj)
        except NotShareableError:
            pass
    return None


def _form(obj, falls_back):
    data = _share(obj, falls_back)
    if data is None:
        raise NotShareableError(f"{obj!r} does not support cross-interpreter data")
    return data


_missing = "module '__main__' has no attribute '"


def _unpickled(data):
    """An object by its pickle. What the program defines is looked for in a copy of it that runs under another name."""
    import pickle
    try:
        try:
            return pickle.loads(data)
        except AttributeError as error:
            if not str(error).startswith(_missing):
                raise
            copy = _copy_of_main()
            if copy is None:
                raise
            own = sys.modules["__main__"]
            sys.modules["__main__"] = copy
            try:
                return pickle.loads(data)
            finally:
                sys.modules["__main__"] = own
    except Exception as error:
        raise NotShareableError("object could not be unpickled") from error


_copies = []


def _copy_of_main():
    """The program as a module of this interpreter, run once, with a name that keeps its main part from running."""
    if not _copies:
        from _processes import _main_source
        found = _main_source()
        if found is None or found[0].startswith("<stdin"):
            return None
        filename, text = found
        module = types.ModuleType("<fake __main__>")
        module.__file__ = filename
        builtins.exec(compile(text, filename, "exec"), module.__dict__)
        _copies.append(module)
    return _copies[0]


# What is run.

def _main_of(id):
    if _is_running(id):
        raise InterpreterError("interpreter already running")
    return id


def _script_form(code):
    """What stands for a script: a text, a code object, or a function that is only looked into."""
    if isinstance(code, types.FunctionType):
        code = code.__code__
    elif not isinstance(code, types.CodeType):
        if not isinstance(code, (str, bytes, bytearray, memoryview)):
            raise TypeError(f"unsupported script {code!r}")
        # Differs: where the program itself is called <script>, tracebacks would quote its lines.
        code = compile(code, "<string>" if _is_known_source("<script>") else "<script>", "exec")
    if code.co_freevars:
        raise ValueError("closures not supported")
    if code.co_argcount or code.co_kwonlyargcount or code.co_flags & 12:
        raise ValueError("code with args not supported")
    if not _returns_only_none(code):
        raise ValueError("code that returns a value is not a script")
    return _share_code(code)


def _is_known_source(filename):
    from _processes import _main_source
    found = _main_source()
    return found is not None and found[0] == filename


def set___main___attrs(id, updates, *, restrict=False):
    id = _look_up(id, restrict, "update __main__ for")
    if not updates:
        raise ValueError("arg 2 must be a non-empty dict")
    parts = []
    for name, value in updates.items():
        parts += (_share(name, False), _form(value, False))
    _result(_enter(_main_of(id), "update", tuple(parts), True))


def exec(id, code, shared=None, *, restrict=False):
    """Runs a script in the `__main__` of an interpreter. None, or what is known of the exception that ended it."""
    id = _look_up(id, restrict, "exec code for")
    script = _script_form(code)
    if shared:
        set___main___attrs(id, shared)
    return _result(_enter(_main_of(id), "exec", (script,), True))[1]


run_string = run_func = exec


def call(id, callable, args=None, kwargs=None, *, preserve_exc=False, restrict=False):
    """Calls something there; its value, and None or what is known of the exception that ended it."""
    id = _look_up(id, restrict, "make a call in")
    if not hasattr(type(callable), "__call__"):
        raise TypeError(f"expected a callable, got {callable!r}")
    try:
        function = _function_form(callable)
    except NotShareableError:
        try:
            function = _pickle_form(callable)
        except NotShareableError:
            function = None
        if function is None:
            raise
    parts = (function, _form(args or (), True), _form(kwargs, True) if kwargs else _share((), False))
    return _result(_enter(_main_of(id), "call", parts, True))


def _result(answer):
    """The value and the exception of a session."""
    state, *parts = answer
    state = state.open()
    if state == "refused":
        raise NotShareableError(parts[0].open())
    if state == "raised":
        return None, _snapshot(*(part.open() for part in parts))
    return parts[0].open() if parts else None, None


def _snapshot(name, qualname, module, message, formatted, display):
    kind = types.SimpleNamespace(__name__=name, __qualname__=qualname, __module__=module)
    return types.SimpleNamespace(type=kind, msg=message, formatted=formatted, errdisplay=display)


def _summary(error):
    """What is told of an exception elsewhere (_PyXI_excinfo)."""
    import traceback
    kind = type(error)
    module, message = kind.__module__, str(error)
    formatted = f"{kind.__qualname__}: {message}" if module in ("builtins", "__main__") else f"{module}.{kind.__qualname__}: {message}"
    display = "".join(traceback.TracebackException.from_exception(error).format())[:-1]
    return (kind.__name__, kind.__qualname__, module, message, formatted, display)


def capture_exception(exc=None):
    """What would be told of an exception in another interpreter."""
    if exc is None:
        exc = sys.exception()
        if exc is None:
            return None
    if not isinstance(exc, BaseException):
        raise TypeError(f"expected exception, got {exc!r}")
    return _snapshot(*_summary(exc))


def _plain(*values):
    return tuple(_share(value, False) for value in values)


def _serve(task, parts):
    """The lowest frame of a thread that has come from another interpreter."""
    try:
        if task == "call":
            _answer(_serve_call(*parts))
            return
        if task == "exec":
            # As a call, whose frame can be put aside while it waits.
            types.FunctionType(parts[0].open(), _main_namespace())()
        elif task == "update":
            values = [part.open() for part in parts]
            _main_namespace().update(zip(values[::2], values[1::2]))
        else:
            _leave()
        _answer(_plain("done"))
    except BaseException as error:
        _answer(_plain("raised", *_summary(error)))


def _main_namespace():
    return sys.modules["__main__"].__dict__


def _serve_call(function, args, kwargs):
    try:
        function, args, kwargs = function.open(), args.open(), kwargs.open()
    except NotShareableError as error:
        return _plain("refused", str(error))
    value = _called(function, args, kwargs or {})
    try:
        return (*_plain("done"), _form(value, True))
    except NotShareableError as error:
        return _plain("refused", str(error))


# Functions that ask in whose name they are called: here in that of `__main__`.
_in_main = {name: getattr(builtins, name) for name in ("eval", "exec", "globals", "locals", "vars", "dir")}


def _called(function, args, kwargs):
    for name, known in _in_main.items():
        if function is known and len(args) < (2 if name in ("eval", "exec") else 1):
            space = _main_namespace()
            if name in ("eval", "exec"):
                return function(*args, space, **kwargs)
            return sorted(space) if name == "dir" else space
    return function(*args, **kwargs)


def _leave():
    """What an interpreter does before its modules are given up."""
    for name, function in (("threading", "_shutdown"), ("atexit", "_run_exitfuncs")):
        if name in sys.modules:
            getattr(sys.modules[name], function)()
