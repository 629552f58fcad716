import { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { floatOperand } from "./float-object.ts";
import { floatText } from "./format/float-text.ts";

/** A complex number (Objects/complexobject.c). */
export class PyComplex extends PyObject {
  readonly real: number;
  readonly imag: number;

  constructor(type: PyType, real: number, imag: number) {
    super(type);
    this.real = real;
    this.imag = imag;
  }
}

/** A value of two parts, without an object. */
export interface ComplexValue {
  readonly real: number;
  readonly imag: number;
}

/** An exact complex object. */
export function makeComplex(rt: Runtime, { real, imag }: ComplexValue): PyComplex {
  return new PyComplex(rt.types.complex, real, imag);
}

/** The operand of an operation with complex numbers; null for what is no number. */
export function complexOperand(rt: Runtime, object: PyObject): ComplexValue | null {
  if (object instanceof PyComplex) return object;
  const real = floatOperand(rt, object);
  return real === null ? null : { real, imag: 0 };
}

/** `(1+2j)`, or `2j` when the real part is a positive zero. */
export function complexRepr({ real, imag }: ComplexValue): string {
  const text = (value: number): string => floatText(value, { code: "r", precision: 0 });
  const imagText = text(imag);
  if (Object.is(real, 0)) return `${imagText}j`;
  return `(${text(real)}${imagText.startsWith("-") ? "" : "+"}${imagText}j)`;
}
