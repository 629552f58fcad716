import type { PyObject } from "../../core/object.ts";
import type { CompareOp } from "../../core/slots.ts";
import { type BinaryOperator, binaryOperation, inplaceOperation } from "../../protocol/number.ts";
import type { Frame } from "../../types/frame.ts";
import {
  addInts, andInts, compareInts, floorDivideInts, moduloInts, multiplyInts, orInts, shiftLeftInts, shiftRightInts, subtractInts, trueDivideInts, xorInts,
} from "../../types/int-arithmetic.ts";
import { chargeReading, type PyInt } from "../../types/int-object.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import { quickComparisons, quickOperators } from "./int-operators.ts";

/*
 * Operators, one handler each: which operator it is, is known before the program runs, and two exact ints are what most
 * operations meet (BINARY_OP_ADD_INT and its kin in Python/bytecodes.c). All others go through the slots.
 */

type IntOperation = (vm: Machine, left: PyInt, right: PyInt) => PyObject;

const INT_OPERATIONS: Readonly<Partial<Record<BinaryOperator, IntOperation>>> = {
  "+": addInts, "-": subtractInts, "*": multiplyInts, "//": floorDivideInts, "%": moduloInts, "/": trueDivideInts,
  "<<": shiftLeftInts, ">>": shiftRightInts, "&": andInts, "|": orInts, "^": xorInts,
};

/** Replaces the two operands on the stack by the result, which the stack owns. */
function replaceTwo(frame: Frame, result: PyObject): void {
  frame.drop(2);
  frame.push(result);
}

function operatorHandler(op: BinaryOperator, apply: typeof binaryOperation): Handler {
  const ints = INT_OPERATIONS[op];
  const handler: Handler = (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2] as PyObject;
    const right = slots[sp - 1] as PyObject;
    const isInts = ints !== undefined && left.type === vm.intType && right.type === vm.intType;
    replaceTwo(frame, isInts ? ints(vm, left as PyInt, right as PyInt) : apply(vm, op, left, right));
  };
  return quickOperators[op]?.(handler) ?? handler;
}

export const binaryHandler = (op: BinaryOperator): Handler => operatorHandler(op, binaryOperation);
export const inplaceHandler = (op: BinaryOperator): Handler => operatorHandler(op, inplaceOperation);

/** A comparison; `asBool` asks for a bool, as the condition of a jump does. */
export function compareHandler(op: CompareOp, asBool: boolean): Handler {
  return quickComparisons[op]((vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2] as PyObject;
    const right = slots[sp - 1] as PyObject;
    if (left.type === vm.intType && right.type === vm.intType) {
      if (left !== right) chargeReading(vm, left);
      replaceTwo(frame, vm.bool(compareInts(left as PyInt, right as PyInt, op)));
      return;
    }
    const result = vm.compare(left, right, op);
    if (!asBool || result === vm.true || result === vm.false) replaceTwo(frame, result);
    else replaceTwo(frame, vm.bool(vm.truth(vm.temp(result))));
  });
}
