import type { VersionId } from "./types.ts";

/**
 * The nodes of syntax trees, as CPython's abstract grammar has them (Parser/Python.asdl): for each sum type its
 * constructors. A type with one constructor of its own name is a product. `?` marks a field that may be None, `*` a list,
 * `?*` a list that may hold None.
 */
export type AbstractGrammar = Readonly<Record<string, readonly string[]>>;

const FUNCTION = "identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment";
const CLASS = "identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list";
const LOOP = "expr target, expr iter, stmt* body, stmt* orelse, string? type_comment";
const TRY = "stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody";

const in310: AbstractGrammar = {
  mod: ["Module(stmt* body, type_ignore* type_ignores)", "Interactive(stmt* body)", "Expression(expr body)", "FunctionType(expr* argtypes, expr returns)"],
  stmt: [
    `FunctionDef(${FUNCTION})`, `AsyncFunctionDef(${FUNCTION})`, `ClassDef(${CLASS})`, "Return(expr? value)", "Delete(expr* targets)",
    "Assign(expr* targets, expr value, string? type_comment)", "AugAssign(expr target, operator op, expr value)",
    "AnnAssign(expr target, expr annotation, expr? value, int simple)", `For(${LOOP})`, `AsyncFor(${LOOP})`,
    "While(expr test, stmt* body, stmt* orelse)", "If(expr test, stmt* body, stmt* orelse)",
    "With(withitem* items, stmt* body, string? type_comment)", "AsyncWith(withitem* items, stmt* body, string? type_comment)",
    "Match(expr subject, match_case* cases)", "Raise(expr? exc, expr? cause)", `Try(${TRY})`, "Assert(expr test, expr? msg)",
    "Import(alias* names)", "ImportFrom(identifier? module, alias* names, int? level)", "Global(identifier* names)",
    "Nonlocal(identifier* names)", "Expr(expr value)", "Pass", "Break", "Continue",
  ],
  expr: [
    "BoolOp(boolop op, expr* values)", "NamedExpr(expr target, expr value)", "BinOp(expr left, operator op, expr right)",
    "UnaryOp(unaryop op, expr operand)", "Lambda(arguments args, expr body)", "IfExp(expr test, expr body, expr orelse)",
    "Dict(expr* keys, expr* values)", "Set(expr* elts)", "ListComp(expr elt, comprehension* generators)",
    "SetComp(expr elt, comprehension* generators)", "DictComp(expr key, expr value, comprehension* generators)",
    "GeneratorExp(expr elt, comprehension* generators)", "Await(expr value)", "Yield(expr? value)", "YieldFrom(expr value)",
    "Compare(expr left, cmpop* ops, expr* comparators)", "Call(expr func, expr* args, keyword* keywords)",
    "FormattedValue(expr value, int conversion, expr? format_spec)", "JoinedStr(expr* values)", "Constant(constant value, string? kind)",
    "Attribute(expr value, identifier attr, expr_context ctx)", "Subscript(expr value, expr slice, expr_context ctx)",
    "Starred(expr value, expr_context ctx)", "Name(identifier id, expr_context ctx)", "List(expr* elts, expr_context ctx)",
    "Tuple(expr* elts, expr_context ctx)", "Slice(expr? lower, expr? upper, expr? step)",
  ],
  expr_context: ["Load", "Store", "Del"],
  boolop: ["And", "Or"],
  operator: ["Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"],
  unaryop: ["Invert", "Not", "UAdd", "USub"],
  cmpop: ["Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"],
  comprehension: ["comprehension(expr target, expr iter, expr* ifs, int is_async)"],
  excepthandler: ["ExceptHandler(expr? type, identifier? name, stmt* body)"],
  arguments: ["arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)"],
  arg: ["arg(identifier arg, expr? annotation, string? type_comment)"],
  keyword: ["keyword(identifier? arg, expr value)"],
  alias: ["alias(identifier name, identifier? asname)"],
  withitem: ["withitem(expr context_expr, expr? optional_vars)"],
  match_case: ["match_case(pattern pattern, expr? guard, stmt* body)"],
  pattern: [
    "MatchValue(expr value)", "MatchSingleton(constant value)", "MatchSequence(pattern* patterns)",
    "MatchMapping(expr* keys, pattern* patterns, identifier? rest)",
    "MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)", "MatchStar(identifier? name)",
    "MatchAs(pattern? pattern, identifier? name)", "MatchOr(pattern* patterns)",
  ],
  type_ignore: ["TypeIgnore(int lineno, string tag)"],
};

const nameOf = (constructor: string): string => constructor.replace(/\(.*/, "");

/** The grammar with some constructors in place of those of their names. */
function replaced(grammar: AbstractGrammar, type: string, ...constructors: readonly string[]): AbstractGrammar {
  const rows = (grammar[type] ?? []).map((row) => constructors.find((other) => nameOf(other) === nameOf(row)) ?? row);
  return { ...grammar, [type]: rows };
}

/** The grammar with a constructor more, behind another. */
function added(grammar: AbstractGrammar, type: string, behind: string, constructor: string): AbstractGrammar {
  return { ...grammar, [type]: (grammar[type] ?? []).flatMap((row) => (nameOf(row) === behind ? [row, constructor] : [row])) };
}

const in311 = added(in310, "stmt", "Try", `TryStar(${TRY})`);
const PARAMETERS = "type_param* type_params";
const in312: AbstractGrammar = {
  ...added(
    replaced(in311, "stmt", `FunctionDef(${FUNCTION}, ${PARAMETERS})`, `AsyncFunctionDef(${FUNCTION}, ${PARAMETERS})`, `ClassDef(${CLASS}, ${PARAMETERS})`),
    "stmt", "Assign", `TypeAlias(expr name, ${PARAMETERS}, expr value)`,
  ),
  type_param: ["TypeVar(identifier name, expr? bound)", "ParamSpec(identifier name)", "TypeVarTuple(identifier name)"],
};
const in313: AbstractGrammar = {
  ...in312,
  type_param: [
    "TypeVar(identifier name, expr? bound, expr? default_value)", "ParamSpec(identifier name, expr? default_value)",
    "TypeVarTuple(identifier name, expr? default_value)",
  ],
};
const in314 = added(
  added(replaced(in313, "expr", "Dict(expr?* keys, expr* values)"), "expr", "JoinedStr", "TemplateStr(expr* values)"),
  "expr", "FormattedValue", "Interpolation(expr value, constant str, int conversion, expr? format_spec)",
);
const in315 = replaced(
  replaced(
    replaced(in314, "expr", "DictComp(expr key, expr? value, comprehension* generators)"),
    "stmt", "Import(alias* names, int? is_lazy)", "ImportFrom(identifier? module, alias* names, int? level, int? is_lazy)",
  ),
  "arguments", "arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults)",
);

const grammars: Readonly<Record<VersionId, AbstractGrammar>> = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 };

export function abstractGrammarOf(version: VersionId): AbstractGrammar {
  return grammars[version];
}
