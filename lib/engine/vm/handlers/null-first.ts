import { type PyObject, retain } from "../../core/object.ts";
import { PyCode } from "../../types/code.ts";
import { PyException } from "../../types/exception.ts";
import type { Frame } from "../../types/frame.ts";
import { PyFunction } from "../../types/function.ts";
import { enterManager } from "../inline-calls.ts";
import type { Control, Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import { pushMethod } from "../methods.ts";
import { Suspension } from "../thread.ts";
import { callFromStack } from "../stack-calls.ts";
import { callSpread, keywordNames, setFunctionAttribute } from "./calls.ts";
import { attributeHandlers, loadGlobal, nameOf, peekSpecial } from "./names.ts";

/*
 * Calls as 3.11 and 3.12 lay them out: below the arguments lie a function and its self, or NULL and a callable. The
 * machine's own order is callable and self, or callable and NULL, so NULL changes places with what is above it.
 */

/** Exchanges two neighbours of the stack. */
function exchange(frame: Frame, lower: number): void {
  const { slots, borrowed } = frame;
  [slots[lower], slots[lower + 1]] = [slots[lower + 1], slots[lower]];
  [borrowed[lower], borrowed[lower + 1]] = [borrowed[lower + 1], borrowed[lower]];
}

function call(vm: Machine, frame: Frame, count: number): Control | undefined {
  const base = frame.sp - count - 2;
  if (frame.slots[base] === null) exchange(frame, base);
  const names = frame.keywordNames;
  frame.keywordNames = null;
  return callFromStack(vm, frame, count, names);
}

function callEx(vm: Machine, frame: Frame, flags: number, isHeld: boolean): Control | undefined {
  if (!(flags & 1)) frame.push(null);
  exchange(frame, frame.sp - 4);
  return callSpread(vm, frame, isHeld);
}

/** A special method bound to the manager on the stack. */
function bindSpecial(vm: Machine, owner: PyObject, which: number): PyObject {
  const special = peekSpecial(vm, owner, which);
  const bind = special.type.slots.descrGet;
  return bind ? bind(vm, special, owner, owner.type) : retain(special);
}

/** The numbers that LOAD_SPECIAL has for them. */
const SPECIAL = { enter: 0, exit: 1, aenter: 2, aexit: 3 } as const;

/** Calls an enter method, which may have to wait. `setsUp`: the handler that there is when its value lies on the stack, or -1. */
export function callEnter(vm: Machine, frame: Frame, bound: PyObject, setsUp: number): Control | undefined {
  const entered = enterManager(vm, frame, bound, [], setsUp);
  if (entered !== null) return entered;
  const finish = (value: PyObject) => {
    if (setsUp >= 0) frame.blocks?.push({ isHandler: false, at: setsUp, level: frame.sp });
    frame.push(value);
  };
  try {
    finish(vm.call(bound, []));
  } catch (error) {
    if (error instanceof Suspension) Suspension.note(error, () => vm.call(bound, []), finish, [retain(bound)]);
    throw error;
  }
  return undefined;
}

/** Calls an exit method, whose value goes onto the stack. */
export function callExit(vm: Machine, frame: Frame, exit: PyObject, args: readonly PyObject[]): Control | undefined {
  const entered = enterManager(vm, frame, exit, args, -1);
  if (entered === null) frame.push(vm.call(exit, args));
  return entered ?? undefined;
}

/** Puts the exit method in the place of the manager, and calls the enter method. */
function enterWith(enter: number, exit: number): Handler {
  return (vm, frame) => {
    const manager = frame.peek(1);
    const bound = vm.temp(bindSpecial(vm, manager, enter));
    const leaving = bindSpecial(vm, manager, exit);
    frame.drop(1);
    frame.push(leaving);
    // Called by the interpreter itself, which holds the bound method meanwhile.
    return callEnter(vm, frame, bound, -1);
  };
}

/** MAKE_FUNCTION's flags in the order in which their values lie on the stack, top first. */
const FUNCTION_PARTS = [8, 4, 2, 1];

/** Calls, functions and context managers where NULL comes first. */
export const nullFirstHandlers: Readonly<Record<string, Handler>> = {
  PRECALL: () => {},
  KW_NAMES: (_vm, frame, index) => {
    frame.keywordNames = keywordNames(frame.code.constants[index]);
  },
  "CALL with NULL first": call,
  "CALL_FUNCTION_EX with NULL first": (vm, frame, flags) => callEx(vm, frame, flags, false),
  "CALL_FUNCTION_EX from C": (vm, frame, flags) => callEx(vm, frame, flags, true),
  "LOAD_GLOBAL with NULL first": (vm, frame, arg) => {
    const value = loadGlobal(vm, frame, nameOf(frame, arg >> 1));
    if (arg & 1) frame.push(null);
    frame.push(value);
  },
  "LOAD_ATTR with NULL first": (vm, frame, arg) => {
    return arg & 1 ? nullFirstHandlers.LOAD_METHOD(vm, frame, arg >> 1) : attributeHandlers.LOAD_ATTR(vm, frame, arg);
  },
  "LOAD_SUPER_ATTR with NULL first": (vm, frame, arg) => {
    attributeHandlers.LOAD_SUPER_ATTR(vm, frame, arg);
    if (arg & 1 && frame.slots[frame.sp - 1] === null) exchange(frame, frame.sp - 2);
  },
  "LOAD_ATTR by name": (vm, frame, index) => attributeHandlers.LOAD_ATTR(vm, frame, index << 1),
  LOAD_METHOD: (vm, frame, index) => {
    pushMethod(vm, frame, frame.peek(1), nameOf(frame, index));
    if (frame.slots[frame.sp - 1] === null) exchange(frame, frame.sp - 2);
  },
  "MAKE_FUNCTION with flags": (vm, frame, flags) => {
    const func = new PyFunction(vm, frame.peek(1) as PyCode, frame.globals);
    frame.drop(1);
    for (const part of FUNCTION_PARTS) if (flags & part) setFunctionAttribute(func, part, frame.pop());
    frame.push(func);
  },
  BEFORE_WITH: enterWith(SPECIAL.enter, SPECIAL.exit),
  BEFORE_ASYNC_WITH: enterWith(SPECIAL.aenter, SPECIAL.aexit),
  "WITH_EXCEPT_START of bound methods": (vm, frame) => {
    const exception = frame.peek(1);
    const traceback = exception instanceof PyException && exception.traceback ? exception.traceback : vm.none;
    return callExit(vm, frame, frame.peek(4), [exception.type, exception, traceback]);
  },
};
