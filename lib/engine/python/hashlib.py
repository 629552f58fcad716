"""Digests of bytes."""

from _hashlib import _blake2, new as _new, pbkdf2_hmac

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
    "shake_128", "shake_256", "blake2b", "blake2s",
}
algorithms_available = set(algorithms_guaranteed)


def new(name, data=b"", *, usedforsecurity=True):
    """A hash object of the algorithm of that name."""
    return _new(name, data)


def _constructor(name):
    def function(string=b"", *, usedforsecurity=True):
        return _new(name, string)
    function.__name__ = function.__qualname__ = "openssl_" + name
    return function


md5, sha1, sha224, sha256, sha384, sha512 = map(_constructor, ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"))
sha3_224, sha3_256, sha3_384, sha3_512 = map(_constructor, ("sha3_224", "sha3_256", "sha3_384", "sha3_512"))
shake_128, shake_256 = map(_constructor, ("shake_128", "shake_256"))


def blake2b(data=b"", /, *, digest_size=64, key=b"", usedforsecurity=True):
    return _blake2("blake2b", data, digest_size, key)


def blake2s(data=b"", /, *, digest_size=32, key=b"", usedforsecurity=True):
    return _blake2("blake2s", data, digest_size, key)
