import { defineType, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectPositional } from "../protocol/arity.ts";
import { itemPosition, sliceOf, type SliceRange } from "../protocol/sequence.ts";
import { bytesOf, PyByteArray } from "./bytes-object.ts";
import { PySlice } from "./slice-object.ts";

/**
 * A view of the bytes of another object, without copying (Objects/memoryobject.c).
 * Differs: one dimension of unsigned bytes only, which is what bytes and bytearray offer.
 */
export class PyMemoryView extends PyObject {
  source: PyObject | null = null;
  start = 0;
  step = 1;
  count = 0;

  override edges(visit: Visit): void {
    if (this.source) visit(this.source);
  }

  override clear(): void {
    const { source } = this;
    this.source = null;
    if (source instanceof PyByteArray) source.exports--;
    releaseIfAny(source);
  }
}

/** The view with the bytes behind it. ValueError once it is released. */
function open(rt: Runtime, self: PyObject): { readonly view: PyMemoryView; readonly bytes: Uint8Array } {
  const view = self as PyMemoryView;
  const bytes = view.source && bytesOf(view.source);
  if (!bytes) return rt.raise("ValueError", "operation forbidden on released memoryview object");
  return { view, bytes };
}

/** A copy of what the view shows. */
export function memoryOf(rt: Runtime, self: PyObject): Uint8Array {
  const { view, bytes } = open(rt, self);
  rt.charge(view.count);
  return Uint8Array.from({ length: view.count }, (_, i) => bytes[view.start + i * view.step]);
}

function isReadOnly(view: PyMemoryView): boolean {
  return !(view.source instanceof PyByteArray);
}

function makeView(type: PyType, source: PyObject, start: number, step: number, count: number): PyMemoryView {
  const view = new PyMemoryView(type);
  view.source = retain(source);
  if (source instanceof PyByteArray) source.exports++;
  view.start = start;
  view.step = step;
  view.count = count;
  return view;
}

function newView(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  expectPositional(rt, "memoryview", args, kwnames, 1, 1);
  const [object] = args;
  if (object instanceof PyMemoryView) {
    const { view } = open(rt, object);
    return makeView(type, view.source as PyObject, view.start, view.step, view.count);
  }
  const bytes = bytesOf(object);
  if (!bytes) return rt.raise("TypeError", `memoryview: a bytes-like object is required, not '${object.type.shownName}'`);
  return makeView(type, object, 0, 1, bytes.length);
}

function getViewItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const { view, bytes } = open(rt, self);
  if (key instanceof PySlice) {
    const range = sliceOf(rt, key, view.count);
    return makeView(self.type, view.source as PyObject, view.start + range.start * view.step, view.step * range.step, range.count);
  }
  if (!key.type.slots.index) rt.raise("TypeError", "memoryview: invalid slice key");
  return rt.int(bytes[view.start + itemPosition(rt, key, view.count, "memoryview", "index out of bounds on dimension 1") * view.step]);
}

function setViewItem(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): void {
  const { view, bytes } = open(rt, self);
  if (isReadOnly(view)) rt.raise("TypeError", "cannot modify read-only memory");
  if (!value) return rt.raise("TypeError", "cannot delete memory");
  if (key instanceof PySlice) {
    setStretch(rt, view, bytes, sliceOf(rt, key, view.count), value);
    return;
  }
  const position = itemPosition(rt, key, view.count, "memoryview", "index out of bounds on dimension 1");
  const byte = rt.index(value);
  if (byte < 0n || byte > 255n) rt.raise("ValueError", "memoryview: invalid value for format 'B'");
  bytes[view.start + position * view.step] = Number(byte);
}

function setStretch(rt: Runtime, view: PyMemoryView, bytes: Uint8Array, range: SliceRange, value: PyObject): void {
  const source = value instanceof PyMemoryView ? memoryOf(rt, value) : bytesOf(value);
  if (!source) return rt.raise("TypeError", `a bytes-like object is required, not '${value.type.shownName}'`);
  if (source.length !== range.count) rt.raise("ValueError", "memoryview assignment: lvalue and rvalue have different structures");
  Uint8Array.from(source).forEach((byte, i) => {
    bytes[view.start + (range.start + i * range.step) * view.step] = byte;
  });
}

function equalViews(rt: Runtime, self: PyObject, other: PyObject): boolean | null {
  const right = other instanceof PyMemoryView ? memoryOf(rt, other) : bytesOf(other);
  if (!right) return null;
  const left = memoryOf(rt, self);
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}

function viewHash(rt: Runtime, self: PyObject): bigint {
  const { view } = open(rt, self);
  if (!isReadOnly(view)) rt.raise("ValueError", "cannot hash writable memoryview object");
  const bytes = rt.bytes(memoryOf(rt, self));
  try {
    return rt.hash(bytes);
  } finally {
    release(bytes);
  }
}

export const memoryViewSpec = defineType({
  name: "memoryview",
  basicSize: 144,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  allocate: (type) => new PyMemoryView(type),
  slots: {
    new: newView,
    repr: (rt, self) => {
      const state = (self as PyMemoryView).source ? "memory" : "released memory";
      return rt.str(`<${state} at 0x${self.id.toString(16)}>`);
    },
    hash: viewHash,
    richCompare: (rt, self, other, op) => {
      const same = op === "==" || op === "!=" ? equalViews(rt, self, other) : null;
      return same === null ? retain(rt.notImplemented) : rt.bool(same === (op === "=="));
    },
    length: (rt, self) => open(rt, self).view.count,
    getItem: getViewItem,
    setItem: setViewItem,
  },
  methods: [
    method("tobytes(self, /, order='C')", (rt, [self]) => rt.bytes(memoryOf(rt, self))),
    method("tolist(self, /)", (rt, [self]) => rt.takeList(Array.from(memoryOf(rt, self), (byte) => rt.int(byte)))),
    method("release(self, /)", (rt, [self]) => (self.clear(), retain(rt.none))),
    method("__enter__(self, /)", (rt, [self]) => retain(open(rt, self).view)),
    method("__exit__(self, /, *args)", (rt, [self]) => (self.clear(), retain(rt.none))),
  ],
  getset: [
    { name: "obj", get: (rt, self) => retain(open(rt, self).view.source as PyObject) },
    { name: "nbytes", get: (rt, self) => rt.int(open(rt, self).view.count) },
    { name: "itemsize", get: (rt, self) => (open(rt, self), rt.int(1)) },
    { name: "format", get: (rt, self) => (open(rt, self), rt.str("B")) },
    { name: "ndim", get: (rt, self) => (open(rt, self), rt.int(1)) },
    { name: "readonly", get: (rt, self) => rt.bool(isReadOnly(open(rt, self).view)) },
    { name: "shape", get: (rt, self) => rt.takeTuple([rt.int(open(rt, self).view.count)]) },
    { name: "strides", get: (rt, self) => rt.takeTuple([rt.int(open(rt, self).view.step)]) },
    { name: "contiguous", get: (rt, self) => rt.bool(open(rt, self).view.step === 1) },
  ],
});
