"""Looking at live objects: what they are, their signatures, where generators stand."""

import collections.abc
import functools
import sys
import types
from _inspect import native_signature
from collections import OrderedDict, namedtuple
from enum import IntEnum, IntFlag

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
    line = frame.f_lineno
    if istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, None, None)


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


def getmembers(object, predicate=None):
    """Names and values of attributes, sorted by name."""
    names = dir(object)
    found = []
    for name in dict.fromkeys(names):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


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
    """The file that an object is from; a TypeError says why there can be none."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(getattr(object, "__module__", None))
        if getattr(module, "__file__", None):
            return module.__file__
        if module is not None and module.__name__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    for inner in "__func__", "tb_frame", "__code__", "f_code":
        object = getattr(object, inner, object)
    if iscode(object):
        return object.co_filename
    raise TypeError(f"module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}")


def getsourcefile(object):
    return getfile(object)


def findsource(object):
    getsourcefile(object)
    raise OSError("could not get source code")


def getsourcelines(object):
    return findsource(unwrap(object))


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    try:
        findsource(object)
    except (OSError, TypeError):
        return None


def unwrap(func, *, stop=None):
    """Follows `__wrapped__`."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


def getattr_static(obj, attr, default=...):
    """An attribute without descriptors, `__getattr__` and the like."""
    if not isinstance(obj, type):
        own = object.__getattribute__(obj, "__dict__") if hasattr(type(obj), "__dict__") and "__dict__" in dir(obj) else {}
        if attr in own:
            return own[attr]
    for cls in (obj.__mro__ if isinstance(obj, type) else type(obj).__mro__):
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if default is not ...:
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
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
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

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = types.MappingProxyType({each.name: each for each in parameters or ()})
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, **kwargs):
        return _signature_of(obj, follow_wrapped)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(
            self._parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation,
        )

    def _bind(self, args, kwargs, partial):
        arguments = {}
        given = list(args)
        left = dict(kwargs)
        missing = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind is _VAR_POSITIONAL:
                if given:
                    arguments[name] = tuple(given)
                    given = []
            elif kind is _VAR_KEYWORD:
                if left:
                    arguments[name] = left
                    left = {}
            elif given and kind is not _KEYWORD_ONLY:
                if name in left and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = given.pop(0)
            elif name in left and kind is not _POSITIONAL_ONLY:
                arguments[name] = left.pop(name)
            elif parameter.default is _empty and not partial and missing is None:
                missing = f"missing a required {'keyword-only ' if kind is _KEYWORD_ONLY and _tells_keyword_only else ''}argument: {name!r}"
        if given:
            raise TypeError("too many positional arguments")
        if missing is not None:
            raise TypeError(missing)
        if left:
            raise TypeError(f"got an unexpected keyword argument {next(iter(left))!r}")
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.values()) == list(other._parameters.values()) and self._return_annotation == other._return_annotation

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
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
        return text if self._return_annotation is _empty else f"{text} -> {formatannotation(self._return_annotation)}"


def _of_function(function):
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
    bound = signature.bind_partial(*partial.args, **partial.keywords)
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


def _of_class(cls, follow):
    call = getattr(type(cls), "__call__", None)
    if isfunction(call):
        return _without_first(_of_function(call))
    if cls is type:
        raise ValueError(f"no signature found for builtin {cls!r}")
    if native_signature(cls) is not None:
        return _of_native(cls)
    for base in cls.__mro__:
        for name in ("__new__", "__init__"):
            made = base.__dict__.get(name)
            if made is not None and isfunction(getattr(made, "__func__", made)):
                return _without_first(_signature_of(getattr(made, "__func__", made), follow))
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
    call = getattr(type(obj), "__call__", None)
    if call is not None and isfunction(call):
        return _without_first(_signature_of(call, follow))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def signature(obj, *, follow_wrapped=True, **kwargs):
    """The signature of a callable."""
    return _signature_of(obj, follow_wrapped)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    args, kwonly, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    found = _of_function(func.__func__ if ismethod(func) else func) if isfunction(_plain(func)) else _signature_of(func)
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
    space = getattr(obj, "__globals__", None) or getattr(sys.modules.get(getattr(obj, "__module__", None)), "__dict__", {})
    return {name: eval(value, globals or space, locals) if isinstance(value, str) else value for name, value in found.items()}


try:
    from annotationlib import get_annotations
except ModuleNotFoundError:
    get_annotations = _own_annotations
    get_annotations.__name__ = get_annotations.__qualname__ = "get_annotations"
