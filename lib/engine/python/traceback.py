"""Tracebacks as text and as data."""

import sys
from itertools import islice

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEADER = "Traceback (most recent call last):\n"
# A frame that repeats is shown this often before the rest is counted.
_REPEATS = 3
# More exceptions of a group, or deeper groups, are only counted.
_GROUP_WIDTH = 15
_GROUP_DEPTH = 10


class FrameSummary:
    """Where one frame of a traceback stood."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = _source_line(self.filename, self.lineno) or ""
        return self._line.strip()

    def _key(self):
        return (self.filename, self.lineno, self.name, self.locals)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._key() == other._key()
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def walk_stack(f):
    """Frames and their lines, innermost first."""
    if f is None:
        f = sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Frames and the lines where they raised, outermost first."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_places(tb):
    """As walk_tb, with the columns of the instruction that raised, or None."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno, _columns(tb)
        tb = tb.tb_next


def _cut(rows, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return list(rows)
    return list(islice(rows, limit)) if limit >= 0 else list(rows)[limit:]


class StackSummary(list):
    """Frame summaries, the oldest first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        result = klass()
        for frame, line, *columns in _cut(frame_gen, limit):
            code = frame.f_code
            end_line, start, end = columns[0] if columns and columns[0] else (None, None, None)
            result.append(FrameSummary(code.co_filename, line, code.co_name, locals=frame.f_locals if capture_locals else None,
                                       end_lineno=end_line, colno=start, end_colno=end))
        return result

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for row in a_list:
            if not isinstance(row, FrameSummary):
                filename, lineno, name, line = row
                row = FrameSummary(filename, lineno, name, line=line)
            result.append(row)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        rows = [f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n']
        place = (frame_summary.lineno, frame_summary.end_lineno, frame_summary.colno, frame_summary.end_colno)
        quoted = _quoted(frame_summary.filename, place) if frame_summary.colno is not None else ""
        if quoted:
            rows.append(quoted)
        elif frame_summary.line:
            rows.append(f"    {frame_summary.line}\n")
        for name, value in sorted((frame_summary.locals or {}).items()):
            rows.append(f"    {name} = {value}\n")
        return "".join(rows)

    def format(self, **kwargs):
        result = []
        last = None
        count = 0
        for summary in self:
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            place = (summary.filename, summary.lineno, summary.name)
            if place != last:
                self._count_repeats(result, count)
                last = place
                count = 0
            count += 1
            if count <= _REPEATS:
                result.append(text)
        self._count_repeats(result, count)
        return result

    def _count_repeats(self, result, count):
        more = count - _REPEATS
        if more > 0:
            result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")


def _type_name(kind):
    if kind is None:
        return None
    module = kind.__module__
    return kind.__qualname__ if module in ("__main__", "builtins") else f"{module}.{kind.__qualname__}"


def _safe(value, what, function=str):
    try:
        return function(value)
    except:
        return f"<{what} {function.__name__}() failed>"


class TracebackException:
    """An exception as it will be shown: keeps no frame and no local variable alive."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=_GROUP_WIDTH, max_group_depth=_GROUP_DEPTH, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        settings = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                        max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary.extract(_walk_places(exc_traceback), limit=limit, capture_locals=capture_locals)
        # Of what was raised in the library alone there is no frame to show.
        self._has_header = len(self.stack) > 0 or exc_traceback is None and _left_library(exc_value)
        self.exc_type = exc_type
        self._str = _safe(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self._syntax = None
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            self._syntax = tuple(getattr(exc_value, name, None) for name in ("filename", "lineno", "text", "offset", "end_offset", "msg", "end_lineno", "_metadata"))
        elif exc_type is not None:
            self._str += _suggestion(exc_value, exc_traceback)
        self.__cause__ = self._of(getattr(exc_value, "__cause__", None), settings)
        self.__context__ = self._of(getattr(exc_value, "__context__", None), settings)
        self.exceptions = None
        if _is_group(exc_value):
            self.exceptions = [self._beside(each, settings) for each in exc_value.exceptions]

    def _of(self, value, settings):
        return None if value is None or id(value) in settings["_seen"] else self._beside(value, settings)

    def _beside(self, value, settings):
        return type(self)(type(value), value, value.__traceback__, **settings)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        return _type_name(self.exc_type)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, **kwargs):
        if self.exc_type is None:
            yield _line_of(None, self._str)
            return
        if self._syntax is None:
            yield _line_of(self.exc_type_str, self._str)
        else:
            yield from self._format_syntax_error()
        yield from self._format_notes()

    def _format_notes(self):
        notes = self.__notes__
        if notes is None:
            return
        if not isinstance(notes, (list, tuple)):
            yield _safe(notes, "__notes__", repr) + "\n"
            return
        for note in notes:
            for line in _safe(note, "note").split("\n"):
                yield line + "\n"

    def _format_syntax_error(self):
        filename, lineno, text, offset, end_offset, message, end_lineno, metadata = self._syntax
        suffix = ""
        if lineno is not None:
            yield f'  File "{filename or "<string>"}", line {lineno}\n'
        elif filename is not None:
            suffix = f" ({filename})"
        if text is not None:
            typo = _keyword_typo(message, filename, lineno, text, metadata)
            if typo is not None:
                text, offset, end_offset, message = typo
                end_lineno = lineno
            yield from _marked_place(text, offset, end_offset, end_lineno == lineno).splitlines(True)
        yield f"{self.exc_type_str}: {message or '<no detail available>'}{suffix}\n"

    def format(self, *, chain=True, **kwargs):
        for text in self._format(chain, _Margin()):
            yield text

    def _format(self, chain, margin):
        if chain:
            before = self.__cause__
            link = _CAUSE
            if before is None and not self.__suppress_context__:
                before, link = self.__context__, _CONTEXT
            if before is not None:
                yield from before._format(chain, margin)
                yield margin.indent(link)
        if self.exceptions is None:
            if self._has_header:
                yield margin.indent(_HEADER)
                yield from margin.indent_all(self.stack.format())
            yield from margin.indent_all(self.format_exception_only())
        elif margin.depth > self.max_group_depth:
            yield margin.indent(f"... (max_group_depth is {self.max_group_depth})\n")
        else:
            yield from self._format_group(chain, margin)

    def _format_group(self, chain, margin):
        outermost = margin.depth == 0
        if outermost:
            margin.depth = 1
        if self._has_header:
            yield margin.indent("Exception Group " + _HEADER, "+" if outermost else None)
            yield from margin.indent_all(self.stack.format())
        yield from margin.indent_all(self.format_exception_only())
        count = len(self.exceptions)
        shown = min(count, self.max_group_width + 1)
        margin.needs_end = False
        for position in range(shown):
            last = position == shown - 1
            if last:
                margin.needs_end = True
            cut = position >= self.max_group_width
            title = "..." if cut else str(position + 1)
            yield f"{margin.space()}{'+-' if position == 0 else '  '}+---------------- {title} ----------------\n"
            margin.depth += 1
            if cut:
                more = count - self.max_group_width
                yield margin.indent(f"and {more} more exception{'s' if more > 1 else ''}\n")
            else:
                yield from self.exceptions[position]._format(chain, margin)
            if last and margin.needs_end:
                yield f"{margin.space()}+------------------------------------\n"
                margin.needs_end = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        file = sys.stderr if file is None else file
        for line in self.format(chain=chain):
            print(line, file=file, end="")


class _Margin:
    """The indentation of nested exception groups."""

    def __init__(self):
        self.depth = 0
        self.needs_end = False

    def space(self):
        return " " * (2 * self.depth)

    def indent(self, text, sign=None):
        if self.depth == 0:
            return text
        prefix = f"{self.space()}{sign or '|'} "
        return "".join(prefix + line for line in text.splitlines(True))

    def indent_all(self, texts):
        for text in texts:
            yield self.indent(text)


def _line_of(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"


_unset = object()


def _parts(exc, value, tb):
    if value is _unset and tb is _unset:
        if exc is None:
            return type(None), None, None
        if isinstance(exc, BaseException):
            return type(exc), exc, exc.__traceback__
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    if value is _unset or tb is _unset:
        raise ValueError("Both or neither of value and tb must be given")
    return type(value), value, tb


def format_exception(exc, /, value=_unset, tb=_unset, limit=None, chain=True, **kwargs):
    """The lines that would be printed for an exception."""
    kind, value, tb = _parts(exc, value, tb)
    return list(TracebackException(kind, value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_unset, **kwargs):
    """The lines after the traceback."""
    if value is _unset:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exception(exc, /, value=_unset, tb=_unset, limit=None, file=None, chain=True, **kwargs):
    kind, value, tb = _parts(exc, value, tb)
    TracebackException(kind, value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def print_exc(limit=None, file=None, chain=True):
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_value"):
        raise ValueError("no last exception")
    print_exception(type(sys.last_value), sys.last_value, sys.last_value.__traceback__, limit, file, chain)


def extract_tb(tb, limit=None):
    return StackSummary.extract(_walk_places(tb), limit=limit)


def extract_stack(f=None, limit=None):
    frames = list(walk_stack(sys._getframe() if f is None else f))
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    return StackSummary.extract(reversed(frames), limit=len(frames))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    file = sys.stderr if file is None else file
    for item in format_list(extracted_list):
        print(item, file=file, end="")


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe() if f is None else f, limit=limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe() if f is None else f, limit=limit), file=file)


def clear_frames(tb):
    """Empties the frames of a traceback; those that still run stay as they are."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next
