import { defineType } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp } from "../core/slots.ts";
import { compares } from "./comparison.ts";
import { floorDivide, floorModulo, trueDivide } from "../arithmetic/division.ts";
import { hashInt } from "./hash/numbers.ts";
import { newInt } from "./int-conversion.ts";
import { intGetSet, intMethods } from "./int-methods.ts";
import { bitLength, chargeInt, chargeReading, exactInt, intToFloat, PyInt } from "./int-object.ts";
import { intText } from "./int-text.ts";

export { PyInt } from "./int-object.ts";

/** Beyond one digit the size of a product is worked out before. */
const DIGIT = 1n << 30n;
const TWO_DIGITS = 1n << 60n;

function valueOf(self: PyObject): bigint {
  return (self as PyInt).value;
}

type Operation = (rt: Runtime, left: bigint, right: bigint) => PyObject;

/** The slot of an operation that only integers have. */
function integral(operation: Operation): (rt: Runtime, left: PyObject, right: PyObject) => PyObject {
  return (rt, left, right) => {
    if (left instanceof PyInt && right instanceof PyInt) return operation(rt, left.value, right.value);
    return retain(rt.notImplemented);
  };
}

function multiply(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (left > DIGIT || right > DIGIT || left < -DIGIT || right < -DIGIT) chargeInt(rt, bitLength(left) + bitLength(right) - 1);
  return rt.int(left * right);
}

function quotient(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (right === 0n) rt.raise("ZeroDivisionError", rt.message("intFloorDivideByZero"));
  chargeLarge(rt, left);
  return rt.int(floorDivide(left, right));
}

function remainder(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (right === 0n) rt.raise("ZeroDivisionError", rt.message("intModuloByZero"));
  chargeLarge(rt, left);
  return rt.int(floorModulo(left, right));
}

function quotientAndRemainder(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (right === 0n) rt.raise("ZeroDivisionError", rt.message("intDivmodByZero"));
  chargeLarge(rt, left);
  return rt.takeTuple([rt.int(floorDivide(left, right)), rt.int(floorModulo(left, right))]);
}

function chargeLarge(rt: Runtime, value: bigint): void {
  if (value >= TWO_DIGITS || value <= -TWO_DIGITS) chargeInt(rt, bitLength(value));
}

function divide(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (right === 0n) rt.raise("ZeroDivisionError", "division by zero");
  chargeLarge(rt, left);
  chargeLarge(rt, right);
  const result = trueDivide(left, right);
  if (!Number.isFinite(result)) rt.raise("OverflowError", "integer division result too large for a float");
  return rt.float(result);
}

function shiftLeft(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (right < 0n) rt.raise("ValueError", "negative shift count");
  if (left === 0n) return rt.int(0);
  if (right >= 1n << 63n) rt.raise("OverflowError", "too many digits in integer");
  chargeInt(rt, bitLength(left) + Number(right));
  return rt.int(left << right);
}

function shiftRight(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (right < 0n) rt.raise("ValueError", "negative shift count");
  if (right > BigInt(rt.limits.integerBits)) return rt.int(left < 0n ? -1 : 0);
  return rt.int(left >> right);
}

function bitwise(operation: (left: bigint, right: bigint) => bigint): Operation {
  return (rt, left, right) => {
    chargeLarge(rt, left > right ? left : right);
    return rt.int(operation(left, right));
  };
}

/** `left ** right` and `pow(left, right, modulus)` (long_pow). */
function power(rt: Runtime, left: PyObject, right: PyObject, modulus: PyObject | null): PyObject {
  if (!(left instanceof PyInt) || !(right instanceof PyInt)) return retain(rt.notImplemented);
  if (modulus === null || modulus === rt.none) return plainPower(rt, left.value, right.value);
  if (!(modulus instanceof PyInt)) return retain(rt.notImplemented);
  return rt.int(modularPower(rt, left.value, right.value, modulus.value));
}

