"""What t-strings evaluate to (PEP 750)."""

from types import GenericAlias


class Interpolation:
    """One replacement field: the value, and how it was written."""

    __match_args__ = ("value", "expression", "conversion", "format_spec")
    __slots__ = ("_value", "_expression", "_conversion", "_format_spec")
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, value, expression="", conversion=None, format_spec=""):
        if not isinstance(expression, str):
            raise TypeError(f"Interpolation() argument 'expression' must be str, not {type(expression).__name__}")
        if conversion is not None and not isinstance(conversion, str):
            raise TypeError(f"Interpolation() argument 'conversion' must be str, not {type(conversion).__name__}")
        if conversion not in (None, "s", "r", "a"):
            raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        if not isinstance(format_spec, str):
            raise TypeError(f"Interpolation() argument 'format_spec' must be str, not {type(format_spec).__name__}")
        self = object.__new__(cls)
        self._value, self._expression, self._conversion, self._format_spec = value, expression, conversion, format_spec
        return self

    def __init_subclass__(cls, **kwds):
        raise TypeError("type 'string.templatelib.Interpolation' is not an acceptable base type")

    value = property(lambda self: self._value)
    expression = property(lambda self: self._expression)
    conversion = property(lambda self: self._conversion)
    format_spec = property(lambda self: self._format_spec)

    def __repr__(self):
        return f"Interpolation({self._value!r}, {self._expression!r}, {self._conversion!r}, {self._format_spec!r})"


class Template:
    """The fixed parts and the replacement fields of a t-string, in order."""

    __slots__ = ("_strings", "_interpolations")

    def __new__(cls, *args):
        strings, interpolations = [""], []
        for part in args:
            if isinstance(part, str):
                strings[-1] += part
            elif isinstance(part, Interpolation):
                interpolations.append(part)
                strings.append("")
            else:
                raise TypeError(f"Template.__new__ *args need to be of type 'str' or 'Interpolation', got {type(part).__name__}")
        return _template(tuple(strings), tuple(interpolations))

    def __init_subclass__(cls, **kwds):
        raise TypeError("type 'string.templatelib.Template' is not an acceptable base type")

    strings = property(lambda self: self._strings)
    interpolations = property(lambda self: self._interpolations)
    values = property(lambda self: tuple(each.value for each in self._interpolations))

    def __iter__(self):
        for position, text in enumerate(self._strings):
            if text:
                yield text
            if position < len(self._interpolations):
                yield self._interpolations[position]

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{type(other).__name__}") to string.templatelib.Template')
        strings = (*self._strings[:-1], self._strings[-1] + other._strings[0], *other._strings[1:])
        return _template(strings, self._interpolations + other._interpolations)

    def __repr__(self):
        return f"Template(strings={self._strings!r}, interpolations={self._interpolations!r})"


def _template(strings, interpolations):
    made = object.__new__(Template)
    made._strings, made._interpolations = strings, interpolations
    return made


def convert(obj, /, conversion):
    """Applies the conversion of a replacement field."""
    if conversion is None:
        return obj
    if conversion not in ("s", "r", "a"):
        raise ValueError(f"invalid conversion specifier: {conversion}")
    return {"s": str, "r": repr, "a": ascii}[conversion](obj)
