"""Annotations of functions, classes and modules in one of several formats (PEP 649, PEP 749)."""

import builtins
import enum
import sys
import types

__all__ = [
    "Format", "ForwardRef", "call_annotate_function", "call_evaluate_function", "get_annotate_from_class_namespace", "get_annotations",
    "annotations_to_string", "type_repr",
]

# The dict of a class body, as the function that makes the annotations of the class sees it.
_CLASS_NAMES = "__classdict__"


class Format(enum.IntEnum):
    """What becomes of an annotation."""

    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


class ForwardRef:
    """An annotation, or a part of one, that has no value yet."""

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        self.__owner__ = owner
        self.__globals__ = None
        self.__cell__ = None

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        """The value that the text has by now."""
        if format == Format.STRING:
            return self.__forward_arg__
        owner = self.__owner__ if owner is None else owner
        names = self._names(globals, locals, type_params, owner)
        try:
            return eval(self.__forward_arg__, names)
        except Exception:
            if format == Format.FORWARDREF:
                return self
            raise

    def _names(self, globals, locals, type_params, owner):
        if globals is None:
            globals = self.__globals__
        if globals is None and self.__forward_module__ is not None:
            globals = getattr(sys.modules.get(self.__forward_module__), "__dict__", None)
        if globals is None:
            globals = _globals_of(owner)
        names = dict(globals)
        if isinstance(owner, type) and locals is None:
            names.update(vars(owner))
        for parameter in getattr(owner, "__type_params__", ()) if type_params is None else type_params:
            names.setdefault(parameter.__name__, parameter)
        if isinstance(self.__cell__, types.CellType):
            try:
                names[self.__forward_arg__] = self.__cell__.cell_contents
            except ValueError:
                pass
        names.update(locals or {})
        return names

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self._identity() == other._identity() and self.__globals__ is other.__globals__ and self.__cell__ is other.__cell__

    def __hash__(self):
        return hash(self._identity())

    def _identity(self):
        return (self.__forward_arg__, self.__forward_module__, self.__forward_is_class__, self.__owner__)

    def __or__(self, other):
        import typing
        return typing.Union[self, other]

    def __ror__(self, other):
        import typing
        return typing.Union[other, self]

    def __repr__(self):
        shown = [repr(self.__forward_arg__)]
        if self.__forward_module__ is not None:
            shown.append(f"module={self.__forward_module__!r}")
        if self.__forward_is_class__:
            shown.append("is_class=True")
        if self.__owner__ is not None:
            shown.append(f"owner={self.__owner__!r}")
        return f"ForwardRef({', '.join(shown)})"


def _globals_of(owner):
    if isinstance(owner, types.ModuleType):
        return owner.__dict__
    if isinstance(owner, type):
        return getattr(sys.modules.get(owner.__module__), "__dict__", {})
    return getattr(owner, "__globals__", {})


class _Stringifier:
    """Stands for a name, and writes down what is done with it."""

    def __init__(self, node, space, cell=None):
        self._node = node
        self._space = space
        self._cell = cell
        space.made.append(self)

    def _new(self, node):
        return _Stringifier(node, self._space)

    def _text(self):
        from ast import unparse
        return unparse(self._node)

    def _become_reference(self):
        text, space, cell = self._text(), self._space, self._cell
        self.__dict__.clear()
        self.__class__ = ForwardRef
        self.__init__(text, owner=space.owner, is_class=space.is_class)
        self.__globals__ = space.globals
        self.__cell__ = cell

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        import ast
        return self._new(ast.Attribute(self._node, name, ast.Load()))

    def __getitem__(self, item):
        import ast
        return self._new(ast.Subscript(self._node, _node_of(item), ast.Load()))

    def __call__(self, *args, **kwargs):
        import ast
        keywords = [ast.keyword(name, _node_of(value)) for name, value in kwargs.items()]
        return self._new(ast.Call(self._node, [_node_of(each) for each in args], keywords))

    def __iter__(self):
        import ast
        yield self._new(ast.Starred(self._node, ast.Load()))


def _node_of(value):
    import ast
    if isinstance(value, _Stringifier):
        return value._node
    if isinstance(value, tuple):
        return ast.Tuple([_node_of(each) for each in value], ast.Load())
    if isinstance(value, list):
        return ast.List([_node_of(each) for each in value], ast.Load())
    if isinstance(value, slice):
        return ast.Slice(*(None if part is None else _node_of(part) for part in (value.start, value.stop, value.step)))
    if value is None or isinstance(value, (str, int, float, complex, bytes, types.EllipsisType)):
        return ast.Constant(value)
    return ast.Name(type_repr(value), ast.Load())


def _operator(kind, reflected=False):
    def method(self, other):
        import ast
        operands = [self._node, _node_of(other)]
        if reflected:
            operands.reverse()
        return self._new(ast.BinOp(operands[0], getattr(ast, kind)(), operands[1]))
    return method


