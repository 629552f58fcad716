import type { Arguments, Span } from "../../syntax/ast.ts";
import type { Const } from "../code.ts";
import { FunctionPart } from "./closure.ts";
import type { Emitter } from "./emitter.ts";

/** Pushes the defaults: a tuple, and a dict of keyword-only ones. Gives which of them there are. */
export function emitDefaults(c: Emitter, span: Span, args: Arguments): number {
  let parts = 0;
  if (args.defaults.length > 0) {
    c.visitAll(args.defaults);
    c.op(span, "BUILD_TUPLE", args.defaults.length);
    parts |= FunctionPart.DEFAULTS;
  }
  if (c.recipes.constantKeys) return parts | emitConstantKeys(c, span, args);
  let count = 0;
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kwDefaults[i];
    if (!value) return;
    c.loadName(span, c.mangled(arg.arg));
    c.visit(value);
    count++;
  });
  if (count === 0) return parts;
  c.op(span, "BUILD_MAP", count);
  return parts | FunctionPart.KWDEFAULTS;
}

/** The defaults of keyword-only parameters first, then their names as one tuple. */
function emitConstantKeys(c: Emitter, span: Span, args: Arguments): number {
  const names: Const[] = [];
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kwDefaults[i];
    if (!value) return;
    c.visit(value);
    names.push({ kind: "str", value: c.mangled(arg.arg), interned: true });
  });
  if (names.length === 0) return 0;
  c.loadConst(span, { kind: "tuple", items: names });
  c.op(span, "BUILD_CONST_KEY_MAP", names.length);
  return FunctionPart.KWDEFAULTS;
}
