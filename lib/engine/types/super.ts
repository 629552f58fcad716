import { defineType } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Init } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { genericGetAttribute } from "../protocol/attributes.ts";
import { expectNoKeywords, expectPositional } from "../protocol/arity.ts";
import { PyCell } from "./cell.ts";
import type { Frame } from "./frame.ts";

/** `super(type, object)`: attributes from the classes after `type` in the object's resolution order (Objects/typeobject.c). */
export class PySuper extends PyObject {
  thisClass: PyType | null = null;
  self: PyObject | null = null;
  /** The class whose order is followed: that of `self`, or `self` itself when it is a class. */
  selfType: PyType | null = null;

  constructor(type: PyType) {
    super(type);
  }

  override edges(visit: Visit): void {
    for (const field of [this.thisClass, this.self, this.selfType]) if (field) visit(field);
  }

  override clear(): void {
    const fields = [this.thisClass, this.self, this.selfType];
    this.thisClass = this.self = this.selfType = null;
    fields.forEach(releaseIfAny);
  }
}

/** The class whose order a super object follows, owned (super_check). TypeError when object and class do not fit. */
function checkedType(rt: Runtime, type: PyType, object: PyObject): PyType {
  if (object instanceof PyType && object.isSubtypeOf(type)) return retain(object);
  if (object.type.isSubtypeOf(type)) return retain(object.type);
  const claimed = rt.getAttributeOrNull(object, "__class__");
  if (claimed instanceof PyType && claimed !== object.type && claimed.isSubtypeOf(type)) return claimed;
  if (claimed) release(claimed);
  return rt.raise("TypeError", rt.message("superMismatch", object instanceof PyType ? "type" : "instance of", object instanceof PyType ? object.name : object.type.name, type.name));
}

/** `super(type, self).name` without making a super object. Raises AttributeError when no class further on has it. */
export function superLookup(rt: Runtime, type: PyType, self: PyObject, name: string): PyObject {
  const start = checkedType(rt, type, self);
  try {
    return lookup(rt, type, self, start, name) ?? rt.raise("AttributeError", `'super' object has no attribute '${name}'`);
  } finally {
    release(start);
  }
}

function lookup(rt: Runtime, type: PyType, self: PyObject, start: PyType, name: string): PyObject | null {
  if (name === "__class__") return null;
  const { mro } = start;
  for (let i = mro.indexOf(type) + 1; i < mro.length; i++) {
    const found = mro[i].dict.get(name);
    if (!found) continue;
    const get = found.type.slots.descrGet;
    if (!get) return retain(found);
    retain(found);
    try {
      return get(rt, found, self === start ? null : self, start);
    } finally {
      release(found);
    }
  }
  return null;
}

/** Class and first argument for `super()` without arguments, from the running function; borrowed. */
function implicitArguments(rt: Runtime): [PyType, PyObject] {
  const frame = rt.peekFrame();
  if (!frame) return rt.raise("RuntimeError", "super(): no current frame");
  const { spec } = frame.code;
  if (spec.argCount === 0) rt.raise("RuntimeError", "super(): no arguments");
  const first = firstArgument(frame);
  if (!first) return rt.raise("RuntimeError", "super(): arg[0] deleted");
  const at = spec.slots.findIndex((slot) => slot.kind === "free" && slot.name === "__class__");
  if (at < 0) return rt.raise("RuntimeError", "super(): __class__ cell not found");
  const cell = frame.slots[at];
  if (!(cell instanceof PyCell)) return rt.raise("RuntimeError", "super(): bad __class__ cell");
  if (!cell.value) return rt.raise("RuntimeError", "super(): empty __class__ cell");
  if (!(cell.value instanceof PyType)) return rt.raise("RuntimeError", `super(): __class__ is not a type (${cell.value.type.name})`);
  return [cell.value, first];
}

/** Up to 3.10 an argument that inner functions use is moved to a cell of its own (co_cell2arg). */
function firstArgument(frame: Frame): PyObject | null {
  const { slots, varNames } = frame.code.spec;
  const [value] = frame.slots;
  const moved = value ? -1 : slots.findIndex((slot, at) => at > 0 && slot.kind !== "free" && slot.name === varNames[0]);
  const found = moved < 0 ? value : frame.slots[moved];
  return found instanceof PyCell && (moved > 0 || slots[0].kind === "argument-cell") ? found.value : found;
}

const initialize: Init = (rt, object, args, kwnames) => {
  expectNoKeywords(rt, "super", kwnames);
  expectPositional(rt, "super()", args, null, 0, 2);
  const self = object as PySuper;
  let [type, target] = args as [PyObject | undefined, PyObject | undefined];
  if (!type) [type, target] = implicitArguments(rt);
  if (!(type instanceof PyType)) return rt.raise("TypeError", rt.message("superArgument", type.type.shownName));
  const bound = target && target !== rt.none ? target : null;
  const selfType = bound ? checkedType(rt, type, bound) : null;
  const old = [self.thisClass, self.self, self.selfType];
  self.thisClass = retain(type);
  self.self = bound ? retain(bound) : null;
  self.selfType = selfType;
  old.forEach(releaseIfAny);
};

const asSuper = (object: PyObject) => object as PySuper;

export const superSpec = defineType({
  name: "super",
  basicSize: 40,
  collected: true,
  allocate: (type) => new PySuper(type),
  slots: {
    init: initialize,
    repr: (rt, object) => {
      const { thisClass, selfType } = asSuper(object);
      const name = thisClass ? thisClass.name : "NULL";
      return rt.str(selfType ? `<super: <class '${name}'>, <${selfType.name} object>>` : `<super: <class '${name}'>, NULL>`);
    },
    getAttribute: (rt, object, name) => {
      const { thisClass, self, selfType } = asSuper(object);
      const found = thisClass && self && selfType ? lookup(rt, thisClass, self, selfType, name) : null;
      return found ?? genericGetAttribute(rt, object, name);
    },
    descrGet: (rt, object, instance) => {
      const { thisClass, self } = asSuper(object);
      if (!instance || instance === rt.none || self) return retain(object);
      return rt.call(object.type, [thisClass ?? rt.none, instance]);
    },
  },
  getset: [
    { name: "__thisclass__", isMember: true, get: (rt, object) => retain(asSuper(object).thisClass ?? rt.none) },
    { name: "__self__", isMember: true, get: (rt, object) => retain(asSuper(object).self ?? rt.none) },
    { name: "__self_class__", isMember: true, get: (rt, object) => retain(asSuper(object).selfType ?? rt.none) },
  ],
});
