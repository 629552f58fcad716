import type { BoolOp, Compare, CompareOperator, Expr, IfExp, Span } from "../../syntax/ast.ts";
import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { Emitter } from "./emitter.ts";
import { checkCompare } from "./warnings.ts";
import { emitTruth } from "./spellings.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";

/** Numbers and the answer masks of COMPARE_OP: the operator is in bits 5 up, bit 4 asks for a bool (set later). */
const COMPARISONS: Partial<Record<CompareOperator, readonly [number, number]>> = {
  Lt: [0, 2], LtE: [1, 2 | 8], Eq: [2, 8], NotEq: [3, 1 | 2 | 4], Gt: [4, 4], GtE: [5, 4 | 8],
};

export function emitComparison(c: Emitter, span: Span, op: CompareOperator): void {
  const comparison = COMPARISONS[op];
  if (comparison !== undefined) return c.op(span, "COMPARE_OP", (comparison[0] << c.recipes.compareShift) | comparison[1]);
  if (op === "Is" || op === "IsNot") return c.op(span, "IS_OP", op === "Is" ? 0 : 1);
  c.op(span, "CONTAINS_OP", op === "In" ? 0 : 1);
}

export function emitCompare(c: Emitter, e: Compare): void {
  checkCompare(c, e);
  c.visit(e.left);
  const last = e.ops.length - 1;
  if (last === 0) return emitLastComparison(c, e);
  const cleanup = c.label();
  for (let i = 0; i < last; i++) {
    emitChainLink(c, e, i);
    c.op(e.span, "COPY", 1);
    emitTruth(c, e.span);
    c.jump(e.span, "POP_JUMP_IF_FALSE", cleanup);
    c.op(e.span, "POP_TOP");
  }
  emitLastComparison(c, e);
  const end = c.label();
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", end);
  c.place(cleanup);
  c.op(e.span, "SWAP", 2);
  c.op(e.span, "POP_TOP");
  c.place(end);
}

/** Compares with the next operand and keeps that operand for the link after. */
function emitChainLink(c: Emitter, e: Compare, i: number): void {
  const [operand, op] = [e.comparators[i], e.ops[i]];
  if (operand === undefined || op === undefined) return;
  c.visit(operand);
  c.op(e.span, "SWAP", 2);
  c.op(e.span, "COPY", 2);
  emitComparison(c, e.span, op);
}

function emitLastComparison(c: Emitter, e: Compare): void {
  const [operand, op] = [e.comparators[e.comparators.length - 1], e.ops[e.ops.length - 1]];
  if (operand === undefined || op === undefined) return;
  c.visit(operand);
  emitComparison(c, e.span, op);
}

/** Goes to `end` with the value on the stack if that settles the matter, else drops it. */
const SHORT_CIRCUITS: Readonly<Record<Recipes["shortCircuit"], (c: Emitter, span: Span, op: string, end: Label) => void>> = {
  late: (c, span, op, end) => {
    c.jump(span, op, end);
    c.op(span, "POP_TOP");
  },
  "copy-and-test": (c, span, op, end) => {
    c.op(span, "COPY", 1);
    emitTruth(c, span);
    c.jump(span, `POP_${op}`, end);
    c.op(span, "POP_TOP");
  },
};

export function emitBoolOp(c: Emitter, e: BoolOp): void {
  const end = c.label();
  const last = e.values.length - 1;
  e.values.forEach((value, i) => {
    c.visit(value);
    if (i === last) return;
    SHORT_CIRCUITS[c.recipes.shortCircuit](c, e.span, e.op === "And" ? "JUMP_IF_FALSE" : "JUMP_IF_TRUE", end);
  });
  c.place(end);
}

export function emitIfExp(c: Emitter, e: IfExp): void {
  const end = c.label();
  const next = c.label();
  jumpIf(c, e.span, e.test, next, false);
  c.visit(e.body);
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", end);
  c.place(next);
  c.visit(e.orelse);
  c.place(end);
}

/** Jumps to `target` when the truth of `e` is `condition`, with no value made where none is needed. */
export function jumpIf(c: Emitter, span: Span, e: Expr, target: Label, condition: boolean): void {
  if (e.type === "UnaryOp" && e.op === "Not") return jumpIf(c, span, e.operand, target, !condition);
  if (e.type === "BoolOp") return jumpIfBoolOp(c, span, e, target, condition);
  if (e.type === "IfExp") return jumpIfConditional(c, span, e, target, condition);
  if (e.type === "Compare" && e.ops.length > 1) return jumpIfChain(c, e, target, condition);
  c.visit(e);
  emitTruth(c, e.span);
  c.jump(e.span, condition ? "POP_JUMP_IF_TRUE" : "POP_JUMP_IF_FALSE", target);
}

function jumpIfBoolOp(c: Emitter, span: Span, e: BoolOp, target: Label, condition: boolean): void {
  const shortCircuit = e.op === "Or";
  const inner = shortCircuit === condition ? target : c.label();
  const last = e.values.length - 1;
  e.values.forEach((value, i) => {
    if (i === last) jumpIf(c, span, value, target, condition);
    else jumpIf(c, span, value, inner, shortCircuit);
  });
  if (inner !== target) c.place(inner);
}

function jumpIfConditional(c: Emitter, span: Span, e: IfExp, target: Label, condition: boolean): void {
  const end = c.label();
  const next = c.label();
  jumpIf(c, span, e.test, next, false);
  jumpIf(c, span, e.body, target, condition);
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", end);
  c.place(next);
  jumpIf(c, span, e.orelse, target, condition);
  c.place(end);
}

function jumpIfChain(c: Emitter, e: Compare, target: Label, condition: boolean): void {
  checkCompare(c, e);
  const cleanup = c.label();
  c.visit(e.left);
  for (let i = 0; i < e.ops.length - 1; i++) {
    emitChainLink(c, e, i);
    emitTruth(c, e.span);
    c.jump(e.span, "POP_JUMP_IF_FALSE", cleanup);
  }
  emitLastComparison(c, e);
  emitTruth(c, e.span);
  c.jump(e.span, condition ? "POP_JUMP_IF_TRUE" : "POP_JUMP_IF_FALSE", target);
  const end = c.label();
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", end);
  c.place(cleanup);
  c.op(e.span, "POP_TOP");
  if (!condition) c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", target);
  c.place(end);
}
