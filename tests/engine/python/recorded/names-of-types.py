"""What dir() shows of types that CPython writes in C, and of some that it does not."""
import contextvars, datetime, functools, itertools, operator, queue, weakref





def names(what, *hidden):
    return [name for name in dir(what) if name not in ("__vectorcalloffset__", "__text_signature__", "__setstate__", *hidden)]


for what in (operator.itemgetter, operator.attrgetter, operator.methodcaller, itertools.chain, itertools.islice, itertools.repeat, weakref.finalize,
             functools.singledispatchmethod, functools.partialmethod, functools.lru_cache(len), queue.Queue, queue.SimpleQueue, weakref.ref):
    print(getattr(what, "__name__", type(what).__name__), names(what))
print(names(functools.partial, "__get__"))
for cls in (datetime.timedelta, operator.itemgetter, itertools.chain, contextvars.Context, queue.SimpleQueue, functools.partial):
    print(cls.__module__, cls.__qualname__, cls, "__module__" in vars(cls))
    try:
        cls.attribute = 1
    except TypeError as error:
        print(error)
    try:
        class Derived(cls):
            pass
        print(Derived.__base__)
    except TypeError as error:
        print(error)
