import type { Span } from "../../syntax/ast.ts";
import type { CodeSpec } from "../code.ts";
import type { Emitter } from "./emitter.ts";
import { cellIndex } from "./names.ts";

/** What MAKE_FUNCTION's function is given afterwards, each from one value on the stack. */
export const FunctionPart = { DEFAULTS: 1, KWDEFAULTS: 2, ANNOTATIONS: 4, CLOSURE: 8, ANNOTATE: 16 } as const;

/** Makes the function of a code object, with its closure and the `parts` whose values are on the stack. `name` is its qualified name if the code has none. */
export function emitClosure(c: Emitter, span: Span, code: CodeSpec, parts: number, name = code.qualname): void {
  if (code.freeVars.length > 0) {
    for (const name of code.freeVars) c.op(span, "LOAD_CLOSURE", cellIndex(c, name));
    c.op(span, "BUILD_TUPLE", code.freeVars.length);
  }
  c.loadConst(span, { kind: "code", code });
  if (!c.profile.compiler.qualifiedCodeNames) c.loadName(span, name);
  const { CLOSURE, ANNOTATIONS, ANNOTATE, KWDEFAULTS, DEFAULTS } = FunctionPart;
  const all = code.freeVars.length > 0 ? parts | CLOSURE : parts;
  if (c.recipes.functionExtras === "flags") return c.op(span, "MAKE_FUNCTION", all);
  c.op(span, "MAKE_FUNCTION");
  for (const part of [CLOSURE, ANNOTATIONS, ANNOTATE, KWDEFAULTS, DEFAULTS]) {
    if (all & part) c.op(span, "SET_FUNCTION_ATTRIBUTE", part);
  }
}
