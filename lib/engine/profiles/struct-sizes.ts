import type { StructSize } from "./object-rules.ts";
import type { VersionId } from "./types.ts";

/**
 * Bytes of the C structures of built-in types (`__basicsize__` on 64 bits) where they are not what the type's declaration
 * says, which is 3.10's. Each version lists what changed since the one before; names are those of error texts (tp_name), and
 * after a slash stands the size of an item where that has changed.
 * Up to 3.13 these are what `TYPE.__basicsize__` shows. 3.14 and 3.15 are summed up from the fields that were added:
 * Include/cpython/funcobject.h (func_annotate), code.h (_co_unique_id), pyerrors.h (metadata, excs_str), tupleobject.h
 * (ob_hash), object.h (ht_token, tp_iteritem), bytearrayobject.h (ob_bytes_object), Include/internal/pycore_frame.h,
 * pycore_interpframe_structs.h (stackpointer) and pycore_moduleobject.h, Python/bltinmodule.c (map's strict),
 * Objects/genobject.c (what an athrow was given), Modules/itertoolsmodule.c (cycle's firstpass is gone).
 */
const CHANGED: Readonly<Record<VersionId, string>> = {
  "3.10": "",
  "3.11": `BaseException 72 type 904 async_generator 152/8 coroutine 152/8 generator 152/8 code 184/2 enumerate 56 frame 120 function 136
    collections.deque 216 types.GenericAlias 64 _asyncio.Future 128 _asyncio.Task 176
    operator.attrgetter 40 operator.itemgetter 48 weakref.CallableProxyType 64 weakref.ProxyType 64 weakref.ReferenceType 64`,
  "3.12": `type 920 async_generator 144 coroutine 144 generator 144 code 192 function 144 bool 24 ImportError 104
    range_iterator 40 longrange_iterator 40 str 64 _io.TextIOWrapper 200 itertools._tee 48 itertools.accumulate 56 itertools.groupby 72 _io.StringIO 168`,
  "3.13": `type 928 code 200 frame 136 itertools.batched 40 itertools.pairwise 40 _thread._local 56
    time.struct_time 40 sys.flags 32 operator.methodcaller 64 _queue.SimpleQueue 72 _asyncio.Future 104 _asyncio.Task 144`,
  "3.14": `type 936 code 208 frame 152 function 152 async_generator 152 coroutine 152 generator 152 SyntaxError 144 map 40 tuple 32
    time.struct_time 48 sys.flags 56 datetime.IsoCalendarDate 40 functools.partial 80 _asyncio.Future 112 _asyncio.Task 168 decimal.Context 104`,
  "3.15": "type 944 bytearray 64 module 104 BaseExceptionGroup 96 async_generator_athrow 56 itertools.cycle 40 sys.flags 64 _struct.Struct 64",
};

/** Modules whose types are made when the module is loaded, and so on the heap, and single types that are; since the version. */
const ON_HEAP: Readonly<Record<VersionId, string>> = {
  "3.10": "_hashlib _queue _random _struct _thread array functools operator re _sre",
  "3.11": "time",
  "3.12": "itertools collections.deque collections.defaultdict _collections _io _asyncio _pickle typing",
  "3.13": "decimal datetime.IsoCalendarDate",
  "3.14": "",
  "3.15": "",
};

const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");

function accumulated<T>(add: (known: T | null, version: VersionId) => T): Readonly<Record<VersionId, T>> {
  let known: T | null = null;
  return Object.fromEntries((Object.keys(CHANGED) as VersionId[]).map((version) => [version, (known = add(known, version))])) as Record<VersionId, T>;
}

export const structSizes = accumulated<ReadonlyMap<string, StructSize>>((known, version) => {
  const sizes = new Map(known ?? []);
  const listed = words(CHANGED[version]);
  for (let i = 0; i < listed.length; i += 2) {
    const [basic, item] = listed[i + 1].split("/");
    sizes.set(listed[i], { basic: Number(basic), item: item === undefined ? sizes.get(listed[i])?.item : Number(item) });
  }
  return sizes;
});

export const heapTypes = accumulated<ReadonlySet<string>>((known, version) => new Set([...(known ?? []), ...words(ON_HEAP[version])]));
