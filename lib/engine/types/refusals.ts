import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import type { PyDescriptor } from "./descriptors.ts";

/** Why `T.__new__(S, …)` may not be called so (tp_new_wrapper). */
export function refuseNew(rt: Runtime, owner: PyType, args: readonly PyObject[], kwnames: KeywordNames): never {
  const [type] = args;
  const name = owner.shownName;
  if (args.length - (kwnames?.length ?? 0) < 1) rt.raise("TypeError", `${name}.__new__(): not enough arguments`);
  if (!(type instanceof PyType)) return rt.raise("TypeError", `${name}.__new__(X): X is not a type object (${type.type.shownName})`);
  if (!type.isSubtypeOf(owner)) rt.raise("TypeError", `${name}.__new__(${type.shownName}): ${type.shownName} is not a subtype of ${name}`);
  let base: PyType | null = type;
  while (base?.slots.new && base.isHeapType && base.slots.new !== owner.slots.new) base = base.base;
  return rt.raise("TypeError", `${name}.__new__(${type.shownName}) is not safe, use ${(base as PyType).shownName}.__new__()`);
}

/** Why a class method is not one of this class (classmethod_get). */
export function refuseClass(rt: Runtime, { name, owner }: PyDescriptor, type: PyObject): never {
  if (!(type instanceof PyType)) return rt.raise("TypeError", `descriptor '${name}' for type '${owner.shownName}' needs a type, not a '${type.type.shownName}' as arg 2`);
  return rt.raise("TypeError", `descriptor '${name}' requires a subtype of '${owner.shownName}' but received '${type.shownName}'`);
}

/** Why a special method cannot be called with these arguments (wrapperdescr_call). */
export function refuseWrapped(rt: Runtime, { name, owner }: PyDescriptor, args: readonly PyObject[], kwnames: KeywordNames): never {
  if (args.length - (kwnames?.length ?? 0) < 1) rt.raise("TypeError", `descriptor '${name}' of '${owner.shownName}' object needs an argument`);
  return rt.raise("TypeError", `descriptor '${name}' requires a '${owner.shownName}' object but received a '${args[0].type.shownName}'`);
}

/** Why a special method of one or two arguments does not take so many. */
export function refuseBetween(rt: Runtime, given: number, min: number, max: number, name: string): never {
  const { wrappersAreNamed } = rt.profile.memberRules;
  const shown = wrappersAreNamed ? name : "";
  if (wrappersAreNamed && !name) rt.raise("TypeError", `expected ${min} or ${max} arguments, got ${given}`);
  if (given < min) rt.raise("TypeError", `${shown} expected at least ${min} argument${min === 1 ? "" : "s"}, got ${given}`);
  return rt.raise("TypeError", `${shown} expected at most ${max} arguments, got ${given}`);
}

/** The same where CPython unpacks a tuple for it: with a blank where a name should be, or with the name (3.14). */
export function refuseNamed(rt: Runtime, given: number, count: number, name: string): never {
  const shown = !rt.profile.memberRules.wrappersAreNamed ? " " : name && `${name} `;
  return rt.raise("TypeError", `${shown}expected ${count} argument${count === 1 ? "" : "s"}, got ${given}`);
}

/** Why a descriptor does not work on this object (descr_check). */
export function refuseInstance(rt: Runtime, { name, owner }: PyDescriptor, instance: PyObject): never {
  return rt.raise("TypeError", `descriptor '${name}' for '${owner.shownName}' objects doesn't apply to a '${instance.type.shownName}' object`);
}

/** A method of a type was called without an object. */
export function refuseUnbound(rt: Runtime, { name, owner }: PyDescriptor): never {
  return rt.raise("TypeError", `unbound method ${owner.qualname}.${name}() needs an argument`);
}

/** A special method was called with names that its slot does not take. */
export function refuseKeywords(rt: Runtime, { name }: PyDescriptor): never {
  return rt.raise("TypeError", `wrapper ${name}() takes no keyword arguments`);
}
