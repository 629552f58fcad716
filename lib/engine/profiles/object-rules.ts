/** Bytes of a structure without items, and of an item where that has changed. */
export interface StructSize {
  readonly basic: number;
  readonly item?: number;
}

/** How a version lays out instances, classes and containers. */
export interface ObjectRules {
  readonly instances: {
    /** `dict`: `__dict__` is made with the first attribute. `inline`: values live in the object until someone asks for the dict. */
    readonly attributes: "dict" | "inline";
    /** The dict, once asked for, still shares the object's values (3.13+) or takes them over. */
    readonly dictSharesValues: boolean;
    /** What the collector sees of a dict that was asked for: an object that holds the values, or a view of values that the instance holds (3.13). */
    readonly vars: "holder" | "view";
    /** Bytes that an own `__dict__` and own weak references add to `__basicsize__`; 0 where they lie before the object. */
    readonly dictPointer: number;
    readonly weakrefPointer: number;
    /** The same for the `__dict__` of what varies in size, as an int or tuple does. */
    readonly variableDictPointer: number;
    /** Dicts of instances that were made without room for values share the keys of the class as well, or have their own (3.11). */
    readonly sharing: "all" | "inline";
  };

  readonly classes: {
    /** What `__set_name__` raises is wrapped in a RuntimeError, or passes with a note. */
    readonly setNameErrors: "wrapped" | "noted";
    /** `__bases__` may be exchanged where the structure that instances really have is the same: with object as well, and for classes without a dict (3.15). */
    readonly looseBases: boolean;
    /** `__mro__` is a member of type, not computed (until 3.11). */
    readonly mroIsMember: boolean;
    /** `classmethod` binds another descriptor that it wraps, such as a property. */
    readonly classMethodChains: boolean;
    /** All classes have the same descriptors of `__dict__` and `__weakref__` (3.15). */
    readonly sharesMarks: boolean;
    /** `repr` of an ImportError shows its `name` and `path`. */
    readonly importErrorShowsNames: boolean;
    /** The name of the type of `int | str`. */
    readonly unionType: "types.UnionType" | "typing.Union";
    /** Bytes of a type that is not on the heap, and what `sys.getsizeof` adds for a header that it does not have (3.11, 3.12). */
    readonly staticSize: number;
    readonly staticHeader: number;
    /** Which classes keep keys that the dicts of their instances share: those with a `__dict__`, or with one that lies before the object. */
    readonly sharedKeys: "any-dict" | "managed-dict";
  };

  readonly containers: {
    /** Slices have a hash (3.12). */
    readonly hashableSlices: boolean;
    /** `frozendict` exists (PEP 814). */
    readonly frozendict: boolean;
    /** A frozenset constant is built a second time from its own order when constants are merged (up to 3.13). */
    readonly rebuiltSetConstants: boolean;
    /** `repr(OrderedDict(a=1))` shows a dict, not a list of pairs (3.12). */
    readonly orderedDictReprAsDict: boolean;
    /** `itertools.batched` exists (3.12). */
    readonly batched: boolean;
    /** It takes `strict` (3.13). */
    readonly strictBatched: boolean;
    /** `clear()` of an OrderedDict is told as a change of the order to who goes through it (3.13), or of the size. */
    readonly clearChangesOrder: boolean;
    /** The module that iterators over a deque, and fields of named tuples, say they are from. */
    readonly dequeIterators: "_collections" | "collections";
    /** `heapq` has functions for heaps with the largest item first (3.14). */
    readonly maxHeaps: boolean;
    /** Sorting counts equal neighbours into a descending run (3.13). */
    readonly equalRuns: boolean;
    /** `list.extend` reads sets and dicts without an iterator (3.13). */
    readonly listsReadTables: boolean;
    /** `map` takes `strict` (3.14). */
    readonly strictMap: boolean;
    /** What the memory of a bytearray has besides its bytes: a header, where it is an object, and a zero at its end that is counted. */
    readonly bytearrayMemory: { readonly header: number; readonly end: number };
    /** Bytes of a dict's keys object: its header; and whether tables of plain str keys leave out the hash. */
    readonly dictKeys: { readonly header: number; readonly narrowStrings: boolean };
  };

  /** `__basicsize__` of built-in types by the name of error texts, where it is not what the type declares. */
  readonly structSizes: ReadonlyMap<string, StructSize>;
  /** Modules and types that lie on the heap. */
  readonly heapTypes: ReadonlySet<string>;
}
