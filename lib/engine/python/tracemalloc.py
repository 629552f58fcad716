"""Where the program's memory was allocated, since tracing began."""

from _tracemalloc import (
    _get_object_traceback, _get_traces, clear_traces, get_traceback_limit, get_traced_memory, get_tracemalloc_memory, is_tracing, reset_peak, start, stop,
)
from collections.abc import Iterable, Sequence
from functools import total_ordering


def _format_size(size, sign):
    for unit in ("B", "KiB", "MiB", "GiB", "TiB"):
        if abs(size) < 100 and unit != "B":
            return ("%+.1f %s" if sign else "%.1f %s") % (size, unit)
        if abs(size) < 10 * 1024 or unit == "TiB":
            return ("%+.0f %s" if sign else "%.0f %s") % (size, unit)
        size /= 1024


class Statistic:
    """Blocks of one place: their number and bytes."""

    __slots__ = ("traceback", "size", "count")

    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def __hash__(self):
        return hash((self.traceback, self.size, self.count))

    def __eq__(self, other):
        if not isinstance(other, Statistic):
            return NotImplemented
        return self.traceback == other.traceback and self.size == other.size and self.count == other.count

    def __str__(self):
        text = f"{self.traceback}: size={_format_size(self.size, False)}, count={self.count}"
        if self.count:
            text += f", average={_format_size(self.size / self.count, False)}"
        return text

    def __repr__(self):
        return f"<Statistic traceback={self.traceback!r} size={self.size} count={self.count}>"

    def _sort_key(self):
        return self.size, self.count, self.traceback


class StatisticDiff:
    """One place in two snapshots."""

    __slots__ = ("traceback", "size", "size_diff", "count", "count_diff")

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size = size
        self.size_diff = size_diff
        self.count = count
        self.count_diff = count_diff

    def _fields(self):
        return self.traceback, self.size, self.size_diff, self.count, self.count_diff

    def __hash__(self):
        return hash(self._fields())

    def __eq__(self, other):
        if not isinstance(other, StatisticDiff):
            return NotImplemented
        return self._fields() == other._fields()

    def __str__(self):
        size, size_diff = _format_size(self.size, False), _format_size(self.size_diff, True)
        text = f"{self.traceback}: size={size} ({size_diff}), count={self.count} ({self.count_diff:+})"
        if self.count:
            text += f", average={_format_size(self.size / self.count, False)}"
        return text

    def __repr__(self):
        return f"<StatisticDiff traceback={self.traceback!r} size={self.size} ({self.size_diff:+}) count={self.count} ({self.count_diff:+})>"

    def _sort_key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


@total_ordering
class Frame:
    """A line of a file."""

    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame

    @property
    def filename(self):
        return self._frame[0]

    @property
    def lineno(self):
        return self._frame[1]

    def __eq__(self, other):
        if not isinstance(other, Frame):
            return NotImplemented
        return self._frame == other._frame

    def __lt__(self, other):
        if not isinstance(other, Frame):
            return NotImplemented
        return self._frame < other._frame

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return f"{self.filename}:{self.lineno}"

    def __repr__(self):
        return f"<Frame filename={self.filename!r} lineno={self.lineno!r}>"


@total_ordering
class Traceback(Sequence):
    """Frames of an allocation, the oldest first."""

    __slots__ = ("_frames", "_total_nframe")

    def __init__(self, frames, total_nframe=None):
        self._frames = tuple(reversed(frames))
        self._total_nframe = total_nframe

    @property
    def total_nframe(self):
        return self._total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Frame(frame) for frame in self._frames[index])
        return Frame(self._frames[index])

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __hash__(self):
        return hash(self._frames)

    def __eq__(self, other):
        if not isinstance(other, Traceback):
            return NotImplemented
        return self._frames == other._frames

    def __lt__(self, other):
        if not isinstance(other, Traceback):
            return NotImplemented
        return self._frames < other._frames

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        text = f"<Traceback {tuple(self)}"
        return f"{text}>" if self._total_nframe is None else f"{text} total_nframe={self.total_nframe}>"

    def format(self, limit=None, most_recent_first=False):
        """Lines as a traceback shows them."""
        import traceback

        frames = self
        if limit is not None:
            frames = self[-limit:] if limit > 0 else self[:limit]
        lines = []
        for frame in reversed(frames) if most_recent_first else frames:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            source = traceback._source_line(frame.filename, frame.lineno)
            if source and source.strip():
                lines.append(f"    {source.strip()}")
        return lines


def get_object_traceback(obj):
    """Where an object was allocated, or None."""
    found = _get_object_traceback(obj)
    return None if found is None else Traceback(*found)


class Trace:
    """A block of memory."""

    __slots__ = ("_trace",)

    def __init__(self, trace):
        self._trace = trace

    @property
    def domain(self):
        return self._trace[0]

    @property
    def size(self):
        return self._trace[1]

    @property
    def traceback(self):
        return Traceback(*self._trace[2:])

    def __eq__(self, other):
        if not isinstance(other, Trace):
            return NotImplemented
        return self._trace == other._trace

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return f"{self.traceback}: {_format_size(self.size, False)}"

    def __repr__(self):
        return f"<Trace domain={self.domain} size={_format_size(self.size, False)}, traceback={self.traceback!r}>"


