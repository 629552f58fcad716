import type { PyObject } from "../../core/object.ts";
import type { CompareOp } from "../../core/slots.ts";
import type { BinaryOperator } from "../../protocol/number.ts";
import type { Frame } from "../../types/frame.ts";
import type { PyInt } from "../../types/int-object.ts";
import { isCounted } from "../fused.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";

/*
 * Operators where both operands are exact ints whose values the host counts exactly (BINARY_OP_ADD_INT and its kin in
 * Python/bytecodes.c). Each is a function of its own: what functions share the host compiles for all that use it, and an
 * `instanceof` of one class is quicker than reading the type of any object.
 */

/** Wraps what an instruction does with other operands. */
type Quickened = (otherwise: Handler) => Handler;

const MOST = Number.MAX_SAFE_INTEGER;

/** Replaces the two ints on top of the stack by the result, which the stack owns. */
export function settle(vm: Machine, frame: Frame, result: PyObject): void {
  const { slots, borrowed } = frame;
  const at = frame.sp - 2;
  const left = slots[at] as PyInt;
  const right = slots[at + 1] as PyInt;
  const isLeftOwned = borrowed[at] === 0;
  frame.sp = at + 1;
  slots[at + 1] = null;
  slots[at] = result;
  borrowed[at] = 0;
  if (borrowed[at + 1] === 0) vm.scalars.giveUpInt(right);
  if (isLeftOwned) vm.scalars.giveUpInt(left);
}

export const quickOperators: Readonly<Partial<Record<BinaryOperator, Quickened>>> = {
  "+": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) {
      const sum = left.form + right.form;
      if (sum <= MOST && sum >= -MOST) return settle(vm, frame, vm.scalars.intOfNumber(sum));
    }
    return otherwise(vm, frame, 0);
  },
  "-": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) {
      const difference = left.form - right.form;
      if (difference <= MOST && difference >= -MOST) return settle(vm, frame, vm.scalars.intOfNumber(difference));
    }
    return otherwise(vm, frame, 0);
  },
  "*": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) {
      const product = left.form * right.form;
      if (product <= MOST && product >= -MOST) return settle(vm, frame, vm.scalars.intOfNumber(product));
    }
    return otherwise(vm, frame, 0);
  },
  "%": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) {
      const b = right.form;
      if (b !== 0) {
        const rest = left.form % b;
        return settle(vm, frame, vm.scalars.intOfNumber(rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest));
      }
    }
    return otherwise(vm, frame, 0);
  },
  "//": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) {
      const a = left.form;
      const b = right.form;
      if (b !== 0) {
        const rest = a % b;
        const quotient = (a - rest) / b;
        return settle(vm, frame, vm.scalars.intOfNumber(rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient));
      }
    }
    return otherwise(vm, frame, 0);
  },
  "&": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) {
      const a = left.form;
      const b = right.form;
      if ((a | 0) === a && (b | 0) === b) return settle(vm, frame, vm.scalars.intOfNumber(a & b));
    }
    return otherwise(vm, frame, 0);
  },
  "|": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) {
      const a = left.form;
      const b = right.form;
      if ((a | 0) === a && (b | 0) === b) return settle(vm, frame, vm.scalars.intOfNumber(a | b));
    }
    return otherwise(vm, frame, 0);
  },
  "^": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) {
      const a = left.form;
      const b = right.form;
      if ((a | 0) === a && (b | 0) === b) return settle(vm, frame, vm.scalars.intOfNumber(a ^ b));
    }
    return otherwise(vm, frame, 0);
  },
};

export const quickComparisons: Readonly<Record<CompareOp, Quickened>> = {
  "<": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) return settle(vm, frame, vm.bool(left.form < right.form));
    return otherwise(vm, frame, 0);
  },
  "<=": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) return settle(vm, frame, vm.bool(left.form <= right.form));
    return otherwise(vm, frame, 0);
  },
  "==": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) return settle(vm, frame, vm.bool(left.form === right.form));
    return otherwise(vm, frame, 0);
  },
  "!=": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) return settle(vm, frame, vm.bool(left.form !== right.form));
    return otherwise(vm, frame, 0);
  },
  ">": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) return settle(vm, frame, vm.bool(left.form > right.form));
    return otherwise(vm, frame, 0);
  },
  ">=": (otherwise) => (vm, frame) => {
    const { slots, sp } = frame;
    const left = slots[sp - 2];
    const right = slots[sp - 1];
    if (isCounted(vm, left) && isCounted(vm, right)) return settle(vm, frame, vm.bool(left.form >= right.form));
    return otherwise(vm, frame, 0);
  },
};
