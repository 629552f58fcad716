import type { Module, Span, Stmt } from "../../syntax/ast.ts";
import { emitDeferredAnnotations } from "./annotations.ts";
import { cleanDocstring } from "./docstring.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";
import { NO_LOCATION } from "./unit.ts";

/** The body of a module or class: docstring, statements, `__annotate__`. */
export function emitBlockBody(c: Emitter, span: Span, body: readonly Stmt[], interactive: boolean): void {
  const isEager = c.futureAnnotations || !c.profile.compiler.lazyAnnotations;
  if (isEager && c.entry.annotationsUsed) c.op(span, "SETUP_ANNOTATIONS");
  const first = body[0];
  const hasDocstring = !interactive && c.entry.hasDocstring;
  if (hasDocstring && first?.type === "Expr" && first.value.type === "Constant" && first.value.value.kind === "str") {
    const { value } = first.value.value;
    c.loadLiteral(first.value.span, { kind: "str", value: c.profile.compiler.cleanDocstrings ? cleanDocstring(value) : value });
    emitName(c, NO_LOCATION, "__doc__", "Store");
    c.stmts(body.slice(1));
  } else {
    c.stmts(body);
  }
  if (!isEager) emitDeferredAnnotations(c, span);
}

/** A whole compile unit, without its return. */
export function emitModule(c: Emitter, tree: Module): void {
  if (tree.mode === "eval") return c.visit(tree.body);
  const first = tree.body[0]?.span ?? { line: 1, col: 0, endLine: 1, endCol: 0 };
  const span = tree.mode === "single" ? c.at(first) : first;
  if (c.entry.hasConditionalAnnotations) {
    c.op(span, "BUILD_SET", 0);
    c.nameOp(span, "STORE_NAME", "__conditional_annotations__");
  }
  emitBlockBody(c, span, tree.body, tree.mode === "single");
}
