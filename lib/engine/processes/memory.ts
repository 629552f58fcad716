import { defineType, method } from "../core/define.ts";
import { type LentMemory, PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { bytesOf } from "../types/bytes-object.ts";
import type { Machine } from "../vm/machine.ts";
import { RoomObject } from "../vm/process.ts";
import { seatOf } from "./seat.ts";

/** Pages that several processes have mapped (mmap with MAP_SHARED). */
class Pages extends RoomObject {
  readonly bytes: Uint8Array;
  constructor(size: number) {
    super();
    this.bytes = new Uint8Array(size);
  }
}

class PySharedMemory extends PyObject {
  pages = new Pages(0);

  override lend(): LentMemory {
    return { bytes: this.pages.bytes, format: "B", itemSize: 1, isReadOnly: false };
  }
}

const known = (object: PyObject) => object as PySharedMemory;

function place(rt: Runtime, self: PyObject, offset: PyObject, size: number): number {
  const start = Number(rt.index(offset));
  if (start < 0 || start + size > known(self).pages.bytes.length) rt.raise("ValueError", "outside of the shared memory");
  return start;
}

export const sharedMemorySpec = defineType({
  name: "SharedPages",
  module: "_processes",
  basicSize: 48,
  baseType: false,
  slots: {
    new: (rt, type, [size]) => {
      const made = new PySharedMemory(type as PyType);
      const bytes = Number(rt.index(size));
      rt.heap.reserve(bytes);
      made.pages = new Pages(bytes);
      return made;
    },
  },
  getset: [{ name: "handle", get: (rt, self) => rt.int(seatOf(rt as Machine).room.keep(known(self).pages)) }],
  methods: [
    method("__len__(self, /)", (rt, [self]) => rt.int(known(self).pages.bytes.length)),
    method("read(self, offset, size, /)", (rt, [self, offset, size]) => {
      const wanted = Number(rt.index(size));
      const start = place(rt, self, offset, wanted);
      return rt.bytes(known(self).pages.bytes.slice(start, start + wanted));
    }),
    method("write(self, offset, data, /)", (rt, [self, offset, data]) => {
      const bytes = bytesOf(data) ?? rt.raise("TypeError", "bytes are expected");
      known(self).pages.bytes.set(bytes, place(rt, self, offset, bytes.length));
      return retain(rt.none);
    }),
  ],
});

/** Memory that another process has made, by the number that it was handed over with. */
export function mapAgain(rt: Runtime, handle: PyObject): PyObject {
  const pages = seatOf(rt as Machine).room.kept(Number(rt.index(handle)));
  if (!(pages instanceof Pages)) return rt.raise("ValueError", "no such memory");
  const made = new PySharedMemory(rt.typeOf(sharedMemorySpec));
  made.pages = pages;
  return made;
}
