import * as elementary from "../../arithmetic/elementary.ts";
import type { ArithmeticOperator } from "./fold-numbers.ts";

/** A complex operand; `imag` is null for a real one, which then has no imaginary part to add or negate (3.14). */
export interface Complex {
  readonly real: number;
  readonly imag: number | null;
}

/** Arithmetic on complex numbers (Objects/complexobject.c); null when it raises. */
export function complexBinary(op: ArithmeticOperator, a: Complex, b: Complex): Complex | null {
  switch (op) {
    case "+":
      return { real: a.real + b.real, imag: a.imag === null ? b.imag : b.imag === null ? a.imag : a.imag + b.imag };
    case "-":
      return { real: a.real - b.real, imag: b.imag === null ? a.imag : a.imag === null ? -b.imag : a.imag - b.imag };
    case "*":
      return multiply(a, b);
    case "/":
      return divide(a, b);
    case "**":
      return power(a, b);
    default:
      return null;
  }
}

function multiply(a: Complex, b: Complex): Complex {
  if (a.imag === null) return { real: a.real * b.real, imag: a.real * (b.imag ?? 0) };
  if (b.imag === null) return { real: a.real * b.real, imag: a.imag * b.real };
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real };
}

function divide(a: Complex, b: Complex): Complex | null {
  if (b.imag === null) return b.real === 0 ? null : { real: a.real / b.real, imag: (a.imag ?? 0) / b.real };
  if (b.real === 0 && b.imag === 0) return null;
  if (a.imag === null) return divideReal(a.real, b.real, b.imag);
  const { imag } = a;
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return { real: (a.real + imag * ratio) / denominator, imag: (imag - a.real * ratio) / denominator };
  }
  const ratio = b.real / b.imag;
  const denominator = b.real * ratio + b.imag;
  return { real: (a.real * ratio + imag) / denominator, imag: (imag * ratio - a.real) / denominator };
}

/** A real number divided by a complex one: no imaginary zero is added. */
function divideReal(a: number, real: number, imag: number): Complex {
  if (Math.abs(real) >= Math.abs(imag)) {
    const ratio = imag / real;
    const denominator = real + imag * ratio;
    return { real: a / denominator, imag: (-a * ratio) / denominator };
  }
  const ratio = real / imag;
  const denominator = real * ratio + imag;
  return { real: (a * ratio) / denominator, imag: -a / denominator };
}

function power(a: Complex, b: Complex): Complex | null {
  const [aImag, bImag] = [a.imag ?? 0, b.imag ?? 0];
  if (bImag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100) return integerPower(a, b.real);
  if (b.real === 0 && bImag === 0) return { real: 1, imag: 0 };
  if (a.real === 0 && aImag === 0) return bImag !== 0 || b.real < 0 ? null : { real: 0, imag: 0 };
  const size = Math.hypot(a.real, aImag);
  let length = elementary.power(size, b.real);
  const angle = Math.atan2(aImag, a.real);
  let phase = angle * b.real;
  if (bImag !== 0) {
    length *= elementary.exp(-angle * bImag);
    phase += bImag * elementary.log(size);
  }
  return { real: length * elementary.cos(phase), imag: length * elementary.sin(phase) };
}

function integerPower(base: Complex, exponent: number): Complex | null {
  let result: Complex = { real: 1, imag: 0 };
  let square: Complex = { real: base.real, imag: base.imag ?? 0 };
  for (let n = Math.abs(exponent); n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return exponent < 0 ? divide({ real: 1, imag: 0 }, result) : result;
}