class _Traces(Sequence):
    def __init__(self, traces):
        self._traces = traces

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Trace(trace) for trace in self._traces[index])
        return Trace(self._traces[index])

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        if not isinstance(other, _Traces):
            return NotImplemented
        return self._traces == other._traces

    def __repr__(self):
        return f"<Traces len={len(self)}>"


def _plain_name(filename):
    return filename[:-1] if filename.endswith(".pyc") else filename


def _matches(name, pattern):
    import re

    parts = {"*": ".*", "?": "."}
    text, i = "", 0
    while i < len(pattern):
        char = pattern[i]
        end = pattern.find("]", i + 2) if char == "[" else -1
        if end > 0:
            inside = pattern[i + 1:end].replace("\\", "\\\\")
            text += "[^" + inside[1:] + "]" if inside[0] == "!" else "[" + inside + "]"
            i = end
        else:
            text += parts.get(char) or re.escape(char)
        i += 1
    return re.fullmatch(text, name, re.DOTALL) is not None


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        raise NotImplementedError


class Filter(BaseFilter):
    """Keeps or leaves out what files and lines have allocated."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self.inclusive = inclusive
        self._filename_pattern = _plain_name(filename_pattern)
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain

    @property
    def filename_pattern(self):
        return self._filename_pattern

    def _match_frame(self, filename, lineno):
        if not _matches(_plain_name(filename), self._filename_pattern):
            return False
        return self.lineno is None or lineno == self.lineno

    def _match(self, trace):
        domain, _, frames, _ = trace
        if self.all_frames:
            found = any(self._match_frame(*frame) for frame in frames)
        else:
            found = self._match_frame(*frames[0])
        if self.inclusive:
            return found and (self.domain is None or domain == self.domain)
        return not found or self.domain is not None and domain != self.domain


class DomainFilter(BaseFilter):
    """Keeps or leaves out the memory of a domain."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _match(self, trace):
        return (trace[0] == self.domain) == bool(self.inclusive)


class Snapshot:
    """The traces of one moment."""

    def __init__(self, traces, traceback_limit):
        self.traces = _Traces(traces)
        self.traceback_limit = traceback_limit

    def filter_traces(self, filters):
        """A snapshot with what the filters let pass: any of those that keep, and all of those that leave out."""
        if not isinstance(filters, Iterable):
            raise TypeError(f"filters must be a list of filters, not {type(filters).__name__}")
        traces = self.traces._traces
        if filters:
            keep = [each for each in filters if each.inclusive]
            leave = [each for each in filters if not each.inclusive]
            traces = [
                trace for trace in traces
                if (not keep or any(each._match(trace) for each in keep)) and all(each._match(trace) for each in leave)
            ]
        else:
            traces = traces.copy()
        return Snapshot(traces, self.traceback_limit)

    def _group_by(self, key_type, cumulative):
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError(f"unknown key_type: {key_type!r}")
        if cumulative and key_type not in ("lineno", "filename"):
            raise ValueError(f"cumulative mode cannot by used with key type {key_type!r}")
        places = {}
        stats = {}
        for _, size, frames, _ in self.traces._traces:
            if key_type == "traceback":
                groups = frames,
            else:
                groups = [((name, line if key_type == "lineno" else 0),) for name, line in (frames if cumulative else frames[:1])]
            for group in dict.fromkeys(groups):
                place = places.get(group)
                if place is None:
                    place = places[group] = Traceback(group)
                known = stats.get(place)
                if known is None:
                    stats[place] = Statistic(place, size, 1)
                else:
                    known.size += size
                    known.count += 1
        return stats

    def statistics(self, key_type, cumulative=False):
        """Totals by place, the largest first."""
        return sorted(self._group_by(key_type, cumulative).values(), key=Statistic._sort_key, reverse=True)

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """What has changed since another snapshot, the largest change first."""
        now = self._group_by(key_type, cumulative)
        old = old_snapshot._group_by(key_type, cumulative)
        found = []
        for place, stat in now.items():
            before = old.pop(place, None)
            size, count = (0, 0) if before is None else (before.size, before.count)
            found.append(StatisticDiff(place, stat.size, stat.size - size, stat.count, stat.count - count))
        found += [StatisticDiff(place, 0, -stat.size, 0, -stat.count) for place, stat in old.items()]
        return sorted(found, key=StatisticDiff._sort_key, reverse=True)

    def dump(self, filename):
        import pickle

        with open(filename, "wb") as file:
            pickle.dump(self, file, pickle.HIGHEST_PROTOCOL)

    @staticmethod
    def load(filename):
        import pickle

        with open(filename, "rb") as file:
            return pickle.load(file)


def take_snapshot():
    """The traces of all blocks that are alive and were allocated since tracing began."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot(_get_traces(), get_traceback_limit())
