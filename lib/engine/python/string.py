"""Names for groups of ASCII characters, `$` templates, and formatting as a class."""

import _string

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
    "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Words split at sep (or white space), each capitalized, joined again."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class _IgnoreCase:
    """The flag is looked up when it is asked for: `re` takes longer to load than the rest of this module."""

    def __get__(self, instance, cls=None):
        import re
        return re.IGNORECASE


class _Pattern:
    """Compiles the pattern of a class when it is first used."""

    def __get__(self, instance, cls=None):
        return cls._compile()


_pattern = _Pattern()
_sentinel_dict = {}


class Template:
    """A text with names after dollar signs, to be filled in."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _IgnoreCase()
    pattern = _pattern

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compile()

    @classmethod
    def _compile(cls):
        import re
        pattern = cls.__dict__.get("pattern", _pattern)
        if pattern is _pattern:
            mark = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (f"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|"
                       f"{{(?P<braced>{braced})}}|(?P<invalid>))")
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)
        return cls.pattern

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        before = self.template[:match.start("invalid")].splitlines(keepends=True)
        line = max(len(before), 1)
        column = match.start("invalid") - len("".join(before[:-1])) if before else 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _unnamed(self):
        return ValueError("Unrecognized named group in pattern", self.pattern)

    def _fill(self, mapping, keywords, is_safe):
        if mapping is _sentinel_dict:
            mapping = keywords
        elif keywords:
            from collections import ChainMap
            mapping = ChainMap(keywords, mapping)

        def replacement(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    if is_safe:
                        return match.group()
                    raise
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is not None:
                if is_safe:
                    return match.group()
                self._invalid(match)
            raise self._unnamed()

        return self.pattern.sub(replacement, self.template)

    def substitute(self, mapping=_sentinel_dict, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping=_sentinel_dict, /, **kws):
        return self._fill(mapping, kws, True)

    if _has_identifiers:
        def is_valid(self):
            """Whether `substitute` finds nothing wrong with the placeholders."""
            for match in self.pattern.finditer(self.template):
                if match.group("invalid") is not None:
                    return False
                if all(match.group(kind) is None for kind in ("named", "braced", "escaped")):
                    raise self._unnamed()
            return True

        def get_identifiers(self):
            """Names of the placeholders, each once, in their order."""
            names = {}
            for match in self.pattern.finditer(self.template):
                name = match.group("named") or match.group("braced")
                if name is not None:
                    names[name] = None
                elif match.group("invalid") is None and match.group("escaped") is None:
                    raise self._unnamed()
            return list(names)


class Formatter:
    """`str.format` with every step a method that a subclass can change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            name, auto_arg_index = _numbered(name, auto_arg_index)
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index=auto_arg_index)
            result.append(self.format_field(obj, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first


def _numbered(name, index, numbers_paths=_numbers_paths):
    """A field's name with its number when it has none, and the next number, or False when fields are numbered by hand."""
    first = _string.formatter_field_name_split(name)[0] if numbers_paths else name
    if first == "":
        if index is False:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        return str(index) + name, index + 1
    if isinstance(first, int) or not numbers_paths and name.isdigit():
        if index:
            raise ValueError("cannot switch from automatic field numbering to manual field specification" if numbers_paths else
                             "cannot switch from manual field specification to automatic field numbering")
        return name, False
    return name, index


del _numbers_paths, _has_identifiers
