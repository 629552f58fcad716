import type { Arguments, BinaryOperator, CompareOperator, Comprehension, Expr, FormattedValue, Literal, UnaryOperator } from "../../syntax/ast.ts";
import { constantRepr, strRepr } from "../constant-repr.ts";
import { constOfLiteral } from "../constants/const-cache.ts";

/** How tightly each kind of expression binds, loosest first (Python/ast_unparse.c). */
const Level = {
  TUPLE: 0, TEST: 1, OR: 2, AND: 3, NOT: 4, COMPARE: 5, BIT_OR: 6, BIT_XOR: 7, BIT_AND: 8, SHIFT: 9, ARITHMETIC: 10, TERM: 11, FACTOR: 12,
  POWER: 13, AWAIT: 14, ATOM: 15,
} as const;
const EXPRESSION = Level.BIT_OR;

/** The source text of an expression in CPython's own spelling, as `from __future__ import annotations` keeps it. */
export function unparse(e: Expr): string {
  return write(e, Level.TEST);
}

function parenthesize(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

const BINARY: Readonly<Record<BinaryOperator, readonly [string, number]>> = {
  Add: [" + ", Level.ARITHMETIC], Sub: [" - ", Level.ARITHMETIC], Mult: [" * ", Level.TERM], MatMult: [" @ ", Level.TERM],
  Div: [" / ", Level.TERM], Mod: [" % ", Level.TERM], FloorDiv: [" // ", Level.TERM], LShift: [" << ", Level.SHIFT], RShift: [" >> ", Level.SHIFT],
  BitOr: [" | ", Level.BIT_OR], BitXor: [" ^ ", Level.BIT_XOR], BitAnd: [" & ", Level.BIT_AND], Pow: [" ** ", Level.POWER],
};
const UNARY: Readonly<Record<UnaryOperator, readonly [string, number]>> = {
  Invert: ["~", Level.FACTOR], Not: ["not ", Level.NOT], UAdd: ["+", Level.FACTOR], USub: ["-", Level.FACTOR],
};
const COMPARE: Readonly<Record<CompareOperator, string>> = {
  Eq: " == ", NotEq: " != ", Lt: " < ", LtE: " <= ", Gt: " > ", GtE: " >= ", Is: " is ", IsNot: " is not ", In: " in ", NotIn: " not in ",
};

function write(e: Expr, level: number): string {
  switch (e.type) {
    case "BoolOp": {
      const [own, word] = e.op === "And" ? [Level.AND, " and "] : [Level.OR, " or "];
      return parenthesize(e.values.map((v) => write(v, own + 1)).join(word), level > own);
    }
    case "BinOp": {
      const [word, own] = BINARY[e.op];
      const isRight = e.op === "Pow";
      return parenthesize(write(e.left, own + (isRight ? 1 : 0)) + word + write(e.right, own + (isRight ? 0 : 1)), level > own);
    }
    case "UnaryOp": {
      const [word, own] = UNARY[e.op];
      return parenthesize(word + write(e.operand, own), level > own);
    }
    case "Compare": {
      const rest = e.ops.map((op, i) => COMPARE[op] + (e.comparators[i] ? write(e.comparators[i], Level.COMPARE + 1) : ""));
      return parenthesize(write(e.left, Level.COMPARE + 1) + rest.join(""), level > Level.COMPARE);
    }
    case "IfExp": {
      const text = `${write(e.body, Level.TEST + 1)} if ${write(e.test, Level.TEST + 1)} else ${write(e.orelse, Level.TEST)}`;
      return parenthesize(text, level > Level.TEST);
    }
    case "Lambda": {
      const args = writeArguments(e.args);
      return parenthesize(`lambda${args === "" ? "" : " "}${args}: ${write(e.body, Level.TEST)}`, level > Level.TEST);
    }
    default:
      return writeMore(e, level);
  }
}

type Operation = Extract<Expr, { type: "BoolOp" | "BinOp" | "UnaryOp" | "Compare" | "IfExp" | "Lambda" }>;

function writeMore(e: Exclude<Expr, Operation>, level: number): string {
  switch (e.type) {
    case "Name":
      return e.id;
    case "Constant":
      return (e.isUnicode ? "u" : "") + writeLiteral(e.value);
    case "Attribute": {
      const value = write(e.value, Level.ATOM);
      // `1 .real`: a dot after the digits would belong to the number.
      const isInt = e.value.type === "Constant" && e.value.value.kind === "int";
      return `${value}${isInt ? " " : ""}.${e.attr}`;
    }
    case "Subscript":
      return `${write(e.value, Level.ATOM)}[${write(e.slice, Level.TUPLE)}]`;
    case "Starred":
      return `*${write(e.value, EXPRESSION)}`;
    case "Call":
      return writeCall(e);
    case "Slice":
      return writeSlice(e);
    case "Await":
      return parenthesize(`await ${write(e.value, Level.ATOM)}`, level > Level.AWAIT);
    case "Yield":
      return e.value === null ? "(yield)" : `(yield ${write(e.value, Level.TEST)})`;
    case "YieldFrom":
      return `(yield from ${write(e.value, Level.TEST)})`;
    case "NamedExpr":
      return parenthesize(`${write(e.target, Level.ATOM)} := ${write(e.value, Level.ATOM)}`, level > Level.TUPLE);
    default:
      return writeDisplay(e, level);
  }
}

type Display = Extract<Expr, {
  type: "List" | "Tuple" | "Set" | "Dict" | "ListComp" | "SetComp" | "DictComp" | "GeneratorExp" | "JoinedStr" | "FormattedValue" | "TemplateStr" | "Interpolation";
}>;

function writeDisplay(e: Display, level: number): string {
  const items = (elts: readonly Expr[]): string => elts.map((elt) => write(elt, Level.TEST)).join(", ");
  switch (e.type) {
    case "List":
      return `[${items(e.elts)}]`;
    case "Set":
      return `{${items(e.elts)}}`;
    case "Tuple":
      if (e.elts.length === 0) return "()";
      return parenthesize(e.elts.length === 1 ? `${items(e.elts)},` : items(e.elts), level > Level.TUPLE);
    case "Dict":
      return `{${e.values.map((value, i) => writePair(e.keys[i] ?? null, value)).join(", ")}}`;
    case "ListComp":
      return `[${write(e.elt, Level.TEST)}${writeGenerators(e.generators)}]`;
    case "SetComp":
      return `{${write(e.elt, Level.TEST)}${writeGenerators(e.generators)}}`;
    case "GeneratorExp":
      return `(${write(e.elt, Level.TEST)}${writeGenerators(e.generators)})`;
    case "DictComp":
      return `{${writePair(e.key, e.value)}${writeGenerators(e.generators)}}`;
    case "JoinedStr":
    case "FormattedValue":
      return `f${strRepr(writeFormat(e))}`;
    case "TemplateStr":
    case "Interpolation":
      return `t${strRepr(writeFormat(e))}`;
  }
}

function writePair(key: Expr | null, value: Expr): string {
  return key === null ? `**${write(value, EXPRESSION)}` : `${write(key, Level.TEST)}: ${write(value, Level.TEST)}`;
}

function writeGenerators(generators: readonly Comprehension[]): string {
  return generators
    .map((g) => {
      const head = `${g.isAsync ? " async for " : " for "}${write(g.target, Level.TUPLE)} in ${write(g.iter, Level.TEST + 1)}`;
      return head + g.ifs.map((condition) => ` if ${write(condition, Level.TEST + 1)}`).join("");
    })
    .join("");
}

/** The inside of an f-string or t-string. */
function writeFormat(e: Expr): string {
  if (e.type === "JoinedStr" || e.type === "TemplateStr") return e.values.map(writeFormat).join("");
  if (e.type === "Constant" && e.value.kind === "str") return e.value.value.replaceAll("{", "{{").replaceAll("}", "}}");
  if (e.type === "FormattedValue") return writeField(write(e.value, Level.TEST + 1), e);
  return e.type === "Interpolation" ? writeField(e.str, e) : write(e, Level.TEST);
}

function writeField(value: string, e: Pick<FormattedValue, "conversion" | "formatSpec">): string {
  const space = value.startsWith("{") ? " " : "";
  const conversion = e.conversion === -1 ? "" : `!${String.fromCharCode(e.conversion)}`;
  return `{${space}${value}${conversion}${e.formatSpec === null ? "" : `:${writeFormat(e.formatSpec)}`}}`;
}

/** Infinity has no literal of its own. */
const INFINITY = "1e309";

function writeLiteral(value: Literal): string {
  if (value.kind === "ellipsis") return "...";
  const text = constantRepr(constOfLiteral(value), "");
  return value.kind === "float" || value.kind === "complex" ? text.replace("inf", INFINITY) : text;
}

function writeSlice({ lower, upper, step }: Extract<Expr, { type: "Slice" }>): string {
  const part = (e: Expr | null): string => (e === null ? "" : write(e, Level.TEST));
  return `${part(lower)}:${part(upper)}${step === null ? "" : `:${part(step)}`}`;
}

function writeCall(e: Extract<Expr, { type: "Call" }>): string {
  const func = write(e.func, Level.ATOM);
  const only = e.args[0];
  if (e.args.length === 1 && e.keywords.length === 0 && only?.type === "GeneratorExp") return func + write(only, Level.TEST);
  const args = e.args.map((arg) => write(arg, Level.TEST));
  const keywords = e.keywords.map(({ arg, value }) => (arg === null ? "**" : `${arg}=`) + write(value, Level.TEST));
  return `${func}(${[...args, ...keywords].join(", ")})`;
}

function writeArguments(args: Arguments): string {
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  const parts: string[] = [];
  positional.forEach(({ arg }, i) => {
    const value = args.defaults[i - firstDefault];
    parts.push(arg + (value === undefined ? "" : `=${write(value, Level.TEST)}`));
    if (i === args.posonlyargs.length - 1) parts.push("/");
  });
  if (args.vararg !== null || args.kwonlyargs.length > 0) parts.push(`*${args.vararg?.arg ?? ""}`);
  args.kwonlyargs.forEach(({ arg }, i) => {
    const value = args.kwDefaults[i] ?? null;
    parts.push(arg + (value === null ? "" : `=${write(value, Level.TEST)}`));
  });
  if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
  return parts.join(", ");
}
