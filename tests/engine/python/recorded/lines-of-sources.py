# errno and linecache: names of numbers, and lines of sources that are no files.
import errno
import linecache
import os
import sys
import traceback

print(errno.errorcode[errno.ENOENT], errno.EWOULDBLOCK == errno.EAGAIN, errno.EOPNOTSUPP == errno.ENOTSUP, len(errno.errorcode) > 100)
try:
    raise OSError(errno.EEXIST, "there already")
except OSError as error:
    print(type(error).__name__, error.errno == errno.EEXIST, errno.errorcode[error.errno])
print("EHWPOISON" in dir(errno), "EHWPOISON" in errno.errorcode.values())

SOURCE = "def f(x):\n    return 1 / x\n\ndef g():\n    return f(0)\n"
NAME = "<generated>"
made = {}
exec(compile(SOURCE, NAME, "exec"), made)


def show():
    try:
        made["g"]()
    except ZeroDivisionError as error:
        print(*traceback.format_exception(error)[2:], sep="")
        print([frame.line for frame in traceback.extract_tb(error.__traceback__)][1:])


show()
linecache.cache[NAME] = (len(SOURCE), None, SOURCE.splitlines(True), NAME)
show()
print(repr(linecache.getline(NAME, 2)), repr(linecache.getline(NAME, 99)), repr(linecache.getline(NAME, 0)), linecache.getlines(NAME))
linecache.checkcache()
print(NAME in linecache.cache)
linecache.checkcache(NAME)
linecache.clearcache()
show()
print(repr(linecache.getline("/nowhere.py", 1)), linecache.getlines("nope"), "nope" in linecache.cache)


class Loader:
    def get_source(self, name):
        print("asked for", name)
        return "a = 1\nb = 2"


names = {"__name__": "lazy", "__loader__": Loader()}
print(linecache.lazycache("lazy.py", names), linecache.lazycache("lazy.py", names), len(linecache.cache["lazy.py"]))
print(linecache.getlines("lazy.py", names), linecache.cache["lazy.py"])
print(linecache.lazycache("<x>", names), linecache.lazycache("", names), linecache.lazycache("u.py", {"__name__": "q"}))
print(linecache.__all__)
