import { floatRepr } from "../../../lib/engine/compiler/constant-repr.ts";
import type { Literal, Module, Span } from "../../../lib/engine/syntax/ast.ts";

/** Our field names by node type, in the order of CPython's `_fields`. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  FunctionDef: ["name", "args", "body", "decorators", "returns", "typeParams"],
  AsyncFunctionDef: ["name", "args", "body", "decorators", "returns", "typeParams"],
  ClassDef: ["name", "bases", "keywords", "body", "decorators", "typeParams"],
  Return: ["value"], Delete: ["targets"], Assign: ["targets", "value"], TypeAlias: ["name", "typeParams", "value"],
  AugAssign: ["target", "op", "value"], AnnAssign: ["target", "annotation", "value", "simple"],
  For: ["target", "iter", "body", "orelse"], AsyncFor: ["target", "iter", "body", "orelse"], While: ["test", "body", "orelse"],
  If: ["test", "body", "orelse"], With: ["items", "body"], AsyncWith: ["items", "body"], Match: ["subject", "cases"],
  Raise: ["exc", "cause"], Try: ["body", "handlers", "orelse", "finalbody"], Assert: ["test", "msg"], Import: ["names"],
  ImportFrom: ["module", "names", "level"], Global: ["names"], Nonlocal: ["names"], Expr: ["value"], Pass: [], Break: [], Continue: [],
  BoolOp: ["op", "values"], NamedExpr: ["target", "value"], BinOp: ["left", "op", "right"], UnaryOp: ["op", "operand"],
  Lambda: ["args", "body"], IfExp: ["test", "body", "orelse"], Dict: ["keys", "values"], Set: ["elts"], ListComp: ["elt", "generators"],
  SetComp: ["elt", "generators"], DictComp: ["key", "value", "generators"], GeneratorExp: ["elt", "generators"], Await: ["value"],
  Yield: ["value"], YieldFrom: ["value"], Compare: ["left", "ops", "comparators"], Call: ["func", "args", "keywords"],
  FormattedValue: ["value", "conversion", "formatSpec"], JoinedStr: ["values"], Interpolation: ["value", "str", "conversion", "formatSpec"],
  TemplateStr: ["values"], Constant: ["value"], Attribute: ["value", "attr", "ctx"], Subscript: ["value", "slice", "ctx"],
  Starred: ["value", "ctx"], Name: ["id", "ctx"], List: ["elts", "ctx"], Tuple: ["elts", "ctx"], Slice: ["lower", "upper", "step"],
  comprehension: ["target", "iter", "ifs", "isAsync"], ExceptHandler: ["excType", "name", "body"],
  arguments: ["posonlyargs", "args", "vararg", "kwonlyargs", "kwDefaults", "kwarg", "defaults"], arg: ["arg", "annotation"],
  keyword: ["arg", "value"], alias: ["name", "asname"], withitem: ["contextExpr", "optionalVars"], match_case: ["pattern", "guard", "body"],
  MatchValue: ["value"], MatchSingleton: ["value"], MatchSequence: ["patterns"], MatchMapping: ["keys", "patterns", "rest"],
  MatchClass: ["cls", "patterns", "kwdAttrs", "kwdPatterns"], MatchStar: ["name"], MatchAs: ["pattern", "name"], MatchOr: ["patterns"],
  TypeVar: ["name", "bound", "defaultValue"], ParamSpec: ["name", "defaultValue"], TypeVarTuple: ["name", "defaultValue"],
};

/** CPython's names of fields that we call otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  decorators: "decorator_list", typeParams: "type_params", excType: "type", isAsync: "is_async", contextExpr: "context_expr",
  optionalVars: "optional_vars", formatSpec: "format_spec", kwDefaults: "kw_defaults", kwdAttrs: "kwd_attrs", kwdPatterns: "kwd_patterns",
  defaultValue: "default_value",
};

type Fields = Readonly<Record<string, unknown>>;

/** A tree as `recorded/record.py` writes CPython's: each node with its place and all its fields. */
export function dump(tree: Module): string {
  return `Module(body=${value(tree.body)})`;
}

function value(item: unknown): string {
  if (item === null) return "-";
  if (Array.isArray(item)) return `[${item.map(value).join(" ")}]`;
  if (typeof item === "boolean") return item ? "1" : "0";
  return typeof item === "object" ? node(item as Fields) : String(item);
}

function node(fields: Fields): string {
  const type = typeOf(fields);
  const span = fields.span as Span | undefined;
  const place = span ? `@${span.line}:${span.col}-${span.endLine}:${span.endCol}` : "";
  const isLiteral = type === "Constant" || type === "MatchSingleton";
  const parts: string[] = [];
  for (const name of FIELDS[type] ?? []) {
    const item = fields[name];
    const absent = item === null || (Array.isArray(item) && item.length === 0);
    if (absent && (name === "typeParams" || name === "defaultValue")) continue;
    parts.push(`${NAMES[name] ?? name}=${isLiteral ? literal(item as Literal) : value(item)}`);
  }
  return `${type === "Try" && fields.star === true ? "TryStar" : type}${place}(${parts.join(" ")})`;
}

/** The node's type; nodes that CPython writes small have none of their own with us. */
function typeOf(fields: Fields): string {
  const own = fields.type;
  if (typeof own === "string") return own;
  for (const [field, type] of [
    ["excType", "ExceptHandler"], ["contextExpr", "withitem"], ["asname", "alias"], ["guard", "match_case"], ["posonlyargs", "arguments"],
    ["annotation", "arg"], ["isAsync", "comprehension"], ["arg", "keyword"],
  ] as const) {
    if (field in fields) return type;
  }
  throw new Error(`no type for ${Object.keys(fields).join(", ")}`);
}

function literal(item: Literal): string {
  switch (item.kind) {
    case "none":
      return "NoneType None";
    case "ellipsis":
      return "ellipsis Ellipsis";
    case "bool":
      return `bool ${item.value ? "True" : "False"}`;
    case "int":
      return `int ${item.value}`;
    case "float":
      return `float ${floatRepr(item.value)}`;
    case "complex":
      return `complex ${floatRepr(item.imag)}`;
    case "str":
      return `str ${JSON.stringify(item.value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}`;
    case "bytes":
      return `bytes [${[...item.value].join(", ")}]`;
    case "tuple":
    case "frozenset":
      return `${item.kind} [${item.items.map(literal).join(", ")}]`;
  }
}
