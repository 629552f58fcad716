import { type LentMemory, PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import type { ItemFormat } from "../types/item-format.ts";

/** Numbers of one kind, side by side in memory (Modules/arraymodule.c). */
export class PyArray extends PyObject {
  format: ItemFormat;
  data = new Uint8Array(0);
  /** Number of items. */
  length = 0;
  /** Number of items that there is room for. */
  private allocated = 0;

  constructor(type: PyType, format: ItemFormat) {
    super(type, type.basicSize);
    this.format = format;
  }

  /** Number of views that forbid a change of length. */
  private views = 0;

  override lend(): LentMemory {
    const { code, size } = this.format;
    return { bytes: this.data.subarray(0, this.byteLength), format: code === "u" ? "w" : code, itemSize: size, isReadOnly: false };
  }

  override countView(by: 1 | -1): void {
    this.views += by;
  }

  get byteLength(): number {
    return this.length * this.format.size;
  }

  /** Changes the number of items; room grows by a sixteenth, and shrinks when half is free (array_resize). */
  resize(rt: Runtime, length: number): void {
    const { size } = this.format;
    if (this.views > 0 && length !== this.length) rt.raise("BufferError", "cannot resize an array that is exporting buffers");
    if (this.allocated < length || length < this.allocated >> 1) {
      const room = length === 0 ? 0 : (length >> 4) + (this.length < 8 ? 3 : 7) + length;
      rt.heap.reserve(Math.max(room * size - this.data.length, 0));
      rt.heap.resize(this, this.type.basicSize + room * size);
      const data = new Uint8Array(room * size);
      data.set(this.data.subarray(0, Math.min(this.data.length, data.length)));
      this.data = data;
      this.allocated = room;
    }
    this.length = length;
  }

  /** Makes room for exactly so many items, as a new array has it. */
  reserve(rt: Runtime, length: number): void {
    const { size } = this.format;
    rt.heap.reserve(length * size);
    rt.heap.resize(this, this.type.basicSize + length * size);
    this.data = new Uint8Array(length * size);
    this.allocated = length;
    this.length = length;
  }
}
