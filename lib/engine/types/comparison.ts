import type { CompareOp } from "../core/slots.ts";

/** A comparison of two numbers; a bigint and a number are compared by their exact values. */
export function compares(left: bigint | number, right: bigint | number, op: CompareOp): boolean {
  switch (op) {
    case "<": return left < right;
    case "<=": return left <= right;
    // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number are equal only loosely, and exactly
    case "==": return left == right;
    // biome-ignore lint/suspicious/noDoubleEquals: as above
    case "!=": return left != right;
    case ">": return left > right;
    case ">=": return left >= right;
  }
}
