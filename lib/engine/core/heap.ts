import type { AllocationTraces } from "./allocation-traces.ts";
import { Collector } from "./collector.ts";
import { ALIGNMENT, clearInstance, IMMORTAL, type PyObject, release } from "./object.ts";
import type { Runtime } from "./runtime.ts";

/** Nested deallocations beyond this depth wait in a list, so that long chains end without deep recursion (Objects/object.c, trashcan). */
const TRASHCAN_DEPTH = 50;
/** Places between the starts of arenas of two seeds. */
const SEED_STRIDE = 0x1000;
/** Blocks of fewer units than this have their free lists in an array. */
const SMALL_UNITS = 64;
/** Before the arenas: where objects lie that are made late. */
const LATE_PLACES = -0x10_0000;
/** Bytes from which on filling an object costs more than a step. */
const LARGE = 512;
/** ALIGNMENT is two to the power of this. */
const ALIGNMENT_BITS = 4;
/** Bytes that no machine has: CPython raises MemoryError there, and so do we. */
const ABSURD = 2 ** 38;

/**
 * Whether the programs of a run, in all its processes, could see something that the seed decides: an address, the hash of
 * a text, the order of a set. Where they could not, the run is the same under every seed.
 */
export class SeedSight {
  seen = false;
}

/**
 * Addresses, live bytes and the end of objects. An address freed is the next one given out for that size class, as
 * pymalloc's pools do, which is why `id([]) == id([])` can hold.
 */
export class Heap {
  readonly collector: Collector;
  /** Grows whenever any class changes; look-up caches compare it. */
  typeEpoch = 0;
  /** Every live object; null unless asked for, because it costs time. */
  readonly live: Set<PyObject> | null;
  /** What is made from now on, in order, for who keeps the list above and takes these away; else null. */
  births: PyObject[] | null = null;
  /** Bytes of live objects, and the most there ever were. */
  bytes = 0;
  peakBytes = 0;

  /** The run was stopped: what loses its last reference now stays as it is, so that no finalizer runs. */
  halted = false;
  /** Places of allocations, while `tracemalloc` keeps them. */
  traces: AllocationTraces | null = null;
  private readonly rt: Runtime;
  private readonly limit: number;
  /** Places to be given out again, by size in units of the alignment. */
  private free = emptyLists();
  private freeLarge = new Map<number, number[]>();
  /** The next place that was never used. */
  top: number;
  private depth = 0;
  private readonly waiting: PyObject[] = [];

  private lateTop = LATE_PLACES;
  private readonly sight: SeedSight;
  /** How many sets are losing their members, in an order that the seed decides. */
  private unordered = 0;

  constructor(rt: Runtime, options: { registry: boolean; seed: number; sight: SeedSight }) {
    this.rt = rt;
    this.sight = options.sight;
    this.limit = rt.limits.memory;
    this.live = options.registry ? new Set() : null;
    this.top = (options.seed % 4096) * SEED_STRIDE;
    this.collector = new Collector(rt);
  }

  /** See SeedSight. */
  get seedSeen(): boolean {
    return this.sight.seen;
  }
  set seedSeen(seen: boolean) {
    this.sight.seen = seen;
  }

  /** Accounts for a new object and gives it a place. Stops the run when the memory limit is passed. */
  allocate(object: PyObject, size: number): number {
    this.grow(size);
    // Making an object takes longer than most instructions.
    this.rt.charge(1);
    const type = object.type;
    if (type.isHeapType) type.refs++;
    if (type.hasDict) object.attributes = { values: new Map(), dict: null };
    if (type.slotCount) object.slotValues = new Array<PyObject | null>(type.slotCount).fill(null);
    if (type.isCollected) this.collector.add(object);
    if (this.live !== null) this.noteBirth(object, this.live);
    if (this.traces) this.traces.made(object, size);
    return this.placeFor(size);
  }

  private noteBirth(object: PyObject, live: Set<PyObject>): void {
    live.add(object);
    if (this.births !== null) this.births.push(object);
  }

  /** The object grew or shrank by so many bytes (a list's items, a dict's table). */
  resize(object: PyObject, size: number): void {
    const growth = size - object.size;
    if (object.block === 0) object.block = object.size;
    object.size = size;
    this.grow(growth);
    if (this.traces) this.traces.resized(object, size - object.block);
  }

  /** Stops the run before something of so many bytes is built that could not be kept, and charges for building it. */
  reserve(bytes: number): void {
    this.expect(bytes);
    this.rt.charge(Math.ceil(bytes / 64));
  }

  /** `reserve` for something that grows in steps, which are paid for elsewhere. */
  expect(bytes: number): void {
    if (bytes > ABSURD) this.rt.raiseWith("MemoryError", []);
    if (this.bytes + bytes > this.limit) this.stop();
  }

