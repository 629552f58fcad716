import { type LentMemory, PyObject, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { type ItemFormat, nativeFormats } from "./item-format.ts";

/** Where the items of a view lie: bytes from the start of the memory, and how many items and bytes each dimension has. */
export interface MemoryLayout {
  readonly start: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly format: string;
  readonly itemSize: number;
  readonly isReadOnly: boolean;
}

/** Who asks for memory says with it that items may lie apart (PyBUF_STRIDES). */
const STRIDES = 0x10;

const NOWHERE: MemoryLayout = { start: 0, shape: [0], strides: [1], format: "B", itemSize: 1, isReadOnly: true };

/** A view of the memory of another object, without copying (Objects/memoryobject.c). */
export class PyMemoryView extends PyObject {
  source: PyObject | null = null;
  layout: MemoryLayout = NOWHERE;

  /** With three numbers for each dimension. */
  constructor(type: PyType, dimensions = 1) {
    super(type, type.basicSize + type.itemSize * 3 * dimensions);
  }

  override edges(visit: Visit): void {
    if (this.source) visit(this.source);
  }

  override clear(): void {
    const { source } = this;
    this.source = null;
    source?.countView(-1);
    releaseIfAny(source);
  }

  /** Of what it shows, once somebody asked. */
  hash: bigint | null = null;

  /** Views that were taken by its `__buffer__`, while which it cannot be released. */
  exports = 0;

  override countView(by: 1 | -1): void {
    this.exports += by;
  }

  override lend(flags = 0): LentMemory | null {
    const { format, itemSize, isReadOnly } = this.layout;
    const hasGaps = !isContiguous(this.layout);
    if (flags < 0 && (hasGaps || !this.source)) return null;
    if (hasGaps && this.source && !(flags & STRIDES)) this.type.rt.raise("BufferError", "memoryview: underlying buffer is not C-contiguous");
    return { bytes: memoryOf(this.type.rt, this), format, itemSize, isReadOnly };
  }
}

/** A view of an object's memory; owned. */
export function makeView(type: PyType, source: PyObject, layout: MemoryLayout): PyMemoryView {
  const view = new PyMemoryView(type, layout.shape.length);
  view.source = retain(source);
  source.countView(1);
  view.layout = layout;
  return view;
}

/** The layout of all of an object's memory; null when it lends none. */
export function wholeLayout(source: PyObject): MemoryLayout | null {
  const lent = source.lend(STRIDES);
  if (!lent) return null;
  const { bytes, format, itemSize, isReadOnly } = lent;
  return { start: 0, shape: [bytes.length / itemSize], strides: [itemSize], format, itemSize, isReadOnly };
}

/** The bytes behind a view, and where it lies in them. ValueError once it is released. */
export function open(rt: Runtime, self: PyObject): { readonly source: PyObject; readonly bytes: Uint8Array; readonly layout: MemoryLayout } {
  const { source, layout } = self as PyMemoryView;
  const lent = source?.lend();
  if (!source || !lent) return rt.raise("ValueError", "operation forbidden on released memoryview object");
  return { source, bytes: lent.bytes, layout };
}

/** Number of items. */
export function itemCount({ shape }: MemoryLayout): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Calls back with the place of each item, the last index fastest. */
export function eachPlace(rt: Runtime, { start, shape, strides }: MemoryLayout, visit: (place: number) => void): void {
  const walk = (place: number, dimension: number): void => {
    if (dimension === shape.length) return visit(place);
    rt.charge(shape[dimension] >> 2);
    for (let i = 0; i < shape[dimension]; i++) walk(place + i * strides[dimension], dimension + 1);
  };
  walk(start, 0);
}

/** Whether the items follow each other without gaps, the last index fastest. */
export function isContiguous({ shape, strides, itemSize }: MemoryLayout): boolean {
  let expected = itemSize;
  for (let i = shape.length - 1; i >= 0; i--) {
    if (shape[i] > 1 && strides[i] !== expected) return false;
    expected *= shape[i];
  }
  return true;
}

/** The same memory with its dimensions in the other order. */
export function transposed(layout: MemoryLayout): MemoryLayout {
  return { ...layout, shape: layout.shape.toReversed(), strides: layout.strides.toReversed() };
}

/** A copy of the bytes that a view shows; those of no gaps without one. */
export function memoryOf(rt: Runtime, self: PyObject, order: "C" | "F" = "C"): Uint8Array {
  const { bytes, layout } = open(rt, self);
  const size = itemCount(layout) * layout.itemSize;
  if (order === "C" && isContiguous(layout)) return bytes.subarray(layout.start, layout.start + size);
  rt.heap.reserve(size);
  const copy = new Uint8Array(size);
  let at = 0;
  eachPlace(rt, order === "C" ? layout : transposed(layout), (place) => {
    copy.set(bytes.subarray(place, place + layout.itemSize), at);
    at += layout.itemSize;
  });
  return copy;
}

/** How items of a native format lie in memory, by its letter with or without `@`; undefined for all others. */
export function nativeFormat(format: string): ItemFormat | undefined {
  const letter = format.startsWith("@") ? format.slice(1) : format;
  return letter === "c" ? CHARACTER : nativeFormats.get(letter);
}

/** One byte, given and taken as bytes. */
export const CHARACTER: ItemFormat = { code: "c", size: 1, kind: "unsigned" };
