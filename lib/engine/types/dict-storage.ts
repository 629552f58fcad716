import { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { SharedKeys } from "../core/shared-keys.ts";
import { type Entry, tableBytes, tableSize, tableSizeFor, usableFraction } from "./dict-table.ts";

/** What a dict keeps its entries in: a table with the slots that CPython would have for them or the keys that it shares. */
export abstract class DictStorage extends PyObject {
  /** Entries in order; null where one was removed. */
  entries: (Entry | null)[] = [];
  used = 0;
  protected slots = 0;
  protected usable = 0;
  /** The keys of its instance's class, of which it holds the values alone; then the table has no bounds of its own. */
  protected shared: SharedKeys | null = null;
  /** Keys that are no plain strings. */
  protected otherKeys = 0;
  /** The entries have room for a hash, for keys that are no plain strings. */
  protected isWide = false;

  /** The first key that is no plain str needs entries with room for a hash: in versions where others have none the table is made anew. */
  protected widen(rt: Runtime): void {
    this.isWide = true;
    if (this.slots === 0) return;
    if (rt.profile.containers.dictKeys.narrowStrings) this.rebuild(rt, tableSize(this.used * 3));
    else this.account();
  }

  /** Begins to hold values alone, for the keys that instances share. The dict must be empty. */
  share(keys: SharedKeys): void {
    this.shared = keys;
    keys.sharers++;
    this.usable = Number.POSITIVE_INFINITY;
    this.account();
  }

  /** The keys that it shares with other dicts, or null. */
  get sharedKeys(): SharedKeys | null {
    return this.shared;
  }

  /** Has a table of its own from now on. */
  protected unshare(slots: number): void {
    this.leaveKeys();
    this.rebuild(this.type.rt, slots);
  }

  private leaveKeys(): void {
    if (this.shared !== null) this.shared.sharers--;
    this.shared = null;
    this.isWide = this.otherKeys > 0;
  }

  /** Bytes as `sys.getsizeof` counts them: keys that are shared are the class's, while it has them (_PyDict_SizeOf). */
  get bytes(): number {
    const { shared, type } = this;
    if (shared === null) return this.size;
    const own = shared.sharers === 1 && !shared.isOfClass ? tableBytes(shared.slots, true, type.rt.profile.containers.dictKeys) : 0;
    return type.basicSize + 8 * shared.room + own;
  }

  protected closeGaps(): void {
    this.type.rt.charge(this.entries.length >> 2);
    this.entries = this.entries.filter((entry) => entry !== null);
    this.entries.forEach((entry, i) => {
      if (entry) entry.index = i;
    });
  }

  /** Makes room for so many entries more, if the table is too small for these alone (dictresize in dict_merge). */
  reserve(rt: Runtime, entries: number): void {
    const slots = this.shared?.slots ?? this.slots;
    if (entries === 0 || usableFraction(slots) >= entries) return;
    const wanted = tableSizeFor(this.used + entries);
    if (this.shared !== null) this.unshare(wanted);
    else this.rebuild(rt, wanted);
  }

  /** Makes room for the entries of another dict. An empty one takes over the size of a table without gaps, as its copy (dict_merge). */
  reserveFor(rt: Runtime, source: DictStorage): void {
    const isCloned = this.used === 0 && !(this.shared !== null && rt.profile.instances.dictSharesValues) && source.shared === null && source.isDense;
    this.isWide ||= source.isWide;
    if (!isCloned) this.reserve(rt, source.used);
    else if (this.shared !== null) this.unshare(source.slots);
    else this.rebuild(rt, source.slots);
  }

  /** Nothing was removed, and the table is no larger than its entries need. */
  private get isDense(): boolean {
    return this.entries.length === this.used && (this.slots === tableSize(0) || usableFraction(this.slots / 2) < this.used);
  }

  /** Makes an empty dict ready for a copy of another: one that shares keys too, or with a table of the same size (PyDict_Copy). */
  reserveForCopy(rt: Runtime, source: DictStorage): void {
    if (source.used === 0) return;
    if (source.shared !== null) this.share(source.shared);
    else {
      this.isWide = source.isWide;
      if (source.used >= Math.floor((source.entries.length * 2) / 3)) this.rebuild(rt, source.slots);
      else this.reserve(rt, source.used);
    }
  }

  protected rebuild(rt: Runtime, slots: number): void {
    rt.charge(this.used);
    if (this.entries.length !== this.used) this.closeGaps();
    this.slots = slots;
    this.usable = usableFraction(slots) - this.used;
    this.account();
  }

  protected account(): void {
    const { rt } = this.type;
    const { shared } = this;
    rt.heap.resize(this, this.type.basicSize + (shared !== null ? 8 * shared.room : tableBytes(this.slots, !this.isWide, rt.profile.containers.dictKeys)));
  }

  protected emptyTable(): void {
    this.usable = 0;
    if (this.slots === 0 && this.shared === null) return;
    this.leaveKeys();
    this.isWide = false;
    this.slots = 0;
    this.account();
  }
}
