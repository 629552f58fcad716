import type { PyType } from "../core/type.ts";

/** Bits of `tp_flags` (Include/object.h). */
const SEQUENCE = 1 << 5;
const MAPPING = 1 << 6;
const IMMUTABLE = 1 << 8;
const HEAP = 1 << 9;
const BASE = 1 << 10;
const READY = 1 << 12;
const GC = 1 << 14;
const ABSTRACT = 1 << 20;
const MATCH_SELF = 1 << 22;

/** Built-in types whose instances are sequences or mappings to a pattern. */
const COLLECTIONS: ReadonlyMap<string, number> = new Map([
  ["list", SEQUENCE], ["tuple", SEQUENCE], ["range", SEQUENCE], ["memoryview", SEQUENCE], ["deque", SEQUENCE], ["array", SEQUENCE],
  ["dict", MAPPING], ["mappingproxy", MAPPING], ["frozendict", MAPPING], ["FrameLocalsProxy", MAPPING],
]);

/** Those bits that say what an object's layout is, from 24 on. */
const LAYOUTS = ["int", "list", "tuple", "bytes", "str", "dict", "BaseException", "type"];

/** Types whose instances match a positional sub-pattern by themselves (PEP 634). */
export const MATCHED_BY_SELF = ["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];

/**
 * Whether a pattern takes an instance for a sequence, for a mapping (Py_TPFLAGS_SEQUENCE, Py_TPFLAGS_MAPPING), or for none: as
 * the first class in the order of look-ups that is either (typeobject.c, inherit_patma_flags).
 */
function collectionOf(type: PyType): number {
  for (const cls of type.mro) {
    const own = cls.collection || (cls.isHeapType ? 0 : COLLECTIONS.get(cls.name));
    if (own) return own;
  }
  return 0;
}

export const isSequenceType = (type: PyType): boolean => collectionOf(type) === SEQUENCE;
export const isMappingType = (type: PyType): boolean => collectionOf(type) === MAPPING;

/** What a class hands on to one that is registered with it (_abc.c, _abc__abc_register_impl). */
export function handOnCollection(from: PyType, to: PyType): void {
  const flag = collectionOf(from);
  if (flag && !to.isImmutable) to.collection = flag;
}

/** `__flags__`, as far as it is modelled. */
export function flagsOf(type: PyType): number {
  const { types } = type.rt;
  const layout = LAYOUTS.findIndex((name) => type.isSubtypeOf(types[name]));
  return (
    (READY | collectionOf(type) | (layout < 0 ? 0 : 2 ** (24 + layout))) +
    ((type.isOnHeap ? HEAP : 0) | (type.isBaseType ? BASE : 0) | (type.isCollected ? GC : 0) | (type.isAbstract ? ABSTRACT : 0) | (type.isImmutable ? IMMUTABLE : 0) |
      (MATCHED_BY_SELF.some((name) => type.isSubtypeOf(types[name])) ? MATCH_SELF : 0))
  );
}
