import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { BoolOp, Compare, CompareOperator, Expr, IfExp, Span } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";
import { movesOf } from "./stack-moves.ts";
import { checkCompare } from "./warnings.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";

/** Numbers and the answer masks of COMPARE_OP: the operator is in bits 5 up, bit 4 asks for a bool (set later). */
const COMPARISONS: Partial<Record<CompareOperator, readonly [number, number]>> = {
  Lt: [0, 2], LtE: [1, 2 | 8], Eq: [2, 8], NotEq: [3, 1 | 2 | 4], Gt: [4, 4], GtE: [5, 4 | 8],
};

export function emitComparison(c: Emitter, span: Span, op: CompareOperator): void {
  const comparison = COMPARISONS[op];
  const shift = c.recipes.compareShift;
  if (comparison !== undefined) return c.op(span, "COMPARE_OP", shift === 0 ? comparison[0] : (comparison[0] << shift) | comparison[1]);
  if (op === "Is" || op === "IsNot") return c.op(span, "IS_OP", op === "Is" ? 0 : 1);
  c.op(span, "CONTAINS_OP", op === "In" ? 0 : 1);
}

/** Makes a bool of the value to be tested, where tests take nothing else. */
export function toBool(c: Emitter, span: Span): void {
  if (c.recipes.truthTest === "to-bool") c.op(span, "TO_BOOL");
}

/** How a value that decides is kept, and one that does not is dropped. */
interface ShortCircuit {
  readonly operand: (c: Emitter, span: Span, jump: "JUMP_IF_FALSE" | "JUMP_IF_TRUE", end: Label) => void;
  readonly chain: (c: Emitter, span: Span, cleanup: Label) => void;
}

function copyAndTest(c: Emitter, span: Span, jump: string, target: Label): void {
  c.op(span, "COPY", 1);
  toBool(c, span);
  c.jump(span, jump, target);
  c.op(span, "POP_TOP");
}

const SHORT_CIRCUITS: Readonly<Record<Recipes["shortCircuit"], ShortCircuit>> = {
  "jump-or-pop": {
    operand: (c, span, jump, end) => {
      c.jump(span, `${jump}_OR_POP`, end);
      c.place(c.label());
    },
    chain: (c, span, cleanup) => c.jump(span, "JUMP_IF_FALSE_OR_POP", cleanup),
  },
  "copy-and-test": {
    operand: (c, span, jump, end) => copyAndTest(c, span, `POP_${jump}`, end),
    chain: (c, span, cleanup) => copyAndTest(c, span, "POP_JUMP_IF_FALSE", cleanup),
  },
  "late-copy-and-test": {
    operand: (c, span, jump, end) => {
      c.jump(span, jump, end);
      c.op(span, "POP_TOP");
    },
    chain: (c, span, cleanup) => copyAndTest(c, span, "POP_JUMP_IF_FALSE", cleanup),
  },
};

export function emitCompare(c: Emitter, e: Compare): void {
  checkCompare(c, e);
  c.visit(e.left);
  const last = e.ops.length - 1;
  if (last === 0) return emitLastComparison(c, e);
  const cleanup = c.label();
  for (let i = 0; i < last; i++) {
    emitChainLink(c, e, i);
    SHORT_CIRCUITS[c.recipes.shortCircuit].chain(c, e.span, cleanup);
  }
  emitLastComparison(c, e);
  const end = c.label();
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
  c.place(cleanup);
  movesOf(c).exchange(c, e.span);
  c.op(e.span, "POP_TOP");
  c.place(end);
}

/** Compares with the next operand and keeps that operand for the link after. */
function emitChainLink(c: Emitter, e: Compare, i: number): void {
  const [operand, op] = [e.comparators[i], e.ops[i]];
  if (operand === undefined || op === undefined) return;
  c.visit(operand);
  movesOf(c).tuck(c, c.at(e.span));
  emitComparison(c, c.at(e.span), op);
}

function emitLastComparison(c: Emitter, e: Compare): void {
  const [operand, op] = [e.comparators[e.comparators.length - 1], e.ops[e.ops.length - 1]];
  if (operand === undefined || op === undefined) return;
  c.visit(operand);
  emitComparison(c, c.at(e.span), op);
}

export function emitBoolOp(c: Emitter, e: BoolOp): void {
  const end = c.label();
  const last = e.values.length - 1;
  e.values.forEach((value, i) => {
    c.visit(value);
    if (i === last) return;
    SHORT_CIRCUITS[c.recipes.shortCircuit].operand(c, e.span, e.op === "And" ? "JUMP_IF_FALSE" : "JUMP_IF_TRUE", end);
  });
  c.place(end);
}

export function emitIfExp(c: Emitter, e: IfExp): void {
  const end = c.label();
  const next = c.label();
  jumpIf(c, e.span, e.test, next, false);
  c.visit(e.body);
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
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
  if (e.type === "Compare" && c.recipes.testedComparisonsMove) c.goTo(e.span);
  c.visit(e);
  toBool(c, e.span);
  c.jump(c.at(e.span), condition ? "POP_JUMP_IF_TRUE" : "POP_JUMP_IF_FALSE", target);
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
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
  c.place(next);
  jumpIf(c, span, e.orelse, target, condition);
  c.place(end);
}

function jumpIfChain(c: Emitter, e: Compare, target: Label, condition: boolean): void {
  if (c.recipes.testedComparisonsMove) c.goTo(e.span);
  const span = c.at(e.span);
  checkCompare(c, e);
  const cleanup = c.label();
  c.visit(e.left);
  for (let i = 0; i < e.ops.length - 1; i++) {
    emitChainLink(c, e, i);
    toBool(c, span);
    c.jump(span, "POP_JUMP_IF_FALSE", cleanup);
  }
  emitLastComparison(c, e);
  toBool(c, span);
  c.jump(span, condition ? "POP_JUMP_IF_TRUE" : "POP_JUMP_IF_FALSE", target);
  const end = c.label();
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
  c.place(cleanup);
  c.op(span, "POP_TOP");
  if (!condition) c.jump(NO_LOCATION, c.recipes.hiddenJump, target);
  c.place(end);
}
