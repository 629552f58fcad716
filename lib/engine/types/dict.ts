import { mayBeTracked } from "../core/collector.ts";
import { defineType } from "../core/define.ts";
import { type NameSpace, type PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { SharedKeys } from "../core/shared-keys.ts";
import type { PyType } from "../core/type.ts";
import { truthOfResult } from "../protocol/compare.ts";
import { hashForLookup } from "./hash-for-lookup.ts";
import { compareDicts, dictInit, dictIterator, dictMethods, dictOr, getDictItem, mergeMapping, setDictItem, updateDict } from "./dict-methods.ts";
import { dictRepr } from "./dict-text.ts";
import { DictStorage } from "./dict-storage.ts";
import { addToBucket, type Entry, plainKeyOf, removeFromBucket, tableSize, usableFraction } from "./dict-table.ts";
import type { PyStr } from "./str-object.ts";

/**
 * A mapping in order of insertion (Objects/dictobject.c). Plain keys, strings and ints, are found by their values; once
 * another kind of key is looked up or stored, all keys are found by hash as well. Slots and free entries are counted as
 * CPython counts them, because a program can see when a table is rebuilt.
 */
export class PyDict extends DictStorage implements NameSpace {
  isEmbedded = false;
  /** Changes with every change of the set of keys, so that a comparison that ran guest code knows (ma_version). */
  version = 0;
  private readonly byValue = new Map<string | number, Entry>();
  private byHash: Map<bigint, Entry[]> | null = null;
  /** Of its keys that are no plain strings, those that are no plain ints either. */
  private strangeKeys = 0;

  constructor(type: PyType) {
    super(type);
    if (this.isLazilyTracked) type.rt.heap.collector.untrack(this);
  }

  /** Only plain dicts wait for content that could be part of a cycle, and only in some versions (MAINTAIN_TRACKING). */
  private get isLazilyTracked(): boolean {
    const { rt } = this.type;
    return this.type === rt.types.dict && rt.profile.gc.tracksDicts === "with-content";
  }

  private maintainTracking(content: PyObject): void {
    if (this.generation < 0 && mayBeTracked(content)) this.type.rt.heap.collector.track(this);
  }

  override get untrackable(): boolean {
    return this.isLazilyTracked && !this.entries.some((entry) => entry && (mayBeTracked(entry.key) || mayBeTracked(entry.value)));
  }

  /** The value of a key, borrowed, or null. May run the key's `__hash__` and `__eq__`. */
  peek(rt: Runtime, key: PyObject): PyObject | null {
    return this.find(rt, key)?.value ?? null;
  }

  /** Binds a key; retains key and value. A key that is there already stays the same object. */
  set(rt: Runtime, key: PyObject, value: PyObject): void {
    const hash = this.hashFor(rt, key);
    this.setHashed(rt, key, hash, value);
  }

  /** `set` with the key's hash known; null for a plain str. */
  setHashed(rt: Runtime, key: PyObject, hash: bigint | null, value: PyObject): void {
    // What compares the keys may raise.
    const entry = this.findHashed(rt, key, hash);
    retain(value);
    if (entry) {
      const old = entry.value;
      entry.value = value;
      this.maintainTracking(value);
      release(old);
    } else this.takeInsert(rt, retain(key), hash, value);
  }

  /** Unbinds a key and hands the value over, or null when it was not there. */
  pop(rt: Runtime, key: PyObject): PyObject | null {
    if (this.used === 0) {
      this.hashFor(rt, key);
      return null;
    }
    const entry = this.find(rt, key);
    if (!entry) return null;
    const { value } = entry;
    this.remove(entry);
    release(entry.key);
    return value;
  }

  /** The entry of a key, or null. */
  find(rt: Runtime, key: PyObject): Entry | null {
    return this.findHashed(rt, key, this.hashFor(rt, key));
  }

  /** Null for a plain key, whose value is enough. Raises TypeError for an unhashable key. */
  hashFor(rt: Runtime, key: PyObject): bigint | null {
    return plainKeyOf(rt, key) === null ? hashForLookup(rt, key, "dict key") : null;
  }

  findHashed(rt: Runtime, key: PyObject, hash: bigint | null): Entry | null {
    const plain = plainKeyOf(rt, key);
    // A strange key of the same hash is asked before an int, and may tell.
    if (plain !== null && (this.strangeKeys === 0 || typeof plain === "string")) {
      if (typeof plain === "string" && plain.length > LONG_KEY) rt.charge(plain.length >> 6);
      const entry = this.byValue.get(plain);
      if (entry !== undefined && typeof plain === "number" && entry.key !== key) rt.charge(1);
      if (entry !== undefined || this.strangeKeys === 0) return entry ?? null;
    }
    if (this.used === 0) return null;
    const known = hash ?? rt.hash(key);
    for (;;) {
      const version = this.version;
      const found = this.search(rt, key, known, version);
      if (found !== undefined) return found;
    }
  }

  /** One pass over the entries of a hash; undefined when a comparison changed the dict, so that it must start anew. */
  private search(rt: Runtime, key: PyObject, hash: bigint, version: number): Entry | null | undefined {
    const bucket = this.hashIndex(rt).get(hash);
    if (!bucket) return null;
    for (let i = 0; i < bucket.length; i++) {
      const entry = bucket[i];
      if (entry.key === key) return entry;
      rt.charge(1);
      const candidate = retain(entry.key);
      let same: boolean;
      try {
        same = truthOfResult(rt, rt.compare(candidate, key, "=="));
      } finally {
        release(candidate);
      }
      if (this.version !== version) return undefined;
      if (same) return entry;
    }
    return null;
  }

  private hashIndex(rt: Runtime): Map<bigint, Entry[]> {
    if (this.byHash) return this.byHash;
    const index = new Map<bigint, Entry[]>();
    rt.charge(this.entries.length);
    for (const entry of this.entries) {
      if (!entry) continue;
      entry.hash ??= rt.hash(entry.key);
      addToBucket(index, entry.hash, entry);
    }
    this.byHash = index;
    return index;
  }

  /** Adds a key that is known to be absent; takes over both references. */
  takeInsert(rt: Runtime, key: PyObject, hash: bigint | null, value: PyObject): void {
    const plain = plainKeyOf(rt, key);
    if (plain === null && this.strangeKeys++ === 0) this.hashIndex(rt);
    if (this.shared !== null && (typeof plain !== "string" || !this.shared.admit(plain, this.used))) this.unshare(tableSize(this.used * 3));
    if (typeof plain !== "string" && this.otherKeys++ >= 0 && !this.isWide) this.widen(rt);
    if (this.isEmbedded && (typeof plain !== "string" || this.used >= MOST_EMBEDDED)) this.isEmbedded = false;
    if (this.usable <= 0) this.rebuild(rt, tableSize(this.slots === 0 ? 0 : this.used * 3));
    const entry: Entry = { hash, key, value, index: this.entries.length };
    this.entries.push(entry);
    this.maintainTracking(key);
    this.maintainTracking(value);
    this.usable--;
    this.used++;
    this.version++;
    if (plain !== null) this.byValue.set(plain, entry);
    if (this.byHash) {
      entry.hash ??= rt.hash(key);
      addToBucket(this.byHash, entry.hash, entry);
    }
  }

  /** Makes its keys those that instances share, while all of them are plain (make_keys_shared); null when they are not. */
  offerKeys(): SharedKeys | null {
    if (this.otherKeys > 0) return null;
    const keys = new SharedKeys("in-order", this.slots, usableFraction(this.slots));
    let used = 0;
    for (const key of this.byValue.keys()) keys.admit(key as string, used++);
    this.slots = 0;
    this.share(keys);
    return keys;
  }

  /** Takes an entry out; its references stay with the caller. */
  remove(entry: Entry): void {
    if (this.shared?.inOrder) this.unshare(this.shared.slots);
    this.entries[entry.index] = null;
    entry.index = -1;
    this.used--;
    this.version++;
    const { key } = entry;
    const plain = plainKeyOf(this.type.rt, key);
    if (typeof plain !== "string") this.otherKeys--;
    if (plain === null) this.strangeKeys--;
    else this.byValue.delete(plain);
    if (this.byHash && entry.hash !== null) removeFromBucket(this.byHash, entry.hash, entry);
  }

  /** Takes the last entry out, or null; its place is free again (dict_popitem). */
  removeLast(): Entry | null {
    this.isEmbedded = false;
    if (this.shared !== null) this.unshare(this.shared.slots);
    while (this.entries.length > 0) {
      const entry = this.entries[this.entries.length - 1];
      if (entry) {
        this.remove(entry);
        this.entries.pop();
        return entry;
      }
      this.entries.pop();
    }
    return null;
  }

  /** Moves an entry behind all others, or before them. */
  move(entry: Entry, last: boolean): void {
    this.version++;
    if (last) {
      this.entries[entry.index] = null;
      entry.index = this.entries.length;
      this.entries.push(entry);
      if (this.entries.length > 2 * this.used + 16) this.closeGaps();
      return;
    }
    this.type.rt.charge(this.entries.length >> 2);
    const others = this.entries.filter((other) => other !== null && other !== entry);
    this.entries = [entry, ...others];
    this.closeGaps();
  }

  /** Live entries in order. Safe only where no guest code runs meanwhile. */
  *live(): Generator<Entry> {
    for (const entry of this.entries) if (entry) yield entry;
  }

  /** The keys that are strings, in order. */
  keysText(): string[] {
    const names: string[] = [];
    for (const { key } of this.live()) if (key.type.isSubtypeOf(this.type.rt.types.str)) names.push((key as PyStr).value);
    return names;
  }

  /** `{**self, **mapping}`: copies every entry; AttributeError when there is no `keys`. */
  update(rt: Runtime, mapping: PyObject): void {
    mergeMapping(rt, this, mapping);
  }

  /** `update` for keyword arguments: `onDuplicate` is called with a key that is there already, and may raise. */
  merge(rt: Runtime, mapping: PyObject, onDuplicate: (key: PyObject) => void): void {
    mergeMapping(rt, this, mapping, onDuplicate);
  }

  /** The entry that a name leads to. Its key need not be a plain str: an instance of a subclass, or anything that is equal, will do. */
  private named(name: string): Entry | null {
    const entry = this.byValue.get(name);
    if (entry || this.strangeKeys === 0) return entry ?? null;
    const { rt } = this.type;
    const key = rt.intern(name);
    try {
      return this.find(rt, key);
    } finally {
      release(key);
    }
  }

  /** Looking a plain key up runs nothing. */
  get hasOnlyPlain(): boolean {
    return this.strangeKeys === 0;
  }

  /** The entry of a plain str key, or null. */
  peekEntry(name: string): Entry | null {
    return this.byValue.get(name) ?? null;
  }

  *pairs(): MapIterator<[string, PyObject]> {
    for (const entry of this.entries) if (entry && entry.key.type === this.type.rt.types.str) yield [(entry.key as PyStr).value, entry.value];
  }

  peekName(name: string): PyObject | null {
    return this.named(name)?.value ?? null;
  }

  setName(name: string, value: PyObject): void {
    const entry = this.named(name);
    if (entry) {
      const old = entry.value;
      entry.value = retain(value);
      this.maintainTracking(value);
      release(old);
      return;
    }
    const { rt } = this.type;
    this.takeInsert(rt, rt.intern(name), null, retain(value));
  }

  deleteName(name: string): boolean {
    const entry = this.named(name);
    if (!entry) return false;
    this.remove(entry);
    release(entry.key);
    release(entry.value);
    return true;
  }

  override edges(visit: Visit): void {
    if (this.isEmbedded) return;
    for (const entry of this.entries) {
      if (!entry) continue;
      visit(entry.value);
      visit(entry.key);
    }
  }

  /** What tp_traverse visits: keys of a table of plain strings are left out, since they end no cycle (dict_traverse). */
  traversed(visit: Visit): void {
    if (this.otherKeys > 0 || this.isEmbedded) this.edges(visit);
    else this.visitValues(visit);
  }

  visitValues(visit: Visit): void {
    for (const entry of this.entries) if (entry) visit(entry.value);
  }

  visitKeys(visit: Visit): void {
    for (const entry of this.entries) if (entry) visit(entry.key);
  }

  override clear(): void {
    this.empty();
  }

  /** Empties the dict, then gives keys and values up in order (PyDict_Clear). */
  empty(): void {
    const { entries } = this;
    this.entries = [];
    this.used = 0;
    this.version++;
    this.byValue.clear();
    this.byHash = null;
    this.otherKeys = 0;
    this.strangeKeys = 0;
    // Values that lie in an instance stay there, where the dict is a view of them.
    if (this.shared !== null && this.refs > 0 && this.type.rt.profile.instances.dictSharesValues) this.account();
    else this.emptyTable();
    for (const entry of entries) {
      if (!entry) continue;
      entry.index = -1;
      release(entry.key);
      release(entry.value);
    }
  }

}

/** Finding a text up to this length costs no more than its step. */
const LONG_KEY = 1024;

/** Names that instances of one class can share (Include/internal/pycore_dict.h, SHARED_KEYS_MAX_SIZE). */
const MOST_EMBEDDED = 30;

export const dictSpec = defineType({
  name: "dict",
  coexisting: ["__contains__", "__getitem__"],
  basicSize: 48,
  collected: true,
  allocate: (type) => new PyDict(type),
  slots: {
    new: (_rt, type) => new PyDict(type),
    init: dictInit,
    repr: dictRepr,
    hash: null,
    richCompare: (rt, self, other, op) => (other instanceof PyDict ? compareDicts(rt, self as PyDict, other, op) : retain(rt.notImplemented)),
    iter: (rt, self) => dictIterator(rt, "dict_keyiterator", self as PyDict),
    length: (_rt, self) => (self as PyDict).used,
    getItem: getDictItem,
    setItem: setDictItem,
    contains: (rt, self, key) => (self as PyDict).find(rt, key) !== null,
    or: dictOr,
    inplaceOr: (rt, self, other) => {
      updateDict(rt, self as PyDict, other);
      return retain(self);
    },
  },
  methods: dictMethods,
});
