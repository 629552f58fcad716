import type { Attribute, Expr, Lambda, UnaryOp } from "../../syntax/ast.ts";
import { loadAttribute } from "./call-shapes.ts";
import { emitCall, spanFromAttribute } from "./calls.ts";
import { emitClosure } from "./closure.ts";
import { emitDict, emitSequence, emitSet } from "./collections.ts";
import { emitComprehension } from "./comprehensions.ts";
import { emitBoolOp, emitCompare, emitIfExp, toBool } from "./conditions.ts";
import { NONE } from "../constants/const-cache.ts";
import { emitDefaults } from "./defaults.ts";
import type { Emitter } from "./emitter.ts";
import { emitIntrinsic } from "./intrinsics.ts";
import { emitName } from "./names.ts";
import { emitBinary } from "./operators.ts";
import { movesOf } from "./stack-moves.ts";
import { emitFormattedValue, emitInterpolation, emitJoinedStr, emitTemplate } from "./strings.ts";
import { emitSlice, emitSubscript } from "./subscripts.ts";
import { canUseSuperInstruction, loadSuperArguments } from "./super.ts";
import { emitAwait, emitYieldExpr, emitYieldFromExpr } from "./yields.ts";

/** Emits an expression: its value is left on the stack, or, by its context, taken from it. */
export function emitExpr(c: Emitter, e: Expr): void {
  switch (e.type) {
    case "Constant":
      return c.loadLiteral(e.span, e.value);
    case "Name":
      return emitName(c, e.span, e.id, e.ctx);
    case "Attribute":
      return emitAttribute(c, e);
    case "Subscript":
      return emitSubscript(c, e);
    case "Call":
      return emitCall(c, e);
    case "BinOp":
      c.visit(e.left);
      c.visit(e.right);
      return emitBinary(c, e.span, e.op);
    case "UnaryOp":
      return emitUnary(c, e);
    case "Compare":
      return emitCompare(c, e);
    case "BoolOp":
      return emitBoolOp(c, e);
    case "IfExp":
      return emitIfExp(c, e);
    case "NamedExpr":
      c.visit(e.value);
      movesOf(c).duplicate(c, e.span);
      return c.visit(e.target);
    default:
      return emitOther(c, e);
  }
}

type Seldom = Exclude<Expr, {
  type: "Constant" | "Name" | "Attribute" | "Subscript" | "Call" | "BinOp" | "UnaryOp" | "Compare" | "BoolOp" | "IfExp" | "NamedExpr";
}>;

function emitOther(c: Emitter, e: Seldom): void {
  switch (e.type) {
    case "List":
    case "Tuple":
      return emitSequence(c, e);
    case "Set":
      return emitSet(c, e);
    case "Dict":
      return emitDict(c, e);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return emitComprehension(c, e);
    case "Lambda":
      return emitLambda(c, e);
    case "JoinedStr":
      return emitJoinedStr(c, e);
    case "FormattedValue":
      return emitFormattedValue(c, e);
    case "TemplateStr":
      return emitTemplate(c, e);
    case "Interpolation":
      return emitInterpolation(c, e);
    case "Slice":
      return emitSlice(c, e);
    case "Await":
      return emitAwait(c, e);
    case "Yield":
      return emitYieldExpr(c, e);
    case "YieldFrom":
      return emitYieldFromExpr(c, e);
    case "Starred":
      throw c.error(e.ctx === "Store" ? "starred assignment target must be in a list or tuple" : "can't use starred expression here", e.span);
  }
}

function emitUnary(c: Emitter, e: UnaryOp): void {
  c.visit(e.operand);
  switch (e.op) {
    case "UAdd":
      return emitIntrinsic(c, e.span, "positive");
    case "Not":
      toBool(c, e.span);
      return c.op(e.span, "UNARY_NOT");
    case "Invert":
      return c.op(e.span, "UNARY_INVERT");
    case "USub":
      return c.op(e.span, "UNARY_NEGATIVE");
  }
}

function emitAttribute(c: Emitter, e: Attribute): void {
  const { value } = e;
  if (e.ctx === "Load" && value.type === "Call" && canUseSuperInstruction(c, e)) {
    loadSuperArguments(c, value);
    c.nameOp(e.span, "LOAD_SUPER_ATTR", e.attr, 2, value.args.length > 0 ? 2 : 0);
    return c.op(spanFromAttribute(e.span, e), "NOP");
  }
  noteStaticAttribute(c, e);
  c.visit(value);
  const span = spanFromAttribute(e.span, e);
  if (e.ctx === "Load") loadAttribute(c, span, e.attr);
  else c.nameOp(e.ctx === "Del" ? c.at(span) : span, e.ctx === "Store" ? "STORE_ATTR" : "DELETE_ATTR", e.attr);
}

/** `self.x = ...` in a method goes into the class's `__static_attributes__`. */
function noteStaticAttribute(c: Emitter, e: Attribute): void {
  if (e.ctx === "Store" && e.value.type === "Name" && e.value.id === "self") c.enclosingClass()?.staticAttributes.add(e.attr);
}

function emitLambda(c: Emitter, e: Lambda): void {
  const entry = c.table.blocks.get(e);
  if (entry === undefined) throw new Error("A lambda without a block.");
  const parts = emitDefaults(c, e.span, e.args);
  const { args, posonlyargs, kwonlyargs } = e.args;
  c.enter({
    name: "<lambda>", kind: "lambda", entry, firstLine: e.span.line,
    argCount: args.length, posOnlyArgCount: posonlyargs.length, kwOnlyArgCount: kwonlyargs.length,
  });
  if (c.recipes.noneForDocstring) c.addConst(NONE);
  c.visit(e.body);
  if (!entry.generator) c.op(c.at(e.body.span), "RETURN_VALUE");
  emitClosure(c, e.span, c.leave(!entry.generator), parts);
}
