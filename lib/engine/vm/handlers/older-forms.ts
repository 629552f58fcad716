import { type PyObject, release, retain } from "../../core/object.ts";
import { asciiText } from "../../protocol/repr.ts";
import type { PyDict } from "../../types/dict.ts";
import { formattedObject } from "../../types/format/template.ts";
import type { Frame } from "../../types/frame.ts";
import { PyCoroutineWrapper, PyGenerator } from "../../types/generator.ts";
import type { PyStr } from "../../types/str-object.ts";
import type { PyTuple } from "../../types/tuple.ts";
import { enterSuspended, isResumable } from "../inline-calls.ts";
import { binaryIntrinsics, unaryIntrinsics } from "../intrinsics.ts";
import type { Control, Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import type { Prepared } from "../prepare.ts";
import { controlHandlers, loopHead, step } from "./control.ts";
import { lookUp } from "./names.ts";
import { comparisonByArgument, reduce, subscript } from "./operators.ts";
import { stackHandlers } from "./stack.ts";

/*
 * Instructions that later versions spell otherwise (Python/ceval.c up to 3.11, Python/bytecodes.c of 3.12). Where one
 * name means different things in different versions, the instruction set's `meanings` choose.
 */

/** An intrinsic of later versions as an opcode of its own. */
function unary(number: number, givesNothing = false): Handler {
  return (vm, frame) => {
    const result = unaryIntrinsics[number](vm, frame, frame.peek(1));
    frame.drop(1);
    if (givesNothing) release(result);
    else frame.push(result);
  };
}

/** The generator's end takes it off the stack of the frame that entered it. */
function enterAndDrop(vm: Machine, generator: PyGenerator, value: PyObject, exit: number, isLoop: boolean): Control {
  (generator.frame as Frame).owed = 1;
  return enterSuspended(vm, generator, value, exit, isLoop);
}

function formatWith(vm: Machine, value: PyObject, how: number, spec: string): PyObject {
  const converted = how === 0 ? value : vm.temp(how === 1 ? (value.type === vm.types.str ? retain(value) : vm.str(vm.strText(value))) : how === 2 ? vm.repr(value) : vm.str(asciiText(vm, value)));
  return formattedObject(vm, converted, spec);
}

const HAS_SPEC = 4;
/** RESUME's argument from which on the frame waits for another. */
const RESUMES_DELEGATE = 2;

/** Loops and delegation whose iterator goes when it has ended, and jumps that keep or pop. */
export const olderControlHandlers: Readonly<Record<string, Handler>> = {
  "FOR_ITER that drops": loopHead(1, (vm, frame, target) => {
    const iterator = frame.peek(1);
    if (iterator instanceof PyGenerator && iterator.type === vm.types.generator && isResumable(iterator)) {
      return enterAndDrop(vm, iterator, retain(vm.none), target, true);
    }
    const item = step(vm, iterator);
    if (item) {
      frame.push(item);
    } else {
      frame.drop(1);
      frame.pc = target;
    }
    return undefined;
  }),
  "FOR_ITER past END_FOR": loopHead(1, (vm, frame, target) => {
    const iterator = frame.peek(1);
    if (iterator instanceof PyGenerator && iterator.type === vm.types.generator && isResumable(iterator)) {
      return enterAndDrop(vm, iterator, retain(vm.none), target + 1, true);
    }
    const item = step(vm, iterator);
    if (item) {
      frame.push(item);
    } else {
      frame.drop(1);
      frame.pc = target + 1;
    }
    return undefined;
  }),
  "SEND that drops": (vm, frame, target) => {
    const receiver = frame.peek(2);
    const generator = receiver instanceof PyCoroutineWrapper ? receiver.coroutine : receiver;
    if (generator instanceof PyGenerator && generator.type !== vm.types.async_generator && isResumable(generator)) {
      if (generator.state === "suspended" || frame.peek(1) === vm.none) return enterAndDrop(vm, generator, frame.pop(), target, false);
    }
    const yielded = vm.sendTo(receiver, frame.peek(1));
    if (yielded) {
      reduce(frame, 1, yielded);
    } else {
      reduce(frame, 2, vm.takeReturned());
      frame.pc = target;
    }
    return undefined;
  },
  "YIELD_VALUE before RESUME": (vm, frame) => {
    const where = (frame.code.prepared as Prepared).args[frame.pc];
    return controlHandlers.YIELD_VALUE(vm, frame, where >= RESUMES_DELEGATE ? 1 : 0);
  },
  JUMP_IF_FALSE_OR_POP: (vm, frame, target) => {
    if (vm.truth(frame.peek(1))) frame.drop(1);
    else frame.pc = target;
  },
  JUMP_IF_TRUE_OR_POP: (vm, frame, target) => {
    if (vm.truth(frame.peek(1))) frame.pc = target;
    else frame.drop(1);
  },
};

/** Operators, containers and text. */
export const olderOperatorHandlers: Readonly<Record<string, Handler>> = {
  UNARY_POSITIVE: unary(5),
  BINARY_SUBSCR: subscript,
  "COMPARE_OP by number": comparisonByArgument(0, () => false),
  "COMPARE_OP without answer": comparisonByArgument(4, () => false),
  BUILD_CONST_KEY_MAP: (vm, frame, count) => {
    const dict = vm.temp(vm.dict()) as PyDict;
    const keys = (frame.peek(1) as PyTuple).items;
    keys.forEach((key, i) => dict.set(vm, key, frame.peek(count + 1 - i)));
    reduce(frame, count + 1, retain(dict));
  },
  LIST_TO_TUPLE: unary(6),
  FORMAT_VALUE: (vm, frame, arg) => {
    const count = arg & HAS_SPEC ? 2 : 1;
    const spec = count === 2 ? (frame.peek(1) as PyStr).value : "";
    reduce(frame, count, formatWith(vm, frame.peek(count), arg & 3, spec));
  },
  PRINT_EXPR: unary(1, true),
  IMPORT_STAR: unary(2, true),
  ASYNC_GEN_WRAP: unary(4),
  PREP_RERAISE_STAR: (vm, frame) => reduce(frame, 2, binaryIntrinsics[1](vm, frame.peek(2), frame.peek(1))),
  LOAD_ASSERTION_ERROR: (vm, frame) => frame.push(retain(vm.types.AssertionError)),
  LOAD_CLASSDEREF: (vm, frame, slot) => {
    const { name } = frame.code.spec.slots[slot];
    const own = frame.locals ? lookUp(vm, frame.locals, name) : null;
    if (own) frame.push(own);
    else stackHandlers.LOAD_DEREF(vm, frame, slot);
  },
};
