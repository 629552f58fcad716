import type { Profile } from "../../profiles/types.ts";
import type { Const } from "../code.ts";
import { strConst } from "./const-cache.ts";
import { numericBinary } from "./fold-numbers.ts";
import { foldSubscript } from "./fold-subscript.ts";

export type UnaryFold = "-" | "+" | "~" | "not";
type Limits = Profile["compiler"]["folding"];

/** Operators by their number in BINARY_OP. */
const OPERATORS = ["+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^"] as const;
export type BinaryFold = (typeof OPERATORS)[number];
const SUBSCRIPT = 26;

/** Truth of a constant. */
export function truthOf(c: Const): boolean {
  switch (c.kind) {
    case "none":
      return false;
    case "bool":
      return c.value;
    case "int":
      return c.value !== 0n;
    case "float":
      return c.value !== 0;
    case "complex":
      return c.real !== 0 || c.imag !== 0;
    case "str":
    case "bytes":
      return c.value.length > 0;
    case "tuple":
    case "frozenset":
      return c.items.length > 0;
    default:
      return true;
  }
}

/** The value of `op operand`, null when it raises or is left to run time. */
export function foldUnary(op: UnaryFold, operand: Const): Const | null {
  if (op === "not") return { kind: "bool", value: !truthOf(operand) };
  switch (operand.kind) {
    case "bool":
      // ~True warns, so it must run.
      if (op === "~") return null;
      return { kind: "int", value: op === "-" ? -BigInt(operand.value) : BigInt(operand.value) };
    case "int":
      return { kind: "int", value: op === "-" ? -operand.value : op === "~" ? ~operand.value : operand.value };
    case "float":
      return op === "~" ? null : { kind: "float", value: op === "-" ? -operand.value : operand.value };
    case "complex":
      if (op === "~") return null;
      return op === "-" ? { kind: "complex", real: -operand.real, imag: -operand.imag } : operand;
    default:
      return null;
  }
}

/** The value of `left op right`, null when it raises, or when the result would be too large to keep. */
export function foldBinary(number: number, left: Const, right: Const, limits: Limits): Const | null {
  if (number === SUBSCRIPT) return foldSubscript(left, right);
  const op = OPERATORS[number];
  if (op === undefined) return null;
  if (op === "+") return concatenate(left, right) ?? numericBinary(op, left, right, limits);
  if (op === "*") return repeat(left, right, limits) ?? numericBinary(op, left, right, limits);
  return numericBinary(op, left, right, limits);
}

function concatenate(left: Const, right: Const): Const | null {
  if (left.kind === "str" && right.kind === "str") return strConst(left.value + right.value);
  if (left.kind === "tuple" && right.kind === "tuple") return { kind: "tuple", items: [...left.items, ...right.items] };
  if (left.kind === "bytes" && right.kind === "bytes") return { kind: "bytes", value: Uint8Array.from([...left.value, ...right.value]) };
  return null;
}

/** `sys.maxsize`: a larger count raises, even for an empty sequence. */
const MAX_INDEX = 2n ** 63n - 1n;

/** `sequence * count`, within the limits (Python/flowgraph.c `const_folding_safe_multiply`). */
function repeat(left: Const, right: Const, limits: Limits): Const | null {
  const [sequence, times] = isInteger(left) ? [right, left] : [left, right];
  if (!isInteger(times)) return null;
  const count = BigInt(times.value);
  if (count > MAX_INDEX || count < -MAX_INDEX) return null;
  if (sequence.kind === "tuple") return repeatTuple(sequence.items, count, limits);
  if (sequence.kind !== "str" && sequence.kind !== "bytes") return null;
  const size = sequence.kind === "str" ? Array.from(sequence.value).length : sequence.value.length;
  if (size > 0 && (count < 0n || count > BigInt(Math.floor(limits.maxStr / size)))) return null;
  const n = size === 0 ? 0 : Number(count);
  if (sequence.kind === "str") return strConst(sequence.value.repeat(n));
  return { kind: "bytes", value: Uint8Array.from({ length: size * n }, (_, i) => sequence.value[i % size] ?? 0) };
}

function repeatTuple(items: readonly Const[], count: bigint, limits: Limits): Const | null {
  if (items.length === 0) return { kind: "tuple", items };
  if (count < 0n || count > BigInt(Math.floor(limits.maxTuple / items.length))) return null;
  const n = Number(count);
  if (n > 0 && totalItems(items) > Math.floor(limits.maxTotalItems / n)) return null;
  return { kind: "tuple", items: Array.from({ length: n }, () => items).flat() };
}

/** Items of a tuple and of the tuples in it. */
function totalItems(items: readonly Const[]): number {
  return items.reduce((sum, item) => sum + (item.kind === "tuple" ? totalItems(item.items) : 0), items.length);
}

function isInteger(c: Const): c is Extract<Const, { kind: "int" | "bool" }> {
  return c.kind === "int" || c.kind === "bool";
}
