"""Values shown over several lines, where they do not fit on one."""

import collections as _collections
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]

_builtin_scalars = (str, bytes, bytearray, float, complex, bool, type(None))


class _safe_key:
    """Sorts values that cannot be compared by their types' names and their addresses."""

    __slots__ = ["obj"]

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _wrap_bytes_repr(object, width, allowance):
    """Literals of at most `width` columns, cut where the bytes are a multiple of four."""
    current = b""
    last = len(object) // 4 * 4
    for at in range(0, len(object), 4):
        if at == last:
            width -= allowance
        longer = current + object[at:at + 4]
        if len(repr(longer)) <= width:
            current = longer
            continue
        if current:
            yield repr(current)
        current = object[at:at + 4]
    if current:
        yield repr(current)


class _Printer:
    """What all versions print alike; `_expand` is that of JSON's style, off in most."""

    _expand = False
    _dispatch = {}

    def _configure(self, indent, width, depth, stream, compact, sort_dicts, underscore_numbers):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        stream = _StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, is_readable, is_recursive = self.format(object, {}, 0, 0)
        return is_readable and not is_recursive

    def _format(self, object, stream, indent, allowance, context, level):
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            show = self._dispatch.get(type(object).__repr__) or _dataclass_printer(object)
            if show is not None:
                context[key] = 1
                show(self, object, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(text)

    def _open(self, text, indent):
        return f"{text}\n{' ' * indent}" if self._expand else text

    def _close(self, text, indent):
        return f"\n{' ' * indent}{text}" if self._expand else text

    def _inner(self, indent, prefix):
        """Where the parts of something with a prefix of this length begin."""
        return indent if self._expand else indent + prefix

    def _pad(self, write):
        width = self._indent_per_level - (not self._expand)
        if width > 0:
            write(width * " ")

    def _call_indent(self, indent, name):
        return indent + (self._indent_per_level if self._expand else len(name) + 1)

    def _format_call(self, name, items, stream, indent, allowance, context, level):
        """`name(field=value, …)`."""
        indent = self._call_indent(indent, name)
        stream.write(self._open(name + "(", indent))
        self._format_namespace_items(items, stream, indent, allowance, context, level)
        stream.write(self._close(")", indent - self._indent_per_level))

    def _pprint_dataclass(self, object, stream, indent, allowance, context, level):
        from dataclasses import fields
        items = [(field.name, getattr(object, field.name)) for field in fields(object) if field.repr]
        self._format_call(object.__class__.__name__, items, stream, indent, allowance, context, level)

    def _ordered_items(self, object):
        return sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write(self._open("{", indent))
        self._pad(stream.write)
        if len(object):
            self._format_dict_items(self._ordered_items(object), stream, indent, allowance + 1, context, level)
        stream.write(self._close("}", indent))

    def _pprint_frozendict(self, object, stream, indent, allowance, context, level):
        self._format_mapping_call(object, self._ordered_items(object), stream, indent, allowance, context, level)

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        self._format_mapping_call(object, object.most_common(), stream, indent, allowance, context, level)

    def _format_mapping_call(self, object, items, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(self._open(name + "({", indent))
        self._pad(stream.write)
        self._format_dict_items(items, stream, self._inner(indent, len(name) + 1), allowance + 2, context, level)
        stream.write(self._close("})", indent))

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        # The class takes pairs or, where its repr does, a dict; this always showed pairs.
        self._wrap(name, list(object.items()), stream, indent, allowance, context, level)

    def _wrap(self, name, inner, stream, indent, allowance, context, level):
        stream.write(name + "(")
        self._format(inner, stream, self._inner(indent, len(name) + 1), allowance + 1, context, level)
        stream.write(")")

    def _pprint_dict_view(self, object, stream, indent, allowance, context, level):
        stream.write(self._open(object.__class__.__name__ + "([", indent))
        if len(object):
            key = _safe_tuple if isinstance(object, type({}.items())) else _safe_key
            entries = sorted(object, key=key) if self._sort_dicts else object
            self._format_items(entries, stream, indent, allowance + 2, context, level)
        stream.write(self._close("])", indent))

    def _pprint_mapping_abc_view(self, object, stream, indent, allowance, context, level):
        stream.write(object.__class__.__name__ + "(")
        self._format(object._mapping, stream, indent, allowance, context, level)
        stream.write(")")

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        self._bracketed("[", "]", object, stream, indent, allowance, context, level)

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        close = ",)" if len(object) == 1 and not self._expand else ")"
        self._bracketed("(", close, object, stream, indent, allowance, context, level)

    def _bracketed(self, start, end, items, stream, indent, allowance, context, level, hang=0):
        stream.write(self._open(start, indent))
        self._format_items(items, stream, self._inner(indent, hang), allowance + len(end), context, level)
        stream.write(self._close(end, self._inner(indent, hang)))

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        items = sorted(object, key=_safe_key)
        if object.__class__ is set:
            self._bracketed("{", "}", items, stream, indent, allowance, context, level)
            return
        name = object.__class__.__name__
        self._bracketed(name + "({", "})", items, stream, indent, allowance, context, level, len(name) + 1)

    def _text_lines(self, object, indent, allowance):
        """Literals that fit and whose texts together are this one, cut at line ends and before words."""
        import re
        lines = object.splitlines(True)
        width = self._width - indent
        chunks = []
        for at, line in enumerate(lines):
            is_last = at == len(lines) - 1
            if len(repr(line)) <= width - allowance * is_last:
                chunks.append(repr(line))
                continue
            parts = re.findall(r"\S+\s*|\s+", line)
            current = ""
            for place, part in enumerate(parts):
                room = width - allowance * (is_last and place == len(parts) - 1)
                if current and len(repr(current + part)) > room:
                    chunks.append(repr(current))
                    current = ""
                current += part
            chunks.append(repr(current))
        return chunks

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        step = self._indent_per_level if self._expand else 1
        if level == 1:
            indent += step
            allowance += 1
        chunks = self._text_lines(object, indent, allowance)
        if len(chunks) == 1:
            stream.write(repr(object.splitlines(True)[-1]))
            return
        text = ("\n" + " " * indent).join(chunks)
        if level == 1:
            text = self._open("(", indent) + text + self._close(")", indent - self._indent_per_level)
        stream.write(text)

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        if level == 1:
            indent += self._indent_per_level if self._expand else 1
            allowance += 1
            stream.write(self._open("(", indent))
        stream.write(("\n" + " " * indent).join(_wrap_bytes_repr(object, self._width - indent, allowance)))
        if level == 1:
            stream.write(self._close(")", indent - self._indent_per_level))

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write(self._open("bytearray(", indent))
        if self._expand:
            stream.write(" " * self._indent_per_level)
        inner = indent + (self._indent_per_level if self._expand else 10)
        self._pprint_bytes(bytes(object), stream, inner, allowance + 1, context, level + 1)
        stream.write(self._close(")", indent))

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        self._wrap("mappingproxy", object.copy(), stream, indent, allowance, context, level)

    def _pprint_simplenamespace(self, object, stream, indent, allowance, context, level):
        name = "namespace" if type(object) is _types.SimpleNamespace else object.__class__.__name__
        self._format_call(name, object.__dict__.items(), stream, indent, allowance, context, level)

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        last = len(items) - 1
        for at, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            stream.write(text + ": ")
            self._format(value, stream, self._inner(indent, len(text) + 2), allowance if at == last else 1, context, level)
            self._end_item(stream, indent, at == last)

    def _end_item(self, stream, indent, is_last):
        if not is_last:
            stream.write(",\n" + " " * indent)
        elif self._expand:
            stream.write(",")

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        last = len(items) - 1
        for at, (key, value) in enumerate(items):
            stream.write(key + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, self._inner(indent, len(key) + 1), allowance if at == last else 1, context, level)
            self._end_item(stream, indent, at == last)

    def _format_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        self._pad(stream.write)
        new_line = ",\n" + " " * indent
        separator = ""
        width = full = self._width - indent + 1
        items = list(items)
        for at, item in enumerate(items):
            is_last = at == len(items) - 1
            if is_last:
                full -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if width < needed:
                    width = full
                    separator = separator and new_line
                if width >= needed:
                    width -= needed
                    stream.write(separator + text)
                    separator = ", "
                    continue
            stream.write(separator)
            separator = new_line
            self._format(item, stream, indent, allowance if is_last else 1, context, level)
            if is_last and self._expand:
                stream.write(",")

    def _repr(self, object, context, level):
        text, is_readable, is_recursive = self.format(object, context.copy(), self._depth, level)
        if not is_readable:
            self._readable = False
        if is_recursive:
            self._recursive = True
        return text

    def format(self, object, context, maxlevels, level):
        """The text of an object, whether it can be read back, and whether it holds itself."""
        return self._safe_repr(object, context, maxlevels, level)

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent = self._inner(indent, len(name) + 1)
        stream.write(f"{name}({factory}, " if self._expand else f"{name}({factory},\n{' ' * indent}")
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(self._open(name + "(", indent + self._indent_per_level))
        indent = self._call_indent(indent, name)
        for inner in object.maps[:-1]:
            self._format(inner, stream, indent, 1, context, level)
            stream.write(",\n" + " " * indent)
        self._format(object.maps[-1], stream, indent, allowance + 1, context, level)
        if self._expand:
            stream.write(",")
        stream.write(self._close(")", indent - self._indent_per_level))

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(self._open(name + "([", indent))
        indent = self._inner(indent, len(name) + 1)
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write(self._close("])", indent))
            return
        self._format_items(object, stream, indent, 2, context, level)
        length = self._repr(object.maxlen, context, level)
        stream.write(f"\n{' ' * indent}], maxlen={length})" if self._expand else f"],\n{' ' * indent}maxlen={length})")

    def _pprint_user(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    def _pprint_template(self, object, stream, indent, allowance, context, level):
        items = ("strings", object.strings), ("interpolations", object.interpolations)
        self._format_call(object.__class__.__name__, items, stream, indent, allowance, context, level)

    def _pprint_interpolation(self, object, stream, indent, allowance, context, level):
        name = object.__class__.__name__
        items = [(key, getattr(object, key)) for key in ("value", "expression", "conversion", "format_spec")]
        if self._expand:
            self._format_call(name, items, stream, indent, allowance, context, level)
            return
        stream.write(name + "(")
        self._format_items([value for _, value in items], stream, indent + len(name), allowance, context, level)
        stream.write(")")

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in _builtin_scalars:
            return repr(object), True, False
        shows = getattr(cls, "__repr__", None)
        if issubclass(cls, int) and shows is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        if shows in _mapping_reprs:
            return self._safe_mapping(object, context, maxlevels, level)
        if shows is list.__repr__ or shows is tuple.__repr__:
            return self._safe_sequence(object, context, maxlevels, level)
        if shows in _view_reprs:
            return self._safe_view(object, context, maxlevels, level)
        text = repr(object)
        return text, bool(text and not text.startswith("<")), False

    def _safe_mapping(self, object, context, maxlevels, level):
        # Of the dict's relatives only frozendict shows its name.
        form = "{%s}" if isinstance(object, dict) else object.__class__.__name__ + "({%s})"
        if not object:
            return "{}" if isinstance(object, dict) else object.__class__.__name__ + "()", True, False
        if maxlevels and level >= maxlevels:
            return form % "...", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        pairs = self._ordered_items(object)
        parts, is_readable, is_recursive = self._safe_parts(object, [part for pair in pairs for part in pair], context, maxlevels, level)
        return form % ", ".join(map("%s: %s".__mod__, zip(parts[::2], parts[1::2]))), is_readable, is_recursive

    def _safe_sequence(self, object, context, maxlevels, level):
        form = "[%s]" if isinstance(object, list) else "(%s,)" if len(object) == 1 else "(%s)"
        if not object:
            return form % "", True, False
        if maxlevels and level >= maxlevels:
            return form % "...", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        parts, is_readable, is_recursive = self._safe_parts(object, object, context, maxlevels, level)
        return form % ", ".join(parts), is_readable, is_recursive

    def _safe_parts(self, object, items, context, maxlevels, level):
        context[id(object)] = 1
        found = [self.format(item, context, maxlevels, level + 1) for item in items]
        del context[id(object)]
        return [text for text, _, _ in found], all([readable for _, readable, _ in found]), any([recursive for _, _, recursive in found])

    def _safe_view(self, object, context, maxlevels, level):
        name = object.__class__.__name__
        if maxlevels and level >= maxlevels:
            return "{...}", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        if isinstance(object, _collections.abc.MappingView):
            inner = getattr(object, "_mapping", None)
            if inner is not None:
                text, is_readable, is_recursive = self.format(inner, context, maxlevels, level)
                return f"{name}({text})", is_readable, is_recursive
        key = _safe_tuple if isinstance(object, type({}.items())) else _safe_key
        entries = sorted(object, key=key) if self._sort_dicts else list(object)
        parts, is_readable, is_recursive = self._safe_parts(object, entries, context, maxlevels, level)
        return f"{name}([{', '.join(parts)}])", is_readable, is_recursive


def _dataclass_printer(object):
    """How a dataclass with a repr of the decorator's making is shown, else None."""
    if isinstance(object, type) or not hasattr(type(object), "__dataclass_fields__") or not object.__dataclass_params__.repr:
        return None
    inner = getattr(object.__repr__, "__wrapped__", None)
    return PrettyPrinter._pprint_dataclass if inner is not None and "__create_fn__" in inner.__qualname__ else None


_table = [
    (dict, "dict"), (_collections.OrderedDict, "ordered_dict"), (list, "list"), (tuple, "tuple"), (set, "set"), (frozenset, "set"),
    (str, "str"), (bytes, "bytes"), (bytearray, "bytearray"), (_types.MappingProxyType, "mappingproxy"),
    (_types.SimpleNamespace, "simplenamespace"), (_collections.defaultdict, "default_dict"), (_collections.Counter, "counter"),
    (_collections.ChainMap, "chain_map"), (_collections.deque, "deque"), (_collections.UserDict, "user"),
    (_collections.UserList, "user"), (_collections.UserString, "user"),
]
_mapping_reprs = {dict.__repr__}
_view_reprs = set()
if _expands:
    import collections.abc
    from string.templatelib import Interpolation, Template
    _views = [type({}.keys()), type({}.values()), type({}.items())]
    _table += [(frozendict, "frozendict"), (Template, "template"), (Interpolation, "interpolation"), (_collections.abc.MappingView, "mapping_abc_view")]
    _table += [(view, "dict_view") for view in _views]
    _mapping_reprs.add(frozendict.__repr__)
    _view_reprs = {view.__repr__ for view in [*_views, _collections.abc.MappingView]}
    del _views, Interpolation, Template, collections
_Printer._dispatch.update((cls.__repr__, getattr(_Printer, "_pprint_" + name)) for cls, name in _table)
del _table

if _expands:
    class PrettyPrinter(_Printer):
        def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, expand=False, sort_dicts=True, underscore_numbers=False):
            self._configure(indent, width, depth, stream, compact, sort_dicts, underscore_numbers)
            if compact and expand:
                raise ValueError("compact and expand are incompatible")
            self._expand = bool(expand)

    def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, expand=False, sort_dicts=True, underscore_numbers=False):
        PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, expand=expand, sort_dicts=sort_dicts,
                      underscore_numbers=underscore_numbers).pprint(object)

    def pformat(object, indent=1, width=80, depth=None, *, compact=False, expand=False, sort_dicts=True, underscore_numbers=False):
        return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, expand=expand, sort_dicts=sort_dicts,
                             underscore_numbers=underscore_numbers).pformat(object)
else:
    class PrettyPrinter(_Printer):
        def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            self._configure(indent, width, depth, stream, compact, sort_dicts, underscore_numbers)

    def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        """Prints an object, over several lines where it is long."""
        PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                      underscore_numbers=underscore_numbers).pprint(object)

    def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        """The text that `pprint` prints, without the last line end."""
        return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                             underscore_numbers=underscore_numbers).pformat(object)

del _expands


def pp(object, *args, sort_dicts=False, **kwargs):
    """`pprint` that leaves dicts in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """A text like repr's that objects which hold themselves do not upset."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether `eval` could read what is shown."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the object holds itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]
