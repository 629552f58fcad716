import type { PyObject } from "./object.ts";

/** Where something was allocated: file and line of each frame, innermost first, at most as many as were asked for. */
export interface Place {
  readonly frames: readonly (readonly [filename: string, line: number])[];
  /** Frames there were in all. */
  readonly depth: number;
}

/** A block of memory that is alive. */
export interface AllocationTrace {
  size: number;
  place: Place;
}

/** Bytes of the collector's header, and of the pointers before an instance of a class. */
const HEADER = 16;

/**
 * What `tracemalloc` knows while it traces (Modules/_tracemalloc.c). The model: one block for an object with its headers,
 * one more for what it has grown by (a list's items, a dict's table), which moves to the place of its last growth. Blocks
 * that were there before are not known. Differs: CPython keeps some freed objects for later use, and does not count those anew.
 */
export class AllocationTraces {
  readonly blocks = new Map<object, AllocationTrace>();
  readonly grown = new Map<object, AllocationTrace>();
  current = 0;
  peak = 0;
  private readonly placeNow: () => Place | null;

  /** `placeNow` gives null where nothing is to be traced. */
  constructor(placeNow: () => Place | null) {
    this.placeNow = placeNow;
  }

  /** A new object of so many bytes, without its headers. */
  made(object: PyObject, size: number): void {
    const { type } = object;
    this.put(this.blocks, object, size + (type.isCollected ? HEADER : 0) + (type.hasPreHeader ? HEADER : 0));
  }

  /** A block that is no object of its own. */
  madeBlock(owner: object, size: number): void {
    this.put(this.blocks, owner, size);
  }

  /** What the object has beside its own block is now so large. */
  resized(object: PyObject, size: number): void {
    this.drop(this.grown, object);
    if (size > 0) this.put(this.grown, object, size);
  }

  freed(owner: object): void {
    this.drop(this.blocks, owner);
    this.drop(this.grown, owner);
  }

  clear(): void {
    this.blocks.clear();
    this.grown.clear();
    this.current = this.peak = 0;
  }

  private put(map: Map<object, AllocationTrace>, owner: object, size: number): void {
    const place = this.placeNow();
    if (place === null) return;
    map.set(owner, { size, place });
    this.current += size;
    if (this.current > this.peak) this.peak = this.current;
  }

  private drop(map: Map<object, AllocationTrace>, owner: object): void {
    const trace = map.get(owner);
    if (trace === undefined) return;
    map.delete(owner);
    this.current -= trace.size;
  }
}
