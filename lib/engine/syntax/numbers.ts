import type { Literal } from "./ast.ts";

/** The value of a numeric literal as the tokenizer accepts it; null for a decimal integer of too many digits. */
export function literalNumber(text: string, maxDigits: number): Literal | null {
  const digits = text.replaceAll("_", "").toLowerCase();
  if (/^0[xob]/.test(digits)) return { kind: "int", value: BigInt(digits) };
  if (digits.endsWith("j")) return { kind: "complex", imag: Number(digits.slice(0, -1)) };
  if (/[.e]/.test(digits)) return { kind: "float", value: Number(digits) };
  return digits.length > maxDigits && +digits ? null : { kind: "int", value: BigInt(digits) };
}
