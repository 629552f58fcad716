import type { Module, Span, Stmt } from "../syntax/ast.ts";

interface Context {
  readonly inFinally: boolean;
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

type Warn = (message: string, span: Span) => void;

/** Tells of each return, break and continue that leaves a finally block (PEP 765; Python/ast_preprocess.c). */
export function warnOfFinallyExits(tree: Module, warn: Warn): void {
  if (tree.mode !== "eval") visit(tree.body, { inFinally: false, inFunction: false, inLoop: false }, warn);
}

function visit(body: readonly Stmt[], context: Context, warn: Warn): void {
  for (const s of body) visitOne(s, context, warn);
}

function visitOne(s: Stmt, context: Context, warn: Warn): void {
  switch (s.type) {
    case "Return":
      if (context.inFinally && !context.inFunction) warn("'return' in a 'finally' block", s.span);
      return;
    case "Break":
    case "Continue":
      if (context.inFinally && !context.inLoop) warn(`'${s.type.toLowerCase()}' in a 'finally' block`, s.span);
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
      return visit(s.body, { inFinally: false, inFunction: true, inLoop: false }, warn);
    case "For":
    case "AsyncFor":
    case "While":
      visit(s.body, { ...context, inLoop: true }, warn);
      return visit(s.orelse, context, warn);
    case "Try":
      visit(s.body, context, warn);
      for (const handler of s.handlers) visit(handler.body, context, warn);
      visit(s.orelse, context, warn);
      return visit(s.finalbody, { inFinally: true, inFunction: false, inLoop: false }, warn);
    case "If":
      visit(s.body, context, warn);
      return visit(s.orelse, context, warn);
    case "Match":
      for (const each of s.cases) visit(each.body, context, warn);
      return;
    case "With":
    case "AsyncWith":
    case "ClassDef":
      return visit(s.body, context, warn);
  }
}
