"""What says where a module comes from."""

import sys

_LIBRARY = f"/usr/lib/python{sys.version_info[0]}.{sys.version_info[1]}/"
SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = [".so"]


class BuiltinImporter:
    """Loads modules that are compiled into the interpreter."""


class SourceFileLoader:
    """Stands for the loader of a source file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        return self.path

    def is_package(self, fullname):
        return self.path.endswith("__init__.py")


BuiltinImporter.__module__ = "_frozen_importlib"
SourceFileLoader.__module__ = "_frozen_importlib_external"


class ModuleSpec:
    """A module's name, its loader and where it was found."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._set_fileattr = False
        self.cached = None

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"ModuleSpec({', '.join(parts)})"

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        return (self.name, self.loader, self.origin, self.submodule_search_locations) == (
            other.name, other.loader, other.origin, other.submodule_search_locations
        )


ModuleSpec.__module__ = "_frozen_importlib"


def _spec_of(name, is_package, is_builtin):
    """The spec of a module that the interpreter brings."""
    if is_builtin:
        return ModuleSpec(name, BuiltinImporter, origin="built-in")
    path = _LIBRARY + name.replace(".", "/") + ("/__init__.py" if is_package else ".py")
    spec = ModuleSpec(name, SourceFileLoader(name, path), origin=path, is_package=is_package)
    spec._set_fileattr = True
    if is_package:
        spec.submodule_search_locations.append(path.removesuffix("/__init__.py"))
    return spec
