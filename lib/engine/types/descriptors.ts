import { defineType, type FunctionSpec, type GetSetSpec, type TypeSpec } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames, Slots } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { raiseAttributeError } from "../protocol/attributes.ts";
import { callNative, PyBuiltinFunction, textSignature } from "./builtin-function.ts";
import { rareMembers } from "./rare-members.ts";
import { reducedByName } from "./reduce-by-name.ts";
import type { SlotDef } from "./slot-defs.ts";

/** What a built-in type's namespace holds for one of its attributes (Objects/descrobject.c). */
export abstract class PyDescriptor extends PyObject {
  /** The type whose instances it works on; owned. */
  owner: PyType;
  readonly name: string;

  constructor(type: PyType, owner: PyType, name: string) {
    super(type);
    this.owner = retain(owner);
    this.name = name;
  }

  override edges(visit: Visit): void {
    visit(this.owner);
  }

  override clear(): void {
    // Only at the end of its life: the field is never empty, and a cycle through the class is broken at the class.
    if (this.refs === 0) release(this.owner);
  }
}

/** A method of a built-in type, unbound. */
export class PyMethodDescriptor extends PyDescriptor {
  readonly spec: FunctionSpec;
  constructor(rt: Runtime, owner: PyType, spec: FunctionSpec) {
    super(rt.types.method_descriptor, owner, spec.name);
    this.spec = spec;
  }

  /** The method of an object; takes over the reference to it. */
  bind(self: PyObject): PyObject {
    return new PyBuiltinFunction(self.type.rt, this.spec, self, null);
  }
}

/** A class method of a built-in type, unbound. */
export class PyClassMethodDescriptor extends PyDescriptor {
  readonly spec: FunctionSpec;
  constructor(rt: Runtime, owner: PyType, spec: FunctionSpec) {
    super(rt.types.classmethod_descriptor, owner, spec.name);
    this.spec = spec;
  }

  /** The method of a class; takes over the reference to it. */
  bind(type: PyObject): PyObject {
    return new PyBuiltinFunction(type.type.rt, this.spec, type, null);
  }
}

/** A computed attribute of a built-in type, and `__dict__` and `__weakref__` of heap types. */
export class PyGetSetDescriptor extends PyDescriptor {
  readonly spec: GetSetSpec;
  /** One for all classes, whose repr names none. */
  readonly isShared: boolean;
  constructor(rt: Runtime, owner: PyType, spec: GetSetSpec, isShared = false) {
    super(spec.isMember ? rt.types.member_descriptor : rt.types.getset_descriptor, owner, spec.name);
    this.spec = spec;
    this.isShared = isShared;
  }
}

/** One of the `__slots__` of a class. */
export class PyMemberDescriptor extends PyDescriptor {
  /** Index in the instance's `slotValues`. */
  readonly index: number;
  doc: PyObject | null = null;
  constructor(rt: Runtime, owner: PyType, name: string, index: number) {
    super(rt.types.member_descriptor, owner, name);
    this.index = index;
  }

  override edges(visit: Visit): void {
    super.edges(visit);
    if (this.doc) visit(this.doc);
  }

  override clear(): void {
    const { doc } = this;
    this.doc = null;
    if (doc) release(doc);
    super.clear();
  }
}

/** A slot of a built-in type seen as a dunder method. */
export class PyWrapperDescriptor extends PyDescriptor {
  readonly def: SlotDef;
  /** The slots table that holds the function: that of the owner. */
  readonly slots: Slots;
  constructor(rt: Runtime, owner: PyType, def: SlotDef, slots: Slots) {
    super(rt.types.wrapper_descriptor, owner, def.dunder);
    this.def = def;
    this.slots = slots;
  }
}

/** A slot wrapper bound to an object: `[].__len__`. */
export class PyMethodWrapper extends PyObject {
  readonly descriptor: PyWrapperDescriptor;
  readonly self: PyObject;
  private held = true;
  constructor(rt: Runtime, descriptor: PyWrapperDescriptor, self: PyObject) {
    super(rt.types["method-wrapper"]);
    this.descriptor = retain(descriptor);
    this.self = retain(self);
  }

  override edges(visit: Visit): void {
    if (!this.held) return;
    visit(this.descriptor);
    visit(this.self);
  }

  override clear(): void {
    if (!this.held || this.refs > 0) return;
    this.held = false;
    release(this.descriptor);
    release(this.self);
  }
}

export function qualname(self: PyObject): string {
  const descriptor = self as PyDescriptor;
  return `${descriptor.owner.qualname}.${descriptor.name}`;
}

export function checkInstance(rt: Runtime, descriptor: PyDescriptor, instance: PyObject): void {
  if (instance.type.isSubtypeOf(descriptor.owner)) return;
  rareMembers.get().refuseInstance(rt, descriptor, instance);
}

