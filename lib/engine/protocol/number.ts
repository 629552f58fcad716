import { deprecations } from "./deprecations.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Binary, Slots } from "../core/slots.ts";
import type { PyInt } from "../types/int.ts";
import { isSequenceLike } from "./item.ts";

/** A binary operator as it is written in a program. */
export type BinaryOperator = "+" | "-" | "*" | "@" | "/" | "//" | "%" | "**" | "<<" | ">>" | "&" | "^" | "|";
export type UnaryOperator = "-" | "+" | "~";

type BinarySlot = "add" | "subtract" | "multiply" | "matrixMultiply" | "trueDivide" | "floorDivide" | "remainder" | "lshift" | "rshift" | "and" | "xor" | "or";
type InplaceSlot = `inplace${Capitalize<BinarySlot>}`;

const BINARY_SLOTS: Readonly<Record<Exclude<BinaryOperator, "**">, readonly [BinarySlot, InplaceSlot]>> = {
  "+": ["add", "inplaceAdd"],
  "-": ["subtract", "inplaceSubtract"],
  "*": ["multiply", "inplaceMultiply"],
  "@": ["matrixMultiply", "inplaceMatrixMultiply"],
  "/": ["trueDivide", "inplaceTrueDivide"],
  "//": ["floorDivide", "inplaceFloorDivide"],
  "%": ["remainder", "inplaceRemainder"],
  "<<": ["lshift", "inplaceLshift"],
  ">>": ["rshift", "inplaceRshift"],
  "&": ["and", "inplaceAnd"],
  "^": ["xor", "inplaceXor"],
  "|": ["or", "inplaceOr"],
};

const UNARY_SLOTS: Readonly<Record<UnaryOperator, "negative" | "positive" | "invert">> = { "-": "negative", "+": "positive", "~": "invert" };

/** `left op right` (Objects/abstract.c). TypeError when no operand knows how. */
export function binaryOperation(rt: Runtime, op: BinaryOperator, left: PyObject, right: PyObject): PyObject {
  if (op === "**") return power(rt, left, right, null);
  const result = tryBinary(rt, BINARY_SLOTS[op][0], left, right) ?? trySequence(rt, op, left, right);
  return result ?? binaryTypeError(rt, op, left, right);
}

/** `left op= right`: the in-place slot of the left operand, else as the plain operation. */
export function inplaceOperation(rt: Runtime, op: BinaryOperator, left: PyObject, right: PyObject): PyObject {
  if (op === "**") return inplacePower(rt, left, right);
  const [slot, inplaceSlot] = BINARY_SLOTS[op];
  const inplace = left.type.slots[inplaceSlot];
  const result = (inplace && declined(rt, inplace(rt, left, right))) || tryBinary(rt, slot, left, right);
  return result ?? tryInplaceSequence(rt, op, left, right) ?? binaryTypeError(rt, `${op}=`, left, right);
}

/** `-x`, `+x`, `~x`. */
export function unaryOperation(rt: Runtime, op: UnaryOperator, operand: PyObject): PyObject {
  const slot = operand.type.slots[UNARY_SLOTS[op]];
  if (slot) return slot(rt, operand);
  return rt.raise("TypeError", `bad operand type for unary ${op}: '${operand.type.shownName}'`);
}

/** `abs(x)`. */
export function absolute(rt: Runtime, operand: PyObject): PyObject {
  const slot = operand.type.slots.absolute;
  if (slot) return slot(rt, operand);
  return rt.raise("TypeError", `bad operand type for abs(): '${operand.type.shownName}'`);
}

/** `divmod(left, right)`. */
export function divmod(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  return tryBinary(rt, "divmod", left, right) ?? binaryTypeError(rt, "divmod()", left, right);
}

/** `pow(base, exponent, modulus)`; a null modulus means two arguments. */
export function power(rt: Runtime, base: PyObject, exponent: PyObject, modulus: PyObject | null): PyObject {
  return tryPower(rt, base, exponent, modulus) ?? powerTypeError(rt, "** or pow()", base, exponent, modulus);
}

/** `base **= exponent`. */
export function inplacePower(rt: Runtime, base: PyObject, exponent: PyObject): PyObject {
  const inplace = base.type.slots.inplacePower;
  const result = (inplace && declined(rt, inplace(rt, base, exponent))) || tryPower(rt, base, exponent, null);
  return result ?? powerTypeError(rt, "**=", base, exponent, null);
}

/** The int that `__index__` gives, owned (PyNumber_Index). */
export function indexObject(rt: Runtime, object: PyObject): PyObject {
  if (object.type === rt.types.int || object.type.isSubtypeOf(rt.types.int)) return retain(object);
  const slot = object.type.slots.index;
  if (!slot) rt.raise("TypeError", `'${object.type.shownName}' object cannot be interpreted as an integer`);
  const result = slot(rt, object);
  if (result.type === rt.types.int) return result;
  const refusal = rt.message("indexNotInt", object.type.shownName, result.type.shownName);
  if (!result.type.isSubtypeOf(rt.types.int)) {
    release(result);
    return rt.raise("TypeError", refusal);
  }
  try {
    deprecations.get().warnOfSubclass(rt, refusal, "int");
  } catch (error) {
    release(result);
    throw error;
  }
  return result;
}

