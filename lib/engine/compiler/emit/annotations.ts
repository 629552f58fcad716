import type { Arguments, AsyncFunctionDef, Expr, FunctionDef, Span } from "../../syntax/ast.ts";
import type { CodeSpec } from "../code.ts";
import type { Entry } from "../symtable/entry.ts";
import { mangle } from "../symtable/mangle.ts";
import { emitClosure, FunctionPart } from "./closure.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";
import { rareStatements } from "./rare-statements.ts";
import { indexOf } from "./unit.ts";

const NOT_IMPLEMENTED_ERROR = 1;
/** `annotationlib.Format.VALUE_WITH_FAKE_GLOBALS`: the last format that a compiled function knows. */
const VALUE_WITH_FAKE_GLOBALS = 2;
const GREATER = (4 << 5) | 4;

/** Opens the hidden function of a lazy value: where it takes the format of the answer, it refuses those that it does not know (PEP 649). */
export function enterAnnotationScope(c: Emitter, span: Span, entry: Entry, name: string, owner: string | null = null): void {
  if (!c.recipes.lazyValuesTakeFormat) {
    c.enter({ name, kind: "annotations", entry, firstLine: span.line, owner });
    return;
  }
  c.enter({ name, kind: "annotations", entry, firstLine: span.line, posOnlyArgCount: 1, owner });
  c.op(span, "LOAD_FAST", 0);
  c.loadInt(span, VALUE_WITH_FAKE_GLOBALS);
  c.op(span, "COMPARE_OP", GREATER);
  const body = c.label();
  c.jump(span, "POP_JUMP_IF_FALSE", body);
  c.op(span, "LOAD_COMMON_CONSTANT", NOT_IMPLEMENTED_ERROR);
  c.op(span, "RAISE_VARARGS", 1);
  c.place(body);
}

function leaveAnnotationScope(c: Emitter, span: Span): void {
  c.op(span, "RETURN_VALUE");
  emitClosure(c, span, renameFormat(c.leave(true)), 0);
}

/** Inside, the parameter is `.format`, so that no annotation can read it; from outside it is `format`. */
function renameFormat(code: CodeSpec): CodeSpec {
  const [first, ...rest] = code.slots;
  const slots = first === undefined ? code.slots : [{ ...first, name: "format" }, ...rest];
  return { ...code, slots, varNames: ["format", ...code.varNames.slice(1)] };
}

/** Makes `__annotate__` for the annotations collected in a module or class, at the end of its body. */
export function emitDeferredAnnotations(c: Emitter, span: Span): void {
  const { unit, entry } = c;
  if (unit.deferredAnnotations.length === 0) return;
  const block = entry.annotationBlock;
  if (block === null) throw new Error("Annotations without a block.");
  // In a module this code runs first, so that the annotations of an unfinished module can be asked for.
  const body = unit.instructions;
  if (unit.kind === "module") unit.instructions = [];
  const isClass = unit.kind === "class";
  enterAnnotationScope(c, span, block, "__annotate__");
  c.op(span, "BUILD_MAP", 0);
  for (const { statement, index } of unit.deferredAnnotations) {
    if (statement.target.type !== "Name") continue;
    const skip = c.label();
    const at = statement.span;
    if (index !== -1) {
      c.loadInt(at, index);
      const name = "__conditional_annotations__";
      if (isClass) c.op(at, "LOAD_DEREF", indexOf(c.unit.freeVars, name));
      else c.nameOp(at, "LOAD_GLOBAL", name, 1);
      c.op(at, "CONTAINS_OP", 0);
      c.jump(at, "POP_JUMP_IF_FALSE", skip);
    }
    c.visit(statement.annotation);
    c.op(at, "COPY", 2);
    c.loadName(at, mangle(unit.className, statement.target.id));
    c.op(span, "STORE_SUBSCR");
    c.place(skip);
  }
  leaveAnnotationScope(c, span);
  emitName(c, span, isClass ? "__annotate_func__" : "__annotate__", "Store");
  if (unit.kind !== "module") return;
  unit.annotationSetup = unit.instructions;
  unit.instructions = body;
}

/** Pushes what carries a function's annotations, if it has any; gives which part of the function that is. */
export function emitFunctionAnnotations(c: Emitter, s: FunctionDef | AsyncFunctionDef): number {
  const { span } = s;
  if (!c.profile.compiler.lazyAnnotations) {
    const count = emitPairs(c, span, s.args, s.returns);
    if (count === 0) return 0;
    c.op(span, "BUILD_TUPLE", count * 2);
    return FunctionPart.ANNOTATIONS;
  }
  const entry = c.table.annotations.get(s);
  if (entry === undefined || !entry.annotationsUsed) return 0;
  enterAnnotationScope(c, span, entry, entry.name, c.recipes.annotateInsideFunction ? s.name : null);
  const count = emitPairs(c, span, s.args, s.returns);
  c.op(span, "BUILD_MAP", count);
  leaveAnnotationScope(c, span);
  return FunctionPart.ANNOTATE;
}

/** Pushes name and value of each annotation; gives how many there are. */
function emitPairs(c: Emitter, span: Span, args: Arguments, returns: Expr | null): number {
  const pairs: (readonly [string, Expr | null | undefined])[] = [
    ...[...args.args, ...args.posonlyargs].map((arg) => [arg.arg, arg.annotation] as const),
    [args.vararg?.arg ?? "", args.vararg?.annotation],
    ...args.kwonlyargs.map((arg) => [arg.arg, arg.annotation] as const),
    [args.kwarg?.arg ?? "", args.kwarg?.annotation],
    ["return", returns],
  ];
  let count = 0;
  for (const [name, annotation] of pairs) {
    if (!annotation) continue;
    c.loadName(span, c.mangled(name));
    emitAnnotation(c, span, annotation);
    count++;
  }
  return count;
}

function emitAnnotation(c: Emitter, span: Span, annotation: Expr): void {
  if (c.futureAnnotations) return c.loadLiteral(c.at(annotation.span), { kind: "str", value: rareStatements.get().unparse(annotation) });
  if (annotation.type !== "Starred") return c.visit(annotation);
  // `*args: *Ts`: the one item of the unpacked value.
  c.visit(annotation.value);
  c.op(span, "UNPACK_SEQUENCE", 1);
}
