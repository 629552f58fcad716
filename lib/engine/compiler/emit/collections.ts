import type { DictExpr, Expr, ListExpr, SetExpr, Span, TupleExpr } from "../../syntax/ast.ts";
import type { Const } from "../code.ts";
import { frozensetConst } from "../constants/const-cache.ts";
import { STACK_GUIDELINE } from "./emitter.ts";
import type { Emitter } from "./emitter.ts";
import { emitIntrinsic } from "./intrinsics.ts";
import { emitName } from "./names.ts";

/** How a display is built: all at once, or item by item. */
interface Build {
  readonly build: string;
  readonly add: string;
  readonly extend: string;
  readonly tuple: boolean;
}

const LIST: Build = { build: "BUILD_LIST", add: "LIST_APPEND", extend: "LIST_EXTEND", tuple: false };
const SET: Build = { build: "BUILD_SET", add: "SET_ADD", extend: "SET_UPDATE", tuple: false };
const TUPLE: Build = { ...LIST, tuple: true };

export function emitSequence(c: Emitter, e: ListExpr | TupleExpr): void {
  if (e.ctx === "Store") return emitUnpack(c, e.span, e.elts);
  if (e.ctx === "Del") return c.visitAll(e.elts);
  emitElements(c, e.span, e.elts, 0, e.type === "List" ? LIST : TUPLE, null);
}

export function emitSet(c: Emitter, e: SetExpr): void {
  emitElements(c, e.span, e.elts, 0, SET, null);
}

/** Positional arguments as one tuple; `pushed` of them are on the stack already, `injected` is one more name at the end. */
export function emitArgumentTuple(c: Emitter, span: Span, args: readonly Expr[], pushed: number, injected: string | null): void {
  emitElements(c, span, args, pushed, TUPLE, injected);
}

function emitElements(c: Emitter, span: Span, elts: readonly Expr[], pushed: number, how: Build, injected: string | null): void {
  if (c.recipes.folding === "tree" && elts.length > 2 && emitConstantElements(c, span, elts, pushed, how)) return;
  const isBig = elts.length + pushed + (injected === null ? 0 : 1) > STACK_GUIDELINE;
  if (!isBig && !elts.some((e) => e.type === "Starred")) {
    c.visitAll(elts);
    if (injected !== null) emitName(c, span, injected, "Load");
    const count = elts.length + pushed + (injected === null ? 0 : 1);
    return c.op(span, how.tuple ? "BUILD_TUPLE" : how.build, count);
  }
  let isBuilt = isBig;
  if (isBig) c.op(span, how.build, pushed);
  elts.forEach((e, i) => {
    if (e.type !== "Starred") {
      c.visit(e);
      if (isBuilt) c.op(span, how.add, 1);
      return;
    }
    if (!isBuilt) c.op(span, how.build, i + pushed);
    isBuilt = true;
    c.visit(e.value);
    c.op(span, how.extend, 1);
  });
  if (injected !== null) {
    emitName(c, span, injected, "Load");
    c.op(span, how.add, 1);
  }
  if (how.tuple) emitIntrinsic(c, span, "listToTuple");
}

/** A display of constants is filled from one constant. False when not all of them are. */
function emitConstantElements(c: Emitter, span: Span, elts: readonly Expr[], pushed: number, how: Build): boolean {
  const items = elts.flatMap((e) => (e.type === "Constant" ? [c.consts.literal(e.value)] : []));
  if (items.length < elts.length) return false;
  const tuple: Const = { kind: "tuple", items };
  if (how.tuple && pushed === 0) {
    c.loadConst(span, tuple);
    return true;
  }
  c.op(span, how.build, pushed);
  c.loadConst(span, how === SET ? frozensetConst(items) : tuple);
  c.op(span, how.extend, 1);
  if (how.tuple) emitIntrinsic(c, span, "listToTuple");
  return true;
}

/** A dict of the values on the stack, their keys in one constant. */
export function emitConstantKeys(c: Emitter, span: Span, keys: readonly Const[]): void {
  c.loadConst(span, { kind: "tuple", items: keys });
  c.op(span, "BUILD_CONST_KEY_MAP", keys.length);
}

/** Unpacks the value on the stack into targets, at most one of them starred. */
function emitUnpack(c: Emitter, span: Span, elts: readonly Expr[]): void {
  const star = elts.findIndex((e) => e.type === "Starred");
  if (star < 0) {
    c.op(span, "UNPACK_SEQUENCE", elts.length);
  } else {
    const after = elts.length - star - 1;
    if (star >= 1 << 8 || after >= 1 << 23) throw c.error("too many expressions in star-unpacking assignment", span);
    c.op(span, "UNPACK_EX", star + (after << 8));
    if (elts.slice(star + 1).some((e) => e.type === "Starred")) throw c.error("multiple starred expressions in assignment", span);
  }
  for (const e of elts) c.visit(e.type === "Starred" ? e.value : e);
}

export function emitDict(c: Emitter, e: DictExpr): void {
  let hasDict = false;
  let waiting = 0;
  const flush = (end: number): void => {
    emitSubdict(c, e, end - waiting, end);
    if (hasDict) c.op(e.span, "DICT_UPDATE", 1);
    hasDict = true;
    waiting = 0;
  };
  e.values.forEach((value, i) => {
    if (e.keys[i] !== null) {
      waiting++;
      if ((waiting - 1) * 2 > STACK_GUIDELINE) flush(i + 1);
      return;
    }
    if (waiting > 0) flush(i);
    if (!hasDict) c.op(e.span, "BUILD_MAP", 0);
    hasDict = true;
    c.visit(value);
    c.op(e.span, "DICT_UPDATE", 1);
  });
  if (waiting > 0) flush(e.values.length);
  if (!hasDict) c.op(e.span, "BUILD_MAP", 0);
}

function emitSubdict(c: Emitter, e: DictExpr, begin: number, end: number): void {
  const isBig = (end - begin) * 2 > STACK_GUIDELINE;
  if (c.recipes.constantKeys && end - begin > 1 && !isBig && emitWithConstantKeys(c, e, begin, end)) return;
  if (isBig) c.op(e.span, "BUILD_MAP", 0);
  for (let i = begin; i < end; i++) {
    const [key, value] = [e.keys[i], e.values[i]];
    if (!key || value === undefined) continue;
    c.visit(key);
    c.visit(value);
    if (isBig) c.op(e.span, "MAP_ADD", 1);
  }
  if (!isBig) c.op(e.span, "BUILD_MAP", end - begin);
}

function emitWithConstantKeys(c: Emitter, e: DictExpr, begin: number, end: number): boolean {
  const keys = e.keys.slice(begin, end).flatMap((key) => (key?.type === "Constant" ? [c.consts.literal(key.value)] : []));
  if (keys.length < end - begin) return false;
  c.visitAll(e.values.slice(begin, end));
  emitConstantKeys(c, e.span, keys);
  return true;
}
