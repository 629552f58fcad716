import type { PyCode } from "../types/code.ts";
import { type PyObject, release } from "../core/object.ts";
import type { BinaryOperator } from "../protocol/number.ts";
import type { CompareOp } from "../core/slots.ts";
import type { Frame } from "../types/frame.ts";
import { PyInt } from "../types/int-object.ts";
import { nextInRange, PyRangeIterator } from "../types/range.ts";
import type { Handler } from "./loop.ts";
import type { Machine } from "./machine.ts";

/*
 * Neighbours that run as one where nobody can tell: an operator, with the loads of its operands before it and the store or
 * jump behind it, while both operands are ints that the host counts exactly; and the head of a loop with its store. Each
 * instruction keeps its own handler besides, which runs when the units of work do not reach for all of them, when somebody
 * watches, when something jumps between them, and when an operand is anything else.
 */

/** What an instruction has to do with such neighbours; what handlers without one do is nobody's part. */
export type Role =
  | { readonly kind: "local" | "two-locals" | "constant" | "small-int" | "store" }
  | { readonly kind: "operator"; readonly operatorOf: (arg: number) => BinaryOperator | CompareOp | null }
  | { readonly kind: "jump"; readonly when: boolean }
  /** Where the iterator lies, from the top. */
  | { readonly kind: "loop-head"; readonly depth: number };

/** One instruction of those to be fused. */
export interface Part {
  readonly plain: Handler;
  readonly role: Role | undefined;
  /** The argument that the handler gets, and the one of the listing. */
  readonly arg: number;
  readonly listed: number;
}

/** Operators by number: comparisons from FIRST_COMPARISON on. */
const OPERATORS: readonly (BinaryOperator | CompareOp)[] = ["+", "-", "*", "%", "//", "&", "|", "^", "<", "<=", "==", "!=", ">", ">="];
const FIRST_COMPARISON = 8;
const MOST = Number.MAX_SAFE_INTEGER;

/** Where an operand lies: a slot from 0 on, or one of these. */
const ON_STACK = -1;
const CONSTANT = -2;

/** What becomes of the result. */
const PUSHED = 0;
const STORED = 1;
const JUMPS_IF_FALSE = 2;
const JUMPS_IF_TRUE = 3;

interface Plan {
  readonly left: number;
  readonly right: number;
  readonly constant: number;
  readonly operator: number;
  readonly end: number;
  /** The slot that is stored to, or where the jump leads. */
  readonly at: number;
  /** Instructions behind the first. */
  readonly more: number;
}

type CountedInt = PyInt & { readonly form: number };

export function isCounted(vm: Machine, object: PyObject | null): object is CountedInt {
  return object instanceof PyInt && object.type === vm.intType && typeof object.form === "number";
}

/** The result, or NaN where it takes more: division by zero, or a result that is not exact. */
function calculate(operator: number, a: number, b: number): number {
  switch (operator) {
    case 0: return checked(a + b);
    case 1: return checked(a - b);
    case 2: return checked(a * b);
    case 3: {
      const rest = a % b;
      return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
    }
    case 4: {
      const rest = a % b;
      const quotient = (a - rest) / b;
      return rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient;
    }
    case 5: return isNarrow(a, b) ? a & b : Number.NaN;
    case 6: return isNarrow(a, b) ? a | b : Number.NaN;
    default: return isNarrow(a, b) ? a ^ b : Number.NaN;
  }
}

function checked(value: number): number {
  return value <= MOST && value >= -MOST ? value : Number.NaN;
}

function isNarrow(a: number, b: number): boolean {
  return (a | 0) === a && (b | 0) === b;
}

function compares(operator: number, a: number, b: number): boolean {
  switch (operator) {
    case 8: return a < b;
    case 9: return a <= b;
    case 10: return a === b;
    case 11: return a !== b;
    case 12: return a > b;
    default: return a >= b;
  }
}

/** Pops an int that lies on top of the stack. */
function popInt(vm: Machine, frame: Frame): void {
  const at = --frame.sp;
  const int = frame.slots[at] as PyInt;
  frame.slots[at] = null;
  if (frame.borrowed[at] === 0) vm.scalars.giveUpInt(int);
}

/** Puts a new value, which it takes over, into a fast local. */
function store(vm: Machine, frame: Frame, slot: number, value: PyObject): void {
  const { slots, borrowed } = frame;
  const old = slots[slot];
  const isCountedThere = borrowed[slot] === 0;
  slots[slot] = value;
  borrowed[slot] = 0;
  if (old === null || !isCountedThere) return;
  if (old instanceof PyInt) vm.scalars.giveUpInt(old);
  else release(old);
}

