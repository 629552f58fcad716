import { defineType, method } from "../core/define.ts";
import { type NameSpace, PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { lazySignature } from "../core/signature.ts";
import { genericGetAttribute, genericSetAttribute, raiseNotDeletable } from "../protocol/attributes.ts";
import { bindArguments } from "../protocol/binding.ts";
import { Raise } from "../core/raise.ts";
import { callAnnotate, checkAnnotate } from "./annotate.ts";
import type { PyDict } from "./dict.ts";
import { PyStr } from "./str-object.ts";

/** A module: a namespace with a name (Objects/moduleobject.c). */
export class PyModule extends PyObject {
  dict: PyDict | null;

  /** Takes over the reference to `dict`. */
  constructor(rt: Runtime, dict: PyDict, type = rt.types.module) {
    super(type);
    this.dict = dict;
  }

  override edges(visit: Visit): void {
    if (this.dict) visit(this.dict);
  }

  override clear(): void {
    const dict = this.dict;
    this.dict = null;
    if (dict) release(dict);
  }
}

/** A new module with `__name__` and the other standard names set. */
export function makeModule(rt: Runtime, name: string): PyModule {
  const dict = rt.dict() as PyDict;
  const package_ = rt.temp(rt.intern(name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : ""));
  nameModule(rt, dict, [rt.temp(rt.intern(name)), rt.none, package_]);
  return new PyModule(rt, dict);
}

/** The standard names (module_init_dict). */
function nameModule(rt: Runtime, dict: PyDict, [name, doc, package_]: readonly PyObject[]): void {
  dict.setName("__name__", name);
  dict.setName("__doc__", doc);
  dict.setName("__package__", package_);
  dict.setName("__loader__", rt.none);
  dict.setName("__spec__", rt.none);
}

function moduleName(self: PyModule): string {
  const name = self.dict?.peekName("__name__");
  return name instanceof PyStr ? name.value : "?";
}

/** Attribute look-up with the module's own `__getattr__` (PEP 562) and its error text. */
function getModuleAttribute(rt: Runtime, self: PyObject, name: string): PyObject {
  const module = self as PyModule;
  const own = module.dict?.peekName(name);
  if (own && !self.type.peek(name)?.type.slots.descrSet) return retain(own);
  try {
    return genericGetAttribute(rt, self, name);
  } catch (error) {
    if (!(error instanceof Raise) || !error.exception.type.isSubtypeOf(rt.types.AttributeError)) throw error;
    const hook = module.dict?.peekName("__getattr__");
    release(error.exception);
    if (hook) return rt.call(hook, [rt.temp(rt.str(name))]);
    return rt.raise("AttributeError", `module '${moduleName(module)}' has no attribute '${name}'`);
  }
}

const signature = lazySignature("module(name, doc=None)");

export const moduleSpec = defineType({
  name: "module",
  basicSize: 56,
  collected: true,
  hasWeakrefs: true,
  slots: {
    new: (rt, type) => new PyModule(rt, rt.dict() as PyDict, type as PyType),
    init: (rt, self, args, kwnames) => {
      const [name, doc] = bindArguments(rt, signature(), "module", args, kwnames, 0);
      if (!(name instanceof PyStr)) return rt.raise("TypeError", `module() argument 'name' must be str, not ${name === rt.none ? "None" : name.type.shownName}`);
      nameModule(rt, (self as PyModule).dict as PyDict, [name, doc ?? rt.none, rt.none]);
    },
    repr: (rt, self) => {
      const name = moduleName(self as PyModule);
      return rt.str(rt.isBuiltinModule(name) ? `<module '${name}' (built-in)>` : `<module '${name}'>`);
    },
    getAttribute: getModuleAttribute,
    setAttribute: (rt, self, name, value) => {
      if (self.type.peek(name)?.type.slots.descrSet) return genericSetAttribute(rt, self, name, value);
      const dict = (self as PyModule).dict as NameSpace;
      if (value) dict.setName(name, value);
      else if (!dict.deleteName(name)) raiseNotDeletable(rt, self, name);
    },
  },
  getset: [
    { name: "__dict__", isMember: true, get: (_rt, self) => retain((self as PyModule).dict as PyObject) },
    {
      name: "__annotations__",
      get: (rt, self) => {
        const dict = (self as PyModule).dict as PyDict;
        const known = dict.peekName("__annotations__");
        if (known) return retain(known);
        const annotate = rt.profile.compiler.lazyAnnotations ? dict.peekName("__annotate__") : null;
        const annotations = annotate?.type.slots.call ? callAnnotate(rt, annotate) : rt.dict();
        dict.setName("__annotations__", annotations);
        return annotations;
      },
      set: (rt, self, value) => {
        const dict = (self as PyModule).dict as PyDict;
        if (value) dict.setName("__annotations__", value);
        else if (!dict.deleteName("__annotations__")) rt.raise("AttributeError", "__annotations__");
        if (rt.profile.compiler.lazyAnnotations) dict.deleteName("__annotate__");
      },
    },
    {
      name: "__annotate__",
      get: (rt, self) => {
        const dict = (self as PyModule).dict as PyDict;
        const known = dict.peekName("__annotate__");
        if (known) return retain(known);
        dict.setName("__annotate__", rt.none);
        return retain(rt.none);
      },
      set: (rt, self, value) => {
        if (value === null) return rt.raise("TypeError", "cannot delete __annotate__ attribute");
        checkAnnotate(rt, value);
        const dict = (self as PyModule).dict as PyDict;
        dict.setName("__annotate__", value);
        if (value !== rt.none) dict.deleteName("__annotations__");
      },
    },
  ],
  methods: [
    method("__dir__(self, /)", (rt, [self]) => rt.call(rt.types.list, [(self as PyModule).dict as PyObject])),
  ],
});
