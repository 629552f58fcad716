import type { Arguments, Span } from "../../syntax/ast.ts";
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
