import type { Runtime } from "./runtime.ts";
import type { SharedKeys } from "./shared-keys.ts";
import type { PyType } from "./type.ts";

/**
 * A count that is never changed: the object is immortal (PEP 683). Any value from here on counts as immortal; what
 * `sys.getrefcount` shows for it is the profile's business. It fits the host's small integers, so that no count is ever
 * boxed.
 */
export const IMMORTAL = 0x40000000;

/** What `outside` is where no collection looks at the object: below any count. */
export const NO_CANDIDATE = -0x40000000;

/** A guest namespace that is a dict object, seen from below the dict type: string keys only. */
export interface NameSpace extends PyObject {
  /** The value bound to `name`, borrowed, or null. */
  peekName(name: string): PyObject | null;
  /** Binds `name`; retains the value and releases the one it replaces. */
  setName(name: string, value: PyObject): void;
  /** Unbinds `name`; false when it was not bound. */
  deleteName(name: string): boolean;
  /** Names and values, borrowed, in order; keys that are no strings are left out. */
  pairs(): MapIterator<[string, PyObject]>;
  /** Begins to hold values alone, for keys that instances of a class share. */
  share(keys: SharedKeys): void;
  /** The keys that it shares with other dicts. */
  readonly sharedKeys: SharedKeys | null;
  /** Makes its keys those that instances share; null when that cannot be. */
  offerKeys(): SharedKeys | null;
  /** The values lie in an instance, which answers to the collector for them (Objects/dictobject.c of 3.13, embedded values). */
  isEmbedded: boolean;
  /** Visits each value, and each key, whoever answers for them. */
  visitValues(visit: Visit): void;
  visitKeys(visit: Visit): void;
}

/**
 * Attributes of an instance. Either the values lie in the object (`values`), or someone asked for the dict and that
 * holds them (`dict`); never both (Objects/dictobject.c, "inline values").
 */
export interface InstanceAttributes {
  values: Map<string, PyObject> | null;
  dict: NameSpace | null;
}

/** Calls back with one owned reference of an object. */
export type Visit = (edge: PyObject) => void;

/** Memory that an object lends to others: a run of items of one format, by the letters of `struct`. */
export interface LentMemory {
  readonly bytes: Uint8Array;
  readonly format: string;
  readonly itemSize: number;
  readonly isReadOnly: boolean;
}

/** Where the modelled arenas begin; objects are aligned to 16 bytes (Objects/obmalloc.c). */
const ARENA_BASE = 0x7f3a_4c00_0000;
export const ALIGNMENT = 16;

/** The address of a place in the heap. */
function addressAt(place: number): number {
  return ARENA_BASE + place * ALIGNMENT;
}

/** What the first type object is made with, before there is a type. */
export interface TypeSeed {
  readonly rt: Runtime;
  readonly basicSize: number;
}

/**
 * The object header, and what instances of any heap type may have besides. Concrete types derive from it and list their
 * owned references in `edges` and drop them in `clear`.
 *
 * Ownership: a function that returns an object returns an owned reference unless its name begins with `peek`; arguments
 * are borrowed unless the function's name begins with `take`. A field holds an owned reference.
 */
export abstract class PyObject {
  /** Owned when it is a heap type (instances keep their class alive). */
  declare type: PyType;
  /** The reference count; IMMORTAL and above means: not counted. */
  declare refs: number;
  /** Where the object lies, in the heap's units: a small integer, where the address itself would have to be boxed. */
  declare place: number;
  /** Bytes that the heap accounts for. */
  declare size: number;
  /** Bytes of the block at that place, where that is not the size: what the object was made with. What it grows by lies elsewhere (a list's items). */
  declare block: number;
  /** Generation of the collector, or -1 when it does not track the object. */
  declare generation: number;
  /** References from outside of what is being collected, while a collection counts them (gc_refs). */
  declare outside: number;
  /** The finalizer has run (PEP 442: once). */
  declare finalized: boolean;
  /** Present when the type gives its instances a `__dict__`. */
  declare attributes: InstanceAttributes | null;
  /** Values of `__slots__`, by the index that their member descriptors know. */
  declare slotValues: (PyObject | null)[] | null;
  /** Weak references to this object, oldest first; not owned. */
  declare weakrefs: PyObject[] | null;

