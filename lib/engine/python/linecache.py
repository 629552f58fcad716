"""Lines of sources, which tracebacks quote."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# An entry holds size, time of change (None: it is never out of date), lines and full name; a lazy one only what gives the source.
cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """The line with its end; "" where there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return entry[2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Forgets what was read from files that have changed or are gone."""
    names = list(cache) if filename is None else [filename] if filename in cache else []
    for name in names:
        entry = cache[name]
        if len(entry) == 1:
            continue
        size, time, _lines, fullname = entry
        if time is not None:
            text = _source_text(fullname)
            if text is None or size != len(text.encode()):
                cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Reads a source anew; its lines, or none."""
    if filename in cache and len(cache[filename]) != 1:
        cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    text = _source_text(filename)
    time = 0.0
    if text is None:
        if not lazycache(filename, module_globals):
            return []
        try:
            text = cache[filename][0]()
        except (ImportError, OSError):
            return []
        if text is None:
            return []
        time = None
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = len(text.encode()) if time is not None else len(text), time, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Remembers the loader of a module that gives its source when that is asked for; whether there will be something."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    if module_globals and "__name__" in module_globals:
        spec = module_globals.get("__spec__")
        name = getattr(spec, "name", None) or module_globals["__name__"]
        loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
        get_source = getattr(loader, "get_source", None)
        if name and get_source:
            def get_lines(name=name, *args, **kwargs):
                return get_source(name, *args, **kwargs)

            cache[filename] = (get_lines,)
            return True
    return False
