import type { Span } from "../syntax/ast.ts";
import { startOffsetAt } from "./bytecode.ts";
import type { CodeSpec } from "./code.ts";

/** An entry of the line table covers so many code units at most. */
const MAX_UNITS = 8;
const ENTRY_START = 0x80;

/** The bytes of `co_exceptiontable`: start, length, target, and depth with the lasti bit (InternalDocs/exception_handling.md). */
export function encodeExceptionTable(code: CodeSpec): Uint8Array {
  const bytes: number[] = [];
  for (const { start, end, target, depth, lasti } of code.handlers) {
    const [from = 0, to = 0, handler = 0] = [start, end, target].map((index) => startOffsetAt(code, index) / 2);
    [from, to - from, handler, (depth << 1) | (lasti ? 1 : 0)].forEach((value, i) => {
      writeBigEndian(bytes, value, i === 0 ? ENTRY_START : 0);
    });
  }
  return Uint8Array.from(bytes);
}

/** Six bits a byte, the highest first; bit 6 says that more follow. */
function writeBigEndian(bytes: number[], value: number, mark: number): void {
  let flags = mark;
  for (let shift = 24; shift > 0; shift -= 6) {
    if (value < 1 << shift) continue;
    bytes.push(((value >> shift) & 0x3f) | 0x40 | flags);
    flags = 0;
  }
  bytes.push((value & 0x3f) | flags);
}

interface Run {
  readonly span: Span | null;
  units: number;
}

/** Instructions of one place; each on its own where the version keeps them apart. */
function runsOf(code: CodeSpec, byInstruction: boolean): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const { offset, caches, span } of code.code) {
    const next = offset / 2 + 1 + caches;
    const last = runs[runs.length - 1];
    if (last !== undefined && !byInstruction && isSame(last.span, span)) last.units += next - end;
    else runs.push({ span, units: next - end });
    end = next;
  }
  return runs;
}

function isSame(a: Span | null, b: Span | null): boolean {
  if (a === null || b === null) return a === b;
  return a.line === b.line && a.col === b.col && a.endLine === b.endLine && a.endCol === b.endCol;
}

/** The bytes of `co_linetable` (InternalDocs/code_objects.md, Python/assemble.c). */
export function encodeLineTable(code: CodeSpec, byInstruction: boolean): Uint8Array {
  const bytes: number[] = [];
  let line = code.firstLine;
  for (const { span, units } of runsOf(code, byInstruction)) {
    for (let left = units; left > 0; left -= MAX_UNITS) {
      writeEntry(bytes, span, Math.min(left, MAX_UNITS), line);
      line = span?.line ?? line;
    }
  }
  return Uint8Array.from(bytes);
}

/** Forms of an entry: those below 10 hold the column in eights. */
const FORM = { oneLine: 10, noColumns: 13, long: 14, none: 15 } as const;

function writeEntry(bytes: number[], span: Span | null, units: number, previousLine: number): void {
  const start = (form: number): number => bytes.push(ENTRY_START | (form << 3) | (units - 1));
  if (span === null) {
    start(FORM.none);
    return;
  }
  const { col, endLine, endCol, line } = span;
  const delta = line - previousLine;
  const isOneLine = endLine === line;
  if (col < 0 || endCol < 0) {
    if (isOneLine || endLine < 0) {
      start(FORM.noColumns);
      return writeSigned(bytes, delta);
    }
  } else if (isOneLine && delta === 0 && col < 80 && endCol - col < 16 && endCol >= col) {
    start(col >> 3);
    bytes.push(((col & 7) << 4) | (endCol - col));
    return;
  } else if (isOneLine && delta >= 0 && delta < 3 && col < 128 && endCol < 128) {
    start(FORM.oneLine + delta);
    bytes.push(col, endCol);
    return;
  }
  start(FORM.long);
  writeSigned(bytes, delta);
  for (const value of [endLine - line, col + 1, endCol + 1]) writeLittleEndian(bytes, value);
}

const MAX_BYTE_STEP = 255;
const MAX_LINES_UP = 127;
const MAX_LINES_DOWN = -128;

/** The bytes of `co_lnotab`, the old form that is made when asked for: steps of the offset and of the line (Objects/codeobject.c, decode_linetable). */
export function encodeLineSteps(code: CodeSpec): Uint8Array {
  const bytes: number[] = [];
  let offset = 0;
  let line = code.firstLine;
  let end = 0;
  for (const instr of code.code) {
    const begin = end;
    end = instr.offset + 2 + instr.caches * 2;
    const own = instr.span?.line ?? line;
    if (own === line) continue;
    writeStep(bytes, begin - offset, own - line);
    offset = begin;
    line = own;
  }
  return Uint8Array.from(bytes);
}

function writeStep(bytes: number[], step: number, lines: number): void {
  let left = step;
  for (; left > MAX_BYTE_STEP; left -= MAX_BYTE_STEP) bytes.push(MAX_BYTE_STEP, 0);
  let up = lines;
  for (; up > MAX_LINES_UP; up -= MAX_LINES_UP) {
    bytes.push(left, MAX_LINES_UP);
    left = 0;
  }
  for (; up < MAX_LINES_DOWN; up -= MAX_LINES_DOWN) {
    bytes.push(left, MAX_LINES_DOWN & 0xff);
    left = 0;
  }
  bytes.push(left, up & 0xff);
}

/** Six bits a byte, the lowest first; bit 6 says that more follow. */
function writeLittleEndian(bytes: number[], value: number): void {
  let left = value;
  for (; left >= 64; left >>>= 6) bytes.push(0x40 | (left & 0x3f));
  bytes.push(left);
}

function writeSigned(bytes: number[], value: number): void {
  writeLittleEndian(bytes, value < 0 ? (-value << 1) | 1 : value << 1);
}

/** A pair's line step that says: no line. */
const NO_LINE = -128;
const MAX_PAIR_BYTES = 254;

/** The bytes of `co_linetable` up to 3.10: pairs of a length in bytes and a step of the line (Python/compile.c, assemble_line_range). */
export function encodeLinePairs(code: CodeSpec): Uint8Array {
  const bytes: number[] = [];
  let previous = code.firstLine;
  let begin = 0;
  code.code.forEach(({ span }, i) => {
    const end = startOffsetAt(code, i + 1);
    const following = code.code[i + 1];
    if (following && (following.span?.line ?? null) === (span?.line ?? null)) return;
    let step = NO_LINE;
    if (span) {
      step = span.line - previous;
      previous = span.line;
      for (; step > 127; step -= 127) bytes.push(0, 127);
      for (; step < -127; step += 127) bytes.push(0, -127);
    }
    let length = end - begin;
    for (; length > MAX_PAIR_BYTES; length -= MAX_PAIR_BYTES) {
      bytes.push(MAX_PAIR_BYTES, step);
      step = span ? 0 : NO_LINE;
    }
    bytes.push(length, step);
    begin = end;
  });
  return Uint8Array.from(bytes);
}
