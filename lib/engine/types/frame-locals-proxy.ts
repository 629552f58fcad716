import { defineType, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { New } from "../core/slots.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import { PyDict } from "./dict.ts";
import { PyFrameLocalsProxy } from "./frame-locals-object.ts";
import type { PyFrame } from "./frame-object.ts";
import { peekVariable, setVariable } from "./frame-variables.ts";
import type { PyStr } from "./str-object.ts";

const activation = (self: PyObject) => ((self as PyFrameLocalsProxy).frame as PyFrame).frame;

/**
 * The slot of a variable whose name is equal to a key, or -1 (framelocalsproxy_getkeyindex). To be read it must be bound, to
 * be set it must not be a comprehension's own.
 */
function slotOf(rt: Runtime, self: PyObject, key: PyObject, reading: boolean): number {
  const frame = activation(self);
  const hash = rt.hash(key);
  return frame.code.spec.slots.findIndex(({ name, hidden }, slot) => {
    if (reading ? peekVariable(frame, slot) === null : hidden) return false;
    if (key.type === rt.types.str) return name === (key as PyStr).value;
    const text = rt.temp(rt.intern(name));
    return rt.hash(text) === hash && rt.equal(text, key);
  });
}

/** Names that are not variables of the function live beside it. */
function extras(rt: Runtime, self: PyObject, make: boolean): PyDict | null {
  const frame = activation(self);
  if (!frame.sharedLocals && make) frame.sharedLocals = rt.dict();
  return frame.sharedLocals as PyDict | null;
}

function peekKey(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const slot = slotOf(rt, self, key, true);
  if (slot >= 0) return peekVariable(activation(self), slot);
  return extras(rt, self, false)?.peek(rt, key) ?? null;
}

function refuseRemoval(rt: Runtime): never {
  return rt.raise("ValueError", "cannot remove local variables from FrameLocalsProxy");
}

function setKey(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): void {
  const slot = slotOf(rt, self, key, false);
  if (value === null) {
    if (slot >= 0) refuseRemoval(rt);
    const removed = extras(rt, self, false)?.pop(rt, key) ?? rt.raiseWith("KeyError", [retain(key)]);
    release(removed);
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

const isMergeable = (object: PyObject): boolean => object instanceof PyDict || object instanceof PyFrameLocalsProxy;

/** Takes over what a dict or another proxy has; false for anything else (framelocalsproxy_merge). */
function merge(rt: Runtime, self: PyObject, other: PyObject): boolean {
  if (!isMergeable(other)) return false;
  const given = other instanceof PyDict ? other : (rt.temp(snapshot(rt, other)) as PyDict);
  for (const entry of [...given.entries]) if (entry) setKey(rt, self, entry.key, entry.value);
  return true;
}

function joined(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  if (!isMergeable(right)) return retain(rt.notImplemented);
  const result = rt.temp(rt.dict()) as PyDict;
  for (const side of [left, right]) result.update(rt, side instanceof PyFrameLocalsProxy ? rt.temp(snapshot(rt, side)) : side);
  return retain(result);
}

/** What a method of dicts gives for a snapshot, as a list (framelocalsproxy_keys and its like). */
const listOf = (rt: Runtime, self: PyObject, name: string): PyObject => rt.call(rt.types.list, [rt.temp(rt.callMethod(rt.temp(snapshot(rt, self)), name, []))]);
const viaList = (name: string) => method(`${name}(self, /)`, (rt, [self]) => listOf(rt, self, name));

const create: New = (rt, _type, args, kwnames) => {
  const count = args.length - (kwnames?.length ?? 0);
  if (count !== 1) rt.raise("TypeError", `FrameLocalsProxy expected 1 argument, got ${count}`);
  if (args[0].type !== rt.types.frame) rt.raise("TypeError", `expect frame, not ${args[0].type.shownName}`);
  if (kwnames && kwnames.length > 0) rt.raise("TypeError", "FrameLocalsProxy takes no keyword arguments");
  return new PyFrameLocalsProxy(rt, args[0] as PyFrame);
};

export const frameLocalsProxySpec = defineType({
  name: "FrameLocalsProxy",
  basicSize: 24,
  collected: true,
  baseType: false,
  slots: {
    new: create,
    repr: (rt, self) => rt.str(guardedRepr(rt, self, "{...}", () => rt.reprText(rt.temp(snapshot(rt, self))))),
    length: (rt, self) => (rt.temp(snapshot(rt, self)) as PyDict).used,
    getItem: (rt, self, key) => {
      const value = peekKey(rt, self, key);
      return value ? retain(value) : rt.raise("KeyError", `local variable '${rt.reprText(key)}' is not defined`);
    },
    setItem: setKey,
    contains: (rt, self, key) => peekKey(rt, self, key) !== null,
    iter: (rt, self) => rt.iter(rt.temp(listOf(rt, self, "keys"))),
    or: joined,
    inplaceOr: (rt, self, other) => retain(merge(rt, self, other) ? self : rt.notImplemented),
    hash: null,
    richCompare: (rt, self, other, op) => {
      if (other instanceof PyFrameLocalsProxy && (op === "==" || op === "!=")) return rt.bool((activation(self) === activation(other)) === (op === "=="));
      if (!(other instanceof PyDict)) return retain(rt.notImplemented);
      return rt.compare(rt.temp(snapshot(rt, self)), other, op);
    },
  },
  methods: [
    ...["keys", "values", "items", "__reversed__"].map(viaList),
    method("copy(self, /)", (rt, [self]) => snapshot(rt, self)),
    method("get(self, key, default=None, /)", (rt, [self, key, fallback]) => retain(peekKey(rt, self, key) ?? fallback ?? rt.none)),
    method("setdefault(self, key, default=None, /)", (rt, [self, key, fallback]) => {
      const known = peekKey(rt, self, key);
      if (known) return retain(known);
      setKey(rt, self, key, fallback ?? rt.none);
      return retain(fallback ?? rt.none);
    }),
    method("pop(self, key, default=None, /)", (rt, [self, key, fallback]) => {
      if (slotOf(rt, self, key, false) >= 0) refuseRemoval(rt);
      const value = extras(rt, self, false)?.pop(rt, key) ?? null;
      if (value) return value;
      return fallback ? retain(fallback) : rt.raiseWith("KeyError", [retain(key)]);
    }),
    method("update(self, other, /)", (rt, [self, other]) => {
      if (!merge(rt, self, other)) rt.raise("TypeError", "update() argument must be dict or another FrameLocalsProxy");
      return retain(rt.none);
    }),
  ],
});