/** The checks of an unbound call: a self of the right type must come first. */
export function checkSelf(rt: Runtime, descriptor: PyMethodDescriptor, args: readonly PyObject[], kwnames: KeywordNames): void {
  if (args.length > 0 && args[0].type === descriptor.owner) return;
  if (args.length - (kwnames?.length ?? 0) < 1) rareMembers.get().refuseUnbound(rt, descriptor);
  checkInstance(rt, descriptor, args[0]);
}

function callMethodDescriptor(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const descriptor = self as PyMethodDescriptor;
  checkSelf(rt, descriptor, args, kwnames);
  return callNative(rt, descriptor.spec, qualname, self, args, kwnames, 1);
}

function callClassMethodDescriptor(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const descriptor = self as PyClassMethodDescriptor;
  if (args.length < 1) rareMembers.get().refuseWrapped(rt, descriptor, args, null);
  const bound = bindToClass(rt, descriptor, args[0]);
  try {
    return rt.call(bound, args.slice(1), kwnames);
  } finally {
    release(bound);
  }
}

function bindToClass(rt: Runtime, descriptor: PyClassMethodDescriptor, type: PyObject): PyObject {
  if (!(type instanceof PyType && type.isSubtypeOf(descriptor.owner))) return rareMembers.get().refuseClass(rt, descriptor, type);
  return descriptor.bind(retain(type));
}

/** The same for what stands for a slot. */
export function checkWrapped(rt: Runtime, descriptor: PyWrapperDescriptor, args: readonly PyObject[], kwnames: KeywordNames): void {
  if (args.length <= (kwnames?.length ?? 0) || !args[0].type.isSubtypeOf(descriptor.owner)) rareMembers.get().refuseWrapped(rt, descriptor, args, kwnames);
}

function callWrapperDescriptor(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const descriptor = self as PyWrapperDescriptor;
  checkWrapped(rt, descriptor, args, kwnames);
  return callWrapped(rt, descriptor, args[0], args.slice(1), kwnames);
}

function callWrapped(rt: Runtime, descriptor: PyWrapperDescriptor, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  if (descriptor.half) return rt.call(descriptor, [self, ...args], kwnames);
  if (kwnames?.length && !descriptor.def.takesKeywords) rareMembers.get().refuseKeywords(rt, descriptor);
  return descriptor.def.wrap(rt, descriptor.slots, self, args, kwnames, descriptor.owner);
}

type Get = NonNullable<Slots["descrGet"]>;

const getMethod: Get = (rt, self, instance) => {
  if (!instance) return retain(self);
  checkInstance(rt, self as PyMethodDescriptor, instance);
  return (self as PyMethodDescriptor).bind(retain(instance));
};

const getWrapper: Get = (rt, self, instance) => {
  if (!instance) return retain(self);
  checkInstance(rt, self as PyWrapperDescriptor, instance);
  return new PyMethodWrapper(rt, self as PyWrapperDescriptor, instance);
};

const getComputed: Get = (rt, self, instance) => {
  if (!instance) return retain(self);
  checkInstance(rt, self as PyGetSetDescriptor, instance);
  return (self as PyGetSetDescriptor).spec.get(rt, instance, self);
};

function setComputed(rt: Runtime, self: PyObject, instance: PyObject, value: PyObject | null): void {
  const descriptor = self as PyGetSetDescriptor;
  checkInstance(rt, descriptor, instance);
  const { set } = descriptor.spec;
  if (!set && descriptor.spec.isMember) return rt.raise("AttributeError", "readonly attribute");
  if (!set) return rt.raise("AttributeError", `attribute '${descriptor.name}' of '${descriptor.owner.shownName}' objects is not writable`);
  set(rt, instance, value, descriptor);
}

const getMember: Get = (rt, self, instance, owner) => {
  if (self instanceof PyGetSetDescriptor) return getComputed(rt, self, instance, owner);
  if (!instance) return retain(self);
  const descriptor = self as PyMemberDescriptor;
  checkInstance(rt, descriptor, instance);
  const value = instance.slotValues?.[descriptor.index];
  if (value) return retain(value);
  return raiseAttributeError(rt, instance, descriptor.name, `'${instance.type.shownName}' object has no attribute '${descriptor.name}'`);
};

function setMember(rt: Runtime, self: PyObject, instance: PyObject, value: PyObject | null): void {
  if (self instanceof PyGetSetDescriptor) return setComputed(rt, self, instance, value);
  const descriptor = self as PyMemberDescriptor;
  checkInstance(rt, descriptor, instance);
  const values = instance.slotValues!;
  const old = values[descriptor.index];
  if (!value && !old) {
    raiseAttributeError(rt, instance, descriptor.name, descriptor.name);
  }
  values[descriptor.index] = value ? retain(value) : null;
  if (old) release(old);
}

