import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyInt } from "../types/int-object.ts";
import type { PySlice } from "../types/slice-object.ts";

/** PY_SSIZE_T_MAX; positions beyond 2^53 never index anything, so clipping to it loses nothing. */
const SSIZE_MAX = (1n << 63n) - 1n;
const CLIPPED = Number.MAX_SAFE_INTEGER;

/** A slice applied to a length: positions are `start + i * step` for i below `count`. */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** A bigint as a position, clipped to what can index. */
export function clipToNumber(value: bigint): number {
  if (value > BigInt(CLIPPED)) return CLIPPED;
  if (value < -BigInt(CLIPPED)) return -CLIPPED;
  return Number(value);
}

/** `__index__` of a slice part; TypeError in the words of _PyEval_SliceIndex. Clips. */
export function sliceIndex(rt: Runtime, part: PyObject): number {
  if (!part.type.slots.index) rt.raise("TypeError", rt.message("sliceIndex"));
  return clipToNumber(rt.index(part));
}

/** Applies a slice object to a length (PySlice_Unpack, PySlice_AdjustIndices). ValueError for step zero. */
export function sliceOf(rt: Runtime, slice: PySlice, length: number): SliceRange {
  const step = slice.step === rt.none ? 1 : sliceIndex(rt, slice.step);
  if (step === 0) rt.raise("ValueError", "slice step cannot be zero");
  const start = slice.start === rt.none ? (step < 0 ? CLIPPED : 0) : sliceIndex(rt, slice.start);
  const stop = slice.stop === rt.none ? (step < 0 ? -CLIPPED : CLIPPED) : sliceIndex(rt, slice.stop);
  return adjustSlice(start, stop, step, length);
}

/** PySlice_AdjustIndices: negative positions count from the end, everything is clipped to the length. */
export function adjustSlice(start: number, stop: number, step: number, length: number): SliceRange {
  const from = adjustPosition(start, step, length);
  const to = adjustPosition(stop, step, length);
  let count = 0;
  if (step < 0 && to < from) count = Math.floor((from - to - 1) / -step) + 1;
  else if (step > 0 && from < to) count = Math.floor((to - from - 1) / step) + 1;
  return { start: from, stop: to, step, count };
}

function adjustPosition(position: number, step: number, length: number): number {
  if (position < 0) {
    const shifted = position + length;
    return shifted < 0 ? (step < 0 ? -1 : 0) : shifted;
  }
  return position >= length ? (step < 0 ? length - 1 : length) : position;
}

/**
 * The position in a sequence that a subscript means. TypeError when it is no integer ("list indices must be integers or
 * slices, not str"), IndexError when out of range.
 */
export function itemPosition(rt: Runtime, key: PyObject, length: number, typeName: string, outOfRange: string): number {
  if (!key.type.slots.index) rt.raise("TypeError", `${typeName} indices must be integers or slices, not ${key.type.shownName}`);
  let position = ssizeIndex(rt, key);
  if (position < 0) position += length;
  if (position < 0 || position >= length) rt.raise("IndexError", outOfRange);
  return position;
}

/** `__index__` as a position; IndexError when it does not fit Py_ssize_t (PyNumber_AsSsize_t). */
export function ssizeIndex(rt: Runtime, key: PyObject): number {
  const form = key.type === rt.types.int ? (key as PyInt).form : null;
  if (typeof form === "number") return form;
  const value = rt.index(key);
  if (value > SSIZE_MAX || value < -SSIZE_MAX - 1n) rt.raise("IndexError", `cannot fit '${key.type.shownName}' into an index-sized integer`);
  return clipToNumber(value);
}

/** A C int argument; OverflowError when it does not fit (PyLong_AsInt). */
export function intArgument(rt: Runtime, value: PyObject): number {
  const index = rt.index(value);
  if (BigInt.asIntN(64, index) !== index) rt.raise("OverflowError", "Python int too large to convert to C int");
  if (BigInt.asIntN(32, index) !== index) rt.raise("OverflowError", index > 0n ? "signed integer is greater than maximum" : "signed integer is less than minimum");
  return Number(index);
}

/** A Py_ssize_t argument; OverflowError when it does not fit (PyLong_AsSsize_t). */
export function ssizeArgument(rt: Runtime, value: PyObject): number {
  const index = rt.index(value);
  if (index > SSIZE_MAX || index < -SSIZE_MAX - 1n) rt.raise("OverflowError", "Python int too large to convert to C ssize_t");
  return clipToNumber(index);
}
