import { type PyObject, retain } from "../../core/object.ts";
import type { PyType } from "../../core/type.ts";
import type { Block, Frame } from "../../types/frame.ts";
import type { Control, Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import { leaveHandler, popException, restoreHandled } from "../unwinding/blocks.ts";
import { matches } from "./exceptions.ts";
import { callEnter, callExit } from "./null-first.ts";

/*
 * Handlers that instructions set up (Python/ceval.c up to 3.10). A running handler has six entries on the stack: traceback,
 * value and type of what was being handled outside, and above them those of its own exception.
 */

function setUp(frame: Frame, at: number, level: number): void {
  frame.blocks?.push({ isHandler: false, at, level });
}

const innermost = (frame: Frame) => frame.blocks?.at(-1) as Block;

/** A method of the type, bound to the object (special_lookup). */
function bindSpecial(vm: Machine, owner: PyObject, name: string): PyObject {
  const special = owner.type.peek(name) ?? vm.raise("AttributeError", name);
  const bind = special.type.slots.descrGet;
  return bind ? bind(vm, special, owner, owner.type) : retain(special);
}

/** Puts the exit method in the place of the manager, and calls the enter method. */
function enter(vm: Machine, frame: Frame, prefix: string, setsUp: number): Control | undefined {
  const manager = frame.peek(1);
  const entering = vm.temp(bindSpecial(vm, manager, `__${prefix}enter__`));
  const leaving = bindSpecial(vm, manager, `__${prefix}exit__`);
  frame.drop(1);
  frame.push(leaving);
  return callEnter(vm, frame, entering, setsUp);
}

/** Entering and leaving blocks, and what handlers do. */
export const blockStackHandlers: Readonly<Record<string, Handler>> = {
  SETUP_FINALLY: (_vm, frame, target) => setUp(frame, target, frame.sp),
  SETUP_WITH: (vm, frame, target) => enter(vm, frame, "", target),
  SETUP_ASYNC_WITH: (_vm, frame, target) => setUp(frame, target, frame.sp - 1),
  "BEFORE_ASYNC_WITH of blocks": (vm, frame) => enter(vm, frame, "a", -1),
  POP_BLOCK: (_vm, frame) => {
    frame.blocks?.pop();
  },
  "POP_EXCEPT of blocks": (vm, frame) => {
    frame.blocks?.pop();
    restoreHandled(vm, frame);
  },
  "RERAISE of blocks": (vm, frame, isFirstPlace) => {
    if (isFirstPlace) frame.pc = innermost(frame).at + 1;
    vm.reraise(popException(vm, frame) as PyObject);
  },
  JUMP_IF_NOT_EXC_MATCH: (vm, frame, target) => {
    const found = matches(vm, frame.peek(2) as PyType, frame.peek(1));
    frame.drop(2);
    if (!found) frame.pc = target;
  },
  "WITH_EXCEPT_START of blocks": (vm, frame) => callExit(vm, frame, frame.peek(7), [frame.peek(1), frame.peek(2), frame.peek(3)]),
  "END_ASYNC_FOR of blocks": (vm, frame) => {
    if (!(frame.peek(1) as PyType).isSubtypeOf(vm.types.StopAsyncIteration)) vm.reraise(popException(vm, frame) as PyObject);
    const { level } = innermost(frame);
    frame.blocks?.pop();
    leaveHandler(vm, frame, level);
    frame.drop(1);
  },
};
