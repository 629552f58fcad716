"""Bytes as texts of few characters."""

import binascii

_STANDARD = b"+/"
_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_BASE85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}") from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(_STANDARD, altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, _STANDARD))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(_STANDARD, b"-_"))


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(bytes.maketrans(b"-_", _STANDARD)))


def _b32encode(alphabet, s):
    s = bytes(_bytes(s)) if not isinstance(s, str) else _refuse(s)
    padding = -len(s) % 5
    number = int.from_bytes(s + bytes(padding), "big")
    count = (len(s) + padding) // 5 * 8
    encoded = bytes(alphabet[number >> 5 * i & 31] for i in range(count - 1, -1, -1))
    pad = {0: 0, 1: 1, 2: 3, 3: 4, 4: 6}[padding]
    return encoded[:count - pad] + b"=" * pad


def _refuse(s):
    raise TypeError(f"memoryview: a bytes-like object is required, not '{type(s).__name__}'")


def _b32decode(alphabet, s, casefold, map01=None):
    s = bytes(_bytes(s))
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _bytes(map01)))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip(b"=")
    pad = size - len(s)
    if pad not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    number = 0
    for byte in s:
        digit = alphabet.find(byte)
        if digit < 0:
            raise binascii.Error("Non-base32 digit found")
        number = number << 5 | digit
    data = (number << 5 * pad).to_bytes(size // 8 * 5, "big")
    return data[:len(data) - (0, 1, None, 2, 3, None, 4)[pad]] if pad else data


def b32encode(s):
    return _b32encode(_BASE32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_BASE32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_BASE32HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_BASE32HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = bytes(_bytes(s))
    if casefold:
        s = s.upper()
    if s.translate(None, delete=b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode85(b, digit, pad, fold=b""):
    b = bytes(_bytes(b))
    padding = -len(b) % 4
    result = []
    for i in range(0, len(b), 4):
        number = int.from_bytes(b[i:i + 4].ljust(4, b"\0"), "big")
        if fold and number == 0 and i + 4 <= len(b):
            result.append(fold)
            continue
        chunk = bytes(digit[number // 85 ** k % 85] for k in (4, 3, 2, 1, 0))
        result.append(chunk if pad or i + 4 <= len(b) else chunk[:5 - padding])
    return b"".join(result)


def b85encode(b, pad=False):
    return _encode85(b, _BASE85, pad)


def b85decode(b):
    b = bytes(_bytes(b))
    padding = -len(b) % 5
    b += b"~" * padding
    result = []
    for i in range(0, len(b), 5):
        number = 0
        for j, byte in enumerate(b[i:i + 5]):
            digit = _BASE85.find(byte)
            if digit < 0:
                raise ValueError(f"bad base85 character at position {i + j}")
            number = number * 85 + digit
        if number > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {i}")
        result.append(number.to_bytes(4, "big"))
    data = b"".join(result)
    return data[:-padding] if padding else data


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    encoded = _encode85(b, bytes(range(33, 118)), pad, b"z")
    return b"<~" + encoded + b"~>" if adobe else encoded


def encodebytes(s):
    """Base64 in lines of 76 characters."""
    return b"".join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(s)
