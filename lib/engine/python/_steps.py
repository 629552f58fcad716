"""What the host does otherwise with iterators that call Python code: here their frames can be put aside while they wait."""


def of_iterator(iterator):
    try:
        while True:
            yield type(iterator).__next__(iterator)
    except StopIteration:
        pass


def of_callable(iterator):
    """`iter(callable, sentinel)`; whatever ends it ends it for good."""
    try:
        while True:
            yield _checked(iterator, _callable(iterator)())
    except StopIteration:
        _exhaust(iterator)


def of_sequence(iterator):
    """An object with `__getitem__` alone; IndexError ends it for good."""
    while True:
        sequence, at = _place(iterator)
        if sequence is None:
            return
        try:
            item = sequence[at]
        except (IndexError, StopIteration):
            _exhaust(iterator)
            return
        _move_on(iterator)
        yield item


def of_map(iterator):
    function, iterators = _parts(iterator)
    try:
        if len(iterators) == 1:
            for item in iterators[0]:
                yield function(item)
        else:
            for items in zip(*iterators):
                yield function(*items)
    except StopIteration:
        pass


def of_filter(iterator):
    predicate, (inner,) = _parts(iterator)
    try:
        for item in inner:
            if (item if predicate is None else predicate(item)):
                yield item
    except StopIteration:
        pass


def of_enumerate(iterator):
    for item in _parts(iterator)[1][0]:
        yield _counted(iterator, item)


def taking_all(function, items, /, *others, **names):
    return function([item for item in items], *others, **names)


def method_taking_all(function, owner, items, /, *others, **names):
    return function(owner, [item for item in items], *others, **names)


def measured(items):
    """Its iterator. Then its length is asked for, as where room is made for so many."""
    iterator = iter(items)
    try:
        len(items)
    except TypeError:
        pass
    return iterator


def taking_all_measured(function, items, /, *others, **names):
    return function([item for item in measured(items)], *others, **names)


def method_taking_all_measured(function, owner, items, /, *others, **names):
    return function(owner, [item for item in measured(items)], *others, **names)


def extending_measured(items, more, /):
    extending(items, measured(more))


def listed(items):
    return [item for item in items]


def mapped(mapping):
    return {key: mapping[key] for key in mapping.keys()}


def any_of(function, items, /):
    for item in items:
        if item:
            return True
    return False


def all_of(function, items, /):
    for item in items:
        if not item:
            return False
    return True


def extending(items, more, /):
    for item in more:
        items.append(item)


def taken(items, count, /):
    result = []
    for item in items:
        result.append(item)
        if len(result) == count:
            break
    return iter(result)


def of_zip(iterator):
    iterators = _parts(iterator)[1]
    while True:
        items = []
        for iterator in iterators:
            for item in iterator:
                items.append(item)
                break
            else:
                return
        yield (*items,)


def of_strict_zip(iterator):
    iterators = _parts(iterator)[1]
    while True:
        items = []
        for at, iterator in enumerate(iterators):
            for item in iterator:
                items.append(item)
                break
            else:
                if at > 0:
                    raise ValueError(_unequal(at, "shorter"))
                for at in range(1, len(iterators)):
                    for item in iterators[at]:
                        raise ValueError(_unequal(at, "longer"))
                return
        yield (*items,)


def _unequal(at, how):
    return f"zip() argument {at + 1} is {how} than argument{' ' if at == 1 else 's 1-'}{at}"


def sorted_by(function, items, /, **rest):
    result = [item for item in items]
    return _ordered(function, result, **rest)


def _ordered(function, items, *, key, **rest):
    keys = [key(item) for item in items]
    return [items[at] for at in ordered(keys, **rest)]


def ordered(keys, reverse=False):
    """The positions of keys in their order: sorted again, up to the first comparison that has not been made, each time."""
    answers = bytearray()
    while True:
        left, right, order = _compared(keys, reverse, answers)
        if order is not None:
            return order
        answers.append(1 if left < right else 0)


def sorted_plain(function, items, /, *, reverse=False):
    items = [item for item in items]
    return [items[at] for at in ordered(items, reverse)]


def sort_by(function, owner, /, **rest):
    """`list.sort`: the list is empty meanwhile."""
    items = owner[:]
    owner.clear()
    try:
        items = _ordered(sorted, items, **rest)
    finally:
        is_changed = len(owner) > 0
        owner[:] = items
    if is_changed:
        raise ValueError("list modified during sort")


def sort_own(function, /, **rest):
    sort_by(function, function.__self__, **rest)


def least_by(function, first, /, *others, key, **default):
    if default and (others or [*default] != ["default"]):
        return function(first, *others, key=None, **default)
    best, found = _first_that(first, others, key, lambda value, least: value < least)
    return best if found else function((), **default)


def greatest_by(function, first, /, *others, key, **default):
    if default and (others or [*default] != ["default"]):
        return function(first, *others, key=None, **default)
    best, found = _first_that(first, others, key, lambda value, most: value > most)
    return best if found else function((), **default)


def _first_that(first, others, key, is_better):
    best = best_value = None
    found = False
    for item in (first, *others) if others else first:
        value = key(item)
        if not found or is_better(value, best_value):
            best, best_value, found = item, value, True
    return best, found


def resumed(generator):
    """`next(generator)` or `generator.send(value)`: begins where `result` is bound, to what the generator yielded or returned."""
    result = generator
    if _has_ended(generator):
        if result is None:
            raise StopIteration
        raise StopIteration(result)
    return result


def answered(answers, function, args, names, shown):
    """Calls what an instruction wants to have called; then that is run again, and finds the answer."""
    outer = None if shown is None else _show(shown)
    try:
        answers += function, function(*args, **names), True
    except BaseException as error:
        answers += function, error, False
    if shown is not None:
        _show(outer)


def called(function, /, *args, **names):
    """A built-in function that calls back is called again for each answer."""
    answers = []
    while True:
        is_done, outcome, *wanted = _attempt(answers, function, args, names)
        if is_done:
            return outcome
        answered(answers, outcome, *wanted)
