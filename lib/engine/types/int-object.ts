import { PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";

const DIGIT = 2 ** 30;
const TWO_DIGITS = 2 ** 60;
/** Integers up to this many bits cost no more than a step. */
const CHEAP_BITS = 2048;

/** Number of bits of the absolute value; 0 for 0. */
export function bitLength(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude < DIGIT) return magnitude === 0n ? 0 : 32 - Math.clz32(Number(magnitude));
  const hex = magnitude.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0], 16)));
}

/** Each value has one form: a number where the host counts exactly, else a bigint, which costs ten times as much. */
export type IntForm = number | bigint;

const EXACT = BigInt(Number.MAX_SAFE_INTEGER);

const UNSET = 0n;

/** Bytes before the digits, in instances of subclasses too (Objects/longobject.c, int___sizeof__). */
const HEADER = 24;

function formOf(value: IntForm): IntForm {
  // Adding 0 makes 0 of -0.
  if (typeof value === "number") return Number.isSafeInteger(value) ? value + 0 : BigInt(value);
  return value <= EXACT && value >= -EXACT ? Number(value) : value;
}

function sizeOf(type: PyType, value: IntForm): number {
  if (value < DIGIT && value > -DIGIT) return value === 0 ? type.rt.profile.ints.zeroSize : HEADER + 4;
  if (value < TWO_DIGITS && value > -TWO_DIGITS) return HEADER + 8;
  return HEADER + 4 * Math.ceil(bitLength(BigInt(value)) / 30);
}

/** An integer of any size (Objects/longobject.c: digits of 30 bits). */
export class PyInt extends PyObject {
  form: IntForm;

  constructor(type: PyType, value: IntForm) {
    super(null);
    // First something that is no number: else the host lays ints out for small numbers alone, and anew at the first large one.
    this.form = UNSET;
    const form = formOf(value);
    const size = sizeOf(type, form);
    this.type = type;
    this.refs = 1;
    this.size = size;
    this.form = form;
    const { heap } = type.rt;
    this.place = type.isHeapType ? heap.allocate(this, size) : heap.allocatePlain(this, size);
  }

  /** Starts the life of a dead int anew, with another value and at a place of its own; for exact ints. */
  beginAgain(value: number): void {
    const { type } = this;
    // Adding 0 makes 0 of -0.
    this.form = value + 0;
    this.refs = 1;
    const size = value < DIGIT && value > -DIGIT && value !== 0 ? HEADER + 4 : sizeOf(type, value);
    this.size = size;
    this.place = type.rt.heap.allocatePlain(this, size);
  }

  override die(): void {
    const { type, size } = this;
    if (type.isHeapType) type.rt.heap.deallocate(this);
    else {
      this.refs = 0;
      type.rt.heap.freePlain(this, size, this.place);
    }
  }

  get value(): bigint {
    return BigInt(this.form);
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
