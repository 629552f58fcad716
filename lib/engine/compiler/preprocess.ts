import { NO_LOCATION } from "./emit/unit.ts";
import type { Profile } from "../profiles/types.ts";
import type { Expr, FormattedValue, JoinedStr, Module, Span, Stmt } from "../syntax/ast.ts";
import { foldExpr, foldIterable, keepFromDocstring } from "./fold-tree.ts";

/**
 * Rewrites the tree before names are looked at (Python/ast_preprocess.c): `__debug__` is True, and `"%s" % (x,)` becomes
 * an f-string. Annotations that become text keep their own words.
 */
export function preprocess(tree: Module, rules: PreprocessRules): Module {
  return rewrite(tree, rules) as Module;
}

export interface PreprocessRules {
  /** Annotations keep their own words. */
  readonly keepAnnotations: boolean;
  /** `%` of a string and a tuple may become an f-string. */
  readonly percentFormats: boolean;
  /** Limits of folding, where the tree is the place for it. */
  readonly folding: Profile["compiler"]["folding"] | null;
}

/** Fields that hold no nodes. */
const PLAIN_FIELDS = new Set(["span", "ctx", "op", "ops", "type", "mode"]);
export const ANNOTATION_FIELDS = new Set(["annotation", "returns"]);

/** The node with its children rewritten; the same object when nothing changed. */
function rewrite(node: unknown, rules: PreprocessRules): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item) => rewrite(item, rules));
    return items.some((item, i) => item !== node[i]) ? items : node;
  }
  // Literals have a `kind` and no children.
  if (typeof node !== "object" || node === null || "kind" in node) return node;
  let changed: Record<string, unknown> | null = null;
  for (const field of Object.keys(node)) {
    const value = (node as Record<string, unknown>)[field];
    if (typeof value !== "object" || value === null || PLAIN_FIELDS.has(field) || (rules.keepAnnotations && ANNOTATION_FIELDS.has(field))) continue;
    const rewritten = fieldOf(node, field, value, rewrite(value, rules), rules);
    if (rewritten !== value) (changed ??= {})[field] = rewritten;
  }
  const result = changed === null ? node : { ...node, ...changed };
  if (!("type" in result)) return result;
  const expr = rewriteExpr(result as Expr, rules.percentFormats);
  return rules.folding === null ? expr : foldExpr(expr, rules.folding);
}

const DOCUMENTED = new Set<unknown>(["FunctionDef", "AsyncFunctionDef", "ClassDef"]);

/** What folding does to a field because of the node that it belongs to. */
function fieldOf(node: object, field: string, before: unknown, value: unknown, { folding }: PreprocessRules): unknown {
  if (folding === null) return value;
  const type = "type" in node ? node.type : null;
  // A comprehension's `for` is a node without a type.
  if (field === "iter" && type !== "AsyncFor") return foldIterable(value as Expr);
  const isBody = field === "body" && Array.isArray(before) && (DOCUMENTED.has(type) || ("mode" in node && node.mode === "exec"));
  return isBody && value !== before ? keepFromDocstring(before as Stmt[], value as Stmt[]) : value;
}

function rewriteExpr(e: Expr, percentFormats: boolean): Expr {
  if (e.type === "Name" && e.id === "__debug__" && e.ctx === "Load") {
    return { type: "Constant", value: { kind: "bool", value: true }, span: e.span };
  }
  if (!percentFormats || e.type !== "BinOp" || e.op !== "Mod" || e.left.type !== "Constant" || e.left.value.kind !== "str" || e.right.type !== "Tuple") return e;
  return formatToJoinedStr(e.left.value.value, e.right.elts, e.span) ?? e;
}

/** `%` with up to three digits of width and of precision, and only %s, %r and %a. */
const UNIT = /%([-+ #0]*)(\d{0,3})(?:\.(\d{0,3}))?(.)/suy;

function formatToJoinedStr(format: string, args: readonly Expr[], span: Span): JoinedStr | null {
  if (args.some((arg) => arg.type === "Starred")) return null;
  const values: Expr[] = [];
  let used = 0;
  let at = 0;
  while (at < format.length) {
    const literal = /(?:[^%]|%%)*/uy;
    literal.lastIndex = at;
    const text = literal.exec(format)?.[0] ?? "";
    at += text.length;
    if (text !== "") values.push({ type: "Constant", value: { kind: "str", value: text.replaceAll("%%", "%") }, span: NO_LOCATION });
    if (at >= format.length) break;
    UNIT.lastIndex = at;
    const unit = UNIT.exec(format);
    const arg = args[used++];
    const value = unit === null || arg === undefined ? null : formattedValue(unit, arg);
    if (unit === null || value === null) return null;
    values.push(value);
    at += unit[0].length;
  }
  return used < args.length ? null : { type: "JoinedStr", values, span };
}

/** `%-5.3r` as `{arg!r:5.3}`; null for a conversion that f-strings spell otherwise. */
function formattedValue([, flags = "", width = "", precision, kind = ""]: RegExpExecArray, arg: Expr): FormattedValue | null {
  if (kind !== "s" && kind !== "r" && kind !== "a") return null;
  // CPython gives up at the third digit.
  if (width.length >= 3 || (precision?.length ?? 0) >= 3) return null;
  const alignment = !flags.includes("-") && Number(width) > 0 ? ">" : "";
  const spec = alignment + (width === "" ? "" : String(Number(width))) + (precision === undefined ? "" : `.${Number(precision)}`);
  const { span } = arg;
  const formatSpec: JoinedStr | null = spec === ""
    ? null
    : { type: "JoinedStr", values: [{ type: "Constant", value: { kind: "str", value: spec }, span }], span };
  return { type: "FormattedValue", value: arg, conversion: kind.charCodeAt(0), formatSpec, span };
}
