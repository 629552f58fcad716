import { defineType, method } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyDict } from "./dict.ts";
import type { PyFrame } from "./frame-object.ts";
import { peekVariable, setVariable } from "./frame-variables.ts";
import { PyStr } from "./str-object.ts";

/** The write-through view of a function's variables that `frame.f_locals` is (PEP 667; Objects/frameobject.c). */
export class PyFrameLocalsProxy extends PyObject {
  frame: PyFrame | null;

  constructor(rt: Runtime, frame: PyFrame) {
    super(rt.types.FrameLocalsProxy);
    this.frame = retain(frame);
  }

  override edges(visit: Visit): void {
    if (this.frame) visit(this.frame);
  }

  override clear(): void {
    const { frame } = this;
    this.frame = null;
    if (frame) release(frame);
  }
}

const activation = (self: PyObject) => ((self as PyFrameLocalsProxy).frame as PyFrame).frame;

/** The slot of a variable by name, or -1. A hidden slot counts while it is bound. */
function slotOf(self: PyObject, key: PyObject): number {
  if (!(key instanceof PyStr)) return -1;
  const frame = activation(self);
  return frame.code.spec.slots.findIndex(({ name, hidden }, slot) => name === key.value && (!hidden || peekVariable(frame, slot) !== null));
}

/** Names that are not variables of the function live beside it. */
function extras(rt: Runtime, self: PyObject, make: boolean): PyDict | null {
  const frame = activation(self);
  if (!frame.sharedLocals && make) frame.sharedLocals = rt.dict();
  return frame.sharedLocals as PyDict | null;
}

function peekKey(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const slot = slotOf(self, key);
  if (slot >= 0) return peekVariable(activation(self), slot);
  return extras(rt, self, false)?.peek(rt, key) ?? null;
}

function setKey(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): void {
  const slot = slotOf(self, key);
  if (value === null) {
    if (slot >= 0) rt.raise("ValueError", "cannot remove local variables from FrameLocalsProxy");
    const removed = extras(rt, self, false)?.pop(rt, key) ?? null;
    if (!removed) rt.raiseWith("KeyError", [retain(key)]);
    release(removed as PyObject);
    return;
  }
  if (slot >= 0) setVariable(activation(self), slot, value);
  else (extras(rt, self, true) as PyDict).set(rt, key, value);
}

/** A dict with the bound variables and the extra names; owned. */
function snapshot(rt: Runtime, self: PyObject): PyDict {
  const frame = activation(self);
  const dict = rt.dict() as PyDict;
  frame.code.spec.slots.forEach(({ name }, slot) => {
    const value = peekVariable(frame, slot);
    if (value) dict.setName(name, value);
  });
  const more = extras(rt, self, false);
  if (more) dict.update(rt, more);
  return dict;
}

const viaDict = (name: string) =>
  method(`${name}(self, /)`, (rt, [self]) => rt.callMethod(rt.temp(snapshot(rt, self)), name, []));

export const frameLocalsProxySpec = defineType({
  name: "FrameLocalsProxy",
  basicSize: 24,
  collected: true,
  baseType: false,
  slots: {
    repr: (rt, self) => rt.repr(rt.temp(snapshot(rt, self))),
    length: (rt, self) => (rt.temp(snapshot(rt, self)) as PyDict).used,
    getItem: (rt, self, key) => {
      const value = peekKey(rt, self, key);
      if (value) return retain(value);
      if (key instanceof PyStr && slotOf(self, key) >= 0) return rt.raiseWith("KeyError", [rt.str(`local variable '${key.value}' is not defined`)]);
      return rt.raiseWith("KeyError", [retain(key)]);
    },
    setItem: setKey,
    contains: (rt, self, key) => peekKey(rt, self, key) !== null,
    iter: (rt, self) => rt.iter(rt.temp(snapshot(rt, self))),
    or: (rt, left, right) => {
      const base = left instanceof PyFrameLocalsProxy ? snapshot(rt, left) : (rt.call(rt.types.dict, [left]) as PyDict);
      base.update(rt, right instanceof PyFrameLocalsProxy ? rt.temp(snapshot(rt, right)) : right);
      return base;
    },
    hash: null,
    richCompare: (rt, self, other, op) => {
      if (other instanceof PyFrameLocalsProxy && (op === "==" || op === "!=")) return rt.bool((activation(self) === activation(other)) === (op === "=="));
      if (!(other instanceof PyDict)) return retain(rt.notImplemented);
      return rt.compare(rt.temp(snapshot(rt, self)), other, op);
    },
  },
  methods: [
    viaDict("keys"),
    viaDict("values"),
    viaDict("items"),
    viaDict("copy"),
    method("get(self, key, default=None, /)", (rt, [self, key, fallback]) => retain(peekKey(rt, self, key) ?? fallback ?? rt.none)),
    method("setdefault(self, key, default=None, /)", (rt, [self, key, fallback]) => {
      const known = peekKey(rt, self, key);
      if (known) return retain(known);
      setKey(rt, self, key, fallback ?? rt.none);
      return retain(fallback ?? rt.none);
    }),
    method("pop(self, key, default=None, /)", (rt, [self, key, fallback]) => {
      if (slotOf(self, key) >= 0) rt.raise("ValueError", "cannot remove local variables from FrameLocalsProxy");
      const value = extras(rt, self, false)?.pop(rt, key) ?? null;
      if (value) return value;
      return fallback ? retain(fallback) : rt.raiseWith("KeyError", [retain(key)]);
    }),
    method("update(self, other, /)", (rt, [self, other]) => {
      const given = rt.temp(rt.call(rt.types.dict, [other])) as PyDict;
      for (const entry of given.entries) if (entry) setKey(rt, self, entry.key, entry.value);
      return retain(rt.none);
    }),
  ],
});
