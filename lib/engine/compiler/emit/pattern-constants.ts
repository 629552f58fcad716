import type { Expr } from "../../syntax/ast.ts";
import type { Const } from "../code.ts";
import { constOfLiteral } from "../constants/const-cache.ts";
import { foldBinary, foldUnary } from "../constants/fold.ts";
import type { Emitter } from "./emitter.ts";

const ADD = 0;
const SUBTRACT = 10;

/** The constant that a literal pattern stands for: also `-1` and `1 + 2j`, which are expressions elsewhere. Null for a dotted name. */
export function patternConstant(c: Emitter, e: Expr): Const | null {
  if (e.type === "Constant") return constOfLiteral(e.value);
  if (e.type === "UnaryOp" && e.op === "USub" && e.operand.type === "Constant") return foldUnary("-", constOfLiteral(e.operand.value));
  if (e.type !== "BinOp" || (e.op !== "Add" && e.op !== "Sub") || e.right.type !== "Constant") return null;
  const left = patternConstant(c, e.left);
  if (left === null) return null;
  return foldBinary(e.op === "Add" ? ADD : SUBTRACT, left, constOfLiteral(e.right.value), c.profile.compiler.folding);
}
