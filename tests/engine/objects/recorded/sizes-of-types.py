"""Structures of built-in types: bytes of an instance and of an item, whether the type lies on the heap and is collected."""
import array, collections, contextvars, datetime, decimal, functools, io, itertools, operator, queue, re, struct, sys, threading, time, types, weakref


def show(cls):
    flags = cls.__flags__
    kinds = "".join(letter if flags & 1 << bit else "-" for letter, bit in (("H", 9), ("G", 14), ("B", 10)))
    print(cls.__name__, cls.__basicsize__, cls.__itemsize__, kinds, sys.getsizeof(cls))


def exceptions(cls):
    yield cls
    for each in sorted(cls.__subclasses__(), key=lambda each: each.__name__):
        if each.__module__ == "builtins":
            yield from exceptions(each)


async def coroutine():
    pass


async def generator():
    yield


waiting = coroutine()
waiting.close()
for cls in (object, type, int, bool, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset, range, slice, memoryview, property,
            staticmethod, classmethod, super, enumerate, zip, map, filter, reversed, type(None), type(...), type(NotImplemented)):
    show(cls)
for value in (len, show, (lambda: 0).__code__, (x for x in ()), waiting, generator(), sys, sys._getframe(), iter([]), iter(range(1)), iter(range(2 ** 70)),
              iter(()), iter({}), {}.keys(), {}.items(), iter(set()), iter(b""), iter(bytearray()), iter(int, 1), object.__init__, list.append,
              [].__len__, type.__dict__["__dict__"], types.FunctionType.__closure__, dict.__dict__["fromkeys"], object.__dict__, list[int], int | str,
              types.CellType(), types.SimpleNamespace(), [].append, datetime.timezone.utc):
    show(type(value))
for cls in exceptions(BaseException):
    show(cls)
for cls in (sys.version_info, sys.flags, sys.float_info, sys.hash_info, time.struct_time):
    if not isinstance(cls, type):
        cls = type(cls)
    show(cls)
for cls in (collections.deque, collections.defaultdict, collections.OrderedDict, functools.partial, type(functools.lru_cache(len)), operator.itemgetter,
            operator.attrgetter, operator.methodcaller, itertools.count, itertools.cycle, itertools.repeat, itertools.chain, itertools.islice,
            itertools.groupby, itertools.accumulate, itertools.product, itertools.permutations, itertools.combinations, itertools.zip_longest,
            itertools.pairwise, itertools.takewhile, itertools.dropwhile, itertools.starmap, itertools.compress, itertools.filterfalse,
            weakref.ref, weakref.ProxyType, weakref.CallableProxyType, array.array, re.Pattern, re.Match, decimal.Context, decimal.Decimal,
            datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone, datetime.tzinfo, io.StringIO, io.BytesIO,
            struct.Struct, type(threading.Lock()), type(threading.RLock()), threading.local, queue.SimpleQueue, contextvars.Context, contextvars.ContextVar,
            contextvars.Token):
    show(cls)
