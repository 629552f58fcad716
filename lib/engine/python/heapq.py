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
    heads = []
    for order, iterable in enumerate(iterables):
        source = iter(iterable)
        for value in source:
            heads.append(_Head(value, key, order, source, reverse))
            break
    heapify(heads)
    while heads:
        head = heads[0]
        yield head.value
        for value in head.source:
            head.set(value, key)
            heapreplace(heads, head)
            break
        else:
            heappop(heads)


class _Head:
    """The next value of one input; inputs given earlier win ties."""

    __slots__ = ("value", "rank", "order", "source", "reverse")

    def __init__(self, value, key, order, source, reverse):
        self.order = order
        self.source = source
        self.reverse = reverse
        self.set(value, key)

    def set(self, value, key):
        self.value = value
        self.rank = value if key is None else key(value)

    def __lt__(self, other):
        first, second = (other, self) if self.reverse else (self, other)
        if first.rank < second.rank:
            return True
        if second.rank < first.rank:
            return False
        return self.order < other.order


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first; equal ones in the order of the input."""
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, largest first; equal ones in the order of the input."""
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]
