import type { PyObject } from "../../core/object.ts";
import { PyType } from "../../core/type.ts";
import { instructionSetOf } from "../../profiles/instruction-sets/instruction-set-of.ts";
import { genericGetAttribute } from "../../protocol/attributes.ts";
import { isMethodDescriptor } from "../../protocol/call.ts";
import { PyDict } from "../../types/dict.ts";
import { PyGetSetDescriptor, PyMemberDescriptor } from "../../types/descriptors.ts";
import { PyFunction } from "../../types/function.ts";
import { PyModule } from "../../types/module.ts";
import { PyProperty } from "../../types/property.ts";
import { GENERIC_SLOTS } from "../../types/slot-functions.ts";
import type { Machine } from "../machine.ts";
import type { Chooser, Proposal } from "./specializer.ts";

function loadFrom(vm: Machine, owner: PyObject, name: string, isMethod: boolean): Proposal {
  if (owner instanceof PyModule) return (owner.dict as PyDict | null)?.peekName(name) ? `LOAD_ATTR_MODULE ${owner.id}` : null;
  if (owner instanceof PyType) return loadFromClass(vm, owner, name);
  const { type } = owner;
  const { getAttribute } = type.slots;
  if (getAttribute === GENERIC_SLOTS.getAttribute) {
    const own = type.peek("__getattribute__");
    return own instanceof PyFunction && !type.peek("__getattr__") && !isMethod ? `LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN ${type.id}` : null;
  }
  if (getAttribute && getAttribute !== genericGetAttribute) return null;
  const found = type.peek(name);
  if (!found) return loadFromInstance(vm, owner, name);
  if (found instanceof PyProperty) return found.getter instanceof PyFunction && !isMethod ? `LOAD_ATTR_PROPERTY ${type.id}` : null;
  if (found instanceof PyMemberDescriptor) return isMethod ? null : `LOAD_ATTR_SLOT ${type.id}`;
  if (found instanceof PyGetSetDescriptor) return found.name === "__class__" ? `LOAD_ATTR_SLOT ${type.id}` : null;
  if (found.type.slots.descrSet) return null;
  return loadClassValue(vm, owner, name, found, isMethod);
}

/** A value of the class that the instance does not hide: a method, or something that is no descriptor. */
function loadClassValue(vm: Machine, owner: PyObject, name: string, found: PyObject, isMethod: boolean): Proposal {
  const { type } = owner;
  const hidden = owner.attributes?.values?.get(name) ?? (owner.attributes?.dict as PyDict | null)?.peekName(name);
  if (hidden) return loadFromInstance(vm, owner, name);
  // A dict that was asked for may share the values that lie in the instance.
  const hasValues = owner.attributes?.values || vm.profile.instances.dictSharesValues;
  const place = !type.hasDict ? "NO_DICT" : hasValues ? "WITH_VALUES" : null;
  if (isMethod && isMethodDescriptor(vm, found.type)) return place ? `LOAD_ATTR_METHOD_${place} ${type.id}` : null;
  if (found.type.slots.descrGet) return null;
  return place && !isMethod ? `LOAD_ATTR_NONDESCRIPTOR_${place} ${type.id}` : null;
}

function loadFromInstance(vm: Machine, { attributes, type }: PyObject, name: string): Proposal {
  if (attributes?.values?.has(name)) return `LOAD_ATTR_INSTANCE_VALUE ${type.id}`;
  // Where a dict that was asked for shares the instance's values, it has no places of its own.
  const dict = vm.profile.instances.dictSharesValues ? null : (attributes?.dict as PyDict | null);
  return dict?.peekName(name) ? `LOAD_ATTR_WITH_HINT ${type.id}` : null;
}

function loadFromClass(vm: Machine, owner: PyType, name: string): Proposal {
  if (owner.type.slots.getAttribute !== vm.types.type.slots.getAttribute || owner.type.peek(name)?.type.slots.descrSet) return null;
  const found = owner.peek(name);
  if (!found || (found.type.slots.descrGet && !isMethodDescriptor(vm, found.type))) return null;
  return owner.type === vm.types.type ? `LOAD_ATTR_CLASS ${owner.id}` : `LOAD_ATTR_CLASS_WITH_METACLASS_CHECK ${owner.id}`;
}

const nameOf = (names: readonly string[], index: number) => names[index];

/** Globals, attributes, super. */
export const attributeChoosers: Readonly<Record<string, Chooser>> = {
  LOAD_GLOBAL: (_vm, frame, arg) => {
    const name = nameOf(frame.code.spec.names, arg >> 1);
    if (frame.globals.peekName(name)) return "LOAD_GLOBAL_MODULE";
    const { builtins } = frame;
    return builtins instanceof PyDict && builtins.peekName(name) ? "LOAD_GLOBAL_BUILTIN" : null;
  },
  LOAD_ATTR: (vm, frame, arg) => {
    const shift = instructionSetOf(vm.profile.compiler.instructionSet).opcodes.get("LOAD_ATTR")?.nameShift ?? 0;
    return loadFrom(vm, frame.peek(1), nameOf(frame.code.spec.names, arg >> shift), shift > 0 && (arg & 1) === 1);
  },
  LOAD_METHOD: (vm, frame, index) => {
    const proposal = loadFrom(vm, frame.peek(1), nameOf(frame.code.spec.names, index), true);
    return typeof proposal === "string" ? proposal.replace(/^LOAD_ATTR_(METHOD_)?/, "LOAD_METHOD_") : null;
  },
  STORE_ATTR: (vm, frame, index) => {
    const owner = frame.peek(1);
    const name = nameOf(frame.code.spec.names, index);
    const { type, attributes } = owner;
    if (owner instanceof PyType || owner instanceof PyModule || type.slots.setAttribute === GENERIC_SLOTS.setAttribute) return null;
    const found = type.peek(name);
    if (found instanceof PyMemberDescriptor) return `STORE_ATTR_SLOT ${type.id}`;
    if (found?.type.slots.descrSet) return null;
    if (attributes?.values) return `STORE_ATTR_INSTANCE_VALUE ${type.id}`;
    const dict = vm.profile.instances.dictSharesValues ? null : (attributes?.dict as PyDict | null);
    return dict?.peekName(name) ? `STORE_ATTR_WITH_HINT ${type.id}` : null;
  },
  LOAD_SUPER_ATTR: (vm, frame, arg) => {
    if (frame.peek(3) !== vm.types.super) return null;
    return arg & 1 ? "LOAD_SUPER_ATTR_METHOD" : "LOAD_SUPER_ATTR_ATTR";
  },
};
