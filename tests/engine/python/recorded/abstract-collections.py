import collections, collections.abc as c, types, sys
from collections import OrderedDict
def frame_locals(): return type(sys._getframe().f_locals)
async def ag(): yield
cands = {'list_iterator': type(iter([])), 'dict_keyiterator': type(iter({})), 'zip': zip, 'dict_keys': type({}.keys()), 'dict_values': type({}.values()), 'dict_items': type({}.items()), 'odict_keys': type(OrderedDict().keys()), 'odict_values': type(OrderedDict().values()), 'odict_items': type(OrderedDict().items()),
 'mappingproxy': types.MappingProxyType, 'frame_locals': frame_locals(), 'generator': types.GeneratorType, 'coroutine': types.CoroutineType, 'async_generator': types.AsyncGeneratorType, 'memoryview': memoryview, 'bytes': bytes, 'bytearray': bytearray, 'str': str, 'tuple': tuple, 'range': range, 'list': list, 'dict': dict, 'set': set, 'frozenset': frozenset,
 'deque': collections.deque, 'OrderedDict': OrderedDict, 'defaultdict': collections.defaultdict, 'Counter': collections.Counter, 'ChainMap': collections.ChainMap, 'UserDict': collections.UserDict, 'UserList': collections.UserList, 'UserString': collections.UserString, 'int': int, 'object': object, 'type': type, 'function': types.FunctionType, 'map': map, 'enumerate': enumerate, 'SimpleNamespace': types.SimpleNamespace, 'slice': slice}
if sys.version_info >= (3, 15): cands["frozendict"] = frozendict
names = [n for n in c.__all__ if n != "ByteString"]
for n, t in cands.items():
    # slice and mappingproxy can be hashed from 3.12 on.
    print(n, [k for k in names if issubclass(t, getattr(c, k)) and not (k == "Hashable" and n in ("slice", "mappingproxy"))])
print(c.__all__)
import numbers
print([(t.__name__, n) for t in (int, bool, float, complex) for n in numbers.__all__ if issubclass(t, getattr(numbers, n))])
import io
print([n for n in ("IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase") if issubclass(io.StringIO, getattr(io, n))], [n for n in ("IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase") if issubclass(io.BytesIO, getattr(io, n))])
