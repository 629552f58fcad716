import { type PyObject, release, retain } from "../../core/object.ts";
import { Raise } from "../../core/raise.ts";
import { PyType } from "../../core/type.ts";
import { PyException } from "../../types/exception.ts";
import { rareMembers } from "../../types/rare-members.ts";
import type { Frame } from "../../types/frame.ts";
import { PyInt } from "../../types/int-object.ts";
import { PyTuple } from "../../types/tuple.ts";
import { addTraceback, chainContext, type Control, type Handler, raiseHere } from "../loop.ts";
import type { Machine } from "../machine.ts";

/** An exception object for what follows `raise`: a class is called, an instance is taken as it is; owned. */
function exceptionOf(vm: Machine, value: PyObject, text: string): PyObject {
  if (value instanceof PyType && value.isSubtypeOf(vm.types.BaseException)) {
    const made = vm.call(value, []);
    if (made instanceof PyException) return made;
    const { type } = vm.temp(made);
    return vm.raise("TypeError", `calling ${vm.reprText(value)} should have returned an instance of BaseException, not ${vm.reprText(type)}`);
  }
  if (value instanceof PyException) return retain(value);
  return vm.raise("TypeError", text);
}

/** `raise exc from cause` (Python/ceval.c, do_raise). */
function raiseValue(vm: Machine, frame: Frame, value: PyObject, cause: PyObject | null): Control {
  const exception = exceptionOf(vm, value, "exceptions must derive from BaseException");
  if (cause) {
    try {
      const made = cause === vm.none ? null : vm.temp(exceptionOf(vm, cause, "exception causes must derive from BaseException"));
      (exception as PyException).setCause(made);
    } catch (error) {
      release(exception);
      throw error;
    }
  }
  chainContext(vm, exception);
  // What is temporary goes before the search for a handler begins: see `execute`.
  if (cause) throw new Raise(exception);
  return raiseHere(vm, frame, exception);
}

function reraiseHandled(vm: Machine): never {
  const handled = vm.peekHandled();
  if (!handled) vm.raise("RuntimeError", "No active exception to reraise");
  return vm.reraise(retain(handled as PyObject));
}

const cannotCatch = "catching classes that do not inherit from BaseException is not allowed";

/** Whether an exception of a type matches what follows `except`: a class or a tuple of classes (PyErr_GivenExceptionMatches). */
export function matches(vm: Machine, type: PyType, target: PyObject): boolean {
  const classes = target instanceof PyTuple ? target.items : [target];
  for (const cls of classes) {
    if (!(cls instanceof PyType) || !cls.isSubtypeOf(vm.types.BaseException)) vm.raise("TypeError", cannotCatch);
  }
  return classes.some((cls) => type.isSubtypeOf(cls as PyType));
}

function checkStarTarget(vm: Machine, target: PyObject): void {
  const classes = target instanceof PyTuple ? target.items : [target];
  for (const cls of classes) {
    if (!(cls instanceof PyType) || !cls.isSubtypeOf(vm.types.BaseException)) vm.raise("TypeError", cannotCatch);
    if ((cls as PyType).isSubtypeOf(vm.types.BaseExceptionGroup)) {
      vm.raise("TypeError", "catching ExceptionGroup with except* is not allowed. Use except instead.");
    }
  }
}

function exitArguments(vm: Machine, exception: PyObject): PyObject[] {
  const traceback = exception instanceof PyException && exception.traceback ? exception.traceback : vm.none;
  return [exception.type, exception, traceback];
}

/** Raising, catching, cleaning up. */
export const exceptionHandlers: Readonly<Record<string, Handler>> = {
  RAISE_VARARGS: (vm, frame, count) => {
    if (count === 0) reraiseHandled(vm);
    const value = frame.peek(count);
    return raiseValue(vm, frame, value, count === 2 ? frame.peek(1) : null);
  },
  RERAISE: (vm, frame, depth) => {
    const exception = frame.pop();
    vm.searchFrom = frame.lasti;
    if (depth > 0) frame.pc = Number((frame.peek(depth) as PyInt).value) + 1;
    vm.isReraise = true;
    return raiseHere(vm, frame, exception);
  },
  PUSH_EXC_INFO: (vm, frame) => {
    const exception = frame.pop();
    const item = vm.handledItem;
    frame.push(item.value ?? retain(vm.none));
    item.value = retain(exception);
    frame.push(exception);
  },
  POP_EXCEPT: (vm, frame) => {
    const previous = frame.pop();
    const item = vm.handledItem;
    const done = item.value;
    item.value = previous === vm.none ? null : previous;
    if (previous === vm.none) release(previous);
    if (done) release(done);
  },
  CHECK_EXC_MATCH: (vm, frame) => {
    const found = matches(vm, frame.peek(2).type, frame.peek(1));
    frame.drop(1);
    frame.push(vm.bool(found));
  },
  CHECK_EG_MATCH: (vm, frame) => {
    const target = frame.peek(1);
    checkStarTarget(vm, target);
    const { match, rest, isMade } = rareMembers.get().splitGroup(vm, frame.peek(2), target);
    if (match && isMade === true && vm.profile.frames.tracesMadeGroups) addTraceback(vm, frame, match);
    frame.drop(2);
    frame.push(rest ?? retain(vm.none));
    frame.push(match ?? retain(vm.none));
    if (match) vm.setHandled(match);
  },
  WITH_EXCEPT_START: (vm, frame) => {
    const exception = frame.peek(1);
    const self = frame.slots[frame.sp - 4];
    const exit = frame.peek(5);
    const args = exitArguments(vm, exception);
    frame.push(vm.call(exit, self ? [self, ...args] : args));
  },
  LOAD_COMMON_CONSTANT: (vm, frame, which) => frame.push(commonConstant(vm, which)),
};

/** AssertionError, NotImplementedError, tuple, all, any, list, set, None, '', True, False, -1: what LOAD_COMMON_CONSTANT means (Include/internal/pycore_opcode_utils.h). */
export function commonConstant(vm: Machine, which: number): PyObject {
  const { types } = vm;
  switch (which) {
    case 0:
      return retain(types.AssertionError);
    case 1:
      return retain(types.NotImplementedError);
    case 2:
      return retain(types.tuple);
    case 3:
    case 4:
      return retain(vm.builtins.peekName(which === 3 ? "all" : "any") as PyObject);
    case 5:
      return retain(types.list);
    case 6:
      return retain(types.set);
    case 7:
      return retain(vm.none);
    case 8:
      return vm.intern("");
    case 9:
    case 10:
      return vm.bool(which === 9);
    default:
      return vm.int(-1);
  }
}
