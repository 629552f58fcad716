import type { AnnAssign, Assign, AugAssign, Expr, Span } from "../../syntax/ast.ts";
import { loadAttribute } from "./call-shapes.ts";
import { spanFromAttribute } from "./calls.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";
import { emitBinary } from "./operators.ts";
import { rareStatements } from "./rare-statements.ts";
import { movesOf } from "./stack-moves.ts";
import { emitBounds, isPlainSlice, subscript } from "./subscripts.ts";
import { indexOf } from "./unit.ts";

export function emitAssign(c: Emitter, s: Assign): void {
  c.visit(s.value);
  s.targets.forEach((target, i) => {
    if (i < s.targets.length - 1) movesOf(c).duplicate(c, s.span);
    c.visit(target);
  });
}

export function emitAugAssign(c: Emitter, s: AugAssign): void {
  loadTarget(c, s.target);
  c.visit(s.value);
  emitBinary(c, s.span, s.op, true);
  storeTarget(c, s.target);
}

/** Loads the value of the target, and keeps below it what the store needs. */
function loadTarget(c: Emitter, e: Expr): void {
  const { span } = e;
  if (e.type === "Name") return emitName(c, span, e.id, "Load");
  if (e.type === "Attribute") {
    c.visit(e.value);
    movesOf(c).duplicate(c, span);
    return loadAttribute(c, spanFromAttribute(span, e), e.attr);
  }
  if (e.type !== "Subscript") throw c.error("illegal target for augmented assignment", span);
  c.visit(e.value);
  if (isPlainSlice(c, e.slice)) {
    emitBounds(c, e.slice);
    for (let i = 0; i < 3; i++) c.op(span, "COPY", 3);
    return c.op(span, "BINARY_SLICE");
  }
  c.visit(e.slice);
  movesOf(c).duplicateTwo(c, span);
  subscript(c, span);
}

function storeTarget(c: Emitter, e: Expr): void {
  const { span } = e;
  c.goTo(span);
  if (e.type === "Name") return emitName(c, span, e.id, "Store");
  if (e.type === "Attribute") {
    const attributeSpan = spanFromAttribute(span, e);
    c.goTo(attributeSpan);
    movesOf(c).exchange(c, attributeSpan);
    return c.nameOp(attributeSpan, "STORE_ATTR", e.attr);
  }
  if (e.type !== "Subscript") return;
  const isSlice = isPlainSlice(c, e.slice);
  movesOf(c).lower(c, span, isSlice ? 4 : 3);
  c.op(span, isSlice ? "STORE_SLICE" : "STORE_SUBSCR");
}

/** `x: T = v`. The annotation of a name in a module or class is kept; all others are only checked or ignored. */
export function emitAnnAssign(c: Emitter, s: AnnAssign): void {
  const { target } = s;
  if (s.value !== null) {
    c.visit(s.value);
    c.visit(target);
  }
  if (target.type === "Name") {
    if (s.simple && (c.unit.kind === "module" || c.unit.kind === "class")) keepAnnotation(c, s, target.id);
  } else if (target.type === "Attribute") {
    if (s.value === null) evaluate(c, target.value);
  } else if (target.type === "Subscript" && s.value === null) {
    evaluate(c, target.value);
    evaluateSubscript(c, target.slice);
  }
  const isEager = !c.profile.compiler.lazyAnnotations && !c.futureAnnotations;
  if (isEager && !s.simple && (c.unit.kind === "module" || c.unit.kind === "class")) evaluate(c, s.annotation);
}

function keepAnnotation(c: Emitter, s: AnnAssign, name: string): void {
  if (c.futureAnnotations || !c.profile.compiler.lazyAnnotations) {
    if (c.futureAnnotations) c.loadLiteral(c.at(s.annotation.span), { kind: "str", value: rareStatements.get().unparse(s.annotation) });
    else c.visit(s.annotation);
    c.nameOp(s.span, "LOAD_NAME", "__annotations__");
    c.loadName(s.span, c.mangled(name));
    return c.op(s.span, "STORE_SUBSCR");
  }
  const { unit } = c;
  const isConditional = unit.kind === "module" || unit.conditionalDepth > 0;
  const index = isConditional ? unit.nextAnnotationIndex++ : -1;
  unit.deferredAnnotations.push({ statement: s, index });
  if (isConditional) markExecuted(c, s.span, index);
}

/** Notes at run time that this annotation was reached. */
function markExecuted(c: Emitter, span: Span, index: number): void {
  const name = "__conditional_annotations__";
  if (c.unit.kind === "class") c.op(span, "LOAD_DEREF", indexOf(c.unit.cellVars, name));
  else c.nameOp(span, "LOAD_NAME", name);
  c.loadInt(span, index);
  c.op(span, "SET_ADD", 1);
  c.op(span, "POP_TOP");
}

function evaluate(c: Emitter, e: Expr): void {
  c.visit(e);
  c.op(c.at(e.span), "POP_TOP");
}

function evaluateSubscript(c: Emitter, e: Expr): void {
  if (e.type === "Tuple") return e.elts.forEach((elt) => evaluateSubscript(c, elt));
  if (e.type !== "Slice") return evaluate(c, e);
  for (const part of [e.lower, e.upper, e.step]) if (part !== null) evaluate(c, part);
}
