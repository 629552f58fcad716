import type { BinaryOperator, CompareOperator, Comprehension, Expr, Literal, UnaryOperator } from "../../syntax/ast.ts";
import type { Profile } from "../../profiles/types.ts";
import type { Const } from "../code.ts";
import { constOfLiteral, frozensetConst, literalOfConst } from "./const-cache.ts";
import { BINARY_OPERATORS, foldBinary, foldUnary } from "./fold.ts";
import type { UnaryFold } from "./fold.ts";
import { foldSubscript } from "./fold-subscript.ts";

type Limits = Profile["compiler"]["folding"];

const UNARY: Readonly<Record<UnaryOperator, UnaryFold>> = { Invert: "~", Not: "not", UAdd: "+", USub: "-" };
const OPPOSITES: Partial<Record<CompareOperator, CompareOperator>> = { Is: "IsNot", IsNot: "Is", In: "NotIn", NotIn: "In" };
const UNFOLDED: ReadonlySet<BinaryOperator> = new Set(["MatMult"]);

/** Works out an expression whose operands are constants already (Python/ast_opt.c). The same node when there is nothing to do. */
export function foldExpr(e: Expr, limits: Limits): Expr {
  switch (e.type) {
    case "UnaryOp":
      if (e.op === "Not" && e.operand.type === "Compare") return negated(e.operand, e);
      return e.operand.type === "Constant" ? constant(e, foldUnary(UNARY[e.op], operandOf(e.op, e.operand.value))) : e;
    case "BinOp":
      if (e.left.type !== "Constant" || e.right.type !== "Constant" || UNFOLDED.has(e.op)) return e;
      return constant(e, foldBinary(BINARY_OPERATORS[e.op], constOfLiteral(e.left.value), constOfLiteral(e.right.value), limits));
    case "Tuple":
      return e.ctx === "Load" ? constant(e, tupleOf(e.elts)) : e;
    case "Subscript":
      if (e.ctx !== "Load" || e.value.type !== "Constant" || e.slice.type !== "Constant") return e;
      return constant(e, foldSubscript(constOfLiteral(e.value.value), constOfLiteral(e.slice.value)));
    case "Compare": {
      const op = e.ops[e.ops.length - 1];
      const last = e.comparators[e.comparators.length - 1];
      if ((op !== "In" && op !== "NotIn") || last === undefined) return e;
      const folded = foldIterable(last);
      return folded === last ? e : { ...e, comparators: [...e.comparators.slice(0, -1), folded] };
    }
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return { ...e, generators: e.generators.map(foldGenerator) };
    default:
      return e;
  }
}

/** `~True` is worked out too, as that of an integer. */
function operandOf(op: UnaryOperator, value: Literal): Const {
  return op === "Invert" && value.kind === "bool" ? { kind: "int", value: BigInt(value.value) } : constOfLiteral(value);
}

function foldGenerator(generator: Comprehension): Comprehension {
  const iter = foldIterable(generator.iter);
  return iter === generator.iter ? generator : { ...generator, iter };
}

/** A list that is only iterated or searched may be a tuple, a set a frozenset. */
export function foldIterable(e: Expr): Expr {
  if (e.type === "List") {
    if (e.elts.some((elt) => elt.type === "Starred")) return e;
    return constant({ type: "Tuple", elts: e.elts, ctx: e.ctx, span: e.span }, tupleOf(e.elts));
  }
  if (e.type !== "Set") return e;
  const items = constants(e.elts);
  return items === null ? e : constant(e, frozensetConst(items));
}

function constant(e: Expr, value: Const | null): Expr {
  const literal: Literal | null = value === null ? null : literalOfConst(value);
  return literal === null ? e : { type: "Constant", value: literal, span: e.span };
}

function constants(elts: readonly Expr[]): Const[] | null {
  const items = elts.flatMap((e) => (e.type === "Constant" ? [constOfLiteral(e.value)] : []));
  return items.length === elts.length ? items : null;
}

function tupleOf(elts: readonly Expr[]): Const | null {
  const items = constants(elts);
  return items === null ? null : { kind: "tuple", items };
}

/** `not a in b` is `a not in b`. */
function negated(compare: Extract<Expr, { type: "Compare" }>, e: Expr): Expr {
  const [op] = compare.ops;
  const opposite = op === undefined ? undefined : OPPOSITES[op];
  return compare.ops.length === 1 && opposite !== undefined ? { ...compare, ops: [opposite] } : e;
}
