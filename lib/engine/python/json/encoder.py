"""Values to text."""

__all__ = ["JSONEncoder"]

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
_PLAIN = {c: _SHORT.get(chr(c), f"\\u{c:04x}") for c in range(32)} | {34: '\\"', 92: "\\\\"}


def encode_basestring(s):
    """A JSON string with all characters as they are but those that must be escaped."""
    return f'"{s.translate(_PLAIN)}"'


def encode_basestring_ascii(s):
    """A JSON string of ASCII characters only."""
    text = s.translate(_PLAIN)
    if text.isascii() and "\x7f" not in text:
        return f'"{text}"'
    return '"' + "".join([c if c < "\x7f" else _escaped(ord(c)) for c in text]) + '"'


def _escaped(code):
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}"


class JSONEncoder:
    """Writes dicts, lists, strings, numbers, booleans and None; `default` may turn other objects into these."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write for an object that JSON does not have."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The value as one text."""
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The value as texts one after the other."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _Writer(self, indent).value(o, "\n")


class _Writer:
    """One run over a value; `line` is a newline with the indentation of the level."""

    def __init__(self, encoder, indent):
        self.encoder, self.indent = encoder, indent
        self.string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.open = {} if encoder.check_circular else None

    def scalar(self, o):
        """The text of what holds nothing else; None for other objects."""
        if isinstance(o, str):
            return self.string(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.number(o)
        return None

    def number(self, o):
        if o == o and o not in (float("inf"), float("-inf")):
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant" + (f": {o!r}" if _shows_float else ""))
        return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"

    def value(self, o, line):
        text = self.scalar(o)
        if text is not None:
            yield text
            return
        if self.open is not None:
            if _identity(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open[_identity(o)] = o
        if isinstance(o, (list, tuple)):
            yield from self.array(o, line)
        elif isinstance(o, dict):
            yield from self.object(o, line)
        else:
            made = self.encoder.default(o)
            try:
                yield from self.value(made, line)
            except Exception as error:
                self.note(error, f"when serializing {type(o).__name__} object")
                raise
        if self.open is not None:
            del self.open[_identity(o)]

    def note(self, error, text):
        if _adds_notes:
            error.add_note(text)

    def array(self, o, line):
        if not o:
            yield "[]"
            return
        inner = line if self.indent is None else line + self.indent
        prefix = "[" if self.indent is None else "[" + inner
        for position, item in enumerate(o):
            try:
                text = self.scalar(item)
                if text is not None:
                    yield prefix + text
                else:
                    yield prefix
                    yield from self.value(item, inner)
            except GeneratorExit:
                raise
            except BaseException as error:
                self.note(error, f"when serializing {type(o).__name__} item {position}")
                raise
            prefix = self.encoder.item_separator + ("" if self.indent is None else inner)
        yield "]" if self.indent is None else line + "]"

    def key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float) or key is True or key is False or key is None or isinstance(key, int):
            return self.scalar(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def object(self, o, line):
        if not o:
            yield "{}"
            return
        inner = line if self.indent is None else line + self.indent
        separator = "" if self.indent is None else inner
        yield "{"
        first = True
        for key, item in sorted(o.items()) if self.encoder.sort_keys else o.items():
            name = self.key(key)
            if name is None:
                continue
            if not first:
                yield self.encoder.item_separator + separator
            elif separator:
                yield separator
            first = False
            yield self.string(name)
            yield self.encoder.key_separator
            try:
                yield from self.value(item, inner)
            except GeneratorExit:
                raise
            except BaseException as error:
                self.note(error, f"when serializing {type(o).__name__} item {key!r}")
                raise
        yield "}" if self.indent is None or first else line + "}"
