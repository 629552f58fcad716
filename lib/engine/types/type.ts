import { classMethod, defineType, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames, New, Slots } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { raiseAttributeError } from "../protocol/attributes.ts";
import { pointerHash } from "../protocol/hash.ts";
import { isInstance, isSubclass } from "../protocol/instance-check.ts";
import { createClass } from "./class-creation.ts";
import { PyDict } from "./dict.ts";
import { linearize } from "./mro.ts";
import { collectNames, modulePrefix } from "./object.ts";
import { PyStr } from "./str-object.ts";
import { tableBytes } from "./dict-table.ts";
import { argumentTypeName } from "./str-range.ts";
import { PyTuple } from "./tuple.ts";
import { checkTypeName, typeGetset } from "./type-attributes.ts";
import { orTypes } from "./union.ts";
import { updateSlots } from "./update-slots.ts";

/** `type.__new__`: makes a class from name, bases and namespace. */
const construct: New = (rt, metatype, args, kwnames) => {
  const keywords = kwnames ? kwnames.length : 0;
  const [name, bases, namespace] = args;
  const given = args.length - keywords;
  if (given !== 3) rt.raise("TypeError", `type.__new__() takes exactly 3 arguments (${given} given)`);
  if (!(name instanceof PyStr)) return rt.raise("TypeError", `type.__new__() argument 1 must be str, not ${argumentTypeName(rt, name)}`);
  if (!(bases instanceof PyTuple)) return rt.raise("TypeError", `type.__new__() argument 2 must be tuple, not ${bases.type.shownName}`);
  if (!(namespace instanceof PyDict)) return rt.raise("TypeError", `type.__new__() argument 3 must be dict, not ${namespace.type.shownName}`);
  checkTypeName(rt, name);
  for (const base of bases.items) {
    if (!(base instanceof PyType) && base.type.peek("__mro_entries__")) {
      rt.raise("TypeError", "type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  if (name.value.includes("\0")) rt.raise("ValueError", "type name must not contain null characters");
  return createClass(rt, metatype, name.value, bases.items, namespace, args.slice(3), kwnames);
};

const initialize: NonNullable<Slots["init"]> = (rt, _self, args, kwnames) => {
  const given = args.length - (kwnames?.length ?? 0);
  if (given === 1 && kwnames?.length) rt.raise("TypeError", "type.__init__() takes no keyword arguments");
  if (given !== 1 && given !== 3) rt.raise("TypeError", "type.__init__() takes 1 or 3 arguments");
};

/** Calling a class: `__new__`, then `__init__` if that gave an instance (type_call). `type(x)` gives the class of x. */
export function callType(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const type = self as PyType;
  if (type === rt.types.type) {
    if (args.length === 1 && !kwnames?.length) return retain(args[0].type);
    if (args.length - (kwnames?.length ?? 0) !== 3) rt.raise("TypeError", "type() takes 1 or 3 arguments");
  }
  const make = type.slots.new;
  if (!make) return rt.raise("TypeError", `cannot create '${type.shownName}' instances`);
  return initializeMade(rt, type, make(rt, type, args, kwnames), args, kwnames);
}

/** The second half of calling a class: `__init__`, if what `__new__` gave is an instance; takes the object over. */
export function initializeMade(rt: Runtime, type: PyType, object: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  if (!object.type.isSubtypeOf(type)) return object;
  const { init } = object.type.slots;
  if (!init) return object;
  try {
    init(rt, object, args, kwnames);
  } catch (error) {
    release(object);
    throw error;
  }
  return object;
}

/** Attribute of a class: a data descriptor of the metaclass, then the class and its bases, then the metaclass (_Py_type_getattro). */
export function getTypeAttribute(rt: Runtime, self: PyObject, name: string): PyObject {
  const type = self as PyType;
  const metatype = type.type;
  const meta = metatype.peek(name);
  const metaGet = meta?.type.slots.descrGet;
  if (meta && metaGet && meta.type.slots.descrSet) return metaGet(rt, meta, type, metatype);
  const own = type.peek(name);
  if (own) {
    const get = own.type.slots.descrGet;
    if (!get) return retain(own);
    retain(own);
    try {
      return get(rt, own, null, type);
    } finally {
      release(own);
    }
  }
  if (meta) return metaGet ? metaGet(rt, meta, type, metatype) : retain(meta);
  return rt.raise("AttributeError", `type object '${type.shownName}' has no attribute '${name}'`);
}

/** Sets or deletes an attribute of a class and renews the slots that it stands for (type_setattro). */
export function setTypeAttribute(rt: Runtime, self: PyObject, name: string, value: PyObject | null): void {
  const type = self as PyType;
  if (type.isImmutable) rt.raise("TypeError", `cannot set '${name}' attribute of immutable type '${type.shownName}'`);
  const meta = type.type.peek(name);
  const metaSet = meta?.type.slots.descrSet;
  if (meta && metaSet) {
    metaSet(rt, meta, type, value);
    return;
  }
  const old = type.dict.get(name);
  if (!value && !old) raiseAttributeError(rt, type, name, rt.message("missingOnClassDelete", type.name, name));
  // Slots first: giving up the old value can run guest code that must see the new ones.
  if (old) retain(old);
  if (value) type.set(name, value);
  else type.delete(name);
  if (name.startsWith("__") && name.endsWith("__")) updateSlots(type, name);
  if (old) release(old);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const type = self as PyType;
  return rt.str(`<class '${modulePrefix(type)}${type.qualname}'>`);
}

export const typeSpec = defineType({
  name: "type",
  basicSize: 888,
  itemSize: 40,
  collected: true,
  hasWeakrefs: true,
  slots: {
    new: construct,
    init: initialize,
    call: callType,
    repr,
    hash: (_rt, self) => pointerHash(self),
    getAttribute: getTypeAttribute,
    setAttribute: setTypeAttribute,
    or: orTypes,
  },
  getset: typeGetset,
  methods: [
    method("mro(self, /)", (rt, [self]) => {
      const type = self as PyType;
      return rt.takeList(linearize(rt, type, type.bases).map(retain));
    }),
    method("__subclasses__(self, /)", (rt, [self]) => rt.takeList([...(self as PyType).subclasses].filter((type) => type.refs > 0).map(retain))),
    method("__instancecheck__(self, instance, /)", (rt, [self, instance]) => rt.bool(isInstance(rt, instance, self))),
    method("__subclasscheck__(self, subclass, /)", (rt, [self, subclass]) => rt.bool(isSubclass(rt, subclass, self))),
    method("__dir__(self, /)", (rt, [self]) => {
      const names = new Set<string>();
      collectNames(self as PyType, names);
      return rt.takeList([...names].map((name) => rt.intern(name)));
    }),
    method("__sizeof__(self, /)", (rt, [self]) => {
      const type = self as PyType;
      const keys = type.sharedKeys ? tableBytes(type.sharedKeys.slots, true, rt.profile.containers.dictKeys) : 0;
      return rt.int(keys + (type.isHeapType === type.isOnHeap ? type.size : type.isOnHeap ? rt.types.type.basicSize : rt.profile.classes.staticSize));
    }),
    classMethod("__prepare__(cls, *args, **kwargs)", (rt) => rt.dict()),
  ],
});