/** The value of `__index__`. */
export function index(rt: Runtime, object: PyObject): bigint {
  if (object.type === rt.types.int) return (object as PyInt).value;
  const result = indexObject(rt, object);
  const { value } = result as PyInt;
  release(result);
  return value;
}

const SSIZE_MAX = (1n << 63n) - 1n;
const SSIZE_MIN = -(1n << 63n);

/**
 * `__index__` as a machine-sized integer. Beyond 64 bits: raises `overflow` if that is the name of an exception, else
 * clips (PyNumber_AsSsize_t). Values beyond 2 ** 53 are rounded, which no caller can tell from the exact ones.
 */
export function indexAsSize(rt: Runtime, object: PyObject, overflow: "IndexError" | "OverflowError" | null): number {
  const value = index(rt, object);
  if (value >= SSIZE_MIN && value <= SSIZE_MAX) return Number(value);
  if (overflow) rt.raise(overflow, `cannot fit '${object.type.shownName}' into an index-sized integer`);
  return Number(value < 0n ? SSIZE_MIN : SSIZE_MAX);
}

/** A result, or null when it is NotImplemented. */
function declined(rt: Runtime, result: PyObject): PyObject | null {
  if (result !== rt.notImplemented) return result;
  release(result);
  return null;
}

/** binary_op1: the right operand goes first when its type derives from the left's and has a slot of its own. */
function tryBinary(rt: Runtime, name: BinarySlot | "divmod", left: PyObject, right: PyObject): PyObject | null {
  const leftSlot = left.type.slots[name];
  let rightSlot = left.type === right.type ? undefined : right.type.slots[name];
  if (rightSlot === leftSlot) rightSlot = undefined;
  if (leftSlot) {
    if (rightSlot && right.type.isSubtypeOf(left.type)) {
      const result = declined(rt, rightSlot(rt, left, right));
      if (result) return result;
      rightSlot = undefined;
    }
    const result = declined(rt, leftSlot(rt, left, right));
    if (result) return result;
  }
  return rightSlot ? declined(rt, rightSlot(rt, left, right)) : null;
}

/** ternary_op: like a binary operation; then the modulus is asked. */
function tryPower(rt: Runtime, base: PyObject, exponent: PyObject, modulus: PyObject | null): PyObject | null {
  const baseSlot = base.type.slots.power;
  let exponentSlot = base.type === exponent.type ? undefined : exponent.type.slots.power;
  if (exponentSlot === baseSlot) exponentSlot = undefined;
  const attempt = (slot: NonNullable<Slots["power"]>): PyObject | null => declined(rt, slot(rt, base, exponent, modulus));
  if (baseSlot) {
    if (exponentSlot && exponent.type.isSubtypeOf(base.type)) {
      const result = attempt(exponentSlot);
      if (result) return result;
      exponentSlot = undefined;
    }
    const result = attempt(baseSlot);
    if (result) return result;
  }
  if (exponentSlot) {
    const result = attempt(exponentSlot);
    if (result) return result;
  }
  const modulusSlot = modulus?.type.slots.power;
  if (!modulusSlot || modulusSlot === baseSlot || modulusSlot === exponentSlot) return null;
  return attempt(modulusSlot);
}

/** `+` and `*` of sequences, after the number slots of both operands have declined. */
function trySequence(rt: Runtime, op: BinaryOperator, left: PyObject, right: PyObject): PyObject | null {
  if (op === "+") {
    const concat = left.type.slots.concat;
    return concat ? declined(rt, concat(rt, left, right)) : null;
  }
  if (op !== "*") return null;
  if (left.type.slots.repeat) return repeatSequence(rt, left.type.slots.repeat, left, right);
  if (right.type.slots.repeat) return repeatSequence(rt, right.type.slots.repeat, right, left);
  return null;
}

function tryInplaceSequence(rt: Runtime, op: BinaryOperator, left: PyObject, right: PyObject): PyObject | null {
  const { slots } = left.type;
  if (op === "+" && slots.inplaceConcat) return declined(rt, slots.inplaceConcat(rt, left, right));
  if (op === "*" && slots.inplaceRepeat) return repeatSequence(rt, slots.inplaceRepeat, left, right);
  // The right operand is asked only where the left is nothing like a sequence (PyNumber_InPlaceMultiply).
  if (op === "*" && !slots.repeat && isSequenceLike(left)) return null;
  return trySequence(rt, op, left, right);
}

function repeatSequence(rt: Runtime, repeat: Binary, sequence: PyObject, count: PyObject): PyObject {
  if (!count.type.slots.index) rt.raise("TypeError", `can't multiply sequence by non-int of type '${count.type.shownName}'`);
  return repeat(rt, sequence, count);
}

function binaryTypeError(rt: Runtime, op: string, left: PyObject, right: PyObject): never {
  return rt.raise("TypeError", `unsupported operand type(s) for ${op}: '${left.type.shownName}' and '${right.type.shownName}'`);
}

function powerTypeError(rt: Runtime, op: string, base: PyObject, exponent: PyObject, modulus: PyObject | null): never {
  const names = modulus
    ? `'${base.type.shownName}', '${exponent.type.shownName}', '${modulus.type.shownName}'`
    : `'${base.type.shownName}' and '${exponent.type.shownName}'`;
  return rt.raise("TypeError", `unsupported operand type(s) for ${op}: ${names}`);
}