function operation(plain: Handler, { left, right, constant, operator, end, at, more }: Plan): Handler {
  const onStack = (left === ON_STACK ? 1 : 0) + (right === ON_STACK ? 1 : 0);
  return (vm, frame, arg) => {
    if (vm.budget - more < vm.nextCheck) return plain(vm, frame, arg);
    const { slots, sp } = frame;
    const first = slots[left === ON_STACK ? sp - onStack : left];
    if (!isCounted(vm, first)) return plain(vm, frame, arg);
    let b = constant;
    if (right !== CONSTANT) {
      const second = slots[right === ON_STACK ? sp - 1 : right];
      if (!isCounted(vm, second)) return plain(vm, frame, arg);
      b = second.form;
    }
    const a = first.form;
    if (operator >= FIRST_COMPARISON) {
      const answer = compares(operator, a, b);
      vm.budget -= more;
      frame.pc += more;
      for (let i = 0; i < onStack; i++) popInt(vm, frame);
      if (end === PUSHED) frame.push(vm.bool(answer));
      else if (end === STORED) store(vm, frame, at, vm.bool(answer));
      else if (answer === (end === JUMPS_IF_TRUE)) frame.pc = at;
      return undefined;
    }
    const value = calculate(operator, a, b);
    // biome-ignore lint/suspicious/noSelfCompare: NaN is what is asked for, in the quickest way.
    if (value !== value) return plain(vm, frame, arg);
    vm.budget -= more;
    frame.pc += more;
    const result = vm.scalars.intOfNumber(value);
    for (let i = 0; i < onStack; i++) popInt(vm, frame);
    if (end === STORED) store(vm, frame, at, result);
    else frame.push(result);
    return undefined;
  };
}

/** The head of a loop over a range, with the store behind it. */
function loopHead(plain: Handler, depth: number, slot: number): Handler {
  return (vm, frame, arg) => {
    const iterator = frame.slots[frame.sp - depth];
    if (!(iterator instanceof PyRangeIterator) || iterator.left <= 0 || vm.budget - 1 < vm.nextCheck) return plain(vm, frame, arg);
    vm.budget--;
    frame.pc++;
    store(vm, frame, slot, nextInRange(vm, iterator) as PyObject);
    return undefined;
  };
}

/** The loads at the start, as far as they are operands; null where the instruction is none. */
function operandsAt(vm: Machine, code: PyCode, parts: readonly Part[], at: number): { left: number; right: number; constant: number; count: number } {
  const first = operandOf(vm, code, parts[at]);
  if (parts[at].role?.kind === "two-locals") return { left: parts[at].arg >> 4, right: parts[at].arg & 15, constant: 0, count: 1 };
  if (first === null) return { left: ON_STACK, right: ON_STACK, constant: 0, count: 0 };
  const second = at + 1 < parts.length ? operandOf(vm, code, parts[at + 1]) : null;
  if (second !== null && first.place !== CONSTANT) return { left: first.place, right: second.place, constant: second.constant, count: 2 };
  return { left: ON_STACK, right: first.place, constant: first.constant, count: 1 };
}

function operandOf(vm: Machine, code: PyCode, { role, arg, listed }: Part): { place: number; constant: number } | null {
  switch (role?.kind) {
    case "local": return { place: arg, constant: 0 };
    case "small-int": return { place: CONSTANT, constant: listed };
    case "constant": {
      const value = code.constants[listed];
      return isCounted(vm, value) ? { place: CONSTANT, constant: value.form } : null;
    }
    default: return null;
  }
}

function endAt(part: Part | undefined, isComparison: boolean): { end: number; at: number } {
  if (part?.role?.kind === "store") return { end: STORED, at: part.arg };
  if (isComparison && part?.role?.kind === "jump") return { end: part.role.when ? JUMPS_IF_TRUE : JUMPS_IF_FALSE, at: part.arg };
  return { end: PUSHED, at: 0 };
}

/** What runs at an index in place of the plain handler: that handler, where nothing can be fused. */
export function fusedAt(vm: Machine, code: PyCode, parts: readonly Part[], index: number): Handler {
  const { plain, role } = parts[index];
  const following = parts[index + 1];
  if (role?.kind === "loop-head") return following?.role?.kind === "store" ? loopHead(plain, role.depth, following.arg) : plain;
  const { count, ...operands } = operandsAt(vm, code, parts, index);
  const middle = parts[index + count];
  if (middle?.role?.kind !== "operator") return plain;
  const operator = OPERATORS.indexOf(middle.role.operatorOf(middle.listed) as BinaryOperator);
  if (operator < 0) return plain;
  const { end, at } = endAt(parts[index + count + 1], operator >= FIRST_COMPARISON);
  const more = count + (end === PUSHED ? 0 : 1);
  return more === 0 ? plain : operation(plain, { ...operands, operator, end, at, more });
}