function plainPower(rt: Runtime, base: bigint, exponent: bigint): PyObject {
  if (exponent < 0n) return floatPower(rt, base, exponent);
  if (base === 0n || base === 1n || exponent === 0n) return rt.int(exponent === 0n ? 1n : base);
  if (base === -1n) return rt.int(exponent % 2n === 0n ? 1 : -1);
  // |base| >= 2 ** (bits - 1): a lower bound stops the hopeless, and the exact size is paid for after.
  const bits = Math.log2(Math.abs(Number(base))) * Number(exponent);
  chargeInt(rt, Number.isFinite(bits) ? Math.ceil(bits) : bitLength(base) * Number(exponent));
  return rt.int(base ** exponent);
}

/** A negative exponent makes floats of both operands; their power slot knows the errors. */
function floatPower(rt: Runtime, base: bigint, exponent: bigint): PyObject {
  const left = rt.temp(rt.float(intToFloat(rt, base)));
  const right = rt.temp(rt.float(intToFloat(rt, exponent)));
  const slot = rt.types.float.slots.power;
  if (!slot) throw new Error("float has a power slot");
  return slot(rt, left, right, null);
}

function modularPower(rt: Runtime, base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) rt.raise("ValueError", "pow() 3rd argument cannot be 0");
  const size = modulus < 0n ? -modulus : modulus;
  if (size === 1n) return 0n;
  let factor = floorModulo(base, size);
  let left = exponent;
  if (exponent < 0n) {
    const inverse = inverseOf(rt, factor, size);
    if (inverse === null) rt.raise("ValueError", "base is not invertible for the given modulus");
    factor = inverse;
    left = -exponent;
  }
  const bits = bitLength(size);
  let result = 1n;
  for (const bit of [...left.toString(2)].reverse()) {
    rt.charge(1 + Math.ceil(bits / 30) ** 2 / 256);
    if (bit === "1") result = (result * factor) % size;
    factor = (factor * factor) % size;
  }
  return modulus < 0n && result !== 0n ? result - size : result;
}

/** The inverse modulo `modulus` by Euclid's extended algorithm, or null. */
function inverseOf(rt: Runtime, value: bigint, modulus: bigint): bigint | null {
  let [previous, current, x, next] = [value, modulus, 1n, 0n];
  const cost = 1 + (bitLength(modulus) >> 7);
  while (current !== 0n) {
    rt.charge(cost);
    const factor = previous / current;
    [previous, current] = [current, previous - factor * current];
    [x, next] = [next, x - factor * next];
  }
  return previous === 1n ? floorModulo(x, modulus) : null;
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!(self instanceof PyInt) || !(other instanceof PyInt)) return retain(rt.notImplemented);
  if (self !== other) chargeReading(rt, self);
  return retain(compares(self.value, other.value, op) ? rt.true : rt.false);
}

export const intSpec = defineType({
  name: "int",
  basicSize: 24,
  allocate: (type) => new PyInt(type, 0n),
  slots: {
    new: newInt,
    repr: (rt, self) => rt.newStr(intText(rt, valueOf(self))),
    hash: (rt, self) => {
      chargeReading(rt, self);
      return hashInt(valueOf(self));
    },
    richCompare: compare,
    add: integral((rt, a, b) => rt.int(a + b)),
    subtract: integral((rt, a, b) => rt.int(a - b)),
    multiply: integral(multiply),
    remainder: integral(remainder),
    divmod: integral(quotientAndRemainder),
    power,
    negative: (rt, self) => rt.int(-valueOf(self)),
    positive: exactInt,
    absolute: (rt, self) => (valueOf(self) < 0n ? rt.int(-valueOf(self)) : exactInt(rt, self)),
    bool: (_rt, self) => valueOf(self) !== 0n,
    invert: (rt, self) => rt.int(~valueOf(self)),
    lshift: integral(shiftLeft),
    rshift: integral(shiftRight),
    and: integral(bitwise((a, b) => a & b)),
    xor: integral(bitwise((a, b) => a ^ b)),
    or: integral(bitwise((a, b) => a | b)),
    int: exactInt,
    float: (rt, self) => rt.float(intToFloat(rt, valueOf(self))),
    floorDivide: integral(quotient),
    trueDivide: integral(divide),
    index: exactInt,
  },
  methods: intMethods,
  getset: intGetSet,
});
