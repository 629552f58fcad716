import type { Profile } from "../profiles/types.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import type { CodeSpec } from "./code.ts";
import { labelsOf, listWithLabels, withForms } from "./disassemble.ts";
import { startOffsetAt } from "./bytecode.ts";
import type { DisInstruction } from "./disassemble.ts";
import type { ListingFormat } from "./listing.ts";

const NAME_WIDTH = 20;
const ARG_WIDTH = 5;
/** Numbers wider than these make their column wider. */
const LINE_WIDTH = 3;
const OFFSET_WIDTH = 4;

/** The text of `dis.disassemble(code)` up to 3.12: line, arrow, `>>` at jump targets, byte offset, instruction (Lib/dis.py). */
export function formatWithOffsets(code: CodeSpec, profile: Profile, format: ListingFormat): string {
  const set = instructionSetOf(profile.compiler.instructionSet);
  const instructions = withForms(listWithLabels(code, set, labelsOf(code, set, true), format.addresses ?? "0x0"), format.forms);
  const lines = instructions.flatMap(({ startsLine, line }) => (startsLine && line !== null ? [line] : []));
  const maxLine = Math.max(0, ...lines);
  const widths: Widths = {
    line: lines.length === 0 ? 0 : maxLine >= 1000 ? String(maxLine).length : LINE_WIDTH,
    offset: offsetWidth(startOffsetAt(code, code.code.length) - 2),
  };
  const rows = instructions.flatMap((instr) => [
    ...formatInstruction(instr, widths, format.current ?? -1),
    ...(format.showCaches === true ? formatCaches(instr, widths, format.current ?? -1) : []),
  ]);
  if (code.handlers.length > 0) rows.push("ExceptionTable:");
  for (const { start, end, target, depth, lasti } of code.handlers) {
    const [from, to, handler] = [start, end, target].map((index) => startOffsetAt(code, index));
    rows.push(`  ${from} to ${(to ?? 0) - 2} -> ${handler} [${depth}]${lasti ? " lasti" : ""}`);
  }
  return rows.map((row) => `${row}\n`).join("");
}

interface Widths {
  /** 0 when no line is known: the column is left out. */
  readonly line: number;
  readonly offset: number;
}

function offsetWidth(maxOffset: number): number {
  return maxOffset >= 10_000 ? String(maxOffset).length : OFFSET_WIDTH;
}

function formatInstruction(instr: DisInstruction, widths: Widths, current: number): string[] {
  const { startsLine, line, offset, arg, argrepr } = instr;
  const fields = [
    ...(widths.line === 0 ? [] : [(startsLine ? String(line) : "").padStart(widths.line)]),
    offset === current ? "-->" : "   ",
    instr.isJumpTarget ? ">>" : "  ",
    String(offset).padStart(widths.offset),
    instr.opname.padEnd(NAME_WIDTH),
    ...(arg === null ? [] : [String(arg).padStart(ARG_WIDTH), ...(argrepr === "" ? [] : [`(${argrepr})`])]),
  ];
  const row = fields.join(" ").trimEnd();
  return widths.line > 0 && startsLine && offset > 0 ? ["", row] : [row];
}

/** The inline caches, each unit as an instruction. */
function formatCaches(instr: DisInstruction, widths: Widths, current: number): string[] {
  const units = instr.caches.reduce((sum, [, count]) => sum + count, 0);
  return Array.from({ length: units }, (_, i) => i).flatMap((i) => {
    const cache: DisInstruction = {
      ...instr, opname: "CACHE", arg: 0, argrepr: "", startsLine: false, isJumpTarget: false, offset: instr.offset + 2 * (i + 1), caches: [],
    };
    return formatInstruction(cache, widths, current);
  });
}
