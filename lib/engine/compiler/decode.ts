import type { InstructionSet } from "../profiles/instruction-sets/types.ts";
import type { Span } from "../syntax/ast.ts";
import type { HandlerEntry, Instr } from "./code.ts";

/** What `co_code`, `co_linetable` and `co_exceptiontable` say, read back from their bytes. */
export interface DecodedCode {
  readonly code: readonly Instr[];
  readonly handlers: readonly HandlerEntry[];
}

/** Bytes that no compiler of this version writes, and where they stand. */
export class MalformedCode extends Error {}

/** Reads the bytes of a code object of this version back (the inverse of compiler/bytecode.ts and compiler/tables.ts). Throws MalformedCode. */
export function decodeCode(bytes: Uint8Array, spans: readonly (Span | null)[], exceptions: Uint8Array, set: InstructionSet): DecodedCode {
  const opcodes = new Map([...set.opcodes.values()].map((opcode) => [opcode.number, opcode]));
  const found: { op: string; arg: number; unit: number; caches: number }[] = [];
  /** The instruction that begins at each code unit, its prefixes included. */
  const indexAt = new Map<number, number>();
  for (let unit = 0; unit < bytes.length >> 1; ) {
    indexAt.set(unit, found.length);
    let arg = 0;
    let opcode = opcodes.get(bytes[2 * unit]);
    for (; opcode?.name === "EXTENDED_ARG"; opcode = opcodes.get(bytes[2 * unit])) arg = (arg << 8) | bytes[2 * unit++ + 1];
    if (!opcode) throw new MalformedCode(`The byte ${bytes[2 * unit]} at ${2 * unit} is no opcode of this version.`);
    const caches = set.cacheUnits.get(opcode.name) ?? 0;
    found.push({ op: opcode.name, arg: (arg << 8) | bytes[2 * unit + 1], unit, caches });
    unit += 1 + caches;
  }
  indexAt.set(bytes.length >> 1, found.length);
  const at = (unit: number): number => indexAt.get(unit) ?? fail(`No instruction begins at offset ${2 * unit}.`);
  const code = found.map(({ op, arg, unit, caches }): Instr => {
    const { jump } = set.opcodes.get(op) as { jump: string };
    const next = unit + 1 + caches;
    const target = jump === "forward" ? next + arg : jump === "backward" ? next - arg : jump === "absolute" ? arg : null;
    return { op, arg, offset: 2 * unit, caches, span: spans[unit] ?? null, ...(target === null ? {} : { target: at(target) }) };
  });
  return { code, handlers: decodeHandlers(exceptions, at) };
}

function fail(text: string): never {
  throw new MalformedCode(text);
}

function decodeHandlers(bytes: Uint8Array, at: (unit: number) => number): HandlerEntry[] {
  const numbers: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    let value = bytes[i] & 0x3f;
    while (bytes[i] & 0x40) value = (value << 6) | (bytes[++i] & 0x3f);
    numbers.push(value);
  }
  const handlers: HandlerEntry[] = [];
  for (let i = 0; i + 3 < numbers.length; i += 4) {
    const [start, length, target, depth] = numbers.slice(i, i + 4);
    handlers.push({ start: at(start), end: at(start + length), target: at(target), depth: depth >> 1, lasti: (depth & 1) === 1 });
  }
  return handlers;
}

/** The place of each code unit by the line table of 3.11 and later (InternalDocs/code_objects.md). */
export function decodeLineTable(bytes: Uint8Array, firstLine: number): (Span | null)[] {
  const spans: (Span | null)[] = [];
  let line = firstLine;
  let i = 0;
  const unsigned = (): number => {
    let value = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[i++] ?? 0;
      value |= (byte & 0x3f) << shift;
      shift += 6;
    } while (byte & 0x40);
    return value;
  };
  const signed = (): number => {
    const value = unsigned();
    return value & 1 ? -(value >> 1) : value >> 1;
  };
  while (i < bytes.length) {
    const first = bytes[i++];
    const units = (first & 7) + 1;
    const form = (first >> 3) & 15;
    let span: Span | null = null;
    if (form < 10) {
      const col = (form << 3) | ((bytes[i] >> 4) & 7);
      span = { line, endLine: line, col, endCol: col + (bytes[i++] & 15) };
    } else if (form < 13) {
      line += form - 10;
      span = { line, endLine: line, col: bytes[i++], endCol: bytes[i++] };
    } else if (form === 13) {
      line += signed();
      span = { line, endLine: line, col: -1, endCol: -1 };
    } else if (form === 14) {
      line += signed();
      const endLine = line + unsigned();
      span = { line, endLine, col: unsigned() - 1, endCol: unsigned() - 1 };
    }
    for (let n = 0; n < units; n++) spans.push(span);
  }
  return spans;
}

/** The same by the line table of 3.10: pairs of a length in bytes and a step of the line, -128 where there is none. */
export function decodeLinePairs(bytes: Uint8Array, firstLine: number): (Span | null)[] {
  const spans: (Span | null)[] = [];
  let line = firstLine;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const step = (bytes[i + 1] << 24) >> 24;
    if (step !== -128) line += step;
    const span = step === -128 ? null : { line, endLine: line, col: -1, endCol: -1 };
    for (let n = bytes[i] >> 1; n > 0; n--) spans.push(span);
  }
  return spans;
}
