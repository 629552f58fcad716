import { classMethod, type FunctionSpec, type GetSetSpec, method } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { index } from "../protocol/number.ts";
import { decompose, exactFloat, scale, trueDivide } from "../arithmetic/division.ts";
import { scaledInteger } from "./format/decimal-digits.ts";
import { formatFloat } from "./format/number-format.ts";
import { PyFloat } from "./float-object.ts";
import { intToFloat, PyInt } from "./int-object.ts";
import { PyStr } from "./str-object.ts";
import { argumentTypeName } from "./str-range.ts";

function valueOf(self: PyObject): number {
  return (self as PyFloat).value;
}

/** The integral part as an int. Errors for NaN and infinities (PyLong_FromDouble). */
export function floatToInt(rt: Runtime, value: number): PyObject {
  if (Number.isNaN(value)) rt.raise("ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) rt.raise("OverflowError", "cannot convert float infinity to integer");
  return rt.int(BigInt(Math.trunc(value)));
}

/** Rounded to the nearest integer, halves to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const difference = value - floor;
  if (difference !== 0.5) return difference < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** `round(float, ndigits)`: correct to the last bit, by exact decimal arithmetic (float___round___impl). */
function round(rt: Runtime, [self, digits]: PyObject[]): PyObject {
  const value = valueOf(self);
  if (digits === undefined || digits === rt.none) {
    if (!Number.isFinite(value)) return floatToInt(rt, value);
    return rt.int(BigInt(roundHalfEven(value)));
  }
  const places = index(rt, digits);
  if (!Number.isFinite(value) || places > 323n) return rt.float(value);
  if (places < -309n) return rt.float(value < 0 ? -0 : 0 * value);
  const scaled = scaledInteger(value, Number(places));
  const result = Number(`${scaled}e${-places}`);
  if (!Number.isFinite(result)) rt.raise("OverflowError", "rounded value too large to represent");
  return rt.float(result === 0 && (value < 0 || Object.is(value, -0)) ? -0 : result);
}

function asIntegerRatio(rt: Runtime, self: PyObject): PyObject {
  const value = valueOf(self);
  if (Number.isNaN(value)) rt.raise("ValueError", "cannot convert NaN to integer ratio");
  if (!Number.isFinite(value)) rt.raise("OverflowError", "cannot convert Infinity to integer ratio");
  let { mantissa, exponent } = exactFloat(value);
  while (mantissa !== 0n && mantissa % 2n === 0n && exponent < 0) {
    mantissa /= 2n;
    exponent++;
  }
  if (exponent >= 0) return rt.takeTuple([rt.int(mantissa << BigInt(exponent)), rt.int(1)]);
  return rt.takeTuple([rt.int(mantissa), rt.int(1n << BigInt(-exponent))]);
}

/** `0x1.8p+1`: sign, 13 hexadecimal digits, exponent of two. */
function hexText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (value === 0) return `${sign}0x0.0p+0`;
  const [mantissa, power] = decompose(Math.abs(value));
  const exponent = Math.max(power - 1, -1022);
  const bits = BigInt(mantissa * 2 ** 53) >> BigInt(exponent - (power - 1));
  const digits = bits.toString(16).padStart(14, "0");
  return `${sign}0x${digits[0]}.${digits.slice(1)}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

function fromHex(rt: Runtime, [type, object]: PyObject[]): PyObject {
  if (!(object instanceof PyStr)) rt.raise("TypeError", "bad argument type for built-in operation");
  const value = parseHex(rt, object.value.trim());
  if (value === null) rt.raise("ValueError", "invalid hexadecimal floating-point string");
  if (!Number.isFinite(value) && !/inf|nan/i.test(object.value)) rt.raise("OverflowError", "hexadecimal value too large to represent as a float");
  return type === rt.types.float ? rt.float(value) : rt.call(type, [rt.temp(rt.float(value))]);
}

function parseHex(rt: Runtime, text: string): number | null {
  const special = /^([+-]?)(?:(inf|infinity)|(nan))$/i.exec(text);
  if (special) return special[3] ? Number.NaN : special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const match = /^([+-]?)(?:0x)?([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?[0-9]+))?$/i.exec(text);
  if (!match || match[2] + match[3] === "") return null;
  rt.charge(text.length);
  const digits = BigInt(`0x${match[2]}${match[3]}`);
  const exponent = Number(match[4] ?? 0) - 4 * match[3].length;
  const bounded = Math.max(-100_000, Math.min(100_000, exponent));
  const value = bounded >= 0 ? scale(Number(digits), bounded) : trueDivide(digits, 1n << BigInt(-bounded));
  return match[1] === "-" ? -value : value;
}

function format(rt: Runtime, [self, spec]: PyObject[]): PyObject {
  if (!(spec instanceof PyStr)) rt.raise("TypeError", `__format__() argument must be str, not ${argumentTypeName(rt, spec)}`);
  if (spec.value === "") return rt.str(rt.strText(self));
  return rt.str(formatFloat(rt, valueOf(self), spec.value, self.type.shownName));
}

function getFormat(rt: Runtime, [, kind]: PyObject[]): PyObject {
  if (!(kind instanceof PyStr)) rt.raise("TypeError", `__getformat__() argument must be str, not ${kind.type.shownName}`);
  if (kind.value !== "double" && kind.value !== "float") rt.raise("ValueError", "__getformat__() argument 1 must be 'double' or 'float'");
  return rt.str("IEEE, little-endian");
}

function fromNumber(rt: Runtime, [type, object]: PyObject[]): PyObject {
  const value = object instanceof PyFloat ? object.value : object instanceof PyInt ? intToFloat(rt, object.value) : null;
  if (value !== null && type === rt.types.float) return object.type === type ? retain(object) : rt.float(value);
  if (object instanceof PyStr) rt.raise("TypeError", "must be real number, not str");
  return rt.call(type, [object]);
}

export const floatMethods: readonly FunctionSpec[] = [
  classMethod("from_number(type, number, /)", fromNumber),
  method("conjugate(self, /)", (rt, [self]) => rt.float(valueOf(self))),
  method("__trunc__(self, /)", (rt, [self]) => floatToInt(rt, valueOf(self))),
  method("__floor__(self, /)", (rt, [self]) => floatToInt(rt, Math.floor(valueOf(self)))),
  method("__ceil__(self, /)", (rt, [self]) => floatToInt(rt, Math.ceil(valueOf(self)))),
  method("__round__(self, ndigits=None, /)", round),
  method("as_integer_ratio(self, /)", (rt, [self]) => asIntegerRatio(rt, self)),
  classMethod("fromhex(type, string, /)", fromHex),
  method("hex(self, /)", (rt, [self]) => rt.str(hexText(valueOf(self)))),
  method("is_integer(self, /)", (rt, [self]) => retain(Number.isInteger(valueOf(self)) ? rt.true : rt.false)),
  method("__getnewargs__(self, /)", (rt, [self]) => rt.takeTuple([rt.float(valueOf(self))])),
  classMethod("__getformat__(type, typestr, /)", getFormat),
  method("__format__(self, format_spec, /)", format),
];

export const floatGetSet: readonly GetSetSpec[] = [
  { name: "real", get: (rt, self) => (self.type === rt.types.float ? retain(self) : rt.float(valueOf(self))) },
  { name: "imag", get: (rt) => rt.float(0) },
];
