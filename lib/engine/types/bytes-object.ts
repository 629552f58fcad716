import { type LentMemory, PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { sipHash } from "./hash/siphash.ts";

/** An immutable run of bytes (Objects/bytesobject.c). */
export class PyBytes extends PyObject {
  readonly value: Uint8Array;
  private hashValue: bigint | null = null;

  constructor(type: PyType, value: Uint8Array) {
    super(type, type.basicSize + value.length);
    this.value = value;
  }

  override lend(): LentMemory {
    return { bytes: this.value, format: "B", itemSize: 1, isReadOnly: true };
  }

  hash(rt: Runtime): bigint {
    if (this.hashValue !== null) return this.hashValue;
    rt.charge(this.value.length >> 3);
    this.hashValue = sipHash(this.value, rt.scalars.hashKey, rt.profile.strings.hashRounds);
    return this.hashValue;
  }
}

/** A run of bytes that can be changed (Objects/bytearrayobject.c). */
export class PyByteArray extends PyObject {
  private data: Uint8Array;
  /** Number of views that forbid a change of length. */
  exports = 0;

  constructor(type: PyType, value: Uint8Array) {
    super(type, type.basicSize + (value.length === 0 ? 0 : value.length + 1));
    this.data = value;
  }

  get value(): Uint8Array {
    return this.data;
  }

  override lend(): LentMemory {
    return { bytes: this.data, format: "B", itemSize: 1, isReadOnly: false };
  }

  override countView(by: 1 | -1): void {
    this.exports += by;
  }

  /** Replaces the contents; BufferError while a view is open and the length would change. */
  replace(rt: Runtime, value: Uint8Array): void {
    if (this.exports > 0 && value.length !== this.data.length) {
      rt.raise("BufferError", "Existing exports of data: object cannot be re-sized");
    }
    rt.charge(value.length >> 6);
    rt.heap.resize(this, this.type.basicSize + (value.length === 0 ? 0 : value.length + 1));
    this.data = value;
  }
}

/** The bytes of a bytes-like object, not to be changed; null for any other object. */
export function bytesOf(object: PyObject): Uint8Array | null {
  return object instanceof PyBytes || object instanceof PyByteArray ? object.value : (object.lend()?.bytes ?? null);
}
