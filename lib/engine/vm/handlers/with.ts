import { type PyObject, release, retain } from "../../core/object.ts";
import type { Frame } from "../../types/frame.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";

/** A method of the type, bound to the context manager; owned. */
function boundMethod(vm: Machine, owner: PyObject, name: string, missed: string): PyObject {
  const found = owner.type.peek(name);
  if (!found) vm.raise("TypeError", missed);
  const method = found as PyObject;
  const bind = method.type.slots.descrGet;
  return bind ? bind(vm, method, owner, owner.type) : retain(method);
}

/** Leaves the bound exit method and what the enter method gave (Python/bytecodes.c up to 3.13). */
function enterContext(vm: Machine, frame: Frame, prefix: "" | "a", kind: string): void {
  const owner = frame.peek(1);
  const text = `'${owner.type.name}' object does not support the ${kind}context manager protocol`;
  const enter = boundMethod(vm, owner, `__${prefix}enter__`, text);
  let exit: PyObject | null = null;
  try {
    exit = boundMethod(vm, owner, `__${prefix}exit__`, `${text} (missed __${prefix}exit__ method)`);
    const entered = vm.call(enter, []);
    frame.drop(1);
    frame.push(exit);
    frame.push(entered);
    exit = null;
  } finally {
    release(enter);
    if (exit !== null) release(exit);
  }
}

/** Entering `with` blocks where the exit method is bound at once. */
export const withHandlers: Readonly<Record<string, Handler>> = {
  BEFORE_WITH: (vm, frame) => enterContext(vm, frame, "", ""),
  BEFORE_ASYNC_WITH: (vm, frame) => enterContext(vm, frame, "a", "asynchronous "),
};
