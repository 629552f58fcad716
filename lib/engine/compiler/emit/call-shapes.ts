import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { Span } from "../../syntax/ast.ts";
import type { Const } from "../code.ts";
import type { Emitter } from "./emitter.ts";

/** How one version lays a call out on the stack and makes it. */
interface CallShape {
  /** NULL, where a method would have its function, stands before the callable or behind it. */
  readonly null: "before" | "behind" | "nowhere";
  /** Names the last arguments, before the call. */
  readonly nameKeywords: (c: Emitter, span: Span, names: Const) => void;
  /** Calls with so many arguments; `hasKeywords` when the last ones were named. */
  readonly call: (c: Emitter, span: Span, count: number, hasKeywords: boolean, isMethod: boolean) => void;
}

const SHAPES: Readonly<Record<Recipes["call"], CallShape>> = {
  "function-and-method": {
    null: "nowhere",
    nameKeywords: (c, span, names) => c.loadConst(span, names),
    call: (c, span, count, hasKeywords, isMethod) => c.op(span, isMethod ? "CALL_METHOD" : hasKeywords ? "CALL_FUNCTION_KW" : "CALL_FUNCTION", count),
  },
  precall: {
    null: "before",
    nameKeywords: (c, span, names) => c.op(span, "KW_NAMES", c.addConst(names)),
    call: (c, span, count) => {
      c.op(span, "PRECALL", count);
      c.op(span, "CALL", count);
    },
  },
  "null-first": {
    null: "before",
    nameKeywords: (c, span, names) => c.op(span, "KW_NAMES", c.addConst(names)),
    call: (c, span, count) => c.op(span, "CALL", count),
  },
  "null-after": {
    null: "behind",
    nameKeywords: (c, span, names) => c.loadConst(span, names),
    call: (c, span, count, hasKeywords) => c.op(span, hasKeywords ? "CALL_KW" : "CALL", count),
  },
};

/** Emitted before the callable. */
export function openCall(c: Emitter, span: Span): void {
  if (SHAPES[c.recipes.call].null === "before") c.op(span, "PUSH_NULL");
}

/** Emitted behind the callable. */
export function closeCallable(c: Emitter, span: Span): void {
  if (SHAPES[c.recipes.call].null === "behind") c.op(span, "PUSH_NULL");
}

/** Names the keyword arguments that lie on the stack. */
export function nameKeywords(c: Emitter, span: Span, names: readonly string[]): void {
  const items: Const[] = names.map((value) => ({ kind: "str", value, interned: true }));
  SHAPES[c.recipes.call].nameKeywords(c, span, { kind: "tuple", items });
}

/** Calls what lies below `count` arguments, the callable's second entry among those below. */
export function emitCallOf(c: Emitter, span: Span, count: number, hasKeywords = false, isMethod = false): void {
  SHAPES[c.recipes.call].call(c, span, count, hasKeywords, isMethod);
}

/** Calls what lies below the top with the top alone, which stands where a method's self would. */
export function emitCallOnTop(c: Emitter, span: Span): void {
  emitCallOf(c, span, SHAPES[c.recipes.call].null === "nowhere" ? 1 : 0);
}

/** Looks a method up so that it can be called without being bound first. */
export function loadMethod(c: Emitter, span: Span, name: string): void {
  if (c.recipes.methodLoad === "load-method") c.nameOp(span, "LOAD_METHOD", name);
  else c.nameOp(span, "LOAD_ATTR", name, 1, 1);
}

/** Reads an attribute. */
export function loadAttribute(c: Emitter, span: Span, name: string): void {
  c.nameOp(span, "LOAD_ATTR", name, c.recipes.methodLoad === "load-attr" ? 1 : 0);
}
