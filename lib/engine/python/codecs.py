"""Encodings by name: what encodes and decodes, at once, in pieces and on streams; and what mends errors."""

__all__ = [
    "register", "lookup", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16",
    "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder",
    "IncrementalDecoder", "StreamReader", "StreamWriter", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder",
    "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors",
    "xmlcharrefreplace_errors", "backslashreplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = BOM64_BE = b"\0\0\xfe\xff"


# What mends errors


def _part(error):
    return error.object[error.start:error.end]


def _refuse(error):
    if isinstance(error, Exception):
        raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")
    raise TypeError("codec must pass exception instance")


def strict_errors(error):
    if isinstance(error, Exception):
        raise error
    raise TypeError("codec must pass exception instance")


def ignore_errors(error):
    if not isinstance(error, UnicodeError):
        _refuse(error)
    return "", error.end


def replace_errors(error):
    if isinstance(error, UnicodeEncodeError):
        return "?" * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return "\ufffd", error.end
    _refuse(error)


def backslashreplace_errors(error):
    if isinstance(error, UnicodeDecodeError):
        return "".join(f"\\x{byte:02x}" for byte in _part(error)), error.end
    if isinstance(error, UnicodeEncodeError):
        return _part(error).encode("ascii", "backslashreplace").decode("ascii"), error.end
    _refuse(error)


def xmlcharrefreplace_errors(error):
    if not isinstance(error, UnicodeEncodeError):
        _refuse(error)
    return "".join(f"&#{ord(character)};" for character in _part(error)), error.end


def _surrogate_errors(name):
    def mend(error):
        if isinstance(error, UnicodeEncodeError):
            return _part(error).encode("utf-8" if name == "surrogatepass" else "ascii", name), error.end
        if isinstance(error, UnicodeDecodeError):
            return _part(error).decode("ascii", name), error.end
        _refuse(error)

    return mend


_handlers = {
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors, "backslashreplace": backslashreplace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors, "surrogateescape": _surrogate_errors("surrogateescape"),
    "surrogatepass": _surrogate_errors("surrogatepass"),
}


def register_error(name, handler, /):
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[name] = handler


def lookup_error(name, /):
    if name not in _handlers:
        raise LookupError(f"unknown error handler name '{name}'")
    return _handlers[name]


def _mend(name, error):
    """What a handler puts in place of an error, and where to go on."""
    found = lookup_error(name)(error)
    kinds = (str, bytes) if isinstance(error, UnicodeEncodeError) else str
    if not (isinstance(found, tuple) and len(found) == 2 and isinstance(found[0], kinds) and isinstance(found[1], int)):
        kind = "encoding" if isinstance(error, UnicodeEncodeError) else "decoding"
        raise TypeError(f"{kind} error handler must return ({'str/bytes' if kind == 'encoding' else 'str'}, int) tuple")
    mended, at = found
    size = len(error.object)
    where = at + size if at < 0 else at
    if not 0 <= where <= size:
        raise IndexError(f"position {at} from error handler out of bounds")
    return mended, where


# Codecs


class CodecInfo(tuple):
    """What there is for one encoding."""

    _is_text_encoding = True

    def __new__(
        cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None
    ):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode, self.streamreader, self.streamwriter = self
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes a text piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Decodes bytes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes of a character that is not whole yet."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        text, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return text

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Encodes what it writes to a stream."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """Decodes what it reads from a stream."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self._text = None

    def _rest(self):
        if self._text is None:
            self._text = self.decode(self.stream.read(), self.errors)[0]
        return self._text

    def read(self, size=-1, chars=-1, firstline=False):
        count = chars if chars >= 0 else size
        text = self._rest()
        count = len(text) if count < 0 else count
        self._text = text[count:]
        return text[:count]

    def readline(self, size=None, keepends=True):
        lines = self._rest().splitlines(True)
        line = lines[0] if lines else ""
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines()[0] if line else ""

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text = None

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def _cut_short(error, size):
    return error.end == size and error.reason in ("unexpected end of data", "truncated data")


def _decoded_part(data, errors, final, encoding):
    """The text of bytes whose last character may not be whole, and how many bytes it took."""
    if final:
        return data.decode(encoding, errors), len(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        for kept in range(1, min(3, len(data)) + 1):
            try:
                data[-kept:].decode(encoding)
            except UnicodeDecodeError as last:
                if last.start == 0 and _cut_short(last, kept):
                    return data[:-kept].decode(encoding, errors), len(data) - kept
        if not _cut_short(error, len(data)):
            return data.decode(encoding, errors), len(data)
        return data[:error.start].decode(encoding, errors), error.start
    return text, len(data)


def _info_of(name, encode, decode, decode_part=None, is_text=True, first=None):
    """All there is for an encoding, from what encodes and decodes at once. `first` is the encoding's mark of order, and the encoding after it."""

    class Encoder(IncrementalEncoder):
        _is_begun = False

        def encode(self, input, final=False):
            if first is None:
                return encode(input, self.errors)[0]
            mark, after = first
            begin = b"" if self._is_begun else mark
            self._is_begun = True
            return begin + input.encode(after, self.errors)

        def reset(self):
            self._is_begun = False

        def getstate(self):
            return 0 if first is None or self._is_begun else 2

    base = BufferedIncrementalDecoder if decode_part else IncrementalDecoder

    class Decoder(base):
        if decode_part:
            def _buffer_decode(self, input, errors, final):
                return decode_part(self, input, errors, final)
        else:
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    class Writer(StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    class Reader(StreamReader):
        def decode(self, input, errors="strict"):
            return decode(input, errors)

    for made, shown in ((Encoder, "IncrementalEncoder"), (Decoder, "IncrementalDecoder"), (Writer, "StreamWriter"), (Reader, "StreamReader")):
        made.__name__ = made.__qualname__ = shown
        made.__module__ = "encodings." + name.replace("-", "_")
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=is_text)


def _builtin(name, encoding):
    """An encoding that str and bytes know."""
    def encode(input, errors="strict"):
        if not isinstance(input, str):
            raise TypeError(f"{encoding.replace('-', '_')}_encode() argument 1 must be str, not {type(input).__name__}")
        return input.encode(encoding, errors), len(input)

    def decode(input, errors="strict"):
        if isinstance(input, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(input)
        return data.decode(encoding, errors), len(data)

    def decode_part(self, data, errors, final):
        return _decoded_part(data, errors, final, encoding)

    def decode_marked(self, data, errors, final):
        order = getattr(self, "_order", None)
        used = 0
        if order is None:
            size = 2 if encoding == "utf-16" else 4
            if len(data) < size and not final:
                return "", 0
            used = size if data[:size] in (BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE) else 0
            order = self._order = "-be" if used and data[0] in (0, 0xfe) else "-le"
        text, more = _decoded_part(data[used:], errors, final, encoding + order)
        return text, used + more

    marked = {"utf-16": (BOM_UTF16, "utf-16-le"), "utf-32": (BOM_UTF32, "utf-32-le")}.get(encoding)
    part = decode_marked if marked else decode_part if encoding.startswith("utf") else None
    return _info_of(name, encode, decode, part, True, marked)


def _make_utf_8_sig():
    def encode(input, errors="strict"):
        return BOM_UTF8 + input.encode("utf-8", errors), len(input)

    def decode(input, errors="strict"):
        data = bytes(input)
        return data.removeprefix(BOM_UTF8).decode("utf-8", errors), len(data)

    def decode_part(self, data, errors, final):
        used = 0
        if not getattr(self, "_is_begun", False):
            if BOM_UTF8.startswith(data) and not final and len(data) < 3:
                return "", 0
            self._is_begun = True
            used = 3 if data.startswith(BOM_UTF8) else 0
        text, more = _decoded_part(data[used:], errors, final, "utf-8")
        return text, used + more

    return _info_of("utf-8-sig", encode, decode, decode_part, True, (BOM_UTF8, "utf-8"))


def _make_unicode_escape():
    def encode(input, errors="strict"):
        return "".join(map(_escaped, input)).encode("latin-1"), len(input)

    def decode(input, errors="strict"):
        text = input if isinstance(input, str) else bytes(input).decode("latin-1")
        return _unescaped(text), len(input)

    return _info_of("unicode-escape", encode, decode)


def _escaped(character):
    return character if character in "\"'" else ascii(character)[1:-1]


def _unescaped(text):
    """A text with the escapes of a string literal taken for what they mean."""
    simple = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": ""}
    parts = []
    at = 0
    while at < len(text):
        back = text.find("\\", at)
        if back < 0:
            break
        parts.append(text[at:back])
        kind = text[back + 1:back + 2]
        at = back + 2
        width = {"x": 2, "u": 4, "U": 8}.get(kind)
        if not kind:
            raise UnicodeDecodeError("unicodeescape", text.encode("latin-1"), back, back + 1, "\\ at end of string")
        if width:
            digits = text[at:at + width]
            if len(digits) < width or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
                end = at + next((i for i, digit in enumerate(digits) if digit not in "0123456789abcdefABCDEF"), len(digits))
                raise UnicodeDecodeError("unicodeescape", text.encode("latin-1"), back, end, f"truncated \\{kind}{'X' * width} escape")
            parts.append(chr(int(digits, 16)))
            at += width
        elif kind in "01234567":
            end = at
            while end < back + 4 and text[end:end + 1] and text[end] in "01234567":
                end += 1
            parts.append(chr(int(text[back + 1:end], 8)))
            at = end
        else:
            parts.append(simple.get(kind, "\\" + kind))
    return "".join(parts) + text[at:]


def _make_raw_unicode_escape():
    def one(character):
        code = ord(character)
        return character if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

    def encode(input, errors="strict"):
        return "".join(map(one, input)).encode("latin-1"), len(input)

    def decode(input, errors="strict"):
        import re

        data = bytes(input)
        found = re.sub(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})", lambda match: chr(int(match[1] or match[2], 16)), data.decode("latin-1"))
        return found, len(data)

    return _info_of("raw-unicode-escape", encode, decode)


def _make_hex():
    import binascii

    return _info_of(
        "hex", lambda data, errors="strict": (binascii.b2a_hex(data), len(data)), lambda data, errors="strict": (binascii.a2b_hex(data), len(data)),
        is_text=False,
    )


def _make_base64():
    import base64

    return _info_of(
        "base64", lambda data, errors="strict": (base64.encodebytes(data), len(data)),
        lambda data, errors="strict": (base64.decodebytes(data), len(data)), is_text=False,
    )


def _make_rot_13():
    letters = "abcdefghijklmnopqrstuvwxyz"
    turned = letters[13:] + letters[:13]
    table = str.maketrans(letters + letters.upper(), turned + turned.upper())

    def turn(input, errors="strict"):
        return str.translate(input, table), len(input)

    return _info_of("rot-13", turn, turn, is_text=False)


_ALIASES = {
    "utf8": "utf_8", "u8": "utf_8", "utf": "utf_8", "cp65001": "utf_8", "us_ascii": "ascii", "646": "ascii", "ansi_x3.4_1968": "ascii",
    "latin1": "latin_1", "iso_8859_1": "latin_1", "iso8859_1": "latin_1", "l1": "latin_1", "8859": "latin_1", "cp819": "latin_1",
    "latin": "latin_1", "utf16": "utf_16", "u16": "utf_16", "utf32": "utf_32", "u32": "utf_32", "utf_16le": "utf_16_le",
    "utf_16be": "utf_16_be", "unicodeescape": "unicode_escape", "rawunicodeescape": "raw_unicode_escape", "hex_codec": "hex",
    "base64_codec": "base64", "base_64": "base64", "rot13": "rot_13",
}
_MAKERS = {
    "utf_8_sig": _make_utf_8_sig, "unicode_escape": _make_unicode_escape, "raw_unicode_escape": _make_raw_unicode_escape, "hex": _make_hex,
    "base64": _make_base64, "rot_13": _make_rot_13,
}
for _own in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
    _MAKERS[_own.replace("-", "_")] = lambda encoding=_own: _builtin("iso8859-1" if encoding == "latin-1" else encoding, encoding)
_known = {}
_searches = []


def register(search_function, /):
    """Asks a function for encodings that nobody knows."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _known.clear()


def lookup(encoding, /):
    """The codec of a name."""
    name = encoding.lower().replace(" ", "-")
    if name in _known:
        return _known[name]
    plain = "_".join("".join(c if c.isalnum() or c == "." else " " for c in name).split())
    plain = _ALIASES.get(plain, plain)
    found = _MAKERS[plain]() if plain in _MAKERS else None
    for search in _searches if found is None else ():
        found = search(name.replace("-", "_"))
        if found is not None:
            if not (isinstance(found, tuple) and len(found) == 4):
                raise TypeError("codec search functions must return 4-tuples")
            break
    if found is None:
        raise LookupError(f"unknown encoding: {encoding}")
    _known[name] = found
    return found


def encode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).decode(obj, errors)[0]


def _text_codec(encoding, use):
    """A codec for `str.encode` and `bytes.decode`, which take those between text and bytes only."""
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.{use}() to handle arbitrary codecs")
    return info


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes pieces as they come."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = encoder.encode(piece)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes pieces as they come."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = decoder.decode(piece)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output
