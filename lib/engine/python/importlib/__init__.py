"""Importing by name. There is no file system: every module is one that the interpreter brings."""

import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def import_module(name, package=None):
    """The module of a name, which may be relative to a package."""
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        while level < len(name) and name[level] == ".":
            level += 1
        name = _resolve(name[level:], package, level)
    if not name:
        raise ValueError("Empty module name")
    return _load(name)


def _resolve(name, package, level):
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name}" if name else parts[0]


def reload(module):
    """Runs a module's code again in its namespace."""
    name = getattr(module, "__name__", None)
    if not isinstance(module, type(sys)) or name is None:
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if not _knows(name):
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    _reload(module)
    return sys.modules[name]


def invalidate_caches():
    """There is none to forget."""