def _comparison(kind):
    def method(self, other):
        import ast
        return self._new(ast.Compare(self._node, [getattr(ast, kind)()], [_node_of(other)]))
    return method


def _unary(kind):
    def method(self):
        import ast
        return self._new(ast.UnaryOp(getattr(ast, kind)(), self._node))
    return method


for _name, _kind in {
    "add": "Add", "sub": "Sub", "mul": "Mult", "matmul": "MatMult", "truediv": "Div", "floordiv": "FloorDiv", "mod": "Mod", "pow": "Pow",
    "lshift": "LShift", "rshift": "RShift", "or": "BitOr", "xor": "BitXor", "and": "BitAnd",
}.items():
    setattr(_Stringifier, f"__{_name}__", _operator(_kind))
    setattr(_Stringifier, f"__r{_name}__", _operator(_kind, reflected=True))
for _name, _kind in {"lt": "Lt", "le": "LtE", "eq": "Eq", "ne": "NotEq", "gt": "Gt", "ge": "GtE"}.items():
    setattr(_Stringifier, f"__{_name}__", _comparison(_kind))
for _name, _kind in {"invert": "Invert", "pos": "UAdd", "neg": "USub"}.items():
    setattr(_Stringifier, f"__{_name}__", _unary(_kind))
_Stringifier.__hash__ = object.__hash__


class _Names(dict):
    """Globals in which every name that is missing stands for itself."""

    def __init__(self, known, *, globals=None, owner=None, is_class=False):
        super().__init__(known)
        self.globals = globals
        self.owner = owner
        self.is_class = is_class
        self.made = []

    def __missing__(self, name):
        return self.stand_in(name)

    def stand_in(self, name, cell=None):
        import ast
        return _Stringifier(ast.Name(name, ast.Load()), self, cell)


def _called_with(function, names, keeps_values):
    cells = []
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        if keeps_values and _is_filled(cell):
            cells.append(cell)
        elif name == _CLASS_NAMES:
            cells.append(types.CellType({}))
        else:
            cells.append(types.CellType(names.stand_in(name, cell)))
    copy = types.FunctionType(function.__code__, names, closure=tuple(cells) or None, argdefs=function.__defaults__, kwdefaults=function.__kwdefaults__)
    return copy(Format.VALUE_WITH_FAKE_GLOBALS)


def _is_filled(cell):
    try:
        cell.cell_contents
    except ValueError:
        return False
    return True


def _shown(value):
    if isinstance(value, _Stringifier):
        return value._text()
    return value if isinstance(value, str) else type_repr(value)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """What an annotate function gives in a format, which it need not know itself."""
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == Format.STRING:
        found = _called_with(annotate, _Names({}), keeps_values=False)
        return _shown(found) if _is_evaluate else {name: _shown(value) for name, value in found.items()}
    if format == Format.FORWARDREF:
        known = {**vars(builtins), **annotate.__globals__}
        names = _Names(known, globals=annotate.__globals__, owner=owner, is_class=isinstance(owner, type))
        found = _called_with(annotate, names, keeps_values=True)
        for each in names.made:
            each._become_reference()
        return found
    if format == Format.VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    raise ValueError(f"Invalid format: {format!r}")


def call_evaluate_function(evaluate, format, *, owner=None):
    """As call_annotate_function, for what evaluates a type alias or a parameter's bound."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def get_annotate_from_class_namespace(obj):
    """The annotate function in the namespace of a class, while the class is being made."""
    return obj.get("__annotate__") or obj.get("__annotate_func__")


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    """The annotations of an object as a new dict."""
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    found = _in_format(obj, format)
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    if not eval_str:
        return dict(found)
    space = _globals_of(obj) if globals is None else globals
    local = dict(vars(obj)) if isinstance(obj, type) and locals is None else locals
    return {name: eval(value, space, local) if isinstance(value, str) else value for name, value in found.items()}


def _in_format(obj, format):
    if format == Format.VALUE:
        return _annotations_of(obj)
    if format == Format.FORWARDREF:
        try:
            found = _annotations_of(obj)
        except Exception:
            found = None
        if found is not None:
            return found
        made = _made_by_annotate(obj, format)
        return _annotations_of(obj) if made is None else made
    if format == Format.STRING:
        made = _made_by_annotate(obj, format)
        if made is not None:
            return made
        found = _annotations_of(obj)
        return None if found is None else annotations_to_string(found)
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    raise ValueError(f"Unsupported format {format!r}")


def _made_by_annotate(obj, format):
    annotate = getattr(obj, "__annotate__", None)
    return None if annotate is None else call_annotate_function(annotate, format, owner=obj)


def _annotations_of(obj):
    found = getattr(obj, "__annotations__", None)
    if found is not None and not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return found


def annotations_to_string(annotations):
    """The values of annotations as text."""
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}


def type_repr(value):
    """A value as it would be written in an annotation."""
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)) and not isinstance(value, types.GenericAlias):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    return "..." if value is ... else repr(value)
