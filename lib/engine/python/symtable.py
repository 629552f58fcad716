"""The symbol tables that the compiler makes: which names a block of code has, and where each lives."""

from _symtable import _blocks

__all__ = ["symtable", "SymbolTable", "Class", "Function", "Symbol"]
if _kinds_are_enum:
    __all__.insert(1, "SymbolTableType")

_USES = {
    "DEF_GLOBAL": 1, "DEF_LOCAL": 2, "DEF_PARAM": 4, "DEF_NONLOCAL": 8, "USE": 0x10, "DEF_FREE_CLASS": 0x40, "DEF_IMPORT": 0x80,
    "DEF_ANNOT": 0x100, "DEF_COMP_ITER": 0x200, "DEF_TYPE_PARAM": 0x400, "DEF_COMP_CELL": 0x800,
}
globals().update(_USES)
DEF_BOUND = _USES["DEF_BOUND"] = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM
LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE, CELL = range(1, 6)
_SCOPES = ("0", "LOCAL", "GLOBAL_EXPLICIT", "GLOBAL_IMPLICIT", "FREE", "CELL")

if _kinds_are_enum:
    from enum import StrEnum

    class SymbolTableType(StrEnum):
        MODULE = "module"
        FUNCTION = "function"
        CLASS = "class"
        ANNOTATION = "annotation"
        TYPE_ALIAS = "type alias"
        TYPE_PARAMETERS = "type parameters"
        TYPE_VARIABLE = "type variable"


_KINDS = {kind: SymbolTableType(kind) if _kinds_are_enum else kind for kind in ("module", "function", "class", "annotation")}
_KINDS.update((kind, SymbolTableType(name) if _kinds_are_enum else name) for kind, name in _kind_names)


def symtable(code, filename, compile_type):
    """The table of a source's outermost block."""
    if compile_type not in ("exec", "eval", "single"):
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    if isinstance(code, bytes):
        code = code.decode()
    elif not isinstance(code, str):
        raise TypeError("symtable() arg 1 must be a string or bytes object")
    return _table(_blocks(code, filename, compile_type), filename)


def _table(block, filename):
    kind = {"function": Function, "class": Class}.get(block[1], SymbolTable)
    return kind(block, filename)


class SymbolTable:
    """One block."""

    def __init__(self, raw_table, filename):
        self._name, self._kind, self._line, self._nested, self._table, blocks = raw_table
        self._filename = filename
        self._symbols = {}
        self._children = [_table(block, filename) for block in blocks]

    def __repr__(self):
        kind = "" if self.__class__ is SymbolTable else f"{self.__class__.__name__} "
        where = f"module {self._filename}" if self._name == "top" else f"{self._name} in {self._filename}"
        return f"<{kind}SymbolTable for {where}>"

    def get_type(self):
        return _KINDS[self._kind]

    def get_id(self):
        return id(self)

    def get_name(self):
        return self._name

    def get_lineno(self):
        return self._line

    def is_optimized(self):
        """Whether locals are found by number."""
        return self._kind == "function"

    def is_nested(self):
        return self._nested

    def has_children(self):
        return bool(self._children)

    def get_children(self):
        return list(self._children)

    def get_identifiers(self):
        return self._table.keys()

    def lookup(self, name):
        """The symbol of a name."""
        symbol = self._symbols.get(name)
        if symbol is None:
            flags, scope = self._table[name]
            spaces = [child for child in self._children if child._name == name]
            symbol = self._symbols[name] = Symbol(name, flags, scope, spaces, module_scope=self._name == "top")
        return symbol

    def get_symbols(self):
        return [self.lookup(name) for name in self._table]

    def _names(self, test):
        return tuple(name for name, (flags, scope) in self._table.items() if test(flags, scope))


