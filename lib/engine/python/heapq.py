"""Heaps in lists: the smallest item is always the first."""

from _heapq import heapify, heappop, heappush, heappushpop, heapreplace

__all__ = [
    "heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop",
]

if _max_heaps:
    from _heapq import heapify_max, heappop_max, heappush_max, heappushpop_max, heapreplace_max

    __all__ += ["heapify_max", "heappop_max", "heappush_max", "heapreplace_max", "heappushpop_max"]
    _heapify_max, _heappop_max, _heappush_max = heapify_max, heappop_max, heappush_max
    _heappushpop_max, _heapreplace_max = heappushpop_max, heapreplace_max
else:
    from _heapq import _heapify_max, _heappop_max, _heapreplace_max


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted output, reading each only as far as needed."""
    # A row is a rank, the number of its input, the value if that is not the rank, and the input. Numbers decide ties.
    order, replace, drop = (_heapify_max, _heapreplace_max, _heappop_max) if reverse else (heapify, heapreplace, heappop)
    rows = []
    for number, iterable in enumerate(iterables):
        source = iter(iterable)
        for value in source:
            rank = value if key is None else key(value)
            rows.append([rank, -number if reverse else number, value, source])
            break
    order(rows)
    while len(rows) > 1:
        row = rows[0]
        yield row[2]
        for value in row[3]:
            row[0], row[2] = value if key is None else key(value), value
            replace(rows, row)
            break
        else:
            drop(rows)
    if rows:
        _, _, value, source = rows[0]
        yield value
        yield from source


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first; equal ones in the order of the input."""
    return _first_of(n, iterable, key, min, False)


def nlargest(n, iterable, key=None):
    """The n largest items, largest first; equal ones in the order of the input."""
    return _first_of(n, iterable, key, max, True)


def _first_of(n, iterable, key, best, is_largest):
    if n == 1:
        return [item for item in (best(iterable, default=_nothing, key=key),) if item is not _nothing]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=is_largest)[:n]
    # A heap of those that are kept, with the one on top that has to go first.
    source = iter(iterable)
    step = -1 if is_largest else 1
    kept = []
    for number, item in zip(range(n), source):
        kept.append((item if key is None else key(item), step * number, item))
    if not kept:
        return kept
    (heapify if is_largest else _heapify_max)(kept)
    replace = heapreplace if is_largest else _heapreplace_max
    top = kept[0][0]
    number = n
    for item in source:
        rank = item if key is None else key(item)
        if (top < rank) if is_largest else (rank < top):
            replace(kept, (rank, step * number, item))
            top = kept[0][0]
            number += 1
    kept.sort(reverse=is_largest)
    return [item for _, _, item in kept]


_nothing = object()
