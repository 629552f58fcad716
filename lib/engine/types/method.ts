import { defineType } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { expectPositional } from "../protocol/arity.ts";
import { pointerHash } from "../protocol/hash.ts";
import { reducedByName } from "./reduce-by-name.ts";
import { PyStr } from "./str-object.ts";

/** A function bound to an instance: made anew at each look-up (Objects/classobject.c). */
export class PyMethod extends PyObject {
  readonly func: PyObject;
  readonly self: PyObject;
  private held: boolean;

  /** Takes over both references. */
  constructor(type: PyType, func: PyObject, self: PyObject) {
    super(null);
    this.type = type;
    this.refs = 1;
    this.size = type.basicSize;
    this.func = func;
    this.self = self;
    this.held = true;
    this.place = type.rt.heap.allocate(this, this.size);
  }

  override edges(visit: Visit): void {
    if (!this.held) return;
    visit(this.func);
    visit(this.self);
  }

  override clear(): void {
    if (!this.held || this.refs > 0) return;
    this.held = false;
    release(this.func);
    release(this.self);
  }

  override get clearable(): boolean {
    return false;
  }
}

function nameOf(rt: Runtime, method: PyMethod): string {
  const name = rt.getAttributeOrNull(method.func, "__qualname__") ?? rt.getAttributeOrNull(method.func, "__name__");
  if (!name) return "?";
  try {
    return name instanceof PyStr ? name.value : "?";
  } finally {
    release(name);
  }
}

export const methodSpec = defineType({
  name: "method",
  basicSize: 48,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  slots: {
    new: (rt, type, args, kwnames) => {
      expectPositional(rt, "method", args, kwnames, 2, 2);
      const [func, self] = args;
      if (!func.type.slots.call) rt.raise("TypeError", "first argument must be callable");
      if (self === rt.none) rt.raise("TypeError", "instance must not be None");
      return new PyMethod(type, retain(func), retain(self));
    },
    call: (rt, self, args, kwnames) => rt.call((self as PyMethod).func, [(self as PyMethod).self, ...args], kwnames),
    descrGet: (_rt, self) => retain(self),
    repr: (rt, self) => rt.str(`<bound method ${nameOf(rt, self as PyMethod)} of ${rt.reprText((self as PyMethod).self)}>`),
    hash: (rt, self) => {
      const hash = pointerHash((self as PyMethod).self) ^ rt.hash((self as PyMethod).func);
      return hash === -1n ? -2n : hash;
    },
    richCompare: (rt, self, other, op) => {
      if ((op !== "==" && op !== "!=") || !(other instanceof PyMethod)) return retain(rt.notImplemented);
      const method = self as PyMethod;
      const same = method.self === other.self && rt.equal(method.func, other.func);
      return rt.bool(same === (op === "=="));
    },
    // Attributes of the function show through; they cannot be set on the method.
    getAttribute: (rt, self, name) => {
      const own = self.type.peek(name);
      if (!own) return rt.getAttribute((self as PyMethod).func, name);
      const get = own.type.slots.descrGet;
      return get ? get(rt, own, self, self.type) : retain(own);
    },
  },
  methods: [reducedByName],
  getset: [
    { name: "__self__", get: (_rt, self) => retain((self as PyMethod).self) },
    { name: "__func__", get: (_rt, self) => retain((self as PyMethod).func) },
    {
      name: "__doc__",
      get: (rt, self) => rt.getAttribute((self as PyMethod).func, "__doc__"),
    },
  ],
});
