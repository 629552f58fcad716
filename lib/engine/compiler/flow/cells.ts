import { NO_LOCATION } from "../emit/unit.ts";
import type { Unit } from "../emit/unit.ts";
import { CodeFlag } from "../code.ts";
import type { CodeSpec } from "../code.ts";
import { blocksFrom, newInstr } from "./block.ts";
import type { Block } from "./block.ts";

type Slot = CodeSpec["slots"][number];
const DEREFS = new Set(["MAKE_CELL", "LOAD_CLOSURE", "LOAD_DEREF", "STORE_DEREF", "DELETE_DEREF", "LOAD_FROM_DICT_OR_DEREF"]);

/**
 * Lays out `localsplus`: fast locals, cells that are no locals, free variables. Inserts what makes the cells at the
 * start of the code, and turns cell numbers into slot numbers.
 */
export function layOutCells(unit: Unit, entry: Block, flags: number, firstPopHasLine: boolean): Slot[] {
  const slots = slotsOf(unit);
  // In a class a name can be a local of its own comprehensions, a cell, and free, all at once.
  const slotOf = [
    ...[...unit.cellVars.keys()].map((name) => slots.findIndex((slot) => slot.name === name && slot.kind !== "free")),
    ...[...unit.freeVars.keys()].map((name) => slots.findIndex((slot) => slot.name === name && slot.kind === "free")),
  ];
  insertPrefix(unit, entry, flags, slotOf, firstPopHasLine);
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) if (DEREFS.has(instr.op)) instr.arg = slotOf[instr.arg] ?? instr.arg;
  }
  return slots;
}

/** Fast locals, then all cells, then free variables: an argument that is a cell has a slot in both rows, and the cells are numbered apart. */
export function layOutApart(unit: Unit): Slot[] {
  const slot = (kind: Slot["kind"]) => (name: string): Slot => ({ name, kind, hidden: false });
  return [...[...unit.varNames.keys()].map(slot("local")), ...[...unit.cellVars.keys()].map(slot("cell")), ...[...unit.freeVars.keys()].map(slot("free"))];
}

function slotsOf(unit: Unit): Slot[] {
  const slots: Slot[] = [];
  for (const name of unit.varNames.keys()) {
    slots.push({ name, kind: unit.cellVars.has(name) ? "argument-cell" : "local", hidden: unit.fastHidden.has(name) });
  }
  for (const name of unit.cellVars.keys()) {
    if (!unit.varNames.has(name)) slots.push({ name, kind: "cell", hidden: false });
  }
  for (const name of unit.freeVars.keys()) slots.push({ name, kind: "free", hidden: false });
  return slots;
}

const GENERATORS = CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR;

function insertPrefix(unit: Unit, entry: Block, flags: number, slotOf: readonly number[], firstPopHasLine: boolean): void {
  const prefix = [];
  if (unit.freeVars.size > 0) prefix.push(newInstr("COPY_FREE_VARS", unit.freeVars.size, NO_LOCATION));
  const cells = [...unit.cellVars.values()].sort((a, b) => (slotOf[a] ?? 0) - (slotOf[b] ?? 0));
  for (const cell of cells) prefix.push(newInstr("MAKE_CELL", cell, NO_LOCATION));
  if (flags & GENERATORS && !unit.iteratesFirst) {
    const span = { line: unit.firstLine, col: -1, endLine: unit.firstLine, endCol: -1 };
    prefix.push(newInstr("RETURN_GENERATOR", 0, span), newInstr("POP_TOP", 0, firstPopHasLine ? span : NO_LOCATION));
  }
  entry.instrs.unshift(...prefix);
}
