"""Numbers as bytes, by a format."""

from _struct import _unpack_all, calcsize, pack, pack_into, unpack, unpack_from

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


error.__module__ = "struct"


@_builtin
def iter_unpack(format, buffer, /):
    return iter(_unpack_all(format, buffer))


class Struct:
    """A format that is read once."""

    def __init__(self, format):
        self.format = format.decode() if isinstance(format, bytes) else format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, /, *values):
        return pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__name__}({self.format!r})"


Struct.__module__ = "_struct"
_seal(Struct, 56)
del _builtin, _seal
