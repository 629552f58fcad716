import { PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";

const DIGIT = 1n << 30n;
const TWO_DIGITS = 1n << 60n;
/** Integers up to this many bits cost no more than a step. */
const CHEAP_BITS = 2048;

/** Number of bits of the absolute value; 0 for 0. */
export function bitLength(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude < DIGIT) return magnitude === 0n ? 0 : 32 - Math.clz32(Number(magnitude));
  const hex = magnitude.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0], 16)));
}

function sizeOf(type: PyType, value: bigint): number {
  if (value < DIGIT && value > -DIGIT) return type.basicSize + (value === 0n ? type.rt.profile.ints.zeroSize - 24 : 4);
  if (value < TWO_DIGITS && value > -TWO_DIGITS) return type.basicSize + 8;
  return type.basicSize + 4 * Math.ceil(bitLength(value) / 30);
}

/** An integer of any size (Objects/longobject.c: digits of 30 bits). */
export class PyInt extends PyObject {
  readonly value: bigint;

  constructor(type: PyType, value: bigint) {
    super(type, sizeOf(type, value));
    this.value = value;
  }
}

/** Stops the run before an integer of more bits than allowed is built, and charges for what is expensive. */
export function chargeInt(rt: Runtime, bits: number): void {
  if (bits <= CHEAP_BITS) return;
  if (bits > rt.limits.integerBits) {
    rt.stop("memory", `The program needs an integer of more than ${rt.limits.integerBits} bits, the limit here`);
  }
  // Multiplication of such numbers is a little worse than linear in their digits.
  rt.charge(Math.ceil((bits / 30) ** 1.3 / 16));
}

/** Charges for going through all digits of a large integer. */
export function chargeReading(rt: Runtime, int: PyObject): void {
  if (int.size > CHEAP_BITS / 8) rt.charge(int.size >> 4);
}

/** The nearest float. OverflowError when there is none (PyLong_AsDouble). */
export function intToFloat(rt: Runtime, value: bigint): number {
  const result = Number(value);
  if (!Number.isFinite(result)) rt.raise("OverflowError", "int too large to convert to float");
  return result;
}

/** The exact int of this value: the object itself when it is one (long_long). */
export function exactInt(rt: Runtime, self: PyObject): PyObject {
  return self.type === rt.types.int ? retain(self) : rt.int((self as PyInt).value);
}

/** Releases an int object and gives its value. */
export function takeIntValue(object: PyObject): bigint {
  const value = (object as PyInt).value;
  release(object);
  return value;
}