const nameGetset: GetSetSpec = { name: "__name__", get: (rt, self) => rt.intern((self as PyDescriptor).name) };
const qualnameGetset: GetSetSpec = { name: "__qualname__", get: (rt, self) => rt.str(qualname(self)) };
const ownerGetset: GetSetSpec = { name: "__objclass__", get: (_rt, self) => retain((self as PyDescriptor).owner) };
const common = [nameGetset, qualnameGetset, ownerGetset];
const ofFunction: GetSetSpec[] = [
  { name: "__doc__", get: (rt) => retain(rt.none) },
  { name: "__text_signature__", get: (rt, self) => rt.str(textSignature((self as PyMethodDescriptor).spec)) },
];

function describe(kind: string): NonNullable<Slots["repr"]> {
  return (rt, self) => {
    const { name, owner } = self as PyDescriptor;
    return rt.str(`<${kind} '${name}' of '${owner.shownName}' objects>`);
  };
}

export const methodDescriptorSpec = defineType({
  name: "method_descriptor",
  basicSize: 56,
  collected: true,
  baseType: false,
  slots: { call: callMethodDescriptor, descrGet: getMethod, repr: describe("method") },
  methods: [reducedByName],
  getset: [...common, ...ofFunction],
});

export const classMethodDescriptorSpec = defineType({
  name: "classmethod_descriptor",
  basicSize: 56,
  collected: true,
  baseType: false,
  slots: {
    call: callClassMethodDescriptor,
    descrGet: (rt, self, instance, owner) => bindToClass(rt, self as PyClassMethodDescriptor, owner ?? (instance as PyObject).type),
    repr: describe("method"),
  },
  methods: [reducedByName],
  getset: [...common, ...ofFunction],
});

export const getSetDescriptorSpec = defineType({
  name: "getset_descriptor",
  basicSize: 48,
  collected: true,
  baseType: false,
  slots: { descrGet: getComputed, descrSet: setComputed, repr: (rt, self) => ((self as PyGetSetDescriptor).isShared ? rt.str(`<attribute '${(self as PyGetSetDescriptor).name}'>`) : describe("attribute")(rt, self)) },
  getset: [...common, { name: "__doc__", get: (rt) => retain(rt.none) }],
});

export const memberDescriptorSpec = defineType({
  name: "member_descriptor",
  basicSize: 48,
  collected: true,
  baseType: false,
  slots: { descrGet: getMember, descrSet: setMember, repr: describe("member") },
  methods: [reducedByName],
  getset: [...common, { name: "__doc__", get: (rt, self) => retain((self as PyMemberDescriptor).doc ?? rt.none) }],
});

export const wrapperDescriptorSpec = defineType({
  name: "wrapper_descriptor",
  basicSize: 56,
  collected: true,
  baseType: false,
  slots: { call: callWrapperDescriptor, descrGet: getWrapper, repr: describe("slot wrapper") },
  methods: [reducedByName],
  getset: [
    ...common,
    { name: "__doc__", get: (rt) => retain(rt.none) },
    { name: "__text_signature__", get: (rt, self) => rt.str((self as PyWrapperDescriptor).def.signature) },
  ],
});

const wrapper = (self: PyObject) => self as PyMethodWrapper;

export const methodWrapperSpec = defineType({
  name: "method-wrapper",
  basicSize: 32,
  collected: true,
  baseType: false,
  slots: {
    call: (rt, self, args, kwnames) => callWrapped(rt, wrapper(self).descriptor, wrapper(self).self, args, kwnames),
    repr: (rt, self) => {
      const { descriptor, self: target } = wrapper(self);
      return rt.str(`<method-wrapper '${descriptor.name}' of ${target.type.shownName} object at 0x${target.id.toString(16)}>`);
    },
    hash: (_rt, self) => BigInt(wrapper(self).self.address) ^ BigInt(wrapper(self).descriptor.address),
    richCompare: (rt, self, other, op) => {
      if ((op !== "==" && op !== "!=") || !(other instanceof PyMethodWrapper)) return retain(rt.notImplemented);
      const same = other.self === wrapper(self).self && other.descriptor === wrapper(self).descriptor;
      return rt.bool(same === (op === "=="));
    },
  },
  methods: [reducedByName],
  getset: [
    { name: "__self__", isMember: true, get: (_rt, self) => retain(wrapper(self).self) },
    { name: "__name__", get: (rt, self) => rt.intern(wrapper(self).descriptor.name) },
    { name: "__qualname__", get: (rt, self) => rt.str(qualname(wrapper(self).descriptor)) },
    { name: "__objclass__", get: (_rt, self) => retain(wrapper(self).descriptor.owner) },
    { name: "__doc__", get: (rt) => retain(rt.none) },
    { name: "__text_signature__", get: (rt, self) => rt.str(wrapper(self).descriptor.def.signature) },
  ],
});

/** All of them, for the catalogue. */
export const descriptorSpecs: readonly TypeSpec[] = [
  methodDescriptorSpec, classMethodDescriptorSpec, getSetDescriptorSpec, memberDescriptorSpec, wrapperDescriptorSpec, methodWrapperSpec,
];
