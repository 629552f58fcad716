"""The machine that the model stands for."""

import sys
from _namedtuple import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine processor")


def system():
    return "Linux"


def node():
    return "heapwise"


def release():
    return "6.1.0"


def version():
    return "#1 SMP"


def machine():
    return "x86_64"


def processor():
    return ""


def uname():
    return uname_result(system(), node(), release(), version(), machine(), processor())


def architecture(executable=sys.executable, bits="", linkage=""):
    return bits or "64bit", linkage or "ELF"


def platform(aliased=False, terse=False):
    return f"{system()}-{release()}-{machine()}-with-glibc2.36"


def libc_ver(*args, **kwargs):
    return "glibc", "2.36"


def python_implementation():
    return "CPython"


def python_version():
    return ".".join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "main", "Jan  1 2026 00:00:00"


def python_compiler():
    return "GCC 12.2.0"
