import { NO_LOCATION } from "./emit/unit.ts";
import { foldExpr, foldIterable } from "./constants/fold-tree.ts";
import type { Profile } from "../profiles/types.ts";
import type { AsyncFor, Expr, For, FormattedValue, JoinedStr, Module, Span } from "../syntax/ast.ts";

/**
 * Rewrites the tree before names are looked at (Python/ast_preprocess.c): `__debug__` is True, and `"%s" % (x,)` becomes
 * an f-string. Where the version does it here, constant expressions are worked out. Annotations that become text keep their own words.
 */
export function preprocess(tree: Module, rules: PreprocessRules): Module {
  return rewrite(tree, rules) as Module;
}

export interface PreprocessRules {
  /** Annotations keep their own words. */
  readonly futureAnnotations: boolean;
  /** Constant expressions are worked out in the tree, up to these sizes; null where the flow graph does it. */
  readonly folding: Profile["compiler"]["folding"] | null;
}

/** Fields that hold no nodes. */
const PLAIN_FIELDS = new Set(["span", "ctx", "op", "ops", "type", "mode"]);
const ANNOTATION_FIELDS = new Set(["annotation", "returns"]);

/** The node with its children rewritten; the same object when nothing changed. */
function rewrite(node: unknown, rules: PreprocessRules): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item) => rewrite(item, rules));
    return items.some((item, i) => item !== node[i]) ? items : node;
  }
  // Literals have a `kind` and no children.
  if (typeof node !== "object" || node === null || "kind" in node) return node;
  const changed: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node)) {
    if (PLAIN_FIELDS.has(field) || (rules.futureAnnotations && ANNOTATION_FIELDS.has(field))) continue;
    const rewritten = rewrite(value, rules);
    if (rewritten !== value) changed[field] = rewritten;
  }
  const result = Object.keys(changed).length === 0 ? node : { ...node, ...changed };
  if (!("type" in result)) return result;
  const rewritten = rewriteExpr(result as Expr);
  return rules.folding === null ? rewritten : fold(rewritten, rules.folding);
}

function fold(node: Expr | For | AsyncFor, limits: Profile["compiler"]["folding"]): Expr | For | AsyncFor {
  if (node.type === "For" || node.type === "AsyncFor") return { ...node, iter: foldIterable(node.iter) };
  return foldExpr(node, limits);
}

function rewriteExpr(e: Expr): Expr {
  if (e.type === "Name" && e.id === "__debug__" && e.ctx === "Load") {
    return { type: "Constant", value: { kind: "bool", value: true }, span: e.span };
  }
  if (e.type !== "BinOp" || e.op !== "Mod" || e.left.type !== "Constant" || e.left.value.kind !== "str" || e.right.type !== "Tuple") return e;
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
