/**
 * The abstract syntax tree: CPython's own nodes and field names (Parser/Python.asdl), as plain data.
 * Nothing here knows an object or a version.
 */

/** Where a node stands in the source. Lines count from 1, columns are UTF-8 byte offsets from 0, as in CPython. */
export interface Span {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

/** The value of a literal. `int` is arbitrary size; `float` and `complex` carry IEEE doubles; `bytes` are octets. */
export type Literal =
  | { readonly kind: "none" }
  | { readonly kind: "ellipsis" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  /** The real part of a literal is always zero; folding makes others. */
  | { readonly kind: "complex"; readonly imag: number; readonly real?: number }
  /** Made by folding only. */
  | { readonly kind: "tuple"; readonly items: readonly Literal[] }
  | { readonly kind: "frozenset"; readonly items: readonly Literal[] }
  /** UTF-16, lone surrogates possible. */
  | { readonly kind: "str"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array };

export type BinaryOperator =
  | "Add" | "Sub" | "Mult" | "MatMult" | "Div" | "Mod" | "Pow"
  | "LShift" | "RShift" | "BitOr" | "BitXor" | "BitAnd" | "FloorDiv";
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";
export type CompareOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";
export type BooleanOperator = "And" | "Or";
/** Names are read, bound or unbound. */
export type Context = "Load" | "Store" | "Del";

interface At {
  readonly span: Span;
}

export type Expr =
  | BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | DictExpr | SetExpr | ListComp | SetComp | DictComp
  | GeneratorExp | Await | Yield | YieldFrom | Compare | Call | FormattedValue | JoinedStr | Interpolation | TemplateStr
  | Constant | Attribute | Subscript | Starred | Name | ListExpr | TupleExpr | Slice;

export interface BoolOp extends At { readonly type: "BoolOp"; readonly op: BooleanOperator; readonly values: readonly Expr[] }
export interface NamedExpr extends At { readonly type: "NamedExpr"; readonly target: Name; readonly value: Expr }
export interface BinOp extends At { readonly type: "BinOp"; readonly left: Expr; readonly op: BinaryOperator; readonly right: Expr }
export interface UnaryOp extends At { readonly type: "UnaryOp"; readonly op: UnaryOperator; readonly operand: Expr }
export interface Lambda extends At { readonly type: "Lambda"; readonly args: Arguments; readonly body: Expr }
export interface IfExp extends At { readonly type: "IfExp"; readonly test: Expr; readonly body: Expr; readonly orelse: Expr }
/** A null key is `**value`. */
export interface DictExpr extends At { readonly type: "Dict"; readonly keys: readonly (Expr | null)[]; readonly values: readonly Expr[] }
export interface SetExpr extends At { readonly type: "Set"; readonly elts: readonly Expr[] }
/** `elt` is a Starred in `[*x for x in y]` (PEP 798). */
export interface ListComp extends At { readonly type: "ListComp"; readonly elt: Expr; readonly generators: readonly Comprehension[] }
export interface SetComp extends At { readonly type: "SetComp"; readonly elt: Expr; readonly generators: readonly Comprehension[] }
/** A null key is `{**value for …}` (PEP 798). */
export interface DictComp extends At { readonly type: "DictComp"; readonly key: Expr | null; readonly value: Expr; readonly generators: readonly Comprehension[] }
export interface GeneratorExp extends At { readonly type: "GeneratorExp"; readonly elt: Expr; readonly generators: readonly Comprehension[] }
export interface Await extends At { readonly type: "Await"; readonly value: Expr }
export interface Yield extends At { readonly type: "Yield"; readonly value: Expr | null }
export interface YieldFrom extends At { readonly type: "YieldFrom"; readonly value: Expr }
export interface Compare extends At { readonly type: "Compare"; readonly left: Expr; readonly ops: readonly CompareOperator[]; readonly comparators: readonly Expr[] }
export interface Call extends At { readonly type: "Call"; readonly func: Expr; readonly args: readonly Expr[]; readonly keywords: readonly Keyword[] }
/** One `{…}` of an f-string. `conversion` is -1, or the character code of s, r or a. */
export interface FormattedValue extends At { readonly type: "FormattedValue"; readonly value: Expr; readonly conversion: number; readonly formatSpec: JoinedStr | null }
export interface JoinedStr extends At { readonly type: "JoinedStr"; readonly values: readonly Expr[] }
/** One `{…}` of a t-string (PEP 750); `str` is the source text of the expression. */
export interface Interpolation extends At { readonly type: "Interpolation"; readonly value: Expr; readonly str: string; readonly conversion: number; readonly formatSpec: JoinedStr | null }
export interface TemplateStr extends At { readonly type: "TemplateStr"; readonly values: readonly Expr[] }
/** `isUnicode`: a string whose (first) literal has the prefix `u`. */
export interface Constant extends At { readonly type: "Constant"; readonly value: Literal; readonly isUnicode?: boolean }
export interface Attribute extends At { readonly type: "Attribute"; readonly value: Expr; readonly attr: string; readonly ctx: Context }
export interface Subscript extends At { readonly type: "Subscript"; readonly value: Expr; readonly slice: Expr; readonly ctx: Context }
export interface Starred extends At { readonly type: "Starred"; readonly value: Expr; readonly ctx: Context }
export interface Name extends At { readonly type: "Name"; readonly id: string; readonly ctx: Context }
export interface ListExpr extends At { readonly type: "List"; readonly elts: readonly Expr[]; readonly ctx: Context }
export interface TupleExpr extends At { readonly type: "Tuple"; readonly elts: readonly Expr[]; readonly ctx: Context }
export interface Slice extends At { readonly type: "Slice"; readonly lower: Expr | null; readonly upper: Expr | null; readonly step: Expr | null }

export interface Comprehension { readonly target: Expr; readonly iter: Expr; readonly ifs: readonly Expr[]; readonly isAsync: boolean }
/** A null `arg` is `**value`. */
export interface Keyword extends At { readonly arg: string | null; readonly value: Expr }
export interface Arg extends At { readonly arg: string; readonly annotation: Expr | null }
/** `defaults` belong to the last positional arguments; `kwDefaults` has one entry per keyword-only argument, null where there is none. */
export interface Arguments {
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  readonly kwDefaults: readonly (Expr | null)[];
  readonly kwarg: Arg | null;
  readonly defaults: readonly Expr[];
}

export type Stmt =
  | FunctionDef | AsyncFunctionDef | ClassDef | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign | For | AsyncFor
  | While | If | With | AsyncWith | Match | RaiseStmt | Try | Assert | Import | ImportFrom | Global | Nonlocal | ExprStmt
  | Pass | Break | Continue;

interface FunctionParts extends At {
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
  readonly returns: Expr | null;
  readonly typeParams: readonly TypeParam[];
}
/** The span starts at `def`, not at the decorators, as in CPython. */
export interface FunctionDef extends FunctionParts { readonly type: "FunctionDef" }
export interface AsyncFunctionDef extends FunctionParts { readonly type: "AsyncFunctionDef" }
export interface ClassDef extends At {
  readonly type: "ClassDef";
  readonly name: string;
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
  readonly typeParams: readonly TypeParam[];
}
export interface Return extends At { readonly type: "Return"; readonly value: Expr | null }
export interface Delete extends At { readonly type: "Delete"; readonly targets: readonly Expr[] }
export interface Assign extends At { readonly type: "Assign"; readonly targets: readonly Expr[]; readonly value: Expr }
export interface TypeAlias extends At { readonly type: "TypeAlias"; readonly name: Name; readonly typeParams: readonly TypeParam[]; readonly value: Expr }
export interface AugAssign extends At { readonly type: "AugAssign"; readonly target: Expr; readonly op: BinaryOperator; readonly value: Expr }
/** `simple` is true for a bare name without parentheses. */
export interface AnnAssign extends At { readonly type: "AnnAssign"; readonly target: Expr; readonly annotation: Expr; readonly value: Expr | null; readonly simple: boolean }
interface ForParts extends At { readonly target: Expr; readonly iter: Expr; readonly body: readonly Stmt[]; readonly orelse: readonly Stmt[] }
export interface For extends ForParts { readonly type: "For" }
export interface AsyncFor extends ForParts { readonly type: "AsyncFor" }
export interface While extends At { readonly type: "While"; readonly test: Expr; readonly body: readonly Stmt[]; readonly orelse: readonly Stmt[] }
export interface If extends At { readonly type: "If"; readonly test: Expr; readonly body: readonly Stmt[]; readonly orelse: readonly Stmt[] }
export interface With extends At { readonly type: "With"; readonly items: readonly WithItem[]; readonly body: readonly Stmt[] }
export interface AsyncWith extends At { readonly type: "AsyncWith"; readonly items: readonly WithItem[]; readonly body: readonly Stmt[] }
export interface Match extends At { readonly type: "Match"; readonly subject: Expr; readonly cases: readonly MatchCase[] }
export interface RaiseStmt extends At { readonly type: "Raise"; readonly exc: Expr | null; readonly cause: Expr | null }
/** `star` is true for `except*` (PEP 654). */
export interface Try extends At {
  readonly type: "Try";
  readonly star: boolean;
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}
export interface Assert extends At { readonly type: "Assert"; readonly test: Expr; readonly msg: Expr | null }
/** `lazy` is PEP 810's `lazy import`. */
export interface Import extends At { readonly type: "Import"; readonly names: readonly Alias[]; readonly lazy: boolean }
export interface ImportFrom extends At { readonly type: "ImportFrom"; readonly module: string | null; readonly names: readonly Alias[]; readonly level: number; readonly lazy: boolean }
export interface Global extends At { readonly type: "Global"; readonly names: readonly string[] }
export interface Nonlocal extends At { readonly type: "Nonlocal"; readonly names: readonly string[] }
export interface ExprStmt extends At { readonly type: "Expr"; readonly value: Expr }
export interface Pass extends At { readonly type: "Pass" }
export interface Break extends At { readonly type: "Break" }
export interface Continue extends At { readonly type: "Continue" }

/** A null `excType` is a bare `except:`. */
export interface ExceptHandler extends At { readonly excType: Expr | null; readonly name: string | null; readonly body: readonly Stmt[] }
export interface WithItem { readonly contextExpr: Expr; readonly optionalVars: Expr | null }
export interface Alias extends At { readonly name: string; readonly asname: string | null }
export interface MatchCase { readonly pattern: Pattern; readonly guard: Expr | null; readonly body: readonly Stmt[] }

export type Pattern = MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;
export interface MatchValue extends At { readonly type: "MatchValue"; readonly value: Expr }
export interface MatchSingleton extends At { readonly type: "MatchSingleton"; readonly value: Literal }
export interface MatchSequence extends At { readonly type: "MatchSequence"; readonly patterns: readonly Pattern[] }
export interface MatchMapping extends At { readonly type: "MatchMapping"; readonly keys: readonly Expr[]; readonly patterns: readonly Pattern[]; readonly rest: string | null }
export interface MatchClass extends At { readonly type: "MatchClass"; readonly cls: Expr; readonly patterns: readonly Pattern[]; readonly kwdAttrs: readonly string[]; readonly kwdPatterns: readonly Pattern[] }
export interface MatchStar extends At { readonly type: "MatchStar"; readonly name: string | null }
/** No pattern and no name is the wildcard `_`. */
export interface MatchAs extends At { readonly type: "MatchAs"; readonly pattern: Pattern | null; readonly name: string | null }
export interface MatchOr extends At { readonly type: "MatchOr"; readonly patterns: readonly Pattern[] }

/** PEP 695 and, for `defaultValue`, PEP 696. */
export type TypeParam = At & { readonly name: string; readonly defaultValue: Expr | null } & (
  | { readonly type: "TypeVar"; readonly bound: Expr | null }
  | { readonly type: "ParamSpec" }
  | { readonly type: "TypeVarTuple" }
);

/**
 * A whole compile unit. `exec` is a script or module, `single` one interactive statement whose expression values are
 * printed, `eval` one expression.
 */
export type Module =
  | { readonly mode: "exec" | "single"; readonly body: readonly Stmt[] }
  | { readonly mode: "eval"; readonly body: Expr };
