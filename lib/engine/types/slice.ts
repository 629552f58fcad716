import { defineType, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectPositional } from "../protocol/arity.ts";
import { compare } from "../protocol/compare.ts";
import { classGetItem } from "./iterator-state.ts";
import { PySlice } from "./slice-object.ts";
import { hashOfHashes, tupleOf } from "./tuple.ts";

function sliceNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: readonly string[] | null): PyObject {
  expectPositional(rt, "slice", args, kwnames, 1, 3);
  const [start, stop, step] = args.length === 1 ? [rt.none, args[0], rt.none] : [args[0], args[1], args[2] ?? rt.none];
  return new PySlice(type, retain(start), retain(stop), retain(step));
}

function parts(rt: Runtime, slice: PySlice): PyObject {
  return tupleOf(rt, slice.start, slice.stop, slice.step);
}

function compareSlices(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!(other instanceof PySlice)) return retain(rt.notImplemented);
  if (self === other) return rt.bool(op === "==" || op === "<=" || op === ">=");
  const left = parts(rt, self as PySlice);
  const right = parts(rt, other);
  try {
    return compare(rt, left, right, op);
  } finally {
    release(left);
    release(right);
  }
}

function sliceHash(rt: Runtime, self: PyObject): bigint {
  const slice = self as PySlice;
  if (!rt.profile.containers.hashableSlices) rt.raise("TypeError", "unhashable type: 'slice'");
  return hashOfHashes([rt.hash(slice.start), rt.hash(slice.stop), rt.hash(slice.step)], false);
}

/** `slice.indices(length)` with Python's own integers, so nothing is clipped (slice_get_longindices). */
function indices(rt: Runtime, self: PyObject, lengthObject: PyObject): PyObject {
  const { start, stop, step } = self as PySlice;
  const length = rt.index(lengthObject);
  if (length < 0n) rt.raise("ValueError", "length should not be negative");
  const stride = step === rt.none ? 1n : partIndex(rt, step);
  if (stride === 0n) rt.raise("ValueError", "slice step cannot be zero");
  const lower = stride < 0n ? -1n : 0n;
  const upper = stride < 0n ? length - 1n : length;
  const clip = (part: PyObject): bigint => {
    let value = partIndex(rt, part);
    if (value < 0n) value += length;
    return value < lower ? lower : value > upper ? upper : value;
  };
  const from = start === rt.none ? (stride < 0n ? upper : lower) : clip(start);
  const to = stop === rt.none ? (stride < 0n ? lower : upper) : clip(stop);
  return rt.takeTuple([rt.int(from), rt.int(to), rt.int(stride)]);
}

function partIndex(rt: Runtime, part: PyObject): bigint {
  if (!part.type.slots.index) rt.raise("TypeError", "slice indices must be integers or None or have an __index__ method");
  return rt.index(part);
}

export const sliceSpec = defineType({
  name: "slice",
  basicSize: 40,
  collected: true,
  baseType: false,
  constants: (rt): Record<string, PyObject> => (rt.profile.containers.hashableSlices ? {} : { __hash__: retain(rt.none) }),
  slots: {
    new: sliceNew,
    repr: (rt, self) => {
      const { start, stop, step } = self as PySlice;
      return rt.str(`slice(${rt.reprText(start)}, ${rt.reprText(stop)}, ${rt.reprText(step)})`);
    },
    hash: sliceHash,
    richCompare: compareSlices,
  },
  methods: [
    classGetItem,
    method("indices(self, object, /)", (rt, [self, length]) => indices(rt, self, length)),
    method("__reduce__(self, /)", (rt, [self]) => rt.takeTuple([retain(rt.types.slice), parts(rt, self as PySlice)])),
  ],
  getset: [
    { name: "start", isMember: true, get: (_rt, self) => retain((self as PySlice).start) },
    { name: "stop", isMember: true, get: (_rt, self) => retain((self as PySlice).stop) },
    { name: "step", isMember: true, get: (_rt, self) => retain((self as PySlice).step) },
  ],
});
