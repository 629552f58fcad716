import { defineType, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { New } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { lazySignature } from "../core/signature.ts";
import { bindArguments } from "../protocol/binding.ts";

type Accessor = "getter" | "setter" | "deleter";

/** A computed attribute with up to three functions (Objects/descrobject.c). */
export class PyProperty extends PyObject {
  getter: PyObject | null = null;
  setter: PyObject | null = null;
  deleter: PyObject | null = null;
  doc: PyObject | null = null;
  /** Set by `__set_name__`. */
  name: PyObject | null = null;
  /** The doc came from the getter, and follows it in copies. */
  docFromGetter = false;

  override edges(visit: Visit): void {
    for (const field of [this.getter, this.setter, this.deleter, this.doc, this.name]) if (field) visit(field);
  }

  override clear(): void {
    const fields = [this.getter, this.setter, this.deleter, this.doc, this.name];
    this.getter = this.setter = this.deleter = this.doc = this.name = null;
    fields.forEach(releaseIfAny);
  }

  constructor(type: PyType) {
    super(type);
  }
}

const signature = lazySignature("property(fget=None, fset=None, fdel=None, doc=None)");

function assign(self: PyProperty, field: Accessor | "doc" | "name", value: PyObject | null): void {
  const old = self[field];
  self[field] = value ? retain(value) : null;
  releaseIfAny(old);
}

function initialize(rt: Runtime, self: PyProperty, args: readonly (PyObject | undefined)[]): void {
  const given = (value: PyObject | undefined) => (value && value !== rt.none ? value : null);
  const [getter, setter, deleter, doc] = args;
  assign(self, "getter", given(getter));
  assign(self, "setter", given(setter));
  assign(self, "deleter", given(deleter));
  assign(self, "doc", null);
  assign(self, "name", null);
  const found = !given(doc) && self.getter ? rt.getAttributeOrNull(self.getter, "__doc__") : null;
  if (found) rt.temp(found);
  const { propertyDocs } = rt.profile.memberRules;
  self.docFromGetter = found !== null && (found !== rt.none || propertyDocs === "getter's");
  const text = found ?? given(doc);
  if (self.type === rt.types.property || (propertyDocs === "getter's" && !found)) assign(self, "doc", text);
  else setOwnDoc(rt, self, text ?? rt.none);
}

/** The class of a derived property has a `__doc__` that hides the field, so that the text becomes an attribute (property_init_impl). */
function setOwnDoc(rt: Runtime, self: PyProperty, text: PyObject): void {
  try {
    rt.setAttribute(self, "__doc__", text);
  } catch (error) {
    if (rt.profile.memberRules.propertyDocs === "getter's" || self.docFromGetter || !(error instanceof Raise) || !error.exception.type.isSubtypeOf(rt.types.AttributeError)) throw error;
    release(error.exception);
  }
}

/** A property like this one with one function replaced. */
function copyWith(rt: Runtime, self: PyObject, field: Accessor, value: PyObject): PyObject {
  const old = self as PyProperty;
  const pick = (name: Accessor) => (name === field && value !== rt.none ? value : old[name]) ?? rt.none;
  const doc = old.docFromGetter && pick("getter") !== rt.none ? rt.none : (old.doc ?? rt.none);
  const made = rt.call(self.type, [pick("getter"), pick("setter"), pick("deleter"), doc]);
  if (made instanceof PyProperty) assign(made, "name", old.name);
  return made;
}

function raiseMissing(rt: Runtime, self: PyProperty, instance: PyObject, key: string): never {
  const type = instance.type.qualname;
  if (self.name) return rt.raise("AttributeError", rt.message(key, rt.reprText(self.name), type, rt.reprText(self.name)));
  return rt.raise("AttributeError", rt.message(`${key}Unnamed`, "", type));
}

const construct: New = (_rt, type) => new PyProperty(type);

const fieldGetSet = (name: string, field: Accessor) => ({
  name,
  isMember: true,
  get: (rt: Runtime, self: PyObject) => retain((self as PyProperty)[field] ?? rt.none),
});

export const propertySpec = defineType({
  name: "property",
  basicSize: 64,
  collected: true,
  allocate: (type) => new PyProperty(type),
  slots: {
    new: construct,
    init: (rt, self, args, kwnames) => initialize(rt, self as PyProperty, bindArguments(rt, signature(), "property", args, kwnames, 0)),
    descrGet: (rt, self, instance) => {
      if (!instance || instance === rt.none) return retain(self);
      const { getter } = self as PyProperty;
      return getter ? rt.call(getter, [instance]) : raiseMissing(rt, self as PyProperty, instance, "propertyUnreadable");
    },
    descrSet: (rt, self, instance, value) => {
      const { setter, deleter } = self as PyProperty;
      if (value) {
        if (!setter) raiseMissing(rt, self as PyProperty, instance, "propertyNotSettable");
        release(rt.call(setter!, [instance, value]));
      } else {
        if (!deleter) raiseMissing(rt, self as PyProperty, instance, "propertyNotDeletable");
        release(rt.call(deleter!, [instance]));
      }
    },
  },
  getset: [
    fieldGetSet("fget", "getter"),
    fieldGetSet("fset", "setter"),
    fieldGetSet("fdel", "deleter"),
    { name: "__doc__", isMember: true, get: (rt, self) => retain((self as PyProperty).doc ?? rt.none), set: (_rt, self, value) => assign(self as PyProperty, "doc", value) },
    { name: "__name__", get: (rt, self) => nameOf(rt, self as PyProperty), set: (_rt, self, value) => assign(self as PyProperty, "name", value) },
    { name: "__isabstractmethod__", get: (rt, self) => rt.bool(isAbstract(rt, self as PyProperty)) },
  ],
  methods: [
    method("getter(self, object, /)", (rt, [self, f]) => copyWith(rt, self, "getter", f)),
    method("setter(self, object, /)", (rt, [self, f]) => copyWith(rt, self, "setter", f)),
    method("deleter(self, object, /)", (rt, [self, f]) => copyWith(rt, self, "deleter", f)),
    method("__set_name__(self, /, *args)", (rt, [self, args]) => {
      const { items } = args as PyObject & { readonly items: readonly PyObject[] };
      if (items.length !== 2) rt.raise("TypeError", `__set_name__() takes 2 positional arguments but ${items.length} were given`);
      assign(self as PyProperty, "name", items[1]);
      return retain(rt.none);
    }),
  ],
});

function nameOf(rt: Runtime, self: PyProperty): PyObject {
  if (self.name) return retain(self.name);
  return (self.getter && rt.getAttributeOrNull(self.getter, "__name__")) ?? rt.raise("AttributeError", "'property' object has no attribute '__name__'");
}

function isAbstract(rt: Runtime, self: PyProperty): boolean {
  return [self.getter, self.setter, self.deleter].some((f) => {
    const mark = f && rt.getAttributeOrNull(f, "__isabstractmethod__");
    if (!mark) return false;
    try {
      return rt.truth(mark);
    } finally {
      release(mark);
    }
  });
}
