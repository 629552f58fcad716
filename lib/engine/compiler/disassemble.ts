import type { Profile } from "../profiles/types.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import type { InstructionSet, Opcode } from "../profiles/instruction-sets/types.ts";
import type { Span } from "../syntax/ast.ts";
import { prefixCount, startOffsetAt } from "./bytecode.ts";
import type { CodeSpec, Const, Instr } from "./code.ts";
import { constantRepr } from "./constant-repr.ts";

/** What an argument stands for, so that the `dis` module can make the guest's value of it. */
export type ArgValue =
  | { readonly kind: "none" }
  /** `dis` knows no value for it. */
  | { readonly kind: "unknown" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "const"; readonly value: Const }
  /** The object at this index of LOAD_COMMON_CONSTANT's table. */
  | { readonly kind: "common"; readonly value: number }
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "names"; readonly value: readonly [string, string] }
  /** The byte offset that a jump leads to. */
  | { readonly kind: "offset"; readonly value: number }
  /** The built-in `str`, `repr` or `ascii`; null for none. */
  | { readonly kind: "converter"; readonly value: "str" | "repr" | "ascii" | null }
  /** The same, and whether there is a format specification. */
  | { readonly kind: "format"; readonly value: "str" | "repr" | "ascii" | null; readonly hasSpec: boolean };

/** One instruction as `dis.Instruction` shows it. */
export interface DisInstruction {
  readonly opname: string;
  readonly opcode: number;
  readonly arg: number | null;
  readonly argval: ArgValue;
  readonly argrepr: string;
  /** In bytes. */
  readonly offset: number;
  /** Offset of the first EXTENDED_ARG before it, or its own. */
  readonly startOffset: number;
  readonly startsLine: boolean;
  readonly line: number | null;
  readonly isJumpTarget: boolean;
  /** Number of the label at this instruction, null when nothing jumps here. */
  readonly label: number | null;
  readonly positions: { readonly line: number | null; readonly endLine: number | null; readonly col: number | null; readonly endCol: number | null };
  /** Inline cache fields that follow: name and code units. */
  readonly caches: readonly (readonly [name: string, units: number])[];
}

/** Addresses of code objects in listings: one text for all, or by constant. */
export type Addresses = string | ((c: Const) => string);

/** The instructions as `dis.get_instructions()` gives them, EXTENDED_ARG prefixes included, caches not. */
export function listInstructions(code: CodeSpec, profile: Profile, addresses: Addresses = "0x0"): DisInstruction[] {
  const set = instructionSetOf(profile.compiler.instructionSet);
  return listWithLabels(code, set, labelsOf(code, set, false), addresses);
}

/** The rows with other names where there are any, by offset. */
export function withForms(rows: readonly DisInstruction[], forms: ReadonlyMap<number, { readonly name: string }> | undefined): readonly DisInstruction[] {
  return forms ? rows.map((row) => ({ ...row, opname: forms.get(row.offset)?.name ?? row.opname })) : rows;
}

/** Labels are numbered by offset; the listing also labels what the exception table names. */
export function labelsOf(code: CodeSpec, set: InstructionSet, withHandlers: boolean): ReadonlyMap<number, number> {
  const offsets = new Set<number>();
  for (const instr of code.code) {
    const target = jumpOffset(instr, opcode(set, instr.op));
    if (target !== null) offsets.add(target);
  }
  if (withHandlers) {
    for (const { start, end, target } of code.handlers) {
      for (const index of set.listing === "offsets" ? [target] : [start, end, target]) offsets.add(startOffsetAt(code, index));
    }
  }
  return new Map([...offsets].sort((a, b) => a - b).map((offset, i) => [offset, i + 1]));
}

/** As `listInstructions`, with labels chosen by the caller. */
export function listWithLabels(code: CodeSpec, set: InstructionSet, labels: ReadonlyMap<number, number>, addresses: Addresses): DisInstruction[] {
  const listed: DisInstruction[] = [];
  let previousLine: number | null | undefined;
  for (const instr of code.code) {
    const op = opcode(set, instr.op);
    const line = instr.span?.line ?? null;
    for (let left = prefixCount(instr.arg); left >= 0; left--) {
      const offset = instr.offset - 2 * left;
      const isPrefix = left > 0;
      const label = labels.get(offset) ?? null;
      // Only listings with labels tell where instructions without a line begin.
      const startsLine = line !== previousLine && (line !== null || set.listing === "labels");
      const shared = { offset, startsLine, line, isJumpTarget: label !== null, label, positions: positionsOf(instr.span) };
      if (startsLine) previousLine = line;
      listed.push(isPrefix ? prefix(set, instr, left, shared) : instruction(code, set, instr, op, labels, addresses, shared));
    }
  }
  return listed;
}

type Shared = Pick<DisInstruction, "offset" | "startsLine" | "line" | "isJumpTarget" | "label" | "positions">;

function prefix(set: InstructionSet, instr: Instr, left: number, shared: Shared): DisInstruction {
  const arg = instr.arg >>> (8 * left);
  return {
    ...shared, opname: "EXTENDED_ARG", opcode: opcode(set, "EXTENDED_ARG").number, arg, argval: { kind: "number", value: arg }, argrepr: "",
    startOffset: shared.offset, caches: [],
  };
}

