import type { AsyncFunctionDef, ClassDef, Expr, FunctionDef, Module, Stmt } from "../syntax/ast.ts";
import type { Profile } from "../profiles/types.ts";
import { ANNOTATION_FIELDS } from "./preprocess.ts";
import type { Emitter } from "./emit/emitter.ts";
import { emitStmt, warnOfTupleTest } from "./emit/statements.ts";
import { startsWithDocstring } from "./symtable/builder.ts";

/** What `-O` and `-OO` leave out of the code. */
export interface Optimization {
  readonly level: number;
  /** The tree that is compiled in place of what was written. */
  readonly tree: (tree: Module, keepAnnotations: boolean) => Module;
  /** Emits a statement, if it stays. */
  readonly stmt: (c: Emitter, s: Stmt) => void;
}

/** That of a level above 0: no assertions, `__debug__` is False; above 1 no docstrings either. */
export function optimizationOf(level: number, profile: Profile): Optimization | undefined {
  if (level <= 0) return undefined;
  const removal = profile.compiler.docstringRemoval;
  return {
    level,
    tree: (tree, keepAnnotations) => rewrite(level > 1 && tree.mode === "exec" ? withoutDocstring(tree, removal) : tree, { level, removal, keepAnnotations }) as Module,
    stmt: (c, s) => (s.type === "Assert" ? warnOfTupleTest(c, s) : emitStmt(c, s)),
  };
}

interface Rules {
  readonly level: number;
  readonly removal: Profile["compiler"]["docstringRemoval"];
  /** Annotations that become text keep their words. */
  readonly keepAnnotations: boolean;
}

const DOCUMENTED = new Set<unknown>(["FunctionDef", "AsyncFunctionDef", "ClassDef"]);

/** The node with its children rewritten; the same object when nothing changed. */
function rewrite(node: unknown, rules: Rules): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item) => rewrite(item, rules));
    return items.some((item, i) => item !== node[i]) ? items : node;
  }
  if (typeof node !== "object" || node === null || "kind" in node) return node;
  let result = node;
  for (const [field, value] of Object.entries(node)) {
    if (typeof value !== "object" || value === null || field === "span" || (rules.keepAnnotations && ANNOTATION_FIELDS.has(field))) continue;
    const rewritten = rewrite(value, rules);
    if (rewritten !== value) result = { ...result, [field]: rewritten };
  }
  if (!("type" in result)) return result;
  if (rules.level > 1 && DOCUMENTED.has(result.type)) return withoutDocstring(result as FunctionDef | AsyncFunctionDef | ClassDef, rules.removal);
  return withoutDebug(result as Expr);
}

function withoutDebug(e: Expr): Expr {
  const isDebug = e.type === "Name" && e.id === "__debug__" && e.ctx === "Load";
  return isDebug ? { type: "Constant", value: { kind: "bool", value: false }, span: e.span } : e;
}

/** Where something stands in its place, a string that follows does not become the docstring, and a module still begins on its line. */
function withoutDocstring<T extends { readonly body: readonly Stmt[] }>(owner: T, removal: Rules["removal"]): T {
  const { body } = owner;
  if (!startsWithDocstring(body)) return owner;
  const { span } = body[0];
  const rest = body.slice(1);
  const isAlone = removal === "pass" || (removal === "removed" && rest.length === 0);
  const instead: Stmt = isAlone ? { type: "Pass", span } : { type: "Global", names: [], span };
  return { ...owner, body: removal === "removed" && rest.length > 0 && !startsWithDocstring(rest) ? rest : [instead, ...rest] };
}
