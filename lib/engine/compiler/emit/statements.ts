import type { Assert, ExprStmt, RaiseStmt, Stmt } from "../../syntax/ast.ts";
import { emitAnnAssign, emitAssign, emitAugAssign } from "./assignments.ts";
import { emitCallOnTop } from "./call-shapes.ts";
import { emitClass } from "./classes.ts";
import { jumpIf } from "./conditions.ts";
import type { Emitter } from "./emitter.ts";
import { emitFunction } from "./functions.ts";
import { emitImport, emitImportFrom } from "./imports.ts";
import { emitIntrinsic } from "./intrinsics.ts";
import { emitAsyncFor, emitBreak, emitContinue, emitFor, emitIf, emitReturn, emitWhile } from "./loops.ts";
import { rareStatements } from "./rare-statements.ts";
import { emitTry } from "./try.ts";
import { emitTypeAlias } from "./type-params.ts";
import { NO_LOCATION } from "./unit.ts";
import { emitWith } from "./with.ts";

const ASSERTION_ERROR = 0;

type Compound = Extract<Stmt, { type: "If" | "While" | "For" | "AsyncFor" | "Try" | "With" | "AsyncWith" | "Match" }>;

/** Emits a statement. */
export function emitStmt(c: Emitter, s: Stmt): void {
  switch (s.type) {
    case "If":
    case "While":
    case "For":
    case "AsyncFor":
    case "Try":
    case "With":
    case "AsyncWith":
    case "Match":
      return emitConditionally(c, s);
    case "FunctionDef":
    case "AsyncFunctionDef":
      return emitFunction(c, s);
    case "ClassDef":
      return emitClass(c, s);
    case "TypeAlias":
      return emitTypeAlias(c, s);
    case "Import":
      return emitImport(c, s);
    case "ImportFrom":
      return emitImportFrom(c, s);
    default:
      return emitSimple(c, s);
  }
}

/** Annotations inside may not be reached, which `__annotate__` must know. */
function emitConditionally(c: Emitter, s: Compound): void {
  const { unit } = c;
  unit.conditionalDepth++;
  emitCompound(c, s);
  unit.conditionalDepth--;
}

function emitCompound(c: Emitter, s: Compound): void {
  switch (s.type) {
    case "If":
      return emitIf(c, s);
    case "While":
      return emitWhile(c, s);
    case "For":
      return emitFor(c, s);
    case "AsyncFor":
      return emitAsyncFor(c, s);
    case "Try":
      return emitTry(c, s);
    case "With":
    case "AsyncWith":
      return emitWith(c, s);
    case "Match":
      return rareStatements.get().match(c, s);
  }
}

type Simple = Exclude<Stmt, Compound | { type: "FunctionDef" | "AsyncFunctionDef" | "ClassDef" | "TypeAlias" | "Import" | "ImportFrom" }>;

function emitSimple(c: Emitter, s: Simple): void {
  switch (s.type) {
    case "Expr":
      return emitExprStmt(c, s);
    case "Assign":
      return emitAssign(c, s);
    case "AugAssign":
      return emitAugAssign(c, s);
    case "AnnAssign":
      return emitAnnAssign(c, s);
    case "Return":
      return emitReturn(c, s);
    case "Delete":
      return c.visitAll(s.targets);
    case "Raise":
      return emitRaise(c, s);
    case "Assert":
      return emitAssert(c, s);
    case "Pass":
      return c.op(s.span, "NOP");
    case "Break":
      return emitBreak(c, s.span);
    case "Continue":
      return emitContinue(c, s.span);
    case "Global":
    case "Nonlocal":
      return;
  }
}

function emitExprStmt(c: Emitter, s: ExprStmt): void {
  if (c.isInteractiveTop) {
    c.visit(s.value);
    return emitIntrinsic(c, s.span, "print");
  }
  if (s.value.type === "Constant") return c.op(s.span, "NOP");
  c.visit(s.value);
  c.goTo(NO_LOCATION);
  c.op(NO_LOCATION, "POP_TOP");
}

function emitRaise(c: Emitter, s: RaiseStmt): void {
  if (s.exc !== null) c.visit(s.exc);
  if (s.cause !== null) c.visit(s.cause);
  c.op(s.span, "RAISE_VARARGS", s.exc === null ? 0 : s.cause === null ? 1 : 2);
}

/** Also told of what is left out. */
export function warnOfTupleTest(c: Emitter, { span, test }: Assert): void {
  const isTuple = test.type === "Tuple" ? test.elts.length > 0 : test.type === "Constant" && test.value.kind === "tuple" && test.value.items.length > 0;
  if (isTuple) c.warn("assertion is always true, perhaps remove parentheses?", span);
}

function emitAssert(c: Emitter, s: Assert): void {
  warnOfTupleTest(c, s);
  const end = c.label();
  jumpIf(c, s.span, s.test, end, true);
  if (c.recipes.assertionError === "opcode") c.op(c.at(s.span), "LOAD_ASSERTION_ERROR");
  else c.op(s.span, "LOAD_COMMON_CONSTANT", ASSERTION_ERROR);
  if (s.msg !== null) {
    c.visit(s.msg);
    emitCallOnTop(c, c.at(s.span));
  }
  c.op(c.at(s.test.span), "RAISE_VARARGS", 1);
  c.place(end);
}
