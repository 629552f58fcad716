import { defineType, type GetSetSpec, method, classMethod } from "../core/define.ts";
import { PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Init, New, Slots } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { auditWrite } from "../protocol/audit.ts";
import { genericGetAttribute, genericSetAttribute } from "../protocol/attributes.ts";
import { pointerHash } from "../protocol/hash.ts";
import { sameLayout } from "./class-layout.ts";
import { PyDict } from "./dict.ts";
import { rareMembers } from "./rare-members.ts";
import { PyStr } from "./str-object.ts";

/** An object with nothing but its header, attributes and slots: an instance of a class that derives from `object` alone. */
export class PyInstance extends PyObject {
  constructor(type: PyType) {
    super(null);
    this.type = type;
    this.refs = 1;
    this.size = type.basicSize;
    if (type.countsInstances) type.sharedKeys?.countInstance();
    this.place = type.rt.heap.allocate(this, this.size);
  }
}

const hasArguments = (args: readonly PyObject[]) => args.length > 0;

/** `object.__new__`: arguments are an error unless `__init__` takes them (object_new). */
const construct: New = (rt, type, args) => {
  const { slots } = type;
  if (hasArguments(args)) {
    if (slots.new !== construct) rt.raise("TypeError", "object.__new__() takes exactly one argument (the type to instantiate)");
    if (slots.init === initialize) rt.raise("TypeError", `${type.shownName}() takes no arguments`);
  }
  if (type.isAbstract) raiseAbstract(rt, type);
  return type.allocateInstance!(type);
};

const initialize: Init = (rt, self, args) => {
  if (!hasArguments(args)) return;
  const { slots } = self.type;
  if (slots.init !== initialize) rt.raise("TypeError", "object.__init__() takes exactly one argument (the instance to initialize)");
  if (slots.new === construct) rt.raise("TypeError", `${self.type.shownName}.__init__() takes exactly one argument (the instance to initialize)`);
};

function raiseAbstract(rt: Runtime, type: PyType): never {
  const methods = rt.getAttribute(type, "__abstractmethods__");
  const sorted = rt.call(rt.types.list, [rt.temp(methods)]);
  release(rt.callMethod(rt.temp(sorted), "sort", []));
  const names = (sorted as PyObject & { items: PyObject[] }).items.map((item) => rt.strText(item));
  const plural = names.length > 1 ? "s" : "";
  const quoted = names.map((name) => `'${name}'`).join(", ");
  return rt.raise("TypeError", rt.message("abstractClass", type.shownName, plural, names.join(", "), quoted));
}

/** The module of a class as its repr shows it, with a dot, or nothing for builtins. */
export function modulePrefix(type: PyType): string {
  if (type.spec) return type.spec.module && type.spec.module !== "builtins" ? `${type.spec.module}.` : "";
  if (type.sealedName !== null) return type.sealedName.slice(0, -type.qualname.length);
  const module = type.dict.get("__module__");
  return module instanceof PyStr && module.value !== "builtins" ? `${module.value}.` : "";
}

/** An address as `%p` prints it. */
export function addressOf(object: PyObject): string {
  return `0x${object.id.toString(16).padStart(12, "0")}`;
}

const richCompare: NonNullable<Slots["richCompare"]> = (rt, self, other, op) => {
  if (op === "==") return self === other ? retain(rt.true) : retain(rt.notImplemented);
  if (op !== "!=" || !self.type.slots.richCompare) return retain(rt.notImplemented);
  // By default `!=` is the opposite of `==`, which may be overridden.
  const equal = self.type.slots.richCompare(rt, self, other, "==");
  if (equal === rt.notImplemented) return equal;
  try {
    return rt.bool(!rt.truth(equal));
  } finally {
    release(equal);
  }
};

const classGetSet: GetSetSpec = {
  name: "__class__",
  get: (_rt, self) => retain(self.type),
  set: (rt, self, value) => {
    if (!value) rt.raise("TypeError", "can't delete __class__ attribute");
    auditWrite(rt, self, "__class__", value);
    if (!(value instanceof PyType)) return rt.raise("TypeError", `__class__ must be set to a class, not '${value!.type.shownName}' object`);
    const old = self.type;
    const { module } = rt.types;
    if (!(old.isSubtypeOf(module) && value.isSubtypeOf(module)) && !(old.isHeapType && value.isHeapType)) rt.raise("TypeError", "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (!sameLayout(old, value)) rt.raise("TypeError", `__class__ assignment: '${value.shownName}' object layout differs from '${old.shownName}'`);
    self.type = value.isHeapType ? retain(value) : value;
    if (old.isHeapType) release(old);
  },
};

/** Names that `dir` lists for an object: its dict's, its class's and its class's bases'. */
function directory(rt: Runtime, self: PyObject): PyObject {
  const names = new Set<string>();
  const dict = rt.getAttributeOrNull(self, "__dict__");
  if (dict instanceof PyDict) for (const { key } of dict.live()) if (key instanceof PyStr) names.add(key.value);
  if (dict) release(dict);
  const type = rt.getAttributeOrNull(self, "__class__");
  if (type instanceof PyType) collectNames(type, names);
  if (type) release(type);
  return rt.takeList([...names].map((name) => rt.intern(name)));
}

/** A name that a Python half keeps to itself. */
const isPrivate = (name: string) => name.startsWith("_") && !name.startsWith("__");

/** Adds the names of a class and its bases. */
export function collectNames(type: PyType, names: Set<string>): void {
  for (const base of type.mro) {
    for (const name of base.dict.keys()) if (base.sealedName === null || !isPrivate(name)) names.add(name);
  }
}

function format(rt: Runtime, self: PyObject, spec: PyObject): PyObject {
  if (!(spec instanceof PyStr)) return rt.raise("TypeError", `__format__() argument must be str, not ${spec === rt.none ? "None" : spec.type.shownName}`);
  if (spec.value !== "") rt.raise("TypeError", `unsupported format string passed to ${self.type.shownName}.__format__`);
  return rt.str(rt.strText(self));
}

export const objectSpec = defineType({
  name: "object",
  basicSize: 16,
  allocate: (type) => new PyInstance(type),
  slots: {
    new: construct,
    init: initialize,
    repr: (rt, self) => {
      const { type } = self;
      return rt.str(`<${modulePrefix(type)}${type.spec ? type.name : type.qualname} object at ${addressOf(self)}>`);
    },
    str: (rt, self) => self.type.slots.repr!(rt, self),
    hash: (_rt, self) => pointerHash(self),
    richCompare,
    getAttribute: genericGetAttribute,
    setAttribute: genericSetAttribute,
  },
  getset: [classGetSet],
  methods: [
    method("__reduce_ex__(self, protocol, /)", (rt, [self, protocol]) => rareMembers.get().reduceEx(rt, self, Number(rt.index(protocol)))),
    method("__reduce__(self, /)", (rt, [self]) => rareMembers.get().commonReduce(rt, self, 0)),
    method("__getstate__(self, /)", (rt, [self]) => rareMembers.get().stateOf(rt, self)),
    method("__format__(self, format_spec, /)", (rt, [self, spec]) => format(rt, self, spec)),
    method("__sizeof__(self, /)", (rt, [self]) => rt.int(self.type.itemSize > 0 ? self.size : self.type.basicSize)),
    method("__dir__(self, /)", (rt, [self]) => directory(rt, self)),
    classMethod("__subclasshook__(cls, object, /)", (rt) => retain(rt.notImplemented)),
    classMethod("__init_subclass__(cls, /)", (rt) => retain(rt.none)),
  ],
});

