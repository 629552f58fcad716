import type { Literal } from "../../syntax/ast.ts";
import type { CodeSpec, Const, Instr } from "../code.ts";
import { constEquals } from "./const-equality.ts";

/** `None`, which every compile unit shares. */
export const NONE: Const = { kind: "none" };
const ELLIPSIS: Const = { kind: "ellipsis" };
export const TRUE: Const = { kind: "bool", value: true };
export const FALSE: Const = { kind: "bool", value: false };

type CodeConst = Extract<Const, { readonly kind: "code" }>;

/**
 * The constants of one compile unit: equal constants of equal type become one value, across all its code objects
 * (Python/compile.c `const_cache_insert`, Objects/codeobject.c `_PyCode_ConstantKey`).
 */
export class ConstCache {
  readonly #comparesPlaces: boolean;
  readonly #byKey = new Map<string, Const>();
  /** Code objects by what tells most of them apart. */
  readonly #codes = new Map<string, CodeConst[]>();
  readonly #ids = new Map<Const, number>();

  /** Code objects with the same instructions are equal if their places are, too, or wherever they are (before 3.11). */
  constructor(comparesPlaces = true) {
    this.#comparesPlaces = comparesPlaces;
  }

  /** The unit's own value that equals `value`; the items of tuples and sets are merged too. */
  merge(value: Const): Const {
    if (this.#ids.has(value)) return value;
    if (value.kind === "none") return NONE;
    if (value.kind === "ellipsis") return ELLIPSIS;
    if (value.kind === "bool") return value.value ? TRUE : FALSE;
    if (value.kind === "code") return this.#mergeCode(value);
    const merged = this.#mergeItems(value);
    const key = this.#key(merged);
    const existing = this.#byKey.get(key);
    if (existing !== undefined) return existing;
    this.#byKey.set(key, merged);
    this.#ids.set(merged, this.#ids.size);
    return merged;
  }

  #mergeCode(value: CodeConst): Const {
    const { name, firstLine, code } = value.code;
    const short = `${name} ${firstLine} ${code.length}`;
    const alike = this.#codes.get(short);
    const existing = alike?.find((other) => this.#codeKey(other.code) === this.#codeKey(value.code));
    if (existing !== undefined) return existing;
    if (alike === undefined) this.#codes.set(short, [value]);
    else alike.push(value);
    this.#ids.set(value, this.#ids.size);
    return value;
  }

  literal(value: Literal): Const {
    return this.merge(constOfLiteral(value));
  }

  /** A name as a constant: always interned. */
  name(value: string): Const {
    return this.merge({ kind: "str", value, interned: true });
  }

  #mergeItems(value: Exclude<Const, CodeConst>): Exclude<Const, CodeConst> {
    if (value.kind === "tuple") return { kind: "tuple", items: value.items.map((item) => this.merge(item)) };
    if (value.kind === "frozenset") return { kind: "frozenset", items: value.items.map((item) => this.merge(item)) };
    if (value.kind !== "slice") return value;
    return { kind: "slice", start: this.merge(value.start), stop: this.merge(value.stop), step: this.merge(value.step) };
  }

  #id(value: Const): string {
    if (value.kind === "none" || value.kind === "ellipsis") return value.kind;
    if (value.kind === "bool") return String(value.value);
    return String(this.#ids.get(value));
  }

  #key(value: Exclude<Const, CodeConst>): string {
    switch (value.kind) {
      case "none":
      case "ellipsis":
        return value.kind;
      case "bool":
        return `bool ${value.value}`;
      case "int":
        return `int ${value.value}`;
      case "float":
        return `float ${this.#floatKey(value.value)}`;
      case "complex":
        return `complex ${this.#floatKey(value.real)} ${this.#floatKey(value.imag)}`;
      case "str":
        return `str ${value.value}`;
      case "bytes":
        return `bytes ${value.value.join(",")}`;
      case "tuple":
        return `tuple ${value.items.map((item) => this.#id(item)).join(",")}`;
      case "frozenset":
        return `frozenset ${value.items.map((item) => this.#id(item)).sort().join(",")}`;
      case "slice":
        return `slice ${this.#id(value.start)},${this.#id(value.stop)},${this.#id(value.step)}`;
    }
  }

  /** The zeros differ by sign, and two not-a-numbers are never equal. */
  #floatKey(value: number): string {
    if (Number.isNaN(value)) return `nan ${this.#ids.size}`;
    return Object.is(value, -0) ? "-0" : String(value);
  }

  /** What code objects are compared by (Objects/codeobject.c `code_richcompare`); a `finally` body compiled twice is one. */
  #codeKey(code: CodeSpec): string {
    const instruction = ({ op, arg, span }: Instr): string =>
      `${op} ${arg} ${span === null || !this.#comparesPlaces ? "" : `${span.line}:${span.col}-${span.endLine}:${span.endCol}`}`;
    return JSON.stringify([
      code.name, code.firstLine, code.argCount, code.posOnlyArgCount, code.kwOnlyArgCount, code.flags, code.names, code.slots,
      code.consts.map((c) => this.#id(c)), code.code.map(instruction), code.handlers,
    ]);
  }
}

/** The constant that a literal denotes. Strings that look like identifiers are interned (`all_name_chars`). */
export function constOfLiteral(value: Literal): Const {
  if (value.kind === "str") return strConst(value.value);
  if (value.kind === "complex") return { kind: "complex", real: value.real ?? 0, imag: value.imag };
  if (value.kind === "tuple") return { kind: "tuple", items: value.items.map(constOfLiteral) };
  if (value.kind === "frozenset") return { kind: "frozenset", items: value.items.map(constOfLiteral) };
  return value;
}

export function strConst(value: string): Const {
  return { kind: "str", value, interned: /^[A-Za-z0-9_]*$/.test(value) };
}

/** A frozenset constant: of equal items the first stays. */
export function frozensetConst(items: readonly Const[]): Const {
  const kept: Const[] = [];
  for (const item of items) if (!kept.some((k) => constEquals(k, item))) kept.push(item);
  return { kind: "frozenset", items: kept };
}
