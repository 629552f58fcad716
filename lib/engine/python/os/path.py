"""Paths as texts. There are no files, so nothing exists."""

__name__ = "posixpath"

curdir, pardir, extsep, sep, pathsep, altsep = ".", "..", ".", "/", ":", None
defpath, devnull = "/bin:/usr/bin", "/dev/null"
supports_unicode_filenames = False


def _plain(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def normcase(s):
    return _plain(s)


def isabs(s):
    s = _plain(s)
    return s.startswith(_slash(s))


def join(a, *p):
    path = _plain(a)
    slash = _slash(path)
    for part in map(_plain, p):
        if isinstance(part, bytes) != isinstance(path, bytes):
            raise TypeError("Can't mix strings and bytes in path components") from None
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p = _plain(p)
    slash = _slash(p)
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = _plain(p)
    slash, dot = _slash(p), b"." if isinstance(p, bytes) else "."
    last = p.rfind(dot)
    start = p.rfind(slash) + 1
    if last > start and p[start:last].strip(dot):
        return p[:last], p[last:]
    return p, p[:0]


def splitdrive(p):
    p = _plain(p)
    return p[:0], p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def normpath(path):
    path = _plain(path)
    slash, dot = _slash(path), b"." if isinstance(path, bytes) else "."
    if not path:
        return dot
    leading = 1 if path.startswith(slash) else 0
    if leading and path.startswith(slash * 2) and not path.startswith(slash * 3):
        leading = 2
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dot + dot or not leading and not parts or parts and parts[-1] == dot + dot:
            parts.append(part)
        elif parts:
            parts.pop()
    return slash * leading + slash.join(parts) or dot


def abspath(path):
    path = _plain(path)
    if not isabs(path):
        path = join(b"/home/user" if isinstance(path, bytes) else "/home/user", path)
    return normpath(path)


def realpath(filename, *, strict=False):
    return abspath(filename)


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    here = [part for part in abspath("." if start is None else start).split("/") if part]
    there = [part for part in abspath(path).split("/") if part]
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(m):
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, character in enumerate(low):
        if character != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_plain(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence" if not _iterable_text else "commonpath() arg is an empty iterable")
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split("/") if part and part != "."] for path in paths]
    low, high = min(split_paths), max(split_paths)
    common = low
    for i, part in enumerate(low):
        if part != high[i]:
            common = low[:i]
            break
    return ("/" if isabs(paths[0]) else "") + "/".join(common)


def expanduser(path):
    path = _plain(path)
    return "/home/user" + path[1:] if path == "~" or path.startswith("~/") else path


def expandvars(path):
    import os
    for name in sorted(os.environ, key=len, reverse=True):
        path = path.replace("$" + "{" + name + "}", os.environ[name]).replace("$" + name, os.environ[name])
    return path


def exists(path):
    return False


lexists = isfile = isdir = islink = ismount = exists


def getsize(filename):
    raise FileNotFoundError(2, "No such file or directory", filename)


getmtime = getatime = getctime = getsize
