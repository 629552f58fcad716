import type { BinaryOperator, BinOp, Compare, Constant, Expr, ListExpr, Literal, SetExpr, Stmt, TupleExpr, UnaryOp } from "../syntax/ast.ts";
import type { Profile } from "../profiles/types.ts";
import type { Const } from "./code.ts";
import { constOfLiteral, frozensetConst } from "./constants/const-cache.ts";
import { foldBinary, foldUnary } from "./constants/fold.ts";
import { foldSubscript } from "./constants/fold-subscript.ts";

type Limits = Profile["compiler"]["folding"];

/** Operators by their number in BINARY_OP. */
const OPERATORS: readonly BinaryOperator[] = ["Add", "BitAnd", "FloorDiv", "LShift", "MatMult", "Mult", "Mod", "BitOr", "Pow", "RShift", "Sub", "Div", "BitXor"];
const UNARY = { Invert: "~", Not: "not", UAdd: "+", USub: "-" } as const;
const NEGATED = { Is: "IsNot", IsNot: "Is", In: "NotIn", NotIn: "In" } as const;

/** Computes an expression whose parts are constants, on the tree, as compilers up to 3.13 do (Python/ast_opt.c). */
export function foldExpr(e: Expr, limits: Limits): Expr {
  switch (e.type) {
    case "BinOp":
      return foldBinOp(e, limits);
    case "UnaryOp":
      return foldUnaryOp(e, limits);
    case "Compare":
      return foldCompare(e);
    case "Tuple":
      return e.ctx === "Load" ? foldElements(e) : e;
    case "Subscript":
      if (e.ctx !== "Load" || e.value.type !== "Constant" || e.slice.type !== "Constant") return e;
      return constant(e, foldSubscript(constOfLiteral(e.value.value), constOfLiteral(e.slice.value)));
    default:
      return e;
  }
}

function constant(e: Expr, value: Const | null): Expr {
  const literal = value === null ? null : literalOf(value);
  return literal === null ? e : { type: "Constant", value: literal, span: e.span };
}

function literalOf(value: Const): Literal | null {
  if (value.kind === "tuple" || value.kind === "frozenset") {
    const items = value.items.flatMap((item) => literalOf(item) ?? []);
    return items.length === value.items.length ? { kind: value.kind, items } : null;
  }
  if (value.kind === "str") return { kind: "str", value: value.value };
  return value.kind === "slice" || value.kind === "code" ? null : value;
}

function foldBinOp(e: BinOp, limits: Limits): Expr {
  if (e.left.type !== "Constant" || e.right.type !== "Constant") return e;
  return constant(e, foldBinary(OPERATORS.indexOf(e.op), constOfLiteral(e.left.value), constOfLiteral(e.right.value), limits));
}

/** `not a in b` is `a not in b`. */
function foldUnaryOp(e: UnaryOp, limits: Limits): Expr {
  const { operand } = e;
  if (operand.type === "Constant") {
    const value = constOfLiteral(operand.value);
    const isInvertedBool = e.op === "Invert" && value.kind === "bool" && limits.invertsBools;
    return constant(e, isInvertedBool ? { kind: "int", value: ~BigInt(value.value) } : foldUnary(UNARY[e.op], value));
  }
  if (e.op !== "Not" || operand.type !== "Compare" || operand.ops.length !== 1) return e;
  const [op] = operand.ops;
  return op !== undefined && op in NEGATED ? { ...operand, ops: [NEGATED[op as keyof typeof NEGATED]] } : e;
}

function foldCompare(e: Compare): Compare {
  const last = e.ops.length - 1;
  const [op, operand] = [e.ops[last], e.comparators[last]];
  if ((op !== "In" && op !== "NotIn") || operand === undefined) return e;
  const folded = foldIterable(operand);
  return folded === operand ? e : { ...e, comparators: [...e.comparators.slice(0, -1), folded] };
}

/** A list or set that is only read: a list becomes a tuple, and constants become one constant. */
export function foldIterable(e: Expr): Expr {
  if (e.type === "Set") return foldElements(e);
  if (e.type !== "List" || e.elts.some((elt) => elt.type === "Starred")) return e;
  return foldElements({ ...e, type: "Tuple" });
}

function foldElements(e: TupleExpr | SetExpr | ListExpr): Expr {
  const elements = e.elts.filter((elt): elt is Constant => elt.type === "Constant");
  if (elements.length < e.elts.length) return e;
  const items = elements.map(({ value }) => constOfLiteral(value));
  return constant(e, e.type === "Set" ? frozensetConst(items) : { kind: "tuple", items });
}

/** A statement that folding turned into a lone string must not become the docstring. */
export function keepFromDocstring(before: readonly Stmt[], body: readonly Stmt[]): readonly Stmt[] {
  const [first, ...rest] = body;
  if (first?.type !== "Expr" || !isString(first) || before[0] === undefined || isString(before[0])) return body;
  return [{ ...first, value: { type: "JoinedStr", values: [first.value], span: first.value.span } }, ...rest];
}

function isString(s: Stmt): boolean {
  return s.type === "Expr" && s.value.type === "Constant" && s.value.value.kind === "str";
}
