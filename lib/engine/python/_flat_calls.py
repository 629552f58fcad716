"""Built-in functions that call back in the middle of their work: here their frames can be put aside while they wait."""

import sys
from _steps import called, ordered


def heappush(function, heap, item, /):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1, _is_less)


def heappush_max(function, heap, item, /):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1, _is_more)


def heappop(function, heap, /):
    return _pop(heap, _is_less)


def heappop_max(function, heap, /):
    return _pop(heap, _is_more)


def heapreplace(function, heap, item, /):
    return _replace(heap, item, _is_less)


def heapreplace_max(function, heap, item, /):
    return _replace(heap, item, _is_more)


def heappushpop(function, heap, item, /):
    return _push_and_pop(heap, item, _is_less)


def heappushpop_max(function, heap, item, /):
    return _push_and_pop(heap, item, _is_more)


def heapify(function, heap, /):
    _heapify(heap, _is_less)


def heapify_max(function, heap, /):
    _heapify(heap, _is_more)


def _is_less(left, right):
    return left < right


def _is_more(left, right):
    return right < left


def _is_above(heap, left, right, is_above):
    length = len(heap)
    result = is_above(heap[left], heap[right])
    if len(heap) != length:
        raise RuntimeError("list changed size during iteration")
    return result


def _rise(heap, start, at, is_above):
    while at > start:
        parent = (at - 1) >> 1
        if not _is_above(heap, at, parent, is_above):
            return
        heap[at], heap[parent] = heap[parent], heap[at]
        at = parent


def _sink(heap, start, is_above):
    end = len(heap)
    at = start
    while at < end >> 1:
        child = 2 * at + 1
        if child + 1 < end and not _is_above(heap, child, child + 1, is_above):
            child += 1
        heap[at], heap[child] = heap[child], heap[at]
        at = child
    _rise(heap, start, at, is_above)


def _pop(heap, is_above):
    last = heap.pop()
    return _replace(heap, last, is_above) if heap else last


def _replace(heap, item, is_above):
    top = heap[0]
    heap[0] = item
    del item
    _sink(heap, 0, is_above)
    return top


def _push_and_pop(heap, item, is_above):
    if not heap or not is_above(heap[0], item):
        return item
    if not heap:
        raise IndexError("index out of range")
    return _replace(heap, item, is_above)


def _heapify(heap, is_above):
    for start in _heapify_order(len(heap)):
        _sink(heap, start, is_above)


def sort_plain(function, items, /, *, reverse=False):
    """`list.sort` without a key: the list is empty meanwhile."""
    rest = items[:]
    items.clear()
    try:
        rest = [rest[at] for at in ordered(rest, reverse)]
    finally:
        is_changed = len(items) > 0
        items[:] = rest
    if is_changed:
        raise ValueError("list modified during sort")


def sort_own(function, /, *, reverse=False):
    sort_plain(function, function.__self__, reverse=reverse)


def summed(function, items, /, start=0):
    total = start
    for item in items:
        total = total + item
    return total


def printed(function, /, *values, sep=None, end=None, file=None, flush=False):
    if file is None:
        file = sys.stdout
        if file is None:
            return
    sep = " " if sep is None else sep
    end = "\n" if end is None else end
    is_first = True
    for value in values:
        if not is_first:
            file.write(sep)
        is_first = False
        file.write(str(value))
    file.write(end)
    if flush:
        file.flush()


def asked(function, /, *prompts):
    """`input`, of a stream of the program's own."""
    for prompt in prompts:
        print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    if not isinstance(line, str):
        raise TypeError("object.readline() returned non-string")
    if not line:
        raise EOFError("EOF when reading a line")
    return line[:-1] if line[-1] == "\n" else line


def next_of(function, iterator, /, *default):
    for item in iterator:
        return item
    if default:
        return default[0]
    raise StopIteration


def instance_of(cls, /, *args, **names):
    """What calling a class does (type_call)."""
    made = cls.__new__(cls, *args, **names)
    if not _is_instance(made, cls):
        return made
    result = type(made).__init__(made, *args, **names)
    if result is not None:
        raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return made


def called_by_wrapper(function, /, *args, **names):
    return instance_of(function.__self__, *args, **names)


def called_by_slot(function, cls, /, *args, **names):
    return instance_of(cls, *args, **names)


def class_of(function, meta, name, bases, namespace, /, **names):
    """`type.__new__`: what the class tells its attributes and bases, when it is made (PEP 487)."""
    made = _bare_class(meta, name, bases, namespace, names)
    for key, value in _named(made):
        try:
            type(value).__set_name__(value, made, key)
        except BaseException as error:
            text = f"Error calling __set_name__ on '{type(value).__name__}' instance {key!r} in '{made.__name__}'"
            if not _notes_set_name:
                raise RuntimeError(text) from error
            error.add_note(text)
            raise
    super(made, made).__init_subclass__(**names)
    return made


def class_built(function, func, name, /, *original, **names):
    """A class statement (builtin___build_class__)."""
    bases = called(_resolved, *original)
    has_meta = "metaclass" in names
    meta = _metaclass(bases, names.pop("metaclass")) if has_meta else _metaclass(bases)
    namespace = called(_prepared, meta, name, bases, names)
    cell = _run_body(func, namespace)
    if bases != original:
        namespace["__orig_bases__"] = original
    made = meta(name, bases, namespace, **names)
    _check_cell(cell, made)
    return made
