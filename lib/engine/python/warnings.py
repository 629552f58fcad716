"""Warnings: shown once for each place, unless a filter says otherwise."""

import sys

filters = []
_defaultaction = "default"
onceregistry = {}
_CATEGORY = ("ignore", "always", "all", "error", "default", "module", "once")


class WarningMessage:
    """A warning as `catch_warnings(record=True)` keeps it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}"


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    source = _source_line(filename, lineno) if line is None else line
    return text + f"  {source.strip()}\n" if source and source.strip() else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    target = sys.stderr if file is None else file
    if target is not None:
        target.write(formatwarning(message, category, filename, lineno, line))


_show_default = showwarning
_records = None


def _reset_filters():
    filters[:] = [
        ("default", None, DeprecationWarning, "__main__", 0),
        ("ignore", None, DeprecationWarning, None, 0),
        ("ignore", None, PendingDeprecationWarning, None, 0),
        ("ignore", None, ImportWarning, None, 0),
        ("ignore", None, ResourceWarning, None, 0),
    ]


_reset_filters()


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
        return
    if item in filters:
        filters.remove(item)
    filters.insert(0, item)
    _forget()


def _forget():
    for module in list(sys.modules.values()):
        registry = getattr(module, "__warningregistry__", None)
        if registry:
            registry.clear()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in _CATEGORY:
        raise ValueError(f"invalid action: {action!r}")
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """What happens to all warnings of a category."""
    if action not in _CATEGORY:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int) or lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters.clear()
    _forget()


def _action_for(text, category, module, lineno):
    for action, wanted, kind, where, line in filters:
        if wanted is not None and not text.lower().startswith(wanted.lower()):
            continue
        if issubclass(category, kind) and (where is None or where == module) and line in (0, lineno):
            return action
    return _defaultaction


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warns about the caller's line, or that of a caller further out."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'" if not isinstance(category, type) else f"category must be a Warning subclass, not class '{category.__name__}'")
    try:
        frame = sys._getframe(max(0, stacklevel - 1))
        space, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    except ValueError:
        space, filename, lineno = sys.__dict__, "<sys>", 0
    registry = space.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, space.get("__name__", "<string>"), registry, space, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    registry = {} if registry is None else registry
    text = str(message)
    if isinstance(message, Warning):
        category = type(message)
    else:
        message = category(message)
    action = _action_for(text, category, module, lineno)
    if action == "ignore" or registry.get((text, category, lineno)):
        return
    if action == "error":
        raise message
    if action == "default":
        registry[text, category, lineno] = True
    elif action == "module":
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = True
    elif action == "once":
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = True
    if showwarning is not _show_default:
        showwarning(message, category, filename, lineno)
    elif _records is not None:
        _records.append(WarningMessage(message, category, filename, lineno, source=source))
    elif sys.stderr is not None:
        sys.stderr.write(formatwarning(message, category, filename, lineno) + _allocation(category, source))


def _allocation(category, source):
    """Where the object that a warning is about was made, if tracemalloc knows."""
    if source is None:
        return ""
    tracemalloc = sys.modules.get("tracemalloc")
    if tracemalloc is None or not tracemalloc.is_tracing():
        return f"{category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
    trace = tracemalloc.get_object_traceback(source)
    if trace is None:
        return ""
    text = "Object allocated at (most recent call last):\n"
    for frame in trace:
        text += f'  File "{frame.filename}", lineno {frame.lineno}\n'
        line = _source_line(frame.filename, frame.lineno)
        if line and line.strip():
            text += f"    {line.strip()}\n"
    return text


def _warn_unawaited_coroutine(coro):
    text = f"coroutine '{coro.__qualname__}' was never awaited"
    if coro.cr_origin:
        lines = []
        for filename, lineno, name in reversed(coro.cr_origin):
            source = (_source_line(filename, lineno) or "").strip()
            lines.append(f'  File "{filename}", line {lineno}, in {name}\n' + (f"    {source}\n" if source else ""))
        text += "\nCoroutine created at (most recent call last)\n" + "".join(lines).rstrip("\n")
    warn(text, category=RuntimeWarning, source=coro)


def _warn_unawaited_request(method, name):
    warn(f"coroutine method '{method}' of '{name}' was never awaited", category=RuntimeWarning)


def _warn_throw(method):
    warn(f"the (type, exc, tb) signature of {method}() is deprecated, use the single-arg signature instead.", DeprecationWarning)


class catch_warnings:
    """Puts the filters back at the end; with `record`, keeps the warnings in a list instead of showing them."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f"catch_warnings({'record=True' if self._record else ''})"

    def __enter__(self):
        global _records
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = (filters[:], showwarning, _records)
        _forget()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _records = []
            return _records
        return None

    def __exit__(self, *exc_info):
        global _records, showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], showwarning, _records = self._saved
        _forget()


class deprecated:
    """Marks a function or class as deprecated: calls warn."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        import functools

        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original_new = arg.__new__

            @functools.wraps(original_new)
            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=level)
                if original_new is not object.__new__:
                    return original_new(cls, *args, **kwargs)
                if cls.__init__ is object.__init__ and (args or kwargs):
                    raise TypeError(f"{cls.__name__}() takes no arguments")
                return original_new(cls)

            # Whoever derives from the class is told as well.
            original_hook = arg.__init_subclass__
            is_own = isinstance(original_hook, type(self.__call__))
            hook = original_hook.__func__ if is_own else original_hook

            @functools.wraps(hook)
            def __init_subclass__(*args, **kwargs):
                warn(message, category=category, stacklevel=level)
                return hook(*args, **kwargs)

            arg.__new__ = staticmethod(__new__)
            arg.__init_subclass__ = classmethod(__init_subclass__) if is_own else __init_subclass__
            arg.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = message
            return arg
        if not callable(arg):
            raise TypeError(f"@deprecated decorator with non-None category must be applied to a class or callable, not {arg!r}")

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=level)
            return arg(*args, **kwargs)

        from inspect import iscoroutinefunction, markcoroutinefunction

        if iscoroutinefunction(arg):
            wrapper = markcoroutinefunction(wrapper)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
