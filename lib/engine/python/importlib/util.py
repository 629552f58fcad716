"""Finding modules without importing them."""

import sys
from importlib import _resolve, import_module
from importlib.machinery import ModuleSpec, _spec_of
from types import ModuleType

# Modules that a version has and this engine finds, but cannot run; and those among them that are packages.
_ABSENT = {"concurrent", "concurrent.futures", "concurrent.futures.thread", "concurrent.futures.process"}
_PACKAGES = {"concurrent", "concurrent.futures"}
if _has_interpreters:
    _ABSENT.update(("concurrent.futures.interpreter", "concurrent.interpreters"))


def resolve_name(name, package):
    """An absolute name for one that may be relative."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    return _resolve(name[level:], package, level)


def find_spec(name, package=None):
    """The spec of a module, or None; parents are imported."""
    full = resolve_name(name, package)
    if full in _ABSENT:
        return _spec_of(full, full in _PACKAGES, False)
    if full in sys.modules:
        module = sys.modules[full]
        if module is None:
            return None
        if getattr(module, "__spec__", None) is not None:
            return module.__spec__
        if full == "__main__" or _known(full) is None:
            raise ValueError(f"{full}.__spec__ is None" if hasattr(module, "__spec__") else f"{full}.__spec__ is not set")
    parent = full.rpartition(".")[0]
    if parent in _PACKAGES and not _known(parent):
        return None
    if parent:
        owner = import_module(parent)
        if _known(full) is None and not _known(parent)[0]:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {full!r}", name=full)
    found = _known(full)
    return found and _spec_of(full, *found)


def module_from_spec(spec):
    """A new module, not run yet."""
    module = ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    return module


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)
