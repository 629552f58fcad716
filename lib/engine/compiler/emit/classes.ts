import type { ClassDef } from "../../syntax/ast.ts";
import type { Const } from "../code.ts";
import { emitBlockBody } from "./bodies.ts";
import { closeCallable, emitCallOf, openCall } from "./call-shapes.ts";
import { emitArguments } from "./calls.ts";
import { emitClosure } from "./closure.ts";
import type { Emitter } from "./emitter.ts";
import { applyDecorators, firstLineOf } from "./functions.ts";
import { cellIndex, emitName } from "./names.ts";
import { movesOf } from "./stack-moves.ts";
import { emitTypeParams } from "./type-params.ts";
import { byCodePoint, NO_LOCATION } from "./unit.ts";

const SUBSCRIPT_GENERIC = 10;

/** `name = __build_class__(function of the body, "name", *bases, **keywords)`. */
export function emitClass(c: Emitter, s: ClassDef): void {
  const { span } = s;
  c.visitAll(s.decorators);
  const firstLine = firstLineOf(s);
  const generic = c.table.typeParameters.get(s);
  if (generic !== undefined) {
    openCall(c, span);
    c.enter({ name: `<generic parameters of ${s.name}>`, kind: "annotations", entry: generic, firstLine, className: s.name });
    emitTypeParams(c, s.typeParams);
    emitName(c, span, ".type_params", "Store");
  }
  emitClassBody(c, s, firstLine);
  if (generic !== undefined) {
    emitName(c, span, ".type_params", "Load");
    c.op(span, "CALL_INTRINSIC_1", SUBSCRIPT_GENERIC);
    emitName(c, span, ".generic_base", "Store");
    emitArguments(c, span, 2, s.bases, s.keywords, ".generic_base");
    emitClosure(c, span, c.leave(false), 0);
    closeCallable(c, span);
    emitCallOf(c, span, 0);
  } else {
    emitArguments(c, span, 2, s.bases, s.keywords, null);
  }
  applyDecorators(c, span, s.decorators);
  emitName(c, span, s.name, "Store");
}

function emitClassBody(c: Emitter, s: ClassDef, firstLine: number): void {
  const entry = c.table.blocks.get(s);
  if (entry === undefined) throw new Error("A class without a block.");
  c.enter({ name: s.name, kind: "class", entry, firstLine, className: s.name });
  emitPrologue(c, s, firstLine);
  emitBlockBody(c, { line: firstLine, col: 0, endLine: firstLine, endCol: 0 }, s.body, false);
  emitEpilogue(c);
  const code = c.leave(true);
  openCall(c, s.span);
  c.op(s.span, "LOAD_BUILD_CLASS");
  closeCallable(c, s.span);
  // The function has the class's plain name where its code has no qualified one.
  emitClosure(c, s.span, code, 0, s.name);
  c.loadName(s.span, s.name);
}

/** The names that every class body sets before its own. */
function emitPrologue(c: Emitter, s: ClassDef, firstLine: number): void {
  const span = { line: firstLine, col: 0, endLine: firstLine, endCol: 0 };
  emitName(c, span, "__name__", "Load");
  emitName(c, span, "__module__", "Store");
  c.loadLiteral(span, { kind: "str", value: c.unit.qualname });
  emitName(c, span, "__qualname__", "Store");
  if (c.profile.compiler.staticAttributes) {
    c.loadInt(span, firstLine);
    emitName(c, span, "__firstlineno__", "Store");
  }
  if (s.typeParams.length > 0) {
    emitName(c, span, ".type_params", "Load");
    emitName(c, span, "__type_params__", "Store");
  }
  if (c.entry.needsClassDict) {
    c.op(span, "LOAD_LOCALS");
    c.op(span, "STORE_DEREF", classCell(c, "__classdict__"));
  }
  if (c.entry.hasConditionalAnnotations) {
    c.op(span, "BUILD_SET", 0);
    c.op(span, "STORE_DEREF", classCell(c, "__conditional_annotations__"));
  }
}

function classCell(c: Emitter, name: string): number {
  return c.unit.cellVars.get(name) ?? 0;
}

/** Stores what the metaclass needs, and returns the cell of `__class__` (or None). */
function emitEpilogue(c: Emitter): void {
  const { entry } = c;
  if (c.profile.compiler.staticAttributes) {
    const items: Const[] = [...c.unit.staticAttributes].sort(byCodePoint).map((value) => ({ kind: "str", value, interned: true }));
    c.loadConst(NO_LOCATION, { kind: "tuple", items });
    emitName(c, NO_LOCATION, "__static_attributes__", "Store");
  }
  if (entry.needsClassDict) {
    c.op(NO_LOCATION, "LOAD_CLOSURE", cellIndex(c, "__classdict__"));
    emitName(c, NO_LOCATION, "__classdictcell__", "Store");
  }
  if (entry.needsClassClosure) {
    c.op(NO_LOCATION, "LOAD_CLOSURE", cellIndex(c, "__class__"));
    movesOf(c).duplicate(c, NO_LOCATION);
    emitName(c, NO_LOCATION, "__classcell__", "Store");
  } else {
    c.loadNone(NO_LOCATION);
  }
  c.op(NO_LOCATION, "RETURN_VALUE");
}
