import type { Context, Span } from "../../syntax/ast.ts";
import { isFunctionLike, scopeOf } from "../symtable/entry.ts";
import type { Entry } from "../symtable/entry.ts";
import type { Emitter } from "./emitter.ts";
import { indexOf } from "./unit.ts";
import type { Unit } from "./unit.ts";

type NameKind = "fast" | "global" | "deref" | "name";

/** Reads, binds or unbinds a variable with the instruction that its scope asks for. */
export function emitName(c: Emitter, span: Span, name: string, ctx: Context): void {
  const mangled = c.mangled(name);
  const { unit, entry } = c;
  const kind = nameKind(unit, mangled);
  switch (kind) {
    case "fast":
      return c.op(span, VERB.fast[ctx], indexOf(unit.varNames, mangled));
    case "deref":
      return emitDeref(c, span, mangled, ctx);
    case "global": {
      const index = indexOf(unit.names, mangled);
      if (ctx !== "Load") return c.op(span, VERB.global[ctx], index);
      if (entry.canSeeClassScope && scopeOf(entry, mangled) === "global-implicit") {
        loadClassDict(c, span);
        return c.op(span, "LOAD_FROM_DICT_OR_GLOBALS", index);
      }
      return c.op(span, "LOAD_GLOBAL", index << c.recipes.globalFlagBits);
    }
    case "name": {
      const index = indexOf(unit.names, mangled);
      const skipsClass = ctx === "Load" && entry.kind === "class" && unit.inlinedComprehensions > 0;
      return skipsClass ? c.op(span, "LOAD_GLOBAL", index << c.recipes.globalFlagBits) : c.op(span, VERB.name[ctx], index);
    }
  }
}

const VERB = {
  fast: { Load: "LOAD_FAST", Store: "STORE_FAST", Del: "DELETE_FAST" },
  global: { Load: "LOAD_GLOBAL", Store: "STORE_GLOBAL", Del: "DELETE_GLOBAL" },
  deref: { Load: "LOAD_DEREF", Store: "STORE_DEREF", Del: "DELETE_DEREF" },
  name: { Load: "LOAD_NAME", Store: "STORE_NAME", Del: "DELETE_NAME" },
} as const;

function nameKind(unit: Unit, mangled: string): NameKind {
  const fast = isFunctionLike(unit.entry);
  switch (scopeOf(unit.entry, mangled)) {
    case "free":
    case "cell":
      return "deref";
    case "local":
      return fast || unit.fastHidden.get(mangled) === true ? "fast" : "name";
    case "global-implicit":
      return fast ? "global" : "name";
    case "global-explicit":
      return "global";
    default:
      return "name";
  }
}

function emitDeref(c: Emitter, span: Span, mangled: string, ctx: Context): void {
  const { unit, entry } = c;
  const index = indexOf(scopeOf(entry, mangled) === "cell" ? unit.cellVars : unit.freeVars, mangled);
  if (ctx !== "Load") return c.op(span, VERB.deref[ctx], index);
  if (entry.kind === "class" && unit.inlinedComprehensions === 0) {
    if (c.recipes.classCells === "classderef") return c.op(span, "LOAD_CLASSDEREF", index);
    c.op(span, "LOAD_LOCALS");
    return c.op(span, "LOAD_FROM_DICT_OR_DEREF", index);
  }
  if (entry.canSeeClassScope) {
    loadClassDict(c, span);
    return c.op(span, "LOAD_FROM_DICT_OR_DEREF", index);
  }
  c.op(span, "LOAD_DEREF", index);
}

function loadClassDict(c: Emitter, span: Span): void {
  c.op(span, "LOAD_DEREF", indexOf(c.unit.freeVars, "__classdict__"));
}

const CLASS_CELLS = new Set(["__class__", "__classdict__", "__conditional_annotations__"]);

/** Where the current unit keeps the cell that an inner function closes over: an index among cells and free variables. */
export function cellIndex(c: Emitter, name: string): number {
  const { unit } = c;
  const isCell = (unit.kind === "class" && CLASS_CELLS.has(name)) || scopeOf(unit.entry, name) === "cell";
  const index = (isCell ? unit.cellVars : unit.freeVars).get(name);
  if (index === undefined) throw new Error(`No cell for "${name}" in ${unit.qualname}.`);
  return index;
}

/** Whether a block's code runs with fast locals and may return. */
export function mayReturn(entry: Entry): boolean {
  return isFunctionLike(entry);
}
