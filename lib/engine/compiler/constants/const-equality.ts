import type { Const } from "../code.ts";

/** Python's `==` on constants: 1 == True == 1.0, but "1" != 1. */
export function constEquals(a: Const, b: Const): boolean {
  if (isNumber(a) && isNumber(b)) return numberEquals(a, b);
  switch (a.kind) {
    case "str":
      return b.kind === "str" && a.value === b.value;
    case "bytes":
      return b.kind === "bytes" && a.value.length === b.value.length && a.value.every((byte, i) => byte === b.value[i]);
    case "tuple":
      return b.kind === "tuple" && itemsEqual(a.items, b.items);
    case "frozenset":
      return b.kind === "frozenset" && a.items.length === b.items.length && a.items.every((x) => b.items.some((y) => constEquals(x, y)));
    case "slice":
      return b.kind === "slice" && itemsEqual([a.start, a.stop, a.step], [b.start, b.stop, b.step]);
    case "none":
    case "ellipsis":
      return a.kind === b.kind;
    default:
      return a === b;
  }
}

type NumberConst = Extract<Const, { kind: "bool" | "int" | "float" | "complex" }>;

function isNumber(c: Const): c is NumberConst {
  return c.kind === "bool" || c.kind === "int" || c.kind === "float" || c.kind === "complex";
}

function numberEquals(a: NumberConst, b: NumberConst): boolean {
  const [realA, imagA] = parts(a);
  const [realB, imagB] = parts(b);
  // A bigint and a number compare by value in JavaScript, without rounding.
  // biome-ignore lint/suspicious/noDoubleEquals: the mixed comparison is the point
  return imagA === imagB && realA == realB;
}

function parts(c: NumberConst): [bigint | number, number] {
  if (c.kind === "bool") return [c.value ? 1 : 0, 0];
  return c.kind === "complex" ? [c.real, c.imag] : [c.value, 0];
}

function itemsEqual(a: readonly Const[], b: readonly Const[]): boolean {
  return a.length === b.length && a.every((item, i) => constEquals(item, b[i] ?? item));
}
