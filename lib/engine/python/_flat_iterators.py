"""Iterators of itertools that call back: what they hold stays with them, and here the frames can be put aside while they wait."""

_absent = object()


def of_accumulate(iterator):
    function = _held(iterator, 0, None)
    if not _started(iterator):
        _start(iterator)
        yield _held(iterator, 2, None)
    for item in _source(iterator, 1):
        total = _held(iterator, 2, _absent)
        if total is _absent:
            total = item
        elif function is None:
            total = total + item
        else:
            total = function(total, item)
        del item
        _hold(iterator, 2, total)
        yield total


def of_starmap(iterator):
    function = _held(iterator, 0, None)
    for args in _source(iterator, 1):
        yield function(*args)


def of_takewhile(iterator):
    predicate = _held(iterator, 0, None)
    if _finished(iterator):
        return
    for item in _source(iterator, 1):
        if not predicate(item):
            _finish(iterator)
            return
        yield item
        if _finished(iterator):
            return


def of_dropwhile(iterator):
    predicate = _held(iterator, 0, None)
    for item in _source(iterator, 1):
        if not _started(iterator):
            if predicate(item):
                continue
            _start(iterator)
        yield item


def of_filterfalse(iterator):
    predicate = _held(iterator, 0, None)
    for item in _source(iterator, 1):
        if not (item if predicate is None else predicate(item)):
            yield item


def of_groupby(iterator):
    while True:
        _next_group(iterator)
        while True:
            current = _held(iterator, 3, _absent)
            if current is not _absent:
                target = _held(iterator, 4, _absent)
                if target is _absent or not (target is current or target == current):
                    break
            if not _step_groups(iterator):
                return
        yield _group(iterator)


def _step_groups(iterator):
    for value in _source(iterator, 0):
        break
    else:
        return False
    key = _held(iterator, 1, None)
    key = value if key is None else key(value)
    _hold(iterator, 2, value)
    _hold(iterator, 3, key)
    return True


def of_group(group):
    while _is_newest(group):
        groups, key = _held(group, 0, None), _held(group, 1, None)
        if _held(groups, 2, _absent) is _absent and not _step_groups(groups):
            return
        current = _held(groups, 3, None)
        if not (key is current or key == current):
            return
        yield _take(groups, 2)


def of_chain(iterator):
    while not _finished(iterator):
        inner = _held(iterator, 1, _absent)
        if inner is not _absent:
            for item in _source(iterator, 1):
                yield item
                if _held(iterator, 1, _absent) is not inner:
                    break
            else:
                _drop(iterator, 1)
            continue
        for iterable in _source(iterator, 0):
            _hold(iterator, 1, iter(iterable))
            break
        else:
            _end(iterator)


def of_islice(iterator):
    while not _finished(iterator):
        wanted, stop, step, at = _positions(iterator)
        if stop >= 0 and wanted >= stop and at >= stop:
            _end(iterator)
            return
        for item in _source(iterator, 0):
            break
        else:
            _end(iterator)
            return
        _set_position(iterator, 3, at + 1)
        if at < wanted or stop >= 0 and wanted >= stop:
            continue
        _set_position(iterator, 0, min(wanted + step, max(stop, wanted + 1)) if stop >= 0 else wanted + step)
        yield item


def of_zip_longest(iterator):
    last = _roles(iterator) - 1
    while _positions(iterator)[0] > 0:
        items = []
        for role in range(last):
            item = _held(iterator, last, None)
            if _held(iterator, role, _absent) is not _absent:
                try:
                    for item in _source(iterator, role):
                        break
                    else:
                        left = _positions(iterator)[0] - 1
                        _set_position(iterator, 0, left)
                        if left == 0:
                            return
                        _drop(iterator, role)
                except BaseException:
                    _set_position(iterator, 0, 0)
                    raise
            items.append(item)
        yield (*items,)


def of_pairwise(iterator):
    while True:
        if _held(iterator, 1, _absent) is _absent:
            for item in _source(iterator, 0):
                break
            else:
                break
            _hold(iterator, 1, item)
        for item in _source(iterator, 0):
            break
        else:
            break
        before = _held(iterator, 1, _absent)
        if before is _absent:
            break
        _hold(iterator, 1, item)
        yield before, item
    _end(iterator)


def of_batched(iterator):
    (size,) = _positions(iterator)
    while True:
        items = []
        for item in _source(iterator, 0):
            items.append(item)
            if len(items) == size:
                break
        if 0 < len(items) < size and _started(iterator):
            raise ValueError("batched(): incomplete batch")
        if not items:
            _end(iterator)
            return
        yield (*items,)


def of_cycle(iterator):
    for item in _source(iterator, 0):
        if not _started(iterator):
            _keep(iterator, item)
        yield item
    _drop(iterator, 0)
    # From here on it gives what it has kept.
    for item in iterator:
        yield item


def of_compress(iterator):
    for item in _source(iterator, 0):
        for selector in _source(iterator, 1):
            break
        else:
            return
        if selector:
            yield item


def of_tee(branch):
    while True:
        if not _is_known(branch):
            _begin_reading(branch)
            try:
                for item in _tee_source(branch):
                    break
                else:
                    return
            finally:
                _end_reading(branch)
            _put(branch, item)
            del item
        yield _pass(branch)
