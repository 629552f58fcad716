"""Short representations, and a guard for those that contain themselves."""


def recursive_repr(fillvalue="..."):
    """Makes a `__repr__` answer `fillvalue` when it meets the object again inside itself."""

    def decorate(function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)

        wrapper.__name__ = function.__name__
        wrapper.__qualname__ = function.__qualname__
        wrapper.__doc__ = function.__doc__
        wrapper.__module__ = function.__module__
        return wrapper

    return decorate


class Repr:
    """Representations cut to a length."""

    def __init__(self, *, maxstring=30, maxother=30, maxlist=6, maxdict=4, fillvalue="..."):
        self.maxstring, self.maxother = maxstring, maxother
        self.maxlist, self.maxdict = maxlist, maxdict
        self.fillvalue = fillvalue

    def repr(self, x):
        if isinstance(x, list):
            shown = [self.repr(item) for item in x[: self.maxlist]]
            return "[" + ", ".join(shown + [self.fillvalue] * (len(x) > self.maxlist)) + "]"
        text = repr(x)
        limit = self.maxstring if isinstance(x, str) else self.maxother
        if len(text) <= limit:
            return text
        left = max(0, (limit - 3) // 2)
        right = max(0, limit - 3 - left)
        return text[:left] + self.fillvalue + text[len(text) - right:]


aRepr = Repr()
repr = aRepr.repr
