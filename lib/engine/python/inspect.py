"""Looking at live objects: what they are, their signatures, where generators stand."""

import functools
import sys
import types
from _inspect import native_signature
from _collections import OrderedDict
from _namedtuple import namedtuple
from enum import IntEnum, IntFlag
from keyword import iskeyword

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE = 16, 32, 64, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512
CO_HAS_DOCSTRING, CO_METHOD = 0x4000000, 0x8000000

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isawaitable(object):
    """Whether `await` takes it."""
    if isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__"):
        return True
    return isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def _plain(f):
    # What methods and partial objects lead to at last.
    while True:
        if ismethod(f):
            f = f.__func__
        elif isinstance(f, functools.partial):
            f = f.func
        else:
            return f


def _has_flag(f, flag):
    f = _plain(f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Whether it was defined with `async def`, or marked so."""
    plain = _plain(obj)
    return _has_flag(plain, CO_COROUTINE) or getattr(plain, "_is_coroutine_mark", None) is _coroutine_mark


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_coroutine_mark = object()


def markcoroutinefunction(func):
    getattr(func, "__func__", func)._is_coroutine_mark = _coroutine_mark
    return func


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__") and not hasattr(type(object), "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isabstract(object):
    """Whether it is a class that cannot be instantiated."""
    return isinstance(object, type) and bool(object.__flags__ & 1 << 20 if hasattr(object, "__flags__") else getattr(object, "__abstractmethods__", None))


def _state(names, object, prefix):
    frame = getattr(object, prefix + "_frame")
    if getattr(object, prefix + "_running"):
        return names[1]
    if frame is None:
        return names[3]
    # What is not told can be seen: a frame that has begun stands at an instruction.
    return names[2] if getattr(object, prefix + "_suspended", frame.f_lasti >= 0) else names[0]


def getgeneratorstate(generator):
    """Created, running, suspended or closed."""
    return _state((GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED), generator, "gi")


def getcoroutinestate(coroutine):
    return _state((CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED), coroutine, "cr")


def getasyncgenstate(agen):
    return _state((AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED), agen, "ag")


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return {} if generator.gi_frame is None else dict(generator.gi_frame.f_locals)


def getcoroutinelocals(coroutine):
    return {} if coroutine.cr_frame is None else dict(coroutine.cr_frame.f_locals)


def currentframe():
    """The caller's frame."""
    return sys._getframe()


FrameInfo = namedtuple("FrameInfo", ("frame", "filename", "lineno", "function", "code_context", "index"))
Traceback = namedtuple("Traceback", ("filename", "lineno", "function", "code_context", "index"))


def getframeinfo(frame, context=1):
    """Where a frame or a traceback stands, with as many lines of source around it as asked for."""
    if istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    elif isframe(frame):
        line = frame.f_lineno
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    lines = _lines_of(frame.f_code.co_filename) if context > 0 else []
    code_context = index = None
    if lines:
        start = max(0, min(line - 1 - context // 2, len(lines) - context))
        code_context = lines[start:start + context]
        index = line - 1 - start
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, code_context, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def stack(context=1):
    """Frames from the caller outwards."""
    return getouterframes(sys._getframe(), context)


def getmro(cls):
    return cls.__mro__


def _members(object, predicate, getter):
    names = dir(object)
    mro = (object, *getmro(object)) if isclass(object) else ()
    if isclass(object):
        # Descriptors of this kind are hidden in the class.
        names += [
            name for base in object.__bases__ for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)
        ]
    found = []
    seen = set()
    for name in names:
        try:
            value = getter(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            value = next((base.__dict__[name] for base in mro if name in base.__dict__), _nothing)
            if value is _nothing:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
        seen.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers(object, predicate=None):
    """Names and values of attributes, sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without running descriptors."""
    return _members(object, predicate, getattr_static)


def getmodule(object, _filename=None):
    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def cleandoc(doc):
    """A docstring without the indentation it has in the source."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(" "), *(line[margin:] for line in lines[1:])]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _doc_of_slot(member):
    """What a dict of `__slots__` says of the name that a member stands for."""
    slots = getattr(member.__objclass__, "__slots__", None)
    return slots.get(member.__name__) if isinstance(slots, dict) else None


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and ismemberdescriptor(object):
        doc = _doc_of_slot(object)
    if doc is None and isclass(object):
        for base in object.__mro__[1:]:
            if base is not type and getattr(base, "__doc__", None) is not None:
                doc = base.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getfile(object):
    """The file that an object was defined in."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                found = _main_file()
                if found is None:
                    raise OSError("source code not available")
                return found
        raise TypeError(f"{object!r} is a built-in class")
    object = getattr(object, "__func__", object)
    for name in ("tb_frame", "__code__", "f_code"):
        object = getattr(object, name, object)
    if iscode(object):
        return object.co_filename
    raise TypeError(f"module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}")


def getsourcefile(object):
    """The file of the source, or None where there is none."""
    name = getfile(object)
    return name if _lines_of(name) else None


def _lines_of(filename):
    import linecache

    return linecache.getlines(filename) or (linecache._source_text(filename) or "").splitlines(True)


def findsource(object):
    """All lines of the file, and the index of the object's first one; OSError where there is no source."""
    lines = _lines_of(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        first = vars(object).get("__firstlineno__")
        if first is None:
            node = _class_node(lines, object.__qualname__)
            if node is None:
                raise OSError("could not find class definition")
            first = _first_line(node)
        return lines, first - 1
    object = getattr(object, "__func__", object)
    for name in ("tb_frame", "__code__", "f_code"):
        object = getattr(object, name, object)
    first = object.co_firstlineno - 1
    if first >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, first


def _first_line(node):
    return min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])


def _class_node(lines, qualname):
    import ast

    def look(node, parts):
        for each in ast.iter_child_nodes(node):
            inner = parts
            if isinstance(each, ast.ClassDef):
                if parts == [each.name]:
                    return each
                inner = parts[1:] if parts[:1] == [each.name] else None
            elif isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = parts[2:] if parts[:2] == [each.name, "<locals>"] else None
            found = look(each, inner) if inner else None
            if found is not None:
                return found
        return None

    return look(ast.parse("".join(lines)), qualname.split("."))


def _block_end(lines, first):
    # The innermost statement that begins at the line, else the one that contains it.
    import ast

    best = None
    for node in ast.walk(ast.parse("".join(lines))):
        if isinstance(node, ast.stmt) and _first_line(node) <= first + 1 <= node.end_lineno:
            if best is None or _first_line(node) >= _first_line(best):
                best = node
    return first + 1 if best is None else best.end_lineno


def getblock(lines):
    return lines[:_block_end(lines, 0)]


def getsourcelines(object):
    """The lines of an object, and the number of the first one."""
    object = unwrap(object)
    lines, first = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return lines[first:_block_end(lines, first)], first + 1


def getsource(object):
    """The text of an object's definition."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comments right above an object, or None."""
    try:
        lines, first = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        return None
    indent = len(lines[first]) - len(lines[first].lstrip())
    found = []
    at = first - 1
    while at >= 0 and lines[at].lstrip().startswith("#") and len(lines[at]) - len(lines[at].lstrip()) == indent:
        found.insert(0, lines[at].expandtabs().lstrip())
        at -= 1
    return "".join(found) or None


def unwrap(func, *, stop=None):
    """Follows `__wrapped__`."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


_type_mro = type.__dict__["__mro__"].__get__
_type_dict = type.__dict__["__dict__"].__get__
_nothing = object()


def _in_classes(mro, name):
    for cls in mro:
        found = _type_dict(cls).get(name, _nothing)
        if found is not _nothing:
            return found
    return _nothing


def _instance_dict(obj):
    # The dict itself, unless a class has put something else in its place.
    for cls in _type_mro(type(obj)):
        own = _type_dict(cls).get("__dict__", _nothing)
        if own is not _nothing:
            is_usual = ismemberdescriptor(own) or isgetsetdescriptor(own) and own.__name__ == "__dict__" and own.__objclass__ in (cls, object)
            return own.__get__(obj, type(obj)) if is_usual else {}
    return {}


def getattr_static(obj, attr, default=_nothing):
    """An attribute without descriptors, `__getattr__` and the like."""
    is_class = isinstance(obj, type) and type in _type_mro(type(obj))
    in_instance = _nothing
    if not is_class:
        kind = type(obj)
        own = _in_classes(_type_mro(kind), "__dict__")
        if own is _nothing or isgetsetdescriptor(own) or ismemberdescriptor(own):
            in_instance = dict.get(_instance_dict(obj), attr, _nothing)
    in_class = _in_classes(_type_mro(obj if is_class else type(obj)), attr)
    if in_instance is not _nothing and in_class is not _nothing:
        kind = _type_mro(type(in_class))
        if _in_classes(kind, "__get__") is not _nothing and (_in_classes(kind, "__set__") is not _nothing or _in_classes(kind, "__delete__") is not _nothing):
            return in_class
    for found in (in_instance, in_class):
        if found is not _nothing:
            return found
    if is_class:
        found = _in_classes(_type_mro(type(obj)), attr)
        if found is not _nothing:
            return found
    if default is not _nothing:
        return default
    raise AttributeError(attr)


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    code = func.__code__
    cells = func.__closure__ or ()
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells)}
    space = func.__globals__
    known = vars(sys.modules["builtins"])
    outer, inner, unbound = {}, {}, set()
    for name in code.co_names:
        if name in space:
            outer[name] = space[name]
        elif name in known:
            inner[name] = known[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, outer, inner, unbound)


class _empty:
    """Marks what is not given."""


class _void:
    """Marks an argument that was left out."""


if _has_buffer_flags:
    class BufferFlags(IntFlag):
        SIMPLE = 0x0
        WRITABLE = 0x1
        FORMAT = 0x4
        ND = 0x8
        STRIDES = 0x10 | ND
        C_CONTIGUOUS = 0x20 | STRIDES
        F_CONTIGUOUS = 0x40 | STRIDES
        ANY_CONTIGUOUS = 0x80 | STRIDES
        INDIRECT = 0x100 | STRIDES
        CONTIG = ND | WRITABLE
        CONTIG_RO = ND
        STRIDED = STRIDES | WRITABLE
        STRIDED_RO = STRIDES
        RECORDS = STRIDES | WRITABLE | FORMAT
        RECORDS_RO = STRIDES | FORMAT
        FULL = INDIRECT | WRITABLE | FORMAT
        FULL_RO = INDIRECT | FORMAT
        READ = 0x100
        WRITE = 0x200


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self.value]


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        return annotation.__qualname__ if annotation.__module__ in ("builtins", base_module) else f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            # The iterator of a comprehension.
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(f"implicit arguments must be passed as positional or keyword arguments, not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        is_keyword = _refuses_keywords and self._kind is not _POSITIONAL_ONLY and iskeyword(name)
        if is_keyword or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )

    __replace__ = replace

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state["_default"], state["_annotation"]

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        return "*" + text if self._kind is _VAR_POSITIONAL else "**" + text if self._kind is _VAR_KEYWORD else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return (self._name, self._kind, self._default, self._annotation)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class BoundArguments:
    """Arguments as the parameters receive them."""

    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            value = self.arguments[name]
            found.extend(value if parameter.kind is _VAR_POSITIONAL else (value,))
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            by_name = by_name or parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD)
            if name not in self.arguments:
                by_name = True
            elif by_name:
                value = self.arguments[name]
                found.update(value if parameter.kind is _VAR_KEYWORD else {name: value})
        return found

    def apply_defaults(self):
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        return (self.signature, self.arguments) == (other.signature, other.arguments) if isinstance(other, BoundArguments) else NotImplemented

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    """Parameters and return annotation of a callable."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        given = list(parameters or ())
        if __validate_parameters__:
            self._check(given)
        self._parameters = types.MappingProxyType(OrderedDict((each.name, each) for each in given))
        self._return_annotation = return_annotation

    @staticmethod
    def _check(parameters):
        top = _POSITIONAL_ONLY
        has_default = False
        seen = set()
        for each in parameters:
            kind, name = each.kind, each.name
            if kind < top:
                raise ValueError(f"wrong parameter order: {top.description} parameter before {kind.description} parameter")
            if kind > top and kind in (_VAR_POSITIONAL, _VAR_KEYWORD, _KEYWORD_ONLY):
                has_default = False
            elif kind is top and kind in (_VAR_POSITIONAL, _VAR_KEYWORD) and seen and _refuses_two_variadic:
                raise ValueError(f"more than one {kind.description} parameter")
            top = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if each.default is not _empty:
                    has_default = True
                elif has_default:
                    raise ValueError("non-default argument follows default argument")
            if name in seen:
                raise ValueError(f"duplicate parameter name: {name!r}")
            seen.add(name)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        found = _signature_of(obj, follow_wrapped)
        if eval_str:
            found = _evaluated(found, obj, globals, locals)
        return found if type(found) is cls else cls(found.parameters.values(), return_annotation=found.return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(
            self._parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation,
        )

    __replace__ = replace

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def _bind(self, args, kwargs, partial):
        arguments = {}
        given = list(args)
        left = dict(kwargs)
        waiting = list(self._parameters.values())
        named_in_vain = []
        # First what positional arguments give, up to a parameter that has to come by name or has a default.
        while waiting:
            parameter = waiting[0]
            name, kind = parameter.name, parameter.kind
            if given:
                if kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    break
                del waiting[0]
                if kind is _VAR_POSITIONAL:
                    arguments[name] = tuple(given)
                    given = []
                    break
                if name in left and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = given.pop(0)
                continue
            if kind is _VAR_POSITIONAL:
                del waiting[0]
                break
            if name in left:
                if kind is not _POSITIONAL_ONLY:
                    break
                if not _positional_names_are_free:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                if _positional_names_are_missed and parameter.default is _empty:
                    raise TypeError(f"missing a required positional-only argument: {name!r}")
                named_in_vain.append(name)
                del waiting[0]
                continue
            if kind is _VAR_KEYWORD or parameter.default is not _empty or partial:
                break
            raise TypeError(f"missing a required{' keyword-only' if kind is _KEYWORD_ONLY and _tells_keyword_only else ''} argument: {name!r}")
        if given:
            raise TypeError("too many positional arguments")
        rest = None
        for parameter in waiting:
            name, kind = parameter.name, parameter.kind
            if kind is _VAR_KEYWORD:
                rest = parameter
            elif kind is _VAR_POSITIONAL:
                continue
            elif name in left and (kind is not _POSITIONAL_ONLY or not _positional_names_are_free):
                if kind is _POSITIONAL_ONLY:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                arguments[name] = left.pop(name)
            elif name in left and kind is _POSITIONAL_ONLY:
                named_in_vain.append(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if left:
            if rest is not None:
                arguments[rest.name] = left
            elif named_in_vain:
                raise TypeError(f"got some positional-only arguments passed as keyword arguments: {', '.join(named_in_vain)!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(left))!r}")
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        others, named, annotation = self._parts()
        return hash((tuple(others), frozenset(named.values()), annotation))

    def _parts(self):
        # Keyword-only parameters may come in any order, and all others in theirs.
        named = {name: each for name, each in self._parameters.items() if each.kind is _KEYWORD_ONLY}
        return [each for each in self._parameters.values() if each.kind is not _KEYWORD_ONLY], named, self._return_annotation

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self._text(None)

    def format(self, *, max_width=None):
        """The signature, on a line for each parameter where one line would be wider."""
        return self._text(max_width)

    def _text(self, max_width):
        parts = []
        positional_only = star = False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind is _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                parts.append("/")
                positional_only = False
            if kind is _VAR_POSITIONAL:
                star = True
            elif kind is _KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            parts.append(str(parameter))
        if positional_only:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        return text if self._return_annotation is _empty else f"{text} -> {formatannotation(self._return_annotation)}"


if not _has_newer_methods:
    del Signature.format, Signature.__replace__, Parameter.__replace__


def _of_function(function):
    text = getattr(function, "__text_signature__", None)
    if text:
        # It stands for parameters that are read by hand.
        space = {}
        exec(f"def made{text.replace('$', '')}: pass", space)
        return _of_function(space["made"])
    code = function.__code__
    names = code.co_varnames
    positional = names[:code.co_argcount]
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    annotations = function.__annotations__
    found = []

    def add(name, kind, default=_empty):
        found.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    first_default = len(positional) - len(defaults)
    for position, name in enumerate(positional):
        kind = _POSITIONAL_ONLY if position < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        add(name, kind, defaults[position - first_default] if position >= first_default else _empty)
    at = code.co_argcount + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[code.co_argcount:code.co_argcount + code.co_kwonlyargcount]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return Signature(found, return_annotation=annotations.get("return", _empty))


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if parameters and parameters[0].kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
        parameters = parameters[1:]
    elif not parameters or parameters[0].kind is not _VAR_POSITIONAL:
        raise ValueError("invalid method signature")
    return signature.replace(parameters=parameters)


def _of_partial(partial, follow):
    signature = _signature_of(partial.func, follow)
    try:
        bound = signature.bind_partial(*partial.args, **partial.keywords)
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    found = []
    by_name = False
    for name, parameter in signature.parameters.items():
        if name in bound.arguments and parameter.kind is not _VAR_POSITIONAL and parameter.kind is not _VAR_KEYWORD:
            if name not in partial.keywords:
                continue
            parameter = parameter.replace(default=partial.keywords[name], kind=_KEYWORD_ONLY)
            by_name = True
        elif by_name and parameter.kind is _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        elif by_name and parameter.kind is _VAR_POSITIONAL:
            continue
        found.append(parameter)
    return signature.replace(parameters=found)


def _of_native(obj):
    rows = native_signature(obj)
    if rows == "":
        raise ValueError(f"{obj!r} builtin has invalid signature")
    if rows is None or any(default == "<absent>" for _, _, default in rows):
        raise ValueError(f"no signature found for builtin {obj!r}")
    found = []
    for name, kind, default in rows:
        value = _empty if default is None else eval(default, {})
        found.append(Parameter(name, kind, default=value))
    return Signature(found)


def _maker_of(cls):
    """The function that a call of a class ends in: of its metaclass, or its nearest `__new__` or `__init__`."""
    call = getattr(type(cls), "__call__", None)
    if isfunction(call):
        return call
    for base in cls.__mro__:
        for name in ("__new__", "__init__"):
            made = base.__dict__.get(name)
            if made is not None and isfunction(getattr(made, "__func__", made)):
                return getattr(made, "__func__", made)
    return None


def _of_class(cls, follow):
    maker = _maker_of(cls)
    if maker is not None:
        return _without_first(_signature_of(maker, follow))
    if cls is type:
        raise ValueError(f"no signature found for builtin {cls!r}")
    if native_signature(cls) is not None:
        return _of_native(cls)
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _signature_of(obj, follow=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, follow))
    if follow and (_unwraps_classes or not isclass(obj)):
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature_of(obj, follow)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        return own
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, functools.partial):
        return _of_partial(obj, follow)
    if isclass(obj):
        return _of_class(obj, follow)
    if isroutine(obj):
        return _of_native(obj)
    call = getattr_static(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_signature_of(call, follow))
    if isinstance(call, (classmethod, staticmethod)):
        found = _signature_of(call.__get__(obj, type(obj)), follow)
        # Older versions took the first parameter for self, which it is not here.
        return found if _binds_calls else _without_first(found)
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _evaluated(found, obj, globals, locals):
    """Annotations that are texts, evaluated where the callable was defined."""
    plain = unwrap(_plain(obj)) if callable(obj) else obj
    space = getattr(plain, "__globals__", None) or getattr(sys.modules.get(getattr(plain, "__module__", None)), "__dict__", {})

    def value_of(annotation):
        return eval(annotation, space if globals is None else globals, locals) if isinstance(annotation, str) else annotation

    parameters = [each.replace(annotation=value_of(each.annotation)) for each in found.parameters.values()]
    return found.replace(parameters=parameters, return_annotation=value_of(found.return_annotation))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, **kwargs):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


def getcallargs(func, /, *positional, **named):
    """What each parameter gets from these arguments; TypeError as the call would raise it."""
    spec = getfullargspec(func)
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _annotations = spec
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    found = dict(zip(args, positional))
    if varargs:
        found[varargs] = tuple(positional[len(args):])
    if varkw:
        found[varkw] = {}
    for key, value in named.items():
        if key not in {*args, *kwonlyargs}:
            if not varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            found[varkw][key] = value
        elif key in found:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        else:
            found[key] = value
    count = len(defaults or ())
    if len(positional) > len(args) and not varargs:
        least = len(args) - count
        given = sum(each in found for each in kwonlyargs)
        takes = f"from {least} to {len(args)}" if count else str(len(args))
        plural = "s" if count or len(args) != 1 else ""
        extra = f" positional argument{'s' if len(positional) != 1 else ''} (and {given} keyword-only argument{'s' if given != 1 else ''})" if given else ""
        raise TypeError(f"{name}() takes {takes} positional argument{plural} but {len(positional)}{extra} {'was' if len(positional) == 1 and not given else 'were'} given")
    if len(positional) < len(args):
        _refuse_missing(name, [each for each in args[:len(args) - count] if each not in found], True)
        for each, value in zip(args[len(args) - count:], defaults or ()):
            found.setdefault(each, value)
    for each in kwonlyargs:
        if each not in found and each in (kwonlydefaults or ()):
            found[each] = kwonlydefaults[each]
    _refuse_missing(name, [each for each in kwonlyargs if each not in found], False)
    return found


def _refuse_missing(name, missing, positional):
    if missing:
        shown = [repr(each) for each in missing]
        joined = shown[0] if len(shown) == 1 else " and ".join(shown) if len(shown) == 2 else f"{', '.join(shown[:-1])} and {shown[-1]}"
        kind = "positional" if positional else "keyword-only"
        raise TypeError(f"{name}() missing {len(shown)} required {kind} argument{'s' if len(shown) != 1 else ''}: {joined}")


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
Arguments = namedtuple("Arguments", "args, varargs, varkw")
Attribute = namedtuple("Attribute", "name kind defining_class object")


def getargs(co):
    """Names of a code object's parameters."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    at = co.co_argcount + co.co_kwonlyargcount
    varargs = names[at] if co.co_flags & CO_VARARGS else None
    varkw = names[at + (varargs is not None)] if co.co_flags & CO_VARKEYWORDS else None
    return Arguments(list(names[:at]), varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def getclasstree(classes, unique=False):
    """Classes as nested lists below their bases."""
    children = {}
    roots = []
    for cls in classes:
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
    roots.extend(parent for parent in children if parent not in classes)
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    result = []
    for cls in sorted(classes, key=lambda each: (each.__module__, each.__name__)):
        result.append((cls, cls.__bases__))
        if cls in children:
            result.append(walktree(children[cls], children, cls))
    return result


def classify_class_attrs(cls):
    """Each attribute of a class: its kind, the class that defines it, and itself."""
    mro = getmro(cls)
    metas = tuple(each for each in getmro(type(cls)) if each not in (type, object))
    names = [*dir(cls), *(name for base in mro for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute) and value.fget is not None)]
    result = []
    for name in dict.fromkeys(names):
        home = None
        value = None
        if name != "__dict__":
            try:
                value = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(value, "__objclass__", None)
                if home not in (*mro, *metas):
                    home = next((each for each in (*mro, *metas) if each.__dict__.get(name) is value), None)
        holder = next((base for base in mro if name in base.__dict__), None)
        found = holder.__dict__[name] if holder else value
        home = holder if holder else home
        if home is None:
            continue
        if isinstance(found, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(found, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(found, property):
            kind = "property"
        else:
            kind = "method" if isroutine(found) else "data"
        result.append(Attribute(name, kind, home, found))
    return result


def getinnerframes(tb, context=1):
    """Frames of a traceback, the outermost first."""
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def trace(context=1):
    """Frames between here and where the exception that is handled was raised."""
    error = sys.exc_info()[1]
    return getinnerframes(None if error is None else error.__traceback__, context)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    args, kwonly, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    # Wrappers are not followed, and the first parameter of a method stays.
    plain = _maker_of(func) if isclass(func) else func
    plain = plain.__func__ if ismethod(plain) else plain
    try:
        found = _of_function(plain) if isfunction(plain) else _signature_of(func, False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    for parameter in found.parameters.values():
        name = parameter.name
        if parameter.kind is _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind is _VAR_KEYWORD:
            varkw = name
        elif parameter.kind is _KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if found.return_annotation is not _empty:
        annotations = {"return": found.return_annotation, **annotations}
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


def _own_annotations(obj, *, globals=None, locals=None, eval_str=False):
    found = obj.__dict__.get("__annotations__", {}) if isclass(obj) and "__annotations__" in obj.__dict__ else getattr(obj, "__annotations__", None) or {}
    if not eval_str:
        return dict(found)
    plain = unwrap(_plain(obj)) if callable(obj) and not isclass(obj) else obj
    space = getattr(plain, "__globals__", None) or getattr(sys.modules.get(getattr(plain, "__module__", None)), "__dict__", {})
    if locals is None and isclass(obj):
        locals = dict(vars(obj))
    parameters = {each.__name__: each for each in getattr(obj, "__type_params__", ())}
    if parameters:
        locals = {**parameters, **(locals or {})}
    return {name: eval(value, globals or space, locals) if isinstance(value, str) else value for name, value in found.items()}


try:
    from annotationlib import get_annotations
except ModuleNotFoundError:
    get_annotations = _own_annotations
    get_annotations.__name__ = get_annotations.__qualname__ = "get_annotations"
