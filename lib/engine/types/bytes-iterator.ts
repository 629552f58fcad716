import { defineType, method, type TypeSpec } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { bytesOf, PyByteArray } from "./bytes-object.ts";
import { givenPosition, iterFunction, reducedTo } from "./iterator-state.ts";

/** Walks over the numbers of bytes or of a bytearray, which may change meanwhile. */
export class PyBytesIterator extends PyObject {
  bytes: PyObject | null;
  position = 0;

  /** Takes over the reference to the bytes. */
  constructor(type: PyType, bytes: PyObject | null) {
    super(type);
    this.bytes = bytes;
  }

  override edges(visit: Visit): void {
    if (this.bytes) visit(this.bytes);
  }

  override clear(): void {
    const { bytes } = this;
    this.bytes = null;
    if (bytes) release(bytes);
  }
}

/** `iter(bytes)`, `iter(bytearray)`. */
export function makeBytesIterator(rt: Runtime, self: PyObject): PyObject {
  return new PyBytesIterator(self instanceof PyByteArray ? rt.types.bytearray_iterator : rt.types.bytes_iterator, retain(self));
}

function next(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PyBytesIterator;
  const value = iterator.bytes && bytesOf(iterator.bytes);
  if (!value) return null;
  if (iterator.position >= 0 && iterator.position < value.length) return rt.int(value[iterator.position++]);
  iterator.clear();
  return null;
}

function iteratorType(name: string): TypeSpec {
  return defineType({
    name,
    basicSize: 32,
    collected: true,
    baseType: false,
    allocate: (type) => new PyBytesIterator(type, null),
    slots: { iter: (_rt, self) => retain(self), next },
    methods: [
      method("__length_hint__(self, /)", (rt, [self]) => {
        const { bytes, position } = self as PyBytesIterator;
        return rt.int(bytes && position >= 0 ? Math.max((bytesOf(bytes) as Uint8Array).length - position, 0) : 0);
      }),
      method("__reduce__(self, /)", (rt, [self]) => {
        const { bytes, position } = self as PyBytesIterator;
        return bytes && position >= 0 ? reducedTo(rt, iterFunction(rt), retain(bytes), position) : reducedTo(rt, iterFunction(rt), retain(rt.emptyTuple));
      }),
      method("__setstate__(self, object, /)", (rt, [self, state]) => {
        const iterator = self as PyBytesIterator;
        const least = iterator.bytes instanceof PyByteArray && rt.profile.memberRules.iterators.negativeEndsByteArray ? -1 : 0;
        const position = givenPosition(rt, state, least, iterator.bytes ? (bytesOf(iterator.bytes) as Uint8Array).length : 0);
        if (iterator.bytes) iterator.position = position;
        return retain(rt.none);
      }),
    ],
  });
}

export const bytesIteratorSpec = iteratorType("bytes_iterator");
export const bytearrayIteratorSpec = iteratorType("bytearray_iterator");
