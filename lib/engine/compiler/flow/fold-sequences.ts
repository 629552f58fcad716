import type { Const } from "../code.ts";
import { frozensetConst } from "../constants/const-cache.ts";
import { STACK_GUIDELINE } from "../emit/emitter.ts";
import { set } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";
import { constantLoads } from "./const-list.ts";
import type { ConstList } from "./const-list.ts";
import { nopOut } from "./nop-out.ts";

/** A display of fewer constants is built item by item. */
const MIN_CONSTANT_DISPLAY = 3;

function valuesOf(loads: readonly FlowInstr[], consts: ConstList): Const[] {
  return loads.flatMap((load) => consts.valueOf(load) ?? []);
}

/** A tuple of constants is a constant. */
export function foldTuple(b: Block, i: number, instr: FlowInstr, consts: ConstList): void {
  if (instr.arg > STACK_GUIDELINE) return;
  const loads = constantLoads(b, i - 1, instr.arg, consts);
  if (loads === null) return;
  const items = valuesOf(loads, consts);
  nopOut(loads);
  consts.load(instr, { kind: "tuple", items });
}

/** A long tuple of constants was gathered in a list: BUILD_LIST 0, then load and LIST_APPEND for each item. */
export function foldListToTuple(b: Block, i: number, instr: FlowInstr, consts: ConstList): void {
  let expectsAppend = true;
  for (let at = i - 1; at >= 0; at--) {
    const current = b.instrs[at];
    if (current === undefined || current.op === "NOP") continue;
    if (current.op === "BUILD_LIST" && current.arg === 0) {
      if (!expectsAppend) return;
      const used = b.instrs.slice(at, i).filter(({ op }) => op !== "NOP");
      const items = valuesOf(used, consts);
      nopOut(used);
      return consts.load(instr, { kind: "tuple", items });
    }
    const fits = expectsAppend ? current.op === "LIST_APPEND" && current.arg === 1 : consts.valueOf(current) !== null;
    if (!fits) return;
    expectsAppend = !expectsAppend;
  }
}

/** A list or set of constants: one constant that is iterated or searched, or that the new list or set is filled from. */
export function foldSequence(b: Block, i: number, instr: FlowInstr, next: FlowInstr | undefined, consts: ConstList): void {
  const isOnlyRead = next?.op === "GET_ITER" || next?.op === "CONTAINS_OP";
  const isList = instr.op === "BUILD_LIST";
  if (instr.arg > STACK_GUIDELINE || (instr.arg < MIN_CONSTANT_DISPLAY && !isOnlyRead)) return;
  const loads = constantLoads(b, i - 1, instr.arg, consts);
  if (loads === null) {
    if (isOnlyRead && isList) instr.op = "BUILD_TUPLE";
    return;
  }
  const items = valuesOf(loads, consts);
  const index = consts.add(isList ? { kind: "tuple", items } : frozensetConst(items));
  nopOut(loads);
  if (isOnlyRead) return set(instr, "LOAD_CONST", index);
  const [build, load] = [b.instrs[i - 2], b.instrs[i - 1]];
  if (build === undefined || load === undefined) return;
  build.span = instr.span;
  set(build, instr.op, 0);
  set(load, "LOAD_CONST", index);
  set(instr, isList ? "LIST_EXTEND" : "SET_UPDATE", 1);
}
