"""Shallow and deep copies."""

from copyreg import dispatch_table


class Error(Exception):
    pass


error = Error

_atomic = {
    type(None), type(Ellipsis), type(NotImplemented), int, float, bool, complex, bytes, str, type, range, property,
    type(lambda: 0), type(len),
}


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _atomic or cls in (tuple, frozenset, slice) or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return cls.copy(x)
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    return _rebuild(x, _reduced(x))


def deepcopy(x, memo=None):
    """A new object whose contents are copies as well; `memo` knows what was copied already."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    found = memo.get(id(x), memo)
    if found is not memo:
        return found
    if issubclass(cls, type):
        return x
    if cls in _deep:
        made = _deep[cls](x, memo)
    else:
        own = getattr(x, "__deepcopy__", None)
        made = own(memo) if own is not None else _rebuild(x, _reduced(x), memo)
    if made is not x:
        memo[id(x)] = made
        _keep_alive(x, memo)
    return made


def _keep_alive(x, memo):
    # The memo finds objects by address: they must live as long as it does.
    memo.setdefault(id(memo), []).append(x)


def _deep_list(x, memo):
    made = []
    memo[id(x)] = made
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_tuple(x, memo):
    made = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    return x if all(a is b for a, b in zip(x, made)) else tuple(made)


def _deep_dict(x, memo):
    made = {}
    memo[id(x)] = made
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, type([].append): lambda x, memo: x, type(_keep_alive): lambda x, memo: x}


class _Sample:
    def method(self):
        pass


_deep[type(_Sample().method)] = _deep_method
del _Sample


def _reduced(x):
    registered = dispatch_table.get(type(x))
    if registered is not None:
        return registered(x)
    reduce = getattr(x, "__reduce_ex__", None)
    if reduce is None:
        raise Error(f"un(deep)copyable object of type {type(x)}")
    return reduce(4)


def _rebuild(x, reduced, memo=None):
    if isinstance(reduced, str):
        return x
    function, args, state, items, pairs = (*reduced, None, None, None)[:5]
    deep = memo is not None
    made = function(*(deepcopy(arg, memo) for arg in args)) if deep and args else function(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        _restore(made, deepcopy(state, memo) if deep else state)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            made[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    return made


def _restore(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(made, name, value)


def replace(obj, /, **changes):
    """A copy with some fields changed."""
    function = getattr(type(obj), "__replace__", None)
    if function is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return function(obj, **changes)
