import type { Arguments, Span } from "../../syntax/ast.ts";
import { emitConstantKeys } from "./collections.ts";
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
  const keys: string[] = [];
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kwDefaults[i];
    if (!value) return;
    const key = c.mangled(arg.arg);
    if (!c.recipes.constantKeys) c.loadName(span, key);
    c.visit(value);
    keys.push(key);
  });
  if (keys.length === 0) return parts;
  if (c.recipes.constantKeys) emitConstantKeys(c, span, keys.map((value) => ({ kind: "str", value, interned: true })));
  else c.op(span, "BUILD_MAP", keys.length);
  return parts | FunctionPart.KWDEFAULTS;
}