  /** Counts bytes that are used from now on. What is large takes time to fill: one unit of work for 32 bytes. */
  private grow(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > this.peakBytes) {
      this.peakBytes = this.bytes;
      if (this.bytes > this.limit) this.stop();
    }
    if (bytes > LARGE) this.rt.charge(bytes >> 5);
  }

  private stop(): never {
    return this.rt.stop("memory", `The program needs more than ${Math.floor(this.limit / 1048576)} MB, the limit here`);
  }

  /** Counts memory that is no object: `owner` stands for it. */
  takeBlock(owner: object, bytes: number): void {
    this.grow(bytes);
    if (this.traces) this.traces.madeBlock(owner, bytes);
  }

  freeBlock(owner: object, bytes: number): void {
    this.bytes -= bytes;
    if (this.traces) this.traces.freed(owner);
  }

  /** Takes back an object that owns nothing, whose type is built in, not collected and without weak references. */
  freePlain(object: PyObject, size: number, place: number): void {
    this.bytes -= size;
    if (this.traces) this.traces.freed(object);
    this.freeOf(size).push(place);
    if (this.live !== null) this.live.delete(object);
  }

  /** Gives such an object its place. */
  allocatePlain(object: PyObject, size: number): number {
    this.grow(size);
    if (this.live !== null) this.noteBirth(object, this.live);
    if (this.traces) this.traces.made(object, size);
    return this.placeFor(size);
  }

  /**
   * Makes what a runtime has had all along, as far as a program can tell, but left until somebody looks: in places of its
   * own, not counted as the program's memory, in the oldest generation.
   */
  putOff(make: () => void): void {
    const { bytes, peakBytes, typeEpoch, free, freeLarge, top } = this;
    this.free = emptyLists();
    this.freeLarge = new Map();
    this.top = this.lateTop;
    this.collector.addLate(make);
    this.lateTop = this.top;
    Object.assign(this, { bytes, peakBytes, typeEpoch, free, freeLarge, top });
  }

  /** Objects lose references in an order that the seed decides: it is seen if more than their memory hears of it. */
  inAnyOrder(releaseAll: () => void): void {
    if (this.depth >= TRASHCAN_DEPTH) this.seedSeen = true;
    this.unordered++;
    try {
      releaseAll();
    } finally {
      this.unordered--;
    }
  }

  /** Code that could tell others is about to hear of a death. */
  noteHearer(): void {
    if (this.unordered > 0) this.seedSeen = true;
  }

  /** The last reference is gone: finalizer, weak references, contents, address; in this order (subtype_dealloc). */
  deallocate(object: PyObject): void {
    if (this.halted) return;
    if (this.depth >= TRASHCAN_DEPTH) {
      this.noteHearer();
      this.waiting.push(object);
      return;
    }
    this.depth++;
    try {
      this.destroy(object);
      // Only the outermost call empties the list: what its members release is added to it.
      while (this.depth === 1 && this.waiting.length > 0) this.destroy(this.waiting.pop() as PyObject);
    } finally {
      this.depth--;
    }
  }

  private destroy(object: PyObject): void {
    const type = object.type;
    const finalize = type.slots.finalize;
    if (finalize && !object.finalized) {
      object.refs = 1;
      // PEP 442: at most once for objects that the collector knows.
      if (type.isCollected) object.finalized = true;
      this.noteHearer();
      finalize(this.rt, object);
      if (--object.refs > 0) return;
    }
    if (object.weakrefs) this.rt.clearWeakrefs(object);
    this.collector.untrack(object);
    clearInstance(object);
    object.clear();
    this.bytes -= object.size;
    this.live?.delete(object);
    if (this.traces) this.traces.freed(object);
    this.freeOf(object.block || object.size).push(object.place);
    object.refs = 0;
    if (type.isHeapType) release(type);
    this.collector.died(type);
  }

  /** Whether the object's header still counts references. */
  isImmortal(object: PyObject): boolean {
    return object.refs >= IMMORTAL;
  }

  private placeFor(size: number): number {
    const free = this.freeOf(size);
    if (free.length > 0) return free.pop() as number;
    const place = this.top;
    this.top += unitsOf(size);
    return place;
  }

  /** The freed places of blocks of this size. */
  private freeOf(size: number): number[] {
    const units = unitsOf(size);
    if (units < SMALL_UNITS) return this.free[units];
    let large = this.freeLarge.get(units);
    if (!large) this.freeLarge.set(units, (large = []));
    return large;
  }
}

const emptyLists = (): number[][] => Array.from({ length: SMALL_UNITS }, () => []);

function unitsOf(size: number): number {
  return size <= LARGE ? (size + ALIGNMENT - 1) >> ALIGNMENT_BITS || 1 : Math.ceil(size / ALIGNMENT);
}
