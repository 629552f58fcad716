import { defineType } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";

/** The box that a closure and its maker share (Objects/cellobject.c). */
export class PyCell extends PyObject {
  /** Null while the variable is unbound. */
  value: PyObject | null;

  /** Takes over the reference in `value`. */
  constructor(type: PyType, value: PyObject | null) {
    super(null);
    this.type = type;
    this.refs = 1;
    this.size = type.basicSize;
    this.value = value;
    this.place = type.rt.heap.allocate(this, this.size);
  }

  /** Puts a value in, taking over the reference, and gives up the one before. */
  takeValue(value: PyObject | null): void {
    const old = this.value;
    this.value = value;
    if (old) release(old);
  }

  override edges(visit: Visit): void {
    if (this.value) visit(this.value);
  }

  override clear(): void {
    this.takeValue(null);
  }
}

function contents(rt: Runtime, self: PyObject): PyObject {
  const { value } = self as PyCell;
  return value ? retain(value) : rt.raise("ValueError", rt.message("emptyCell"));
}

function addressOf(object: PyObject): string {
  return `0x${object.id.toString(16)}`;
}

export const cellSpec = defineType({
  name: "cell",
  basicSize: 24,
  collected: true,
  baseType: false,
  slots: {
    new: (rt, type, args) => {
      if (args.length > 1) rt.raise("TypeError", `cell expected at most 1 argument, got ${args.length}`);
      return new PyCell(type, args.length ? retain(args[0]) : null);
    },
    repr: (rt, self) => {
      const { value } = self as PyCell;
      return rt.str(value ? `<cell at ${addressOf(self)}: ${value.type.name} object at ${addressOf(value)}>` : `<cell at ${addressOf(self)}: empty>`);
    },
    richCompare: (rt, self, other, op) => {
      if (!(other instanceof PyCell)) return retain(rt.notImplemented);
      const a = (self as PyCell).value;
      const b = other.value;
      if (a && b) return rt.compare(a, b, op);
      const left = a ? 1 : 0;
      const right = b ? 1 : 0;
      return rt.bool({ "<": left < right, "<=": left <= right, "==": left === right, "!=": left !== right, ">": left > right, ">=": left >= right }[op]);
    },
    hash: null,
  },
  getset: [{ name: "cell_contents", get: contents, set: (_rt, self, value) => (self as PyCell).takeValue(value ? retain(value) : null) }],
});