  /**
   * Allocates on the heap of the type's runtime and starts with one reference, the caller's. With null a class fills its
   * header itself, in these four lines: what all classes share the host compiles for any of them and so for none, and
   * objects that programs make by the million are made six times as fast by code of their own.
   */
  constructor(type: PyType | TypeSeed | null, size?: number) {
    if (type === null) return;
    this.type = type as PyType;
    this.refs = 1;
    this.size = size ?? type.basicSize;
    this.place = type.rt.heap.allocate(this, this.size);
  }

  /** The last reference is gone. Types whose objects own nothing, and that no class and no weak reference can know more about, do less here. */
  die(): void {
    this.type.rt.heap.deallocate(this);
  }

  /** The address: plausible, unique among live objects, reused after death. Whoever asks shows it to the program. */
  get id(): number {
    this.type.rt.heap.seedSeen = true;
    return this.address;
  }

  /** The same for hashes, whose order a set sees to, and for who looks from outside. */
  get address(): number {
    return addressAt(this.place);
  }

  /** Visits each reference that this object's own structure holds (tp_traverse), without attributes, slots and type. */
  edges(_visit: Visit): void {}

  /** Gives up what `edges` lists and leaves an empty object (tp_clear); also the middle part of deallocation. */
  clear(): void {}

  /** The function of a Python half that a built-in one stands for (`types/half-functions.ts`), borrowed; null for all else. */
  get half(): PyObject | null {
    return null;
  }

  /** The memory that it lends (the buffer protocol), not to be kept; null for most objects. `flags` is what is asked for (Include/pybuffer.h). */
  lend(_flags = 0): LentMemory | null {
    return null;
  }

  /** One view of the memory more or less: while there is any, its length must not change. */
  countView(_by: 1 | -1): void {}

  /** Whether the collector may forget this object: it can be in no cycle, and never will be. */
  get untrackable(): boolean {
    return false;
  }

  /** Whether the collector may break a cycle here; immutable containers say no (no tp_clear). */
  get clearable(): boolean {
    return true;
  }
}

/** Of most objects these never change, so that they cost neither time nor room in them. */
Object.assign(PyObject.prototype, { block: 0, generation: -1, outside: NO_CANDIDATE, finalized: false, attributes: null, slotValues: null, weakrefs: null });

/** One reference more. Returns the object, now owned by the caller as well. */
export function retain<T extends PyObject>(object: T): T {
  const { refs } = object;
  if (refs < IMMORTAL) object.refs = refs + 1;
  return object;
}

/** One reference less; the last one ends the object at once. */
export function release(object: PyObject): void {
  const { refs } = object;
  if (refs >= IMMORTAL) return;
  object.refs = refs - 1;
  if (refs === 1) object.die();
}

/** `release` for a field that may be empty. */
export function releaseIfAny(object: PyObject | null | undefined): void {
  if (object) release(object);
}

/** Releases each, last first, as CPython's sequence deallocators do. */
export function releaseAll(objects: readonly (PyObject | null)[]): void {
  for (let i = objects.length - 1; i >= 0; i--) {
    const object = objects[i];
    if (object) release(object);
  }
}

/** Every reference that an object owns: its structure's, its attributes', its slots', its class; but not a dict that only shows its values. */
export function traverse(object: PyObject, visit: Visit): void {
  object.edges(visit);
  if (object.slotValues) for (const value of object.slotValues) if (value) visit(value);
  const attributes = object.attributes;
  if (attributes) {
    if (attributes.values) for (const value of attributes.values.values()) visit(value);
    if (attributes.dict?.isEmbedded) attributes.dict.visitValues(visit);
    else if (attributes.dict) visit(attributes.dict);
  }
  if (object.type.isHeapType) visit(object.type);
}

/** Gives up slots and attributes, in CPython's order (Objects/typeobject.c, subtype_dealloc). */
export function clearInstance(object: PyObject): void {
  const slots = object.slotValues;
  if (slots) {
    for (let i = 0; i < slots.length; i++) {
      const value = slots[i];
      slots[i] = null;
      if (value) release(value);
    }
  }
  const attributes = object.attributes;
  if (!attributes) return;
  const { values, dict } = attributes;
  attributes.values = values ? new Map() : null;
  attributes.dict = null;
  if (values) for (const value of values.values()) release(value);
  if (dict) {
    dict.isEmbedded = false;
    release(dict);
  }
}
