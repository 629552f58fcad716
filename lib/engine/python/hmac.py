"""Keyed digests (RFC 2104)."""

import hashlib as _hashlib
from _hashlib import hmac_digest as _digest

digest_size = None


class HMAC:
    """A keyed digest that takes its message in parts."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        sample = _hashlib.new(digestmod) if isinstance(digestmod, str) else digestmod()
        self._hash_name, self._key, self._parts = sample.name, bytes(key), []
        self.digest_size, self.block_size = sample.digest_size, sample.block_size
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._hash_name}"

    def update(self, msg):
        if isinstance(msg, str):
            _hashlib.md5(msg)
        self._parts.append(bytes(msg))

    def copy(self):
        other = HMAC.__new__(HMAC)
        other.__dict__.update(self.__dict__)
        other._parts = list(self._parts)
        return other

    def digest(self):
        return _digest(self._key, b"".join(self._parts), self._hash_name)

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    """Whether two texts or bytes are equal, in a time that does not tell where they differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError(f"unsupported operand types(s) or combination of types: '{type(a).__name__}' and '{type(b).__name__}'")
    return a == b
