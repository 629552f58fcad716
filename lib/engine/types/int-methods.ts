import { classMethod, type FunctionSpec, type GetSetSpec, method } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { index } from "../protocol/number.ts";
import { bytesOf, FULL_READ_ONLY } from "./bytes-object.ts";
import { roundDivide } from "../arithmetic/division.ts";
import { ssizeArgument } from "../protocol/sequence.ts";
import { formatInt } from "./format/number-format.ts";
import { bitLength, chargeInt, chargeReading, exactInt, intToFloat, type PyInt } from "./int-object.ts";
import { intText } from "./int-text.ts";
import { PyStr } from "./str-object.ts";
import { argumentTypeName } from "./str-range.ts";

function valueOf(self: PyObject): bigint {
  return (self as PyInt).value;
}

/** `'little'` or `'big'` as a flag; ValueError for any other. */
function isBigEndian(rt: Runtime, order: PyObject | undefined, method: string): boolean {
  if (order === undefined) return true;
  if (!(order instanceof PyStr)) rt.raise("TypeError", `${method}() argument 'byteorder' must be str, not ${order === rt.none ? "None" : order.type.shownName}`);
  if (order.value !== "little" && order.value !== "big") rt.raise("ValueError", "byteorder must be either 'little' or 'big'");
  return order.value === "big";
}

function toBytes(rt: Runtime, [self, length, order, signed]: PyObject[]): PyObject {
  const value = valueOf(self);
  const count = length === undefined ? 1 : ssizeArgument(rt, length);
  const bigEndian = isBigEndian(rt, order, "to_bytes");
  const isSigned = signed !== undefined && rt.truth(signed);
  if (count < 0) rt.raise("ValueError", "length argument must be non-negative");
  if (value < 0n && !isSigned) rt.raise("OverflowError", "can't convert negative int to unsigned");
  const needed = isSigned ? bitLength(value < 0n ? ~value : value) + 1 : bitLength(value);
  if (needed > count * 8 && !(count === 0 && (value === 0n || value === -1n) && isSigned)) rt.raise("OverflowError", "int too big to convert");
  rt.heap.reserve(count);
  rt.charge(count);
  const hex = BigInt.asUintN(count * 8, value).toString(16).padStart(count * 2, "0");
  const bytes = new Uint8Array(count);
  for (let i = 0; i < count; i++) bytes[bigEndian ? i : count - 1 - i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return rt.bytes(bytes);
}

function fromBytes(rt: Runtime, [type, source, order, signed]: PyObject[]): PyObject {
  const bigEndian = isBigEndian(rt, order, "from_bytes");
  const isSigned = signed !== undefined && rt.truth(signed);
  const bytes = byteArgument(rt, source);
  rt.charge(bytes.length);
  chargeInt(rt, bytes.length * 8);
  let hex = "";
  for (let i = 0; i < bytes.length; i++) hex += bytes[bigEndian ? i : bytes.length - 1 - i].toString(16).padStart(2, "0");
  const unsigned = hex ? BigInt(`0x${hex}`) : 0n;
  const result = rt.int(isSigned ? BigInt.asIntN(bytes.length * 8, unsigned) : unsigned);
  if (type === rt.types.int) return result;
  return rt.call(type, [rt.temp(result)]);
}

/** The bytes of a bytes-like object or of an iterable of ints (PyObject_Bytes). */
function byteArgument(rt: Runtime, source: PyObject): Uint8Array {
  const direct = bytesOf(source, FULL_READ_ONLY);
  if (direct) return direct;
  if (!source.type.peek("__bytes__") && (source instanceof PyStr || !source.type.slots.iter)) rt.raise("TypeError", `cannot convert '${source.type.shownName}' object to bytes`);
  const made = rt.temp(rt.call(rt.types.bytes, [source]));
  return bytesOf(made) as Uint8Array;
}

/** `round(int, ndigits)`: to tens, halves to even (int___round__). */
function roundInt(rt: Runtime, [self, digits]: PyObject[]): PyObject {
  if (digits === undefined || digits === rt.none) return exactInt(rt, self);
  const places = index(rt, digits);
  if (places >= 0n) return exactInt(rt, self);
  // Beyond its own digits everything rounds to 0; a digit is more than three bits.
  const bits = bitLength(valueOf(self));
  if (-places > BigInt(Math.ceil(bits / 3) + 1)) return rt.int(0);
  chargeInt(rt, bits);
  const unit = 10n ** -places;
  return rt.int(roundDivide(valueOf(self), unit) * unit);
}

function format(rt: Runtime, [self, spec]: PyObject[]): PyObject {
  if (!(spec instanceof PyStr)) rt.raise("TypeError", `__format__() argument must be str, not ${argumentTypeName(rt, spec)}`);
  const value = valueOf(self);
  if (spec.value === "") return rt.str(rt.strText(self));
  const decimal = (): string => intText(rt, value);
  return rt.str(formatInt(rt, value, spec.value, self.type.shownName, decimal, () => intToFloat(rt, value)));
}

function bitCount(rt: Runtime, self: PyObject): PyObject {
  chargeReading(rt, self);
  const value = valueOf(self);
  let count = 0;
  for (const digit of (value < 0n ? -value : value).toString(16)) {
    const nibble = Number.parseInt(digit, 16);
    count += (nibble & 1) + ((nibble >> 1) & 1) + ((nibble >> 2) & 1) + (nibble >> 3);
  }
  return rt.int(count);
}

function exactOf(rt: Runtime, [self]: PyObject[]): PyObject {
  return exactInt(rt, self);
}

const isOrderRequired = (rt: Runtime): boolean => rt.profile.memberRules.byteOrderIsRequired;

export const intMethods: readonly FunctionSpec[] = [
  method("conjugate(self, /)", exactOf),
  method("bit_length(self, /)", (rt, [self]) => {
    chargeReading(rt, self);
    return rt.int(bitLength(valueOf(self)));
  }),
  method("bit_count(self, /)", (rt, [self]) => bitCount(rt, self)),
  method("to_bytes(self, /, length, byteorder, *, signed=False)", toBytes, isOrderRequired),
  method("to_bytes(self, /, length=1, byteorder='big', *, signed=False)", toBytes, (rt) => !isOrderRequired(rt)),
  classMethod("from_bytes(type, /, bytes, byteorder, *, signed=False)", fromBytes, isOrderRequired),
  classMethod("from_bytes(type, /, bytes, byteorder='big', *, signed=False)", fromBytes, (rt) => !isOrderRequired(rt)),
  method("as_integer_ratio(self, /)", (rt, [self]) => rt.takeTuple([exactInt(rt, self), rt.int(1)])),
  method("is_integer(self, /)", (rt) => retain(rt.true)),
  method("__trunc__(self, /)", exactOf),
  method("__floor__(self, /)", exactOf),
  method("__ceil__(self, /)", exactOf),
  method("__round__(self, ndigits=None, /)", roundInt),
  method("__getnewargs__(self, /)", (rt, [self]) => rt.takeTuple([rt.int(valueOf(self))])),
  method("__format__(self, format_spec, /)", format),
  method("__sizeof__(self, /)", (rt, [self]) => rt.int(self.size)),
];

export const intGetSet: readonly GetSetSpec[] = [
  { name: "real", get: exactInt },
  { name: "imag", get: (rt) => rt.int(0) },
  { name: "numerator", get: exactInt },
  { name: "denominator", get: (rt) => rt.int(1) },
];
