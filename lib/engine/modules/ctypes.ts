import { nativeFunction } from "../core/define.ts";
import { IMMORTAL, type PyObject, retain, traverse } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyBytes } from "../types/bytes-object.ts";
import { toFloat } from "../types/float.ts";
import type { ModuleSpec } from "../vm/importer.ts";

const WORD = 8;

/** The live object at an address, borrowed, or null: found by a walk from the roots, as addresses are not indexed. */
function peekObject(rt: Runtime, address: number): PyObject | null {
  const seen = new Set<PyObject>();
  const waiting: PyObject[] = [];
  const meet = (object: PyObject) => {
    if (seen.has(object)) return;
    seen.add(object);
    waiting.push(object);
  };
  rt.roots(meet);
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object.id === address) return object;
    rt.charge(1);
    traverse(object, meet);
  }
  return null;
}

/** Reading where no object lives: real memory would give anything, or end the process. */
function nothingThere(rt: Runtime, address: number): never {
  return rt.stop("memory", `No object lives at 0x${address.toString(16)}: CPython may crash here`);
}

/** The first words of an object: its count and its type (Include/object.h); the rest is not modelled. */
function headerBytes(rt: Runtime, object: PyObject): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 * WORD));
  const count = object.refs >= IMMORTAL ? rt.profile.immortality.shownCount : object.refs;
  bytes.setBigUint64(0, BigInt(count), true);
  bytes.setBigUint64(WORD, BigInt((object.type as PyType).id), true);
  return new Uint8Array(bytes.buffer);
}

function objectMemory(rt: Runtime, address: bigint, size: number): PyObject {
  for (const back of [0, WORD]) {
    const object = peekObject(rt, Number(address) - back);
    if (object && back + size <= 2 * WORD) return rt.bytes(headerBytes(rt, object).slice(back, back + size));
  }
  return nothingThere(rt, Number(address));
}

function floatBytes(rt: Runtime, value: number, size: number): PyObject {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 4) view.setFloat32(0, value, true);
  else view.setFloat64(0, value, true);
  return rt.bytes(new Uint8Array(view.buffer));
}

function floatOf(rt: Runtime, raw: PyObject): PyObject {
  const { value } = raw as PyBytes;
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  return rt.float(value.length === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true));
}

export const ctypesHostModule: ModuleSpec = {
  name: "_ctypes",
  functions: [
    nativeFunction("object_at(address, /)", (rt, [address]) => {
      const wanted = Number(rt.index(address));
      return retain(peekObject(rt, wanted) ?? nothingThere(rt, wanted));
    }),
    nativeFunction("object_memory(address, size, /)", (rt, [address, size]) => objectMemory(rt, rt.index(address), Number(rt.index(size)))),
    nativeFunction("float_bytes(value, size, /)", (rt, [value, size]) => floatBytes(rt, toFloat(rt, value), Number(rt.index(size)))),
    nativeFunction("float_of(raw, /)", (rt, [raw]) => floatOf(rt, raw)),
  ],
};

export const ctypesModule: ModuleSpec = { name: "ctypes", source: () => pythonHalf("ctypes") };
