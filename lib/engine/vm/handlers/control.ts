import { type PyObject, release, retain } from "../../core/object.ts";
import { FRAME_CHANGED, LEAVE, leaveFrame, type Handler } from "../loop.ts";
import type { Frame } from "../../types/frame.ts";
import { PyCoroutineWrapper, PyGenerator } from "../../types/generator.ts";
import { flatIteration } from "../lent-iteration.ts";
import { initialized, leaveAsGenerator } from "../frame-start.ts";
import { leaveGenerator } from "../generator-frames.ts";
import { enterSuspended, isResumable } from "../inline-calls.ts";
import type { Machine } from "../machine.ts";
import { delegationEnded, generatorEnded, heardNext } from "../stop-events.ts";
import { next } from "../../protocol/iterate.ts";
import { PyBool } from "../../types/bool.ts";
import { nextItem, PySequenceIterator } from "../../types/iterators.ts";
import { nextInRange, PyRangeIterator } from "../../types/range.ts";

/** Pops the condition and says whether it is true; bools need no call. */
function popTruth(vm: Machine, frame: Frame): boolean {
  const value = frame.peek(1);
  if (value instanceof PyBool) {
    const at = --frame.sp;
    frame.slots[at] = null;
    vm.scalars.giveUpInt(value);
    return value === vm.true;
  }
  const truth = vm.truth(value);
  frame.drop(1);
  return truth;
}

/** Hands a value to whoever waits for this frame: the loop's caller or the frame below. */
function deliver(vm: Machine, frame: Frame, value: PyObject) {
  vm.tracer.leave(frame, value);
  const { isEntry, instance, owed, exit, dropsResult, setsUp } = frame;
  frame.instance = null;
  leaveFrame(vm, frame);
  const result = instance ? initialized(vm, instance, value) : value;
  if (isEntry) {
    vm.result = result;
    vm.yielded = false;
    return LEAVE;
  }
  const caller = vm.frame as Frame;
  if (exit >= 0 && vm.hearsStops) endHeard(vm, caller, result, exit, dropsResult);
  if (owed > 0) caller.drop(owed);
  if (setsUp >= 0) caller.blocks?.push({ isHandler: false, at: setsUp, level: caller.sp });
  if (exit >= 0) caller.pc = exit;
  if (exit >= 0 && dropsResult) release(result);
  else caller.push(result);
  return FRAME_CHANGED;
}

/** Takes the value over where a watcher raises. */
function endHeard(vm: Machine, caller: Frame, result: PyObject, exit: number, isLoop: boolean): void {
  try {
    generatorEnded(vm, caller, result, exit, isLoop);
  } catch (error) {
    release(result);
    throw error;
  }
}

/** The next item for a loop, owned, or null at the end: what most loops go through is looked at first. */
export function step(vm: Machine, iterator: PyObject): PyObject | null {
  if (iterator instanceof PyRangeIterator) return nextInRange(vm, iterator);
  if (iterator instanceof PySequenceIterator && iterator.type.slots.next === nextItem) return nextItem(vm, iterator);
  return vm.hearsStops ? heardNext(vm, iterator, next) : next(vm, iterator);
}

export function loopHead(depth: number, handler: Handler): Handler {
  return Object.assign(handler, { role: { kind: "loop-head", depth } as const });
}

function conditionalJump(when: boolean, handler: Handler): Handler {
  return Object.assign(handler, { role: { kind: "jump", when } as const });
}

