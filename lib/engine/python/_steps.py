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
