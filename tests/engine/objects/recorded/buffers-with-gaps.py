# Who takes a view whose bytes do not follow each other, and who refuses it in which words.
import binascii
import hashlib
import re
import struct
import zlib
from array import array

view = memoryview(b"1x2y3z")[::2]
released = memoryview(b"135")
released.release()

uses = {
    "bytes": bytes,
    "bytearray": bytearray,
    "list": list,
    "hex": lambda m: m.hex(),
    "==": lambda m: m == b"123",
    "bytes ==": lambda m: b"123" == m,
    "bytearray ==": lambda m: bytearray(b"123") == m,
    "from_bytes": lambda m: int.from_bytes(m, "big"),
    "%s": lambda m: b"%s" % m,
    "slice": lambda m: bytearray(b"abc").__setitem__(slice(0, 1), m),
    "join": lambda m: b"".join([m]),
    "bytes +": lambda m: b"" + m,
    "bytearray +": lambda m: bytearray() + m,
    "bytearray +=": lambda m: bytearray().__iadd__(m),
    "extend": lambda m: bytearray().extend(m),
    "in": lambda m: m in b"123",
    "find": lambda m: b"123".find(m),
    "startswith": lambda m: b"123".startswith(m),
    "replace": lambda m: b"123".replace(m, b""),
    "split": lambda m: b"123".split(m),
    "strip": lambda m: b"123".strip(m),
    "translate": lambda m: b"123".translate(m),
    "partition": lambda m: b"123".partition(m),
    "str": lambda m: str(m, "ascii"),
    "int": int,
    "float": float,
    "eval": eval,
    "compile": lambda m: compile(m, "name", "eval"),
    "ord": lambda m: ord(m[:1]),
    "%c": lambda m: b"%c" % m[:1],
    "re.match": lambda m: re.match(b"1", m),
    "crc32": zlib.crc32,
    "sha1": hashlib.sha1,
    "hexlify": binascii.hexlify,
    "unpack": lambda m: struct.unpack("3s", m),
    "frombytes": lambda m: array("B").frombytes(m),
}
for name, use in uses.items():
    for given in view, released:
        try:
            print(name, use(given))
        except Exception as error:
            print(name, type(error).__name__, error)