/** Jumps, loops, returns and yields. */
export const controlHandlers: Readonly<Record<string, Handler>> = {
  JUMP_FORWARD: (_vm, frame, target) => {
    frame.pc = target;
  },
  JUMP_BACKWARD: (vm, frame, target) => {
    frame.pc = target;
    if (vm.collectionRequested) vm.collectNow();
  },
  JUMP_BACKWARD_NO_INTERRUPT: (_vm, frame, target) => {
    frame.pc = target;
  },
  POP_JUMP_IF_FALSE: conditionalJump(false, (vm, frame, target) => {
    if (!popTruth(vm, frame)) frame.pc = target;
  }),
  POP_JUMP_IF_TRUE: conditionalJump(true, (vm, frame, target) => {
    if (popTruth(vm, frame)) frame.pc = target;
  }),
  POP_JUMP_IF_NONE: (vm, frame, target) => {
    const isNone = frame.peek(1) === vm.none;
    frame.drop(1);
    if (isNone) frame.pc = target;
  },
  POP_JUMP_IF_NOT_NONE: (vm, frame, target) => {
    const isNone = frame.peek(1) === vm.none;
    frame.drop(1);
    if (!isNone) frame.pc = target;
  },
  TO_BOOL: (vm, frame) => {
    const value = vm.truth(frame.peek(1));
    frame.drop(1);
    frame.push(vm.bool(value));
  },
  GET_ITER: (vm, frame) => {
    const iterator = vm.iter(frame.peek(1));
    frame.drop(1);
    frame.push(vm.hasOthers ? flatIteration.get().flatIterator(vm, iterator) : iterator);
  },
  GET_YIELD_FROM_ITER: (vm, frame) => {
    const value = frame.peek(1);
    if (value instanceof PyGenerator && value.type !== vm.types.async_generator) {
      if (value.type === vm.types.coroutine && !(frame.code.spec.flags & 0x180)) {
        vm.raise("TypeError", "cannot 'yield from' a coroutine object in a non-coroutine generator");
      }
      return;
    }
    const iterator = vm.iter(value);
    frame.drop(1);
    frame.push(iterator);
  },
  FOR_ITER: loopHead(1, (vm, frame, target) => {
    const iterator = frame.peek(1);
    // The listing's target is END_FOR; the iterator is left for POP_ITER behind it.
    if (iterator instanceof PyGenerator && iterator.type === vm.types.generator && isResumable(iterator)) {
      return enterSuspended(vm, iterator, retain(vm.none), target + 1, true);
    }
    const item = step(vm, iterator);
    if (item) frame.push(item);
    else frame.pc = target + 1;
    return undefined;
  }),
  RETURN_VALUE: (vm, frame) => deliver(vm, frame, frame.pop()),
  RETURN_CONST: (vm, frame, index) => deliver(vm, frame, retain(frame.code.constants[index])),
  RETURN_GENERATOR: leaveAsGenerator,
  YIELD_VALUE: (vm, frame, fromDelegate) => {
    const generator = frame.generator as PyGenerator;
    const value = frame.pop();
    const { pc } = frame;
    vm.tracer.leave(frame, value);
    if (frame.pc !== pc && vm.profile.frames.jumps.afterYield === "instead") return release(value);
    generator.delegating = fromDelegate === 1;
    vm.popFrame(frame);
    const caller = frame.back;
    frame.back = null;
    leaveGenerator(vm, generator, "suspended");
    if (!frame.isEntry) {
      frame.exit = -1;
      (caller as Frame).push(value);
      return FRAME_CHANGED;
    }
    vm.result = value;
    vm.yielded = true;
    return LEAVE;
  },
  SEND: (vm, frame, target) => {
    const receiver = frame.peek(2);
    const generator = receiver instanceof PyCoroutineWrapper ? receiver.coroutine : receiver;
    if (generator instanceof PyGenerator && generator.type !== vm.types.async_generator && isResumable(generator)) {
      if (generator.state === "suspended" || frame.peek(1) === vm.none) return enterSuspended(vm, generator, frame.pop(), target, false);
    }
    const sent = frame.peek(1);
    const yielded = vm.sendTo(receiver, sent);
    frame.drop(1);
    frame.push(yielded ?? vm.takeReturned());
    if (!yielded) frame.pc = target;
    return undefined;
  },
  END_SEND: (vm, frame) => {
    if (vm.hearsStops) delegationEnded(vm, frame, frame.peek(2));
    const value = frame.pop();
    frame.drop(1);
    frame.push(value);
  },
  CLEANUP_THROW: (vm, frame) => {
    const exception = frame.peek(1);
    if (!exception.type.isSubtypeOf(vm.types.StopIteration)) {
      retain(exception);
      vm.reraise(exception);
    }
    const value = vm.getAttribute(exception, "value");
    frame.drop(3);
    frame.push(retain(vm.none));
    frame.push(value);
  },
  GET_AWAITABLE: (vm, frame, where) => {
    const iterator = vm.awaitable(frame.peek(1), where);
    frame.drop(1);
    frame.push(iterator);
  },
  GET_AITER: (vm, frame) => {
    const iterator = vm.asyncIterator(frame.peek(1));
    frame.drop(1);
    frame.push(iterator);
  },
  GET_ANEXT: (vm, frame) => frame.push(vm.asyncNext(frame.peek(1))),
  END_ASYNC_FOR: (vm, frame) => {
    const exception = frame.peek(1);
    if (!exception.type.isSubtypeOf(vm.types.StopAsyncIteration)) {
      vm.reraise(retain(exception));
    }
    frame.drop(2);
  },
};