function instruction(
  code: CodeSpec, set: InstructionSet, instr: Instr, op: Opcode, labels: ReadonlyMap<number, number>, addresses: Addresses, shared: Shared,
): DisInstruction {
  const [argval, argrepr] = describe(code, set, instr, op, labels, addresses);
  return {
    ...shared, opname: op.name, opcode: op.number, arg: op.arg === "none" ? null : instr.arg, argval, argrepr,
    startOffset: instr.offset - 2 * prefixCount(instr.arg), caches: op.caches,
  };
}

function opcode(set: InstructionSet, name: string): Opcode {
  const found = set.opcodes.get(name);
  if (found === undefined) throw new Error(`This instruction set has no ${name}.`);
  return found;
}

function positionsOf(span: Span | null): DisInstruction["positions"] {
  if (span === null) return { line: null, endLine: null, col: null, endCol: null };
  const known = (column: number): number | null => (column < 0 ? null : column);
  return { line: span.line, endLine: span.endLine, col: known(span.col), endCol: known(span.endCol) };
}

function jumpOffset(instr: Instr, op: Opcode): number | null {
  if (op.jump === "none") return null;
  if (op.jump === "absolute") return 2 * instr.arg;
  const after = instr.offset + 2 + 2 * instr.caches;
  return op.jump === "backward" ? after - 2 * instr.arg : after + 2 * instr.arg;
}

const COMPARISONS = ["<", "<=", "==", "!=", ">", ">="];
const CONVERTERS = [null, "str", "repr", "ascii"] as const;
const TO_BOOL_BIT = 16;
/** Comparisons whose operator begins at this bit have one that asks for a bool. */
const TO_BOOL_FROM = 5;
const HAS_SPEC = 4;

/** What the argument stands for, and how the listing writes it. */
function describe(
  code: CodeSpec, set: InstructionSet, instr: Instr, op: Opcode, labels: ReadonlyMap<number, number>, addresses: Addresses,
): [ArgValue, string] {
  const { arg } = instr;
  const number: ArgValue = { kind: "number", value: arg };
  switch (op.arg) {
    case "none":
      return [{ kind: "none" }, ""];
    case "const": {
      const value = code.consts[arg] ?? { kind: "none" };
      return [{ kind: "const", value }, constantRepr(value, addresses)];
    }
    case "unshown-const":
      return [{ kind: "unknown" }, ""];
    case "name":
    case "import":
      return describeName(code, set, arg, op);
    case "local":
    case "free": {
      const first = op.arg === "free" && set.recipes.slotLayout === "separate" ? code.varNames.length : 0;
      const value = code.slots[first + arg]?.name ?? "";
      return [{ kind: "name", value }, value];
    }
    case "local-pair": {
      const value = [code.slots[arg >> 4]?.name ?? "", code.slots[arg & 15]?.name ?? ""] as const;
      return [{ kind: "names", value }, value.join(", ")];
    }
    case "jump": {
      const value = jumpOffset(instr, op) ?? 0;
      if (set.listing === "offsets") return [{ kind: "offset", value }, `to ${value}`];
      return [{ kind: "offset", value }, `${op.name === "END_ASYNC_FOR" ? "from" : "to"} L${labels.get(value)}`];
    }
    case "compare": {
      const value = COMPARISONS[arg >> set.recipes.compareShift] ?? "";
      if (set.recipes.compareShift < TO_BOOL_FROM) return [{ kind: "name", value }, value];
      return [{ kind: "name", value }, arg & TO_BOOL_BIT ? `bool(${value})` : value];
    }
    case "convert": {
      const value = CONVERTERS[arg] ?? null;
      return [{ kind: "converter", value }, value ?? ""];
    }
    case "format":
      return describeFormat(arg);
    case "common-constant":
      return [set.tellsCommonConstants ? { kind: "common", value: arg } : number, set.commonConstants[arg] ?? ""];
    case "function-attribute":
    case "function-parts":
      return [number, set.functionAttributes.filter((_, bit) => arg & (1 << bit)).join(", ")];
    default:
      return [number, listedName(set, op, arg)];
  }
}

const IMPORT_FLAGS = ["", " + lazy", " + eager"];

/** FORMAT_VALUE. */
function describeFormat(arg: number): [ArgValue, string] {
  const value = CONVERTERS[arg & 3] ?? null;
  const hasSpec = (arg & HAS_SPEC) !== 0;
  return [{ kind: "format", value, hasSpec }, [value ?? "", hasSpec ? "with format" : ""].filter((part) => part !== "").join(", ")];
}

function describeName(code: CodeSpec, set: InstructionSet, arg: number, op: Opcode): [ArgValue, string] {
  const value = code.names[arg >> op.nameShift] ?? "";
  if (op.arg === "import") return [{ kind: "name", value }, value === "" ? "" : value + (IMPORT_FLAGS[arg & 3] ?? "")];
  if (op.nameShift === 0 || !(arg & 1)) return [{ kind: "name", value }, value];
  const parts = [value, op.name === "LOAD_GLOBAL" ? "NULL" : "NULL|self"];
  return [{ kind: "name", value }, (set.recipes.call === "null-after" ? parts : parts.reverse()).join(" + ")];
}

function listedName(set: InstructionSet, op: Opcode, arg: number): string {
  switch (op.arg) {
    case "binary":
      return set.binaryOperators[arg] ?? "";
    case "intrinsic-1":
      return set.intrinsics1[arg] ?? "";
    case "intrinsic-2":
      return set.intrinsics2[arg] ?? "";
    case "special":
      return set.specialMethods[arg] ?? "";
    case "is":
      return arg ? "is not" : "is";
    case "contains":
      return arg ? "not in" : "in";
    default:
      return "";
  }
}
