import { type LentMemory, PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { sipHash } from "./hash/siphash.ts";
import { rareMembers } from "./rare-members.ts";

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

/** Growing by no more than this is moderate; up to so many bytes are few. */
const MODERATE = 1.125;
const FEW = 9;

/** A run of bytes that can be changed (Objects/bytearrayobject.c). */
export class PyByteArray extends PyObject {
  private data: Uint8Array;
  /** Bytes that there is room for, and how many of them, at the front, are not in use any more. */
  allocated: number;
  private offset = 0;
  /** Number of views that forbid a change of length. */
  exports = 0;

  constructor(type: PyType, value: Uint8Array) {
    const { rt, basicSize } = type;
    const { header, end } = rt.profile.containers.bytearrayMemory;
    const allocated = value.length === 0 ? 0 : value.length + end;
    super(type, basicSize + (allocated === 0 ? 0 : header + allocated));
    this.allocated = allocated;
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

  /** Replaces the contents; BufferError while a view is open and the length would change. `dropped` bytes went from the front. */
  replace(rt: Runtime, value: Uint8Array, dropped = 0): void {
    if (this.exports > 0 && value.length !== this.data.length) {
      rt.raise("BufferError", "Existing exports of data: object cannot be re-sized");
    }
    rt.charge(value.length >> 6);
    this.offset += dropped;
    if (value.length !== this.data.length) this.makeRoom(rt, value.length);
    this.data = value;
  }

  /** Keeps its room while half of it is used, and takes more than it needs where it grows by little (PyByteArray_Resize). */
  private makeRoom(rt: Runtime, length: number): void {
    const { header, end } = rt.profile.containers.bytearrayMemory;
    const { allocated } = this;
    if (length + this.offset + end <= allocated) {
      if (length >= Math.floor(allocated / 2)) return;
      this.allocated = length + end;
    } else if (length <= allocated * MODERATE) this.allocated = length + (length >> 3) + (length < FEW ? 3 : 6);
    else this.allocated = length + end;
    this.offset = 0;
    rt.heap.resize(this, this.type.basicSize + (this.allocated === 0 ? 0 : header + this.allocated));
  }
}

/** What is asked for where a view may have gaps, and is copied (PyBUF_FULL_RO). */
export const FULL_READ_ONLY = 0x11c;

/** What is asked for where a refusal is told by the caller, in words of its own: null then, no error. */
export const QUIETLY = -1;

/** The bytes of a bytes-like object, not to be changed; null for any other object. `flags` is what is asked for: BufferError where a view has gaps, unless it says that these are understood. */
export function bytesOf(object: PyObject, flags = 0): Uint8Array | null {
  return isBytes(object) ? object.value : (object.lend(flags)?.bytes ?? bytesOfClass(object, flags));
}

/** A bytes or bytearray, or of a class derived from one. */
export function isBytes(object: PyObject): object is PyBytes | PyByteArray {
  return object instanceof PyBytes || object instanceof PyByteArray;
}

function bytesOfClass(object: PyObject, flags: number): Uint8Array | null {
  const { rt, slots, isHeapType } = object.type;
  return isHeapType && slots.getBuffer && rt.profile.memberRules.classesLend ? rareMembers.get().bytesOfView(rt, slots.getBuffer(rt, object, Math.max(flags, 0))) : null;
}
