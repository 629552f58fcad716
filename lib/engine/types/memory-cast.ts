import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyInt } from "./int-object.ts";
import { PyList } from "./list.ts";
import { isContiguous, itemCount, makeView, type MemoryLayout, nativeFormat, open } from "./memory-object.ts";
import { argumentTypeName } from "./str-range.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

const MOST_DIMENSIONS = 64;
const isByte = (format: string) => "bBc".includes(format.replace("@", ""));

/** `cast(format, shape)`: the same bytes as items of another format or in another shape (memory_cast). */
export function cast(rt: Runtime, [self, format, shape]: PyObject[]): PyObject {
  const { source, layout } = open(rt, self);
  if (!(format instanceof PyStr)) return rt.raise("TypeError", `cast() argument 'format' must be str, not ${argumentTypeName(rt, format)}`);
  if (!isContiguous(layout)) rt.raise("TypeError", "memoryview: casts are restricted to C-contiguous views");
  if ((shape || layout.shape.length !== 1) && layout.shape.includes(0)) rt.raise("TypeError", "memoryview: cannot cast view with zeros in shape or strides");
  const lengths = shape ? lengthsOf(rt, shape) : null;
  if (lengths && layout.shape.length !== 1 && lengths.length !== 1) rt.raise("TypeError", "memoryview: cast must be 1D -> ND or ND -> 1D");
  const flat = castToBytes(rt, layout, format.value);
  return makeView(self.type, source, lengths ? shaped(rt, flat, lengths) : flat);
}

/** One dimension of the new format (cast_to_1D). */
function castToBytes(rt: Runtime, layout: MemoryLayout, format: string): MemoryLayout {
  const refuse = (which: string) => rt.raise("ValueError", `memoryview: ${which} format must be a ${rt.profile.memberRules.memory.castFormats} prefixed with an optional '@'`);
  if (!nativeFormat(layout.format)) refuse("source");
  const item = nativeFormat(format) ?? refuse("destination");
  if (!isByte(layout.format) && !isByte(format)) rt.raise("TypeError", "memoryview: cannot cast between two non-byte formats");
  const size = itemCount(layout) * layout.itemSize;
  if (size % item.size !== 0) rt.raise("TypeError", "memoryview: length is not a multiple of itemsize");
  return { ...layout, format, itemSize: item.size, shape: [size / item.size], strides: [item.size] };
}

function lengthsOf(rt: Runtime, shape: PyObject): number[] {
  if (!(shape instanceof PyList || shape instanceof PyTuple)) return rt.raise("TypeError", "shape must be a list or a tuple");
  const { items } = shape;
  if (items.length > MOST_DIMENSIONS) rt.raise("ValueError", `memoryview: number of dimensions must not exceed ${MOST_DIMENSIONS}`);
  return items.map((item) => {
    if (!(item instanceof PyInt)) return rt.raise("TypeError", "memoryview.cast(): elements of shape must be integers");
    if (item.value <= 0n) rt.raise("ValueError", "memoryview.cast(): elements of shape must be integers > 0");
    return Number(item.value);
  });
}

/** The same items in so many dimensions (cast_to_ND). */
function shaped(rt: Runtime, layout: MemoryLayout, shape: readonly number[]): MemoryLayout {
  const strides: number[] = [];
  let size = layout.itemSize;
  for (const length of shape.toReversed()) {
    strides.unshift(size);
    size *= length;
  }
  if (size !== itemCount(layout) * layout.itemSize) rt.raise("TypeError", "memoryview: product(shape) * itemsize != buffer size");
  return { ...layout, shape, strides };
}
