import type { Profile } from "../profiles/types.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import type { CodeSpec } from "./code.ts";
import { constantRepr } from "./constant-repr.ts";
import { labelsOf, listWithLabels, withForms } from "./disassemble.ts";
import { formatWithOffsets } from "./listing-offsets.ts";
import { startOffsetAt } from "./bytecode.ts";
import type { Addresses, DisInstruction } from "./disassemble.ts";

const NO_LINE = "  --";
const NAME_WIDTH = 20;
const ARG_WIDTH = 5;

export interface ListingFormat {
  /** Shown for code objects in constants. Default `0x0`. */
  readonly addresses?: Addresses;
  /** What to show by offset in place of the code's own instructions. */
  readonly forms?: ReadonlyMap<number, { readonly name: string }>;
  /** Offset of the instruction to mark with an arrow. */
  readonly current?: number;
  /** Inline caches are listed too. */
  readonly showCaches?: boolean;
}

/** The text of `dis.disassemble(code)`: lines, labels, instructions, exception table; each line ends with a newline. */
export function formatListing(code: CodeSpec, profile: Profile, format: ListingFormat = {}): string {
  const set = instructionSetOf(profile.compiler.instructionSet);
  if (set.listing === "offsets") return formatWithOffsets(code, profile, format);
  const labels = labelsOf(code, set, true);
  const instructions = withForms(listWithLabels(code, set, labels, format.addresses ?? "0x0"), format.forms);
  const widths = { line: lineWidth(instructions), label: 4 + String(labels.size).length };
  const lines = instructions.flatMap((instr) => formatInstruction(instr, widths, format.current ?? -1));
  if (code.handlers.length > 0) lines.push("ExceptionTable:");
  const label = (index: number): string => `L${labels.get(startOffsetAt(code, index))}`;
  for (const { start, end, target, depth, lasti } of code.handlers) {
    lines.push(`  ${label(start)} to ${label(end)} -> ${label(target)} [${depth}]${lasti ? " lasti" : ""}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** The text of `dis.dis(code)`: the listing, then those of the code objects in its constants. */
export function formatListings(code: CodeSpec, profile: Profile, format: ListingFormat = {}): string {
  const inner = code.consts.map((c) => {
    if (c.kind !== "code") return "";
    return `\nDisassembly of ${constantRepr(c, format.addresses ?? "0x0")}:\n${formatListings(c.code, profile, format)}`;
  });
  return formatListing(code, profile, format) + inner.join("");
}

function lineWidth(instructions: readonly DisInstruction[]): number {
  const known = instructions.flatMap(({ line }) => (line === null || line === 0 ? [] : [line]));
  if (known.length === 0) return 0;
  const width = Math.max(3, String(Math.max(...known)).length);
  return instructions.some(({ line }) => line === null) ? Math.max(width, NO_LINE.length) : width;
}

function formatInstruction(instr: DisInstruction, widths: { readonly line: number; readonly label: number }, current: number): string[] {
  const fields: string[] = [];
  if (widths.line > 0) {
    const text = instr.startsLine ? (instr.line === null ? NO_LINE : String(instr.line)) : "";
    fields.push(text.padStart(widths.line));
  }
  fields.push((instr.label === null ? "" : `L${instr.label}:`).padStart(widths.label));
  const isCurrent = instr.offset <= current && current <= instr.offset + 2 * instr.caches.reduce((sum, [, units]) => sum + units, 0);
  fields.push(isCurrent ? "-->" : "   ");
  fields.push(instr.opname.padEnd(NAME_WIDTH));
  if (instr.arg !== null) {
    const excess = Math.max(0, instr.opname.length - NAME_WIDTH);
    fields.push(String(instr.arg).padStart(ARG_WIDTH - excess));
    if (instr.argrepr !== "") fields.push(`(${instr.argrepr})`);
  }
  const line = fields.join(" ").trimEnd();
  const startsParagraph = widths.line > 0 && instr.startsLine && instr.offset > 0;
  return startsParagraph ? ["", line] : [line];
}