class Function(SymbolTable):
    """The block of a function, a lambda or a comprehension."""

    def get_parameters(self):
        return self._names(lambda flags, scope: flags & DEF_PARAM)

    def get_locals(self):
        return self._names(lambda flags, scope: scope in (LOCAL, CELL))

    def get_globals(self):
        return self._names(lambda flags, scope: scope in (GLOBAL_IMPLICIT, GLOBAL_EXPLICIT))

    def get_nonlocals(self):
        return self._names(lambda flags, scope: flags & DEF_NONLOCAL)

    def get_frees(self):
        return self._names(lambda flags, scope: scope == FREE)

    if _asks_cells:
        def get_cells(self):
            return self._names(lambda flags, scope: scope == CELL)


class Class(SymbolTable):
    """The block of a class."""

    def get_methods(self):
        """Names of the functions in it."""
        if _methods_warn:
            import warnings

            kind = type(self)
            warnings.warn(
                f"{kind.__module__}.{kind.__name__}.get_methods() is deprecated and will be removed in Python 3.16.",
                DeprecationWarning,
                stacklevel=1,
            )
        return tuple(dict.fromkeys(child._name for child in self._children if self._is_method(child)))

    def _is_method(self, child):
        if not _methods_are_functions:
            return True
        if self._table.get(child._name, (0, 0))[1] != LOCAL:
            return False
        if child._kind == "type-parameters":
            return any(inner._name == child._name and inner._kind == "function" for inner in child._children)
        return child._kind == "function" and not (child._name == "genexpr" and ".0" in child._table)


class Symbol:
    """What is known of a name in a block."""

    def __init__(self, name, flags, scope, namespaces=None, *, module_scope=False):
        self._name = name
        self._flags = flags
        self._scope = scope
        self._spaces = namespaces or ()
        self._is_of_module = module_scope

    def __repr__(self):
        if not _shown_uses:
            return f"<symbol {self._name!r}>"
        return f"<symbol {self._name!r}: {_SCOPES[self._scope]}, {'|'.join(self._flags_str())}>"

    def _flags_str(self):
        for use in _shown_uses:
            if self._flags & _USES[use] == _USES[use]:
                yield use

    def get_name(self):
        return self._name

    def is_referenced(self):
        return bool(self._flags & USE)

    def is_parameter(self):
        return bool(self._flags & DEF_PARAM)

    def is_global(self):
        return self._scope in (GLOBAL_IMPLICIT, GLOBAL_EXPLICIT) or self._is_bound_in_module()

    def is_nonlocal(self):
        return bool(self._flags & DEF_NONLOCAL)

    def is_declared_global(self):
        return self._scope == GLOBAL_EXPLICIT

    def is_local(self):
        return self._scope in (LOCAL, CELL) or self._is_bound_in_module()

    def _is_bound_in_module(self):
        return self._is_of_module and bool(self._flags & DEF_BOUND)

    def is_annotated(self):
        return bool(self._flags & DEF_ANNOT)

    def is_free(self):
        return self._scope == FREE

    def is_imported(self):
        return bool(self._flags & DEF_IMPORT)

    def is_assigned(self):
        return bool(self._flags & DEF_LOCAL)

    if _asks_more:
        def is_type_parameter(self):
            return bool(self._flags & DEF_TYPE_PARAM)

        def is_free_class(self):
            return bool(self._flags & DEF_FREE_CLASS)

        def is_comp_iter(self):
            return bool(self._flags & DEF_COMP_ITER)

        def is_comp_cell(self):
            return bool(self._flags & DEF_COMP_CELL)

    if _asks_cells:
        def is_cell(self):
            return self._scope == CELL

    def is_namespace(self):
        """Whether a function or class of this name is defined in the block."""
        return bool(self._spaces)

    def get_namespaces(self):
        return self._spaces

    def get_namespace(self):
        """The one block of this name."""
        if len(self._spaces) == 1:
            return self._spaces[0]
        raise ValueError(f"name is {'bound to multiple' if self._spaces or not _tells_no_namespace else 'not bound to any'} namespaces")
