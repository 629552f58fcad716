"""Text to values."""

__all__ = ["JSONDecoder", "JSONDecodeError"]

_SPACE = " \t\n\r"
_DIGITS = frozenset("0123456789")
_HEX = frozenset("0123456789abcdefABCDEF")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}
_NAMES = {"n": ("null", None), "t": ("true", True), "f": ("false", False)}


class JSONDecodeError(ValueError):
    """Text that is no JSON, and where it stops being it."""

    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip(s, end):
    while s[end:end + 1] and s[end] in _SPACE:
        end += 1
    return end


def _four_digits(s, at):
    digits = s[at:at + 4]
    if len(digits) != 4 or not _HEX.issuperset(digits):
        raise JSONDecodeError(r"Invalid \uXXXX escape", s, at - 1)
    return int(digits, 16)


def _escape(s, at):
    """The character of an escape whose letter stands at `at`, and the place after it."""
    letter = s[at]
    if letter != "u":
        try:
            return _ESCAPES[letter], at + 1
        except KeyError:
            raise JSONDecodeError(r"Invalid \escape", s, at - 1) from None
    code, end = _four_digits(s, at + 1), at + 5
    if 0xD800 <= code <= 0xDBFF and s[end:end + 2] == r"\u":
        low = _four_digits(s, end + 2)
        if 0xDC00 <= low <= 0xDFFF:
            return chr(0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)), end + 6
    return chr(code), end


def scanstring(s, end, strict=True, /):
    """The text of a string whose opening quote is before `end`, and the place after the closing one."""
    begin, parts = end - 1, []
    while True:
        start = end
        while end < len(s) and (c := s[end]) != '"' and c != "\\":
            if c < " " and strict:
                raise JSONDecodeError("Invalid control character at", s, end)
            end += 1
        parts.append(s[start:end])
        if end >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if s[end] == '"':
            return "".join(parts), end + 1
        if end + 1 >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        text, end = _escape(s, end + 1)
        parts.append(text)


class JSONDecoder:
    """Reads JSON; hooks say what objects and numbers become."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value of a whole text."""
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins at a place, and where it ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", s, stop.value) from None

    def scan_once(self, s, idx):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        first = s[idx:idx + 1]
        if first == '"':
            return scanstring(s, idx + 1, self.strict)
        if first == "{":
            return self._object(s, idx + 1, {})
        if first == "[":
            return self._array(s, idx + 1)
        if first in _NAMES:
            name, value = _NAMES[first]
            if s.startswith(name, idx):
                return value, idx + len(name)
        elif first in _DIGITS or first == "-" and s[idx + 1:idx + 2] in _DIGITS:
            return self._number(s, idx)
        for name in _CONSTANTS:
            if s.startswith(name, idx):
                return self.parse_constant(name), idx + len(name)
        raise StopIteration(idx)

    def _number(self, s, idx):
        def digits(at):
            while s[at:at + 1] in _DIGITS:
                at += 1
            return at

        end = idx + (s[idx] == "-")
        end = end + 1 if s[end] == "0" else digits(end)
        convert = self.parse_int
        if s[end:end + 1] == "." and s[end + 1:end + 2] in _DIGITS:
            end, convert = digits(end + 1), self.parse_float
        if s[end:end + 1] in ("e", "E"):
            exponent = end + 1 + (s[end + 1:end + 2] in ("+", "-"))
            if s[exponent:exponent + 1] in _DIGITS:
                end, convert = digits(exponent), self.parse_float
        return convert(s[idx:end]), end

    def _value(self, s, end):
        try:
            return self.scan_once(s, end)
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", s, stop.value) from None

    def _array(self, s, end):
        values = []
        end = _skip(s, end)
        if s[end:end + 1] == "]":
            return values, end + 1
        while True:
            value, end = self._value(s, end)
            values.append(value)
            end = _skip(s, end)
            mark = s[end:end + 1]
            if mark == "]":
                return values, end + 1
            if mark != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, end)
            comma, end = end, _skip(s, end + 1)
            if _names_trailing_commas and s[end:end + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, end, memo):
        pairs = []
        end = _skip(s, end)
        if s[end:end + 1] == "}":
            return self._finished(pairs), end + 1
        while True:
            if s[end:end + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end)
            key, end = scanstring(s, end + 1, self.strict)
            key = memo.setdefault(key, key)
            end = _skip(s, end)
            if s[end:end + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, end)
            value, end = self._value(s, _skip(s, end + 1))
            pairs.append((key, value))
            end = _skip(s, end)
            mark = s[end:end + 1]
            if mark == "}":
                return self._finished(pairs), end + 1
            if mark != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, end)
            comma, end = end, _skip(s, end + 1)
            if _names_trailing_commas and s[end:end + 1] == "}":
                raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)

    def _finished(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)
