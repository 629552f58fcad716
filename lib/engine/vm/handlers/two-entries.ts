import { retain } from "../../core/object.ts";
import type { Frame } from "../../types/frame.ts";
import { PyCoroutineWrapper, PyGenerator } from "../../types/generator.ts";
import { enterSuspended, isResumable } from "../inline-calls.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import { delegationEnded } from "../stop-events.ts";
import { controlHandlers, loopHead, step } from "./control.ts";
import { importHandlers } from "./imports.ts";

/** GET_ITER's argument in `yield from`. */
const YIELD_FROM = 3;
const LAZY = 1;
/** RESUME's argument where a generator expression asks for its iterator. */
const IN_EXPRESSION = 4;

function getIterator(vm: Machine, frame: Frame, kind: number): void {
  if (kind === YIELD_FROM) controlHandlers.GET_YIELD_FROM_ITER(vm, frame, 0);
  else controlHandlers.GET_ITER(vm, frame, 0);
  // Differs: CPython leaves a list or tuple there itself, and the second entry is the index in it.
  frame.push(null);
}

/** What instructions do where an iterator, or what is awaited, takes two entries of the stack; named by the instruction set's `meanings`. */
export const twoEntryHandlers: Readonly<Record<string, Handler>> = {
  "GET_ITER of two entries": (vm, frame, kind) => getIterator(vm, frame, kind),
  "FOR_ITER of two entries": loopHead(2, (vm, frame, target) => {
    const iterator = frame.peek(2);
    if (iterator instanceof PyGenerator && iterator.type === vm.types.generator && isResumable(iterator)) {
      return enterSuspended(vm, iterator, retain(vm.none), target + 1, true);
    }
    const item = step(vm, iterator);
    if (item) frame.push(item);
    else frame.pc = target + 1;
    return undefined;
  }),
  "RESUME of expressions": (vm, frame, where) => {
    frame.isIncomplete = where === IN_EXPRESSION;
    vm.tracer.call(frame);
  },
  "POP_ITER of two entries": (_vm, frame) => frame.drop(2),
  "SEND of two entries": (vm, frame, target) => {
    const receiver = frame.peek(3);
    const generator = receiver instanceof PyCoroutineWrapper ? receiver.coroutine : receiver;
    if (generator instanceof PyGenerator && generator.type !== vm.types.async_generator && isResumable(generator)) {
      if (generator.state === "suspended" || frame.peek(1) === vm.none) return enterSuspended(vm, generator, frame.pop(), target, false);
    }
    const yielded = vm.sendTo(receiver, frame.peek(1));
    frame.drop(1);
    frame.push(yielded ?? vm.takeReturned());
    if (!yielded) frame.pc = target;
    return undefined;
  },
  "END_SEND of two entries": (vm, frame) => {
    if (vm.hearsStops) delegationEnded(vm, frame, frame.peek(3));
    const value = frame.pop();
    frame.drop(2);
    frame.push(value);
  },
  "CLEANUP_THROW of two entries": (vm, frame) => {
    const exception = frame.peek(1);
    if (!exception.type.isSubtypeOf(vm.types.StopIteration)) vm.reraise(retain(exception));
    const value = vm.getAttribute(exception, "value");
    frame.drop(4);
    frame.push(retain(vm.none));
    frame.push(null);
    frame.push(value);
  },
  "IMPORT_NAME with flags": (vm, frame, arg) => {
    if (arg & LAZY) vm.stop("unsupported", "Lazy imports are not modelled here: import without `lazy`");
    return importHandlers.IMPORT_NAME(vm, frame, arg >> 2);
  },
};
