import type { Attribute, Call } from "../../syntax/ast.ts";
import { scopeOf } from "../symtable/entry.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";

/** Whether `super().attr` can look the attribute up without making the super object (LOAD_SUPER_ATTR). */
export function canUseSuperInstruction(c: Emitter, e: Attribute): boolean {
  if (!c.recipes.superAttribute) return false;
  const call = e.value;
  if (call.type !== "Call" || call.func.type !== "Name" || call.func.id !== "super") return false;
  if (e.attr === "__class__" || call.keywords.length > 0) return false;
  if (scopeOf(c.entry, "super") !== "global-implicit" || scopeOf(c.table.top, "super") !== "unknown") return false;
  if (call.args.length === 2) return !call.args.some((a) => a.type === "Starred");
  if (call.args.length !== 0) return false;
  if (c.unit.argCount === 0 && c.unit.posOnlyArgCount === 0) return false;
  return c.unit.kind !== "class" && scopeOf(c.entry, "__class__") === "free";
}

/** Pushes `super`, the class and the instance. */
export function loadSuperArguments(c: Emitter, call: Call): void {
  emitName(c, call.func.span, "super", "Load");
  if (call.args.length === 2) return c.visitAll(call.args);
  emitName(c, call.span, "__class__", "Load");
  const [self] = c.unit.varNames.keys();
  if (self !== undefined) emitName(c, call.span, self, "Load");
}
