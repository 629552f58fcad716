import * as elementary from "../arithmetic/elementary.ts";
import type { ComplexValue } from "./complex-object.ts";

/** Product without repair of infinities. Differs: since 3.14 CPython recovers infinities from NaN parts (C99, Annex G). */
export function multiply(a: ComplexValue, b: ComplexValue): ComplexValue {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real };
}

/** Quotient by Smith's algorithm, which avoids needless overflow; the divisor is not 0 (_Py_c_quot). */
export function divide(a: ComplexValue, b: ComplexValue): ComplexValue {
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / denominator, imag: (a.imag - a.real * ratio) / denominator };
  }
  if (Math.abs(b.imag) >= Math.abs(b.real)) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    return { real: (a.real * ratio + a.imag) / denominator, imag: (a.imag * ratio - a.real) / denominator };
  }
  return { real: Number.NaN, imag: Number.NaN };
}

/** `a ** b`: repeated squaring for small integral exponents, else by modulus and angle. Null for 0 to a negative or complex power. */
export function power(a: ComplexValue, b: ComplexValue): ComplexValue | null {
  const one = { real: 1, imag: 0 };
  if (b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100) {
    const positive = integralPower(a, Math.abs(b.real));
    if (b.real >= 0) return positive;
    return positive.real === 0 && positive.imag === 0 ? null : divide(one, positive);
  }
  if (a.real === 0 && a.imag === 0) return b.imag !== 0 || b.real < 0 ? null : { real: 0, imag: 0 };
  const size = Math.hypot(a.real, a.imag);
  const angle = Math.atan2(a.imag, a.real);
  let length = elementary.power(size, b.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length *= elementary.exp(-angle * b.imag);
    phase += b.imag * elementary.log(size);
  }
  return { real: length * elementary.cos(phase), imag: length * elementary.sin(phase) };
}

function integralPower(base: ComplexValue, exponent: number): ComplexValue {
  let result: ComplexValue = { real: 1, imag: 0 };
  let square = base;
  for (let mask = 1; mask > 0 && exponent >= mask; mask *= 2) {
    if (exponent & mask) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}
