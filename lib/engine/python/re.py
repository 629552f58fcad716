"""Regular expressions."""

import copyreg
import enum
from _sre import Match, Pattern
from _sre import compile as _compile_pattern

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
    "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
    "VERBOSE", "UNICODE",
]

_MAXCACHE = 512
_cache = {}
_SPECIAL = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


class RegexFlag(enum.IntFlag):
    """Options of a pattern."""

    if _has_no_flag:
        NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    if _has_template:
        TEMPLATE = T = 1
    DEBUG = 128

    def __repr__(self):
        value = self._value_
        if value == 0:
            return "re.NOFLAG" if _has_no_flag else ""
        if value < 0:
            rest = repr(type(self)(~value))
            return f"~({rest})" if "|" in rest else f"~{rest}"
        parts = []
        for member in type(self).__members__.values():
            if member._value_ and value & member._value_:
                parts.append(f"re.{member._name_}")
                value &= ~member._value_
        if value:
            parts.append(hex(value))
        return "|".join(parts)

    __str__ = __repr__


globals().update({name: member for name, member in RegexFlag.__members__.items() if name != "NOFLAG" or _has_no_flag})
if _has_no_flag:
    __all__ += ["NOFLAG", "RegexFlag"]


def _init_error(self, msg, pattern=None, pos=None):
    self.msg, self.pattern, self.pos = msg, pattern, pos
    self.lineno = self.colno = None
    text = msg
    if pattern is not None and pos is not None:
        newline = "\n" if isinstance(pattern, str) else b"\n"
        self.lineno = pattern.count(newline, 0, pos) + 1
        self.colno = pos - pattern.rfind(newline, 0, pos)
        text = f"{msg} at position {pos}"
        if newline in pattern:
            text += f" (line {self.lineno}, column {self.colno})"
    Exception.__init__(self, text)


error = type(_error_name, (Exception,), {
    "__module__": "re",
    "__doc__": "A pattern or template that cannot be read.",
    "__init__": _init_error,
})
if _error_name != "error":
    globals()[_error_name] = error
    __all__.append(_error_name)


def compile(pattern, flags=0):
    """The compiled pattern; the same object for the same pattern and flags, as long as the cache holds it."""
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    compiled, warned = _compile_pattern(pattern, flags)
    for category, text in warned:
        import builtins
        import warnings

        warnings.warn(text, getattr(builtins, category), stacklevel=1)
    if not flags & 128:
        while len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[key] = compiled
    return compiled


def _compile(pattern, flags):
    return compile(pattern, flags)


def _pickle(pattern):
    return _compile, (pattern.pattern, pattern.flags)


copyreg.pickle(Pattern, _pickle, _compile)


def match(pattern, string, flags=0):
    """A match at the beginning of the string, or None."""
    return compile(pattern, flags).match(string)


if _has_prefix_match:
    prefixmatch = match
    __all__.append("prefixmatch")


def fullmatch(pattern, string, flags=0):
    """A match of the whole string, or None."""
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match anywhere in the string, or None."""
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with matches replaced."""
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """The string with matches replaced, and how many there were."""
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The parts of the string between matches."""
    return compile(pattern, flags).split(string, maxsplit)


def _from_positions(name, least, args, count, flags, word):
    """Count and flags where they were given by position, which warns."""
    if args:
        if count is not _not_given:
            raise TypeError(f"{name}() got multiple values for argument {word!r}")
        count, *args = args
        if args:
            if flags is not _not_given:
                raise TypeError(f"{name}() got multiple values for argument 'flags'")
            flags, *args = args
            if args:
                raise TypeError(f"{name}() takes from {least} to {least + 2} positional arguments but {least + 2 + len(args)} were given")
        import warnings

        warnings.warn(f"{word!r} is passed as positional argument", DeprecationWarning, stacklevel=1)
    return count, flags


class _NotGiven(int):
    """A zero that nobody gave."""


_not_given = _NotGiven()
if _warns_of_positions:
    def sub(pattern, repl, string, *args, count=_not_given, flags=_not_given):
        """The string with matches replaced."""
        count, flags = _from_positions("sub", 3, args, count, flags, "count")
        return compile(pattern, flags).sub(repl, string, count)

    def subn(pattern, repl, string, *args, count=_not_given, flags=_not_given):
        """The string with matches replaced, and how many there were."""
        count, flags = _from_positions("subn", 3, args, count, flags, "count")
        return compile(pattern, flags).subn(repl, string, count)

    def split(pattern, string, *args, maxsplit=_not_given, flags=_not_given):
        """The parts of the string between matches."""
        maxsplit, flags = _from_positions("split", 2, args, maxsplit, flags, "maxsplit")
        return compile(pattern, flags).split(string, maxsplit)

    sub.__text_signature__ = subn.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"
    split.__text_signature__ = "(pattern, string, maxsplit=0, flags=0)"


def findall(pattern, string, flags=0):
    """All matches, or the groups of all matches."""
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return compile(pattern, flags).finditer(string)


def purge():
    """Empties the cache."""
    _cache.clear()


def escape(pattern):
    """The pattern that matches this text and nothing else."""
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")


class Scanner:
    """Splits text into tokens by a list of patterns with an action for each."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = []
        parts, group = [], 1
        for phrase, action in lexicon:
            parts.append(f"({phrase})")
            self._actions.append((group, action))
            group += 1 + compile(phrase, flags).groups
        self.scanner = compile("|".join(parts), flags)

    def scan(self, string):
        result, position = [], 0
        scanner = self.scanner.scanner(string)
        while (match := scanner.match()) and match.end() != position:
            position = match.end()
            action = next(action for group, action in self._actions if match.start(group) >= 0)
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)
        return result, string[position:]
