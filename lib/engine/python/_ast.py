"""The classes of nodes, made from the grammar of the version."""

_REQUIRED = "missing 1 required positional argument:"


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if _missing_fields == "refused" and "_is_sum" in cls.__dict__:
            _warn(f"Instantiating abstract AST node class ast.{cls.__name__} is deprecated. This will become an error in Python 3.20")
        if len(args) > len(fields):
            plural = "" if len(fields) == 1 else "s"
            raise TypeError(f"{_shown(cls, False)} constructor takes at most {len(fields)} positional argument{plural}")
        for field, value in zip(fields, args):
            setattr(self, field, value)
        for name, value in kwargs.items():
            if name in fields:
                if fields.index(name) < len(args):
                    raise TypeError(f"{_shown(cls, _missing_fields == 'refused')} got multiple values for argument {name!r}")
            elif _missing_fields != "absent" and name not in cls._attributes:
                _refuse_name(cls, name)
            setattr(self, name, value)
        if _missing_fields != "absent":
            for field in fields[len(args):]:
                if field not in kwargs:
                    _fill(self, cls, field)

    if _shows_nodes:
        def __repr__(self):
            return _show(self, 3)

        def __replace__(self, /, **changes):
            return _replace(self, changes)


AST.__module__ = "ast"
AST._is_sum = True


def _shown(cls, is_full):
    """The name of a class in an error; the classes made here have their module in it in some of them."""
    return f"ast.{cls.__name__}" if cls.__module__ == "ast" and is_full else cls.__name__


def _warn(text):
    import warnings

    warnings.warn(text, DeprecationWarning, stacklevel=1)


def _refuse_name(cls, name):
    if _missing_fields == "refused":
        raise TypeError(f"{_shown(cls, True)}.__init__ got an unexpected keyword argument {name!r}")
    _warn(
        f"{_shown(cls, cls is AST)}.__init__ got an unexpected keyword argument {name!r}. "
        "Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15."
    )


def _fill(node, cls, field):
    """Gives a field that a constructor did not get its default: an empty list, or `Load()`."""
    types = cls._field_types
    if not types:
        return
    if field not in types:
        text = f"Field {field!r} is missing from {_shown(cls, False)}._field_types"
        if _missing_fields == "refused":
            raise TypeError(text)
        _warn(text + ". This will become an error in Python 3.15.")
        return
    kind = types[field]
    if kind is expr_context:
        setattr(node, field, _singletons["Load"])
    elif getattr(kind, "__origin__", None) is list:
        setattr(node, field, [])
    elif not hasattr(kind, "__args__"):
        if _missing_fields == "refused":
            raise TypeError(f"{_shown(cls, True)}.__init__ {_REQUIRED} {field!r}")
        _warn(f"{_shown(cls, False)}.__init__ {_REQUIRED} {field!r}. This will become an error in Python 3.15.")


def _show(node, depth):
    name = type(node).__name__
    if depth <= 0 and node._fields:
        return f"{name}(...)"
    return f"{name}({', '.join(f'{field}={_show_value(getattr(node, field), depth)}' for field in node._fields)})"


def _show_value(value, depth):
    if isinstance(value, AST):
        return _show(value, depth - 1)
    if not isinstance(value, (list, tuple)):
        return repr(value)
    parts = [_show_value(item, depth) for item in value[:1]]
    if len(value) > 2:
        parts.append("...")
    parts += [_show_value(item, depth) for item in value[1:][-1:]]
    opening, closing = "[]" if isinstance(value, list) else "()"
    return opening + ", ".join(parts) + closing


def _replace(node, changes):
    cls = type(node)
    known = set(cls._fields) | set(cls._attributes)
    for name in changes:
        if name not in known:
            if _missing_fields == "refused":
                raise TypeError(f"{_shown(cls, True)}.__init__ got an unexpected keyword argument {name!r}")
            raise TypeError(f"{_shown(cls, False)}.__replace__ got an unexpected keyword argument {name!r}.")
    values = {**vars(node), **changes}
    missing = [field for field in cls._fields if field not in values and getattr(cls, field, 0) is not None]
    if missing:
        plural = "" if len(missing) == 1 else "s"
        raise TypeError(
            f"{_shown(cls, False)}.__replace__ missing {len(missing)} keyword argument{plural}: {', '.join(map(repr, missing))}."
        )
    made = cls.__new__(cls)
    for name, value in values.items():
        setattr(made, name, value)
    return made


_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")
_singletons = {}


def _make_classes():
    """Makes the class of each kind of node: sums first, then what derives from them."""
    space = globals()
    kinds = _kinds()
    for name, base, doc, place, fields in kinds:
        names = tuple(field for field, _, _, _ in fields)
        body = {"__module__": "ast", "__doc__": doc, "__match_args__": names}
        if names or base == "AST":
            body["_fields"] = names
        if base == "AST":
            body["_attributes"] = _PLACE if place else ()
            if place == 1:
                body["end_lineno"] = body["end_col_offset"] = None
            if "=" in doc:
                body["_is_sum"] = True
        for field, _, is_optional, _ in fields:
            if is_optional:
                body[field] = None
        cls = space[name] = type(name, (space[base],), body)
        if base != "AST" and not names:
            _singletons[name] = cls.__new__(cls)
    return kinds


def _type_of(kind, is_optional, is_list):
    plain = {"identifier": str, "string": str, "int": int, "constant": object}.get(kind) or globals()[kind]
    return list[plain] if is_list else plain | None if is_optional else plain


_rows = _make_classes()
if _missing_fields != "absent":
    AST._field_types = {}
    for _name, _base, _doc, _place, _fields in _rows:
        globals()[_name]._field_types = {field: _type_of(*kind) for field, *kind in _fields}
    del _name, _base, _doc, _place, _fields
del _rows
