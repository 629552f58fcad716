import type { Expr, Span, TypeAlias, TypeParam } from "../../syntax/ast.ts";
import { NONE } from "../constants/const-cache.ts";
import type { Entry } from "../symtable/entry.ts";
import { enterAnnotationScope } from "./annotations.ts";
import { closeCallable, emitCallOf, openCall } from "./call-shapes.ts";
import { emitClosure, FunctionPart } from "./closure.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";

const INTRINSIC_1 = { TypeVar: 7, ParamSpec: 8, TypeVarTuple: 9, typeAlias: 11 } as const;
const INTRINSIC_2 = { typeVarWithBound: 2, typeVarWithConstraints: 3, setDefault: 5 } as const;

/** Pushes the tuple of a block's type parameters, and binds each by its name (PEP 695, 696). */
export function emitTypeParams(c: Emitter, params: readonly TypeParam[]): void {
  const first = params[0];
  if (first === undefined) return;
  let sawDefault = false;
  for (const param of params) {
    const { span, name } = param;
    c.loadName(span, name);
    if (param.type === "TypeVar" && param.bound !== null) {
      emitLazyValue(c, param, param.bound, c.table.bounds.get(param));
      const { typeVarWithBound, typeVarWithConstraints } = INTRINSIC_2;
      c.op(span, "CALL_INTRINSIC_2", param.bound.type === "Tuple" ? typeVarWithConstraints : typeVarWithBound);
    } else {
      c.op(span, "CALL_INTRINSIC_1", INTRINSIC_1[param.type]);
    }
    if (param.defaultValue !== null) {
      sawDefault = true;
      emitLazyValue(c, param, param.defaultValue, c.table.defaults.get(param));
      c.op(span, "CALL_INTRINSIC_2", INTRINSIC_2.setDefault);
    } else if (sawDefault) {
      throw c.error(`non-default type parameter '${name}' follows default type parameter`, span);
    }
    c.op(span, "COPY", 1);
    emitName(c, span, name, "Store");
  }
  c.op(first.span, "BUILD_TUPLE", params.length);
}

/** Pushes the defaults of a lazy value's function: the format of plain values, where it takes one. Gives the part of the function. */
function loadDefaultFormat(c: Emitter, span: Span): number {
  if (!c.recipes.lazyValuesTakeFormat) return 0;
  c.loadConst(span, { kind: "tuple", items: [{ kind: "int", value: 1n }] });
  return FunctionPart.DEFAULTS;
}

/** Pushes a function that evaluates `e` when asked. */
function emitLazyValue(c: Emitter, { name, span: whole }: TypeParam, e: Expr, entry: Entry | undefined): void {
  if (entry === undefined) throw new Error(`No block for the type parameter "${name}".`);
  const span = c.recipes.lazyValuesStandAt === "parameter" ? whole : e.span;
  const parts = loadDefaultFormat(c, span);
  enterAnnotationScope(c, span, entry, name);
  if (e.type === "Starred") {
    c.visit(e.value);
    c.op(e.span, "UNPACK_SEQUENCE", 1);
  } else {
    c.visit(e);
  }
  c.op(span, "RETURN_VALUE");
  emitClosure(c, span, c.leave(true), parts);
}

/** `type X[T] = value`. */
export function emitTypeAlias(c: Emitter, s: TypeAlias): void {
  const { span } = s;
  const name = s.name.id;
  const generic = c.table.typeParameters.get(s);
  if (generic !== undefined) {
    openCall(c, span);
    c.enter({ name: `<generic parameters of ${name}>`, kind: "annotations", entry: generic, firstLine: span.line });
    c.loadName(span, name);
    emitTypeParams(c, s.typeParams);
  } else {
    c.loadName(span, name);
    c.loadNone(span);
  }
  emitAliasBody(c, s, name);
  if (generic !== undefined) {
    emitClosure(c, span, c.leave(false), 0);
    closeCallable(c, span);
    emitCallOf(c, span, 0);
  }
  emitName(c, span, name, "Store");
}

function emitAliasBody(c: Emitter, s: TypeAlias, name: string): void {
  const { span } = s;
  const entry = c.table.blocks.get(s);
  if (entry === undefined) throw new Error("A type alias without a block.");
  const parts = loadDefaultFormat(c, span);
  enterAnnotationScope(c, span, entry, name);
  // So that a string is no docstring.
  if (!c.recipes.lazyValuesTakeFormat) c.addConst(NONE);
  c.visit(s.value);
  c.op(span, "RETURN_VALUE");
  emitClosure(c, span, c.leave(false), parts);
  c.op(span, "BUILD_TUPLE", 3);
  c.op(span, "CALL_INTRINSIC_1", INTRINSIC_1.typeAlias);
}
