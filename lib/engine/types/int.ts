import { defineType } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp } from "../core/slots.ts";
import { floorModulo } from "../arithmetic/division.ts";
import { hashInt } from "./hash/numbers.ts";
import {
  addInts, andInts, compareInts, divmodInts, floorDivideInts, moduloInts, multiplyInts, orInts, shiftLeftInts, shiftRightInts, subtractInts, trueDivideInts, xorInts,
} from "./int-arithmetic.ts";
import { newInt } from "./int-conversion.ts";
import { intGetSet, intMethods } from "./int-methods.ts";
import { bitLength, chargeInt, chargeReading, exactInt, intToFloat, PyInt } from "./int-object.ts";
import { intText } from "./int-text.ts";

export { PyInt } from "./int-object.ts";

function valueOf(self: PyObject): bigint {
  return (self as PyInt).value;
}

type Operation = (rt: Runtime, left: PyInt, right: PyInt) => PyObject;

/** The slot of an operation that only integers have. */
function integral(operation: Operation): (rt: Runtime, left: PyObject, right: PyObject) => PyObject {
  return (rt, left, right) => (left instanceof PyInt && right instanceof PyInt ? operation(rt, left, right) : retain(rt.notImplemented));
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
  return retain(compareInts(self, other, op) ? rt.true : rt.false);
}

export const intSpec = defineType({
  name: "int",
  basicSize: 24,
  itemSize: 4,
  allocate: (type) => new PyInt(type, 0n),
  slots: {
    new: newInt,
    repr: (rt, self) => rt.newStr(intText(rt, valueOf(self))),
    hash: (rt, self) => {
      chargeReading(rt, self);
      return hashInt(valueOf(self));
    },
    richCompare: compare,
    add: integral(addInts),
    subtract: integral(subtractInts),
    multiply: integral(multiplyInts),
    remainder: integral(moduloInts),
    divmod: integral(divmodInts),
    power,
    negative: (rt, self) => rt.int(-valueOf(self)),
    positive: exactInt,
    absolute: (rt, self) => (valueOf(self) < 0n ? rt.int(-valueOf(self)) : exactInt(rt, self)),
    bool: (_rt, self) => (self as PyInt).form !== 0,
    invert: (rt, self) => rt.int(~valueOf(self)),
    lshift: integral(shiftLeftInts),
    rshift: integral(shiftRightInts),
    and: integral(andInts),
    xor: integral(xorInts),
    or: integral(orInts),
    int: exactInt,
    float: (rt, self) => rt.float(intToFloat(rt, valueOf(self))),
    floorDivide: integral(floorDivideInts),
    trueDivide: integral(trueDivideInts),
    index: exactInt,
  },
  methods: intMethods,
  getset: intGetSet,
});
