import type { Expr, Slice, Span, Subscript } from "../../syntax/ast.ts";
import type { Const } from "../code.ts";
import { constOfLiteral, NONE } from "../constants/const-cache.ts";
import type { Emitter } from "./emitter.ts";
import { checkIndex, checkSubscripter } from "./warnings.ts";

/** The number of `[]` among the operators of BINARY_OP. */
const SUBSCRIPT = 26;

/** Takes the item out of the container below it. */
export function subscript(c: Emitter, span: Span): void {
  if (c.recipes.subscript === "binary-subscr") c.op(span, "BINARY_SUBSCR");
  else c.op(span, "BINARY_OP", SUBSCRIPT);
}

export function emitSubscript(c: Emitter, e: Subscript): void {
  if (e.ctx === "Load") {
    checkSubscripter(c, e.value);
    checkIndex(c, e.value, e.slice);
  }
  c.visit(e.value);
  const { slice } = e;
  if (e.ctx !== "Del" && isPlainSlice(c, slice)) {
    emitBounds(c, slice);
    return c.op(e.span, e.ctx === "Load" ? "BINARY_SLICE" : "STORE_SLICE");
  }
  c.visit(slice);
  if (e.ctx === "Load") subscript(c, e.span);
  else c.op(e.span, e.ctx === "Store" ? "STORE_SUBSCR" : "DELETE_SUBSCR");
}

/** `a:b` without step, not constant: its bounds are used without a slice object. */
export function isPlainSlice(c: Emitter, slice: Expr): slice is Slice {
  return c.recipes.sliceOperations && slice.type === "Slice" && slice.step === null && constantSlice(c, slice) === null;
}

/** The slice as a constant, null when it is none (or the version makes no constants of slices). */
function constantSlice(c: Emitter, slice: Slice): Const | null {
  if (!c.profile.compiler.constantSlices) return null;
  const parts: Const[] = [];
  for (const part of [slice.lower, slice.upper, slice.step]) {
    if (part === null) parts.push(NONE);
    else if (part.type === "Constant") parts.push(constOfLiteral(part.value));
    else return null;
  }
  const [start, stop, step] = parts;
  return start && stop && step ? { kind: "slice", start, stop, step } : null;
}

/** Pushes the two bounds, None for one that is left out. */
export function emitBounds(c: Emitter, slice: Slice): void {
  for (const bound of [slice.lower, slice.upper]) {
    if (bound === null) c.loadNone(slice.span);
    else c.visit(bound);
  }
}

export function emitSlice(c: Emitter, e: Slice): void {
  const constant = constantSlice(c, e);
  if (constant !== null) return c.loadConst(e.span, constant);
  emitBounds(c, e);
  if (e.step !== null) c.visit(e.step);
  c.op(e.span, "BUILD_SLICE", e.step === null ? 2 : 3);
}
