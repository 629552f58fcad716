import { type PyObject, retain } from "../core/object.ts";
import { genericGetAttribute, peekInstanceValue } from "../protocol/attributes.ts";
import { isMethodDescriptor } from "../protocol/call.ts";
import type { Frame } from "../types/frame.ts";
import type { Machine } from "./machine.ts";

/**
 * Replaces the object on top of the stack by a callable and its self, without making a bound method where the attribute
 * is a plain method of the class; else by the attribute and NULL (Objects/object.c, _PyObject_GetMethod).
 */
export function pushMethod(vm: Machine, frame: Frame, owner: PyObject, name: string): void {
  const method = peekPlainMethod(vm, owner, name);
  if (method) {
    frame.slipUnder(retain(method));
    return;
  }
  const value = vm.getAttribute(owner, name);
  frame.drop(1);
  frame.push(value);
  frame.push(null);
}

function peekPlainMethod(vm: Machine, owner: PyObject, name: string): PyObject | null {
  const getAttribute = owner.type.slots.getAttribute;
  if (getAttribute && getAttribute !== genericGetAttribute) return null;
  const found = owner.type.peek(name);
  if (!found || !isMethodDescriptor(vm, found.type)) return null;
  return peekInstanceValue(owner, name) ? null : found;
}
