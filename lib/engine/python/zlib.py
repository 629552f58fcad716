"""Compression. The streams of `compress` can be read by any zlib, but are not the same bytes as zlib's own."""

MAX_WBITS, DEFLATED, DEF_MEM_LEVEL, DEF_BUF_SIZE = 15, 8, 8, 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = 0, 1, 2, 3, 4, 5, 6
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.3.1"


class error(Exception):
    pass


error.__module__ = "zlib"


class _Compressor:
    """Collects data and compresses it at the end."""

    def __init__(self, level, wbits):
        self._parts, self._level, self._wbits = [], level, wbits

    def compress(self, data, /):
        self._parts.append(bytes(data))
        return b""

    def flush(self, mode=Z_FINISH, /):
        if mode != Z_FINISH:
            return b""
        return compress(b"".join(self._parts), self._level, self._wbits)

    def copy(self):
        other = _Compressor(self._level, self._wbits)
        other._parts = list(self._parts)
        return other


class _Decompressor:
    """Takes a stream in parts."""

    def __init__(self, wbits):
        self._data, self._given, self._wbits = b"", 0, wbits
        self.eof, self.unused_data, self.unconsumed_tail = False, b"", b""

    def decompress(self, data, max_length=0):
        if self.eof:
            self.unused_data += bytes(data)
            return b""
        self._data += bytes(data)
        found = _inflate(self._data, self._wbits) if len(self._data) > 1 else ()
        if not found:
            return b""
        output, end = found
        self.eof, self.unused_data = True, self._data[end:]
        return output

    def flush(self, length=DEF_BUF_SIZE, /):
        return b""


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None):
    return _Compressor(level, wbits)


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    return _Decompressor(wbits)
