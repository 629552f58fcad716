"""File names compared with the patterns of a shell."""

import functools
import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]
if _has_filterfalse:
    __all__.insert(1, "filterfalse")


def fnmatch(name, pat):
    """Whether a name matches, both normalized as the system does with file names."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, "ISO-8859-1")), "ISO-8859-1")).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    """The names that match, as a list."""
    matches = _compile_pattern(os.path.normcase(pat))
    return [name for name in names if matches(name) is not None]


def fnmatchcase(name, pat):
    """Whether a name matches, upper and lower case told apart."""
    return _compile_pattern(pat)(name) is not None


if _has_filterfalse:
    def filterfalse(names, pat):
        """The names that do not match, as a list."""
        matches = _compile_pattern(os.path.normcase(pat))
        return [name for name in names if matches(name) is None]


def _set_text(stuff):
    """The characters between brackets, as `re` writes them; None where the set can hold no character."""
    if "-" not in stuff:
        return stuff.replace("\\", r"\\")
    chunks = []
    start = 0
    search = 2 if stuff[0] == "!" else 1
    while True:
        hyphen = stuff.find("-", search)
        if hyphen < 0:
            break
        chunks.append(stuff[start:hyphen])
        start = hyphen + 1
        search = hyphen + 3
    rest = stuff[start:]
    if rest:
        chunks.append(rest)
    else:
        chunks[-1] += "-"
    # A range that ends before it starts is empty, and re would refuse it.
    for at in range(len(chunks) - 1, 0, -1):
        if chunks[at - 1][-1] > chunks[at][0]:
            chunks[at - 1] = chunks[at - 1][:-1] + chunks[at][1:]
            del chunks[at]
    return "-".join(chunk.replace("\\", r"\\").replace("-", r"\-") for chunk in chunks)


def _set(stuff):
    stuff = _set_text(stuff)
    if not stuff:
        return "(?!)"
    if stuff == "!":
        return "."
    stuff = re.sub(r"([&~|])", r"\\\1", stuff)
    if stuff[0] == "!":
        stuff = "^" + stuff[1:]
    elif stuff[0] in ("^", "["):
        stuff = "\\" + stuff
    return f"[{stuff}]"


def _pieces(pat):
    """The parts of a pattern as texts for `re`, None for a star."""
    pieces = []
    at = 0
    while at < len(pat):
        character = pat[at]
        at += 1
        if character == "*":
            if not pieces or pieces[-1] is not None:
                pieces.append(None)
        elif character == "?":
            pieces.append(".")
        elif character == "[":
            end = at + (pat[at:at + 1] == "!")
            end = pat.find("]", end + (pat[end:end + 1] == "]"))
            if end < 0:
                pieces.append("\\[")
            else:
                pieces.append(_set(pat[at:end]))
                at = end + 1
        else:
            pieces.append(re.escape(character))
    return pieces


def _whole(body, end=_end):
    return f"(?s:{body}){end}"


def translate(pat):
    """The pattern as a regular expression that matches a whole name."""
    pieces = _pieces(pat)
    groups = [[]]
    for piece in pieces:
        if piece is None:
            groups.append([])
        else:
            groups[-1].append(piece)
    fixed = ["".join(group) for group in groups]
    if len(fixed) == 1:
        return _whole(fixed[0])
    # What follows a star is found at its first place and never tried again.
    middle = "".join(_lazily(piece, number) for number, piece in enumerate(fixed[1:-1]))
    return _whole(f"{fixed[0]}{middle}.*{fixed[-1]}")


if _has_atomic:
    def _lazily(piece, number):
        return f"(?>.*?{piece})"
else:
    _number = 0

    def _lazily(piece, number):
        global _number
        _number += 1
        return f"(?=(?P<g{_number - 1}>.*?{piece}))(?P=g{_number - 1})"

del _end, _has_atomic, _has_filterfalse
