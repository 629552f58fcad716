import type { BinaryOperator, CompareOperator, Expr, UnaryOperator } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { MEMO } from "./memo.ts";
import { PrimaryRules } from "./primaries.ts";

// How tightly operators bind, loosest first (Doc/reference/expressions.rst, "Operator precedence").
const OR = 1;
const AND = 2;
export const NOT = 3;
const COMPARE = 4;
const BIT_OR = 5;
export const SHIFT = 8;
export const SUM = 9;
export const TERM = 10;
export const FACTOR = 11;

const BINARY = new Map<string, { op: BinaryOperator; level: number }>([
  ["|", { op: "BitOr", level: BIT_OR }],
  ["^", { op: "BitXor", level: 6 }],
  ["&", { op: "BitAnd", level: 7 }],
  ["<<", { op: "LShift", level: SHIFT }],
  [">>", { op: "RShift", level: SHIFT }],
  ["+", { op: "Add", level: SUM }],
  ["-", { op: "Sub", level: SUM }],
  ["*", { op: "Mult", level: TERM }],
  ["/", { op: "Div", level: TERM }],
  ["//", { op: "FloorDiv", level: TERM }],
  ["%", { op: "Mod", level: TERM }],
  ["@", { op: "MatMult", level: TERM }],
]);

const UNARY = new Map<string, UnaryOperator>([["+", "UAdd"], ["-", "USub"], ["~", "Invert"]]);

const COMPARISONS = new Map<string, CompareOperator>([
  ["==", "Eq"], ["!=", "NotEq"], ["<=", "LtE"], ["<", "Lt"], [">=", "GtE"], [">", "Gt"], ["in", "In"], ["is", "Is"], ["not", "NotIn"],
]);

/** Operators, from `or` down to `**` and `await`, by precedence climbing: one call for each level that is used. */
export abstract class OperatorRules extends PrimaryRules {
  disjunction(): Expr | null {
    const memo = this.recall(MEMO.disjunction);
    if (memo) return memo.node as Expr | null;
    const start = this.pos;
    return this.remember(MEMO.disjunction, start, this.operators(OR));
  }

  inversion(): Expr | null {
    return this.operators(NOT);
  }

  bitwiseOr(): Expr | null {
    const memo = this.recall(MEMO.bitwiseOr);
    if (memo) return memo.node as Expr | null;
    const start = this.pos;
    return this.remember(MEMO.bitwiseOr, start, this.operators(BIT_OR));
  }

  /** An expression of operators that bind at least as tightly as `level`. */
  operators(level: number): Expr | null {
    if (this.mistakes && this.knows("notAfterOperator")) this.mistakes?.notAfterOperator(this, level);
    const start = this.token;
    let left = this.operand(start, level);
    while (left) {
      const { kind } = this;
      const binary = BINARY.get(kind);
      const longer = binary ? this.binary(start, left, binary, level) : this.looseOperator(start, left, kind, level);
      if (!longer) return left;
      left = longer;
    }
    return null;
  }

  private operand(start: Token, level: number): Expr | null {
    const { kind } = start;
    if (kind === "not") return level <= NOT ? this.unary(start, "Not", NOT) : null;
    const sign = UNARY.get(kind);
    if (sign) return this.unary(start, sign, FACTOR);
    const left = kind === "await" ? this.awaited(start) : this.primary();
    return left && this.at("**") ? this.power(start, left) : left;
  }

  private unary(start: Token, op: UnaryOperator, level: number): Expr | null {
    const pos = this.pos++;
    this.enter(2);
    const operand = this.operators(level);
    this.leave(2);
    return operand ? { type: "UnaryOp", span: this.spanFrom(start), op, operand } : this.back(pos);
  }

  private awaited(start: Token): Expr | null {
    const pos = this.pos++;
    const value = this.primary();
    return value ? { type: "Await", span: this.spanFrom(start), value } : this.back(pos);
  }

  private power(start: Token, left: Expr): Expr {
    const pos = this.pos++;
    this.enter(3);
    const right = this.operators(FACTOR);
    this.leave(3);
    if (right) return { type: "BinOp", span: this.spanFrom(start), left, op: "Pow", right };
    this.pos = pos;
    return left;
  }

  private binary(start: Token, left: Expr, { op, level: own }: { op: BinaryOperator; level: number }, level: number): Expr | null {
    if (own < level) return null;
    const pos = this.pos++;
    const right = this.operators(own + 1);
    return right ? { type: "BinOp", span: this.spanFrom(start), left, op, right } : this.back(pos);
  }

  /** `or`, `and` and comparisons, which take any number of operands. */
  private looseOperator(start: Token, left: Expr, kind: string, level: number): Expr | null {
    if (kind === "or") return level <= OR ? this.booleans(start, left, kind) : null;
    if (kind === "and") return level <= AND ? this.booleans(start, left, kind) : null;
    return level <= COMPARE && COMPARISONS.has(kind) ? this.comparison(start, left) : null;
  }

  private booleans(start: Token, first: Expr, word: "or" | "and"): Expr | null {
    const values = [first];
    for (;;) {
      const pos = this.pos;
      const value = this.take(word) && this.operators(word === "or" ? AND : NOT);
      if (!value) {
        this.pos = pos;
        break;
      }
      values.push(value);
    }
    return values.length === 1 ? null : { type: "BoolOp", span: this.spanFrom(start), op: word === "or" ? "Or" : "And", values };
  }

  private comparison(start: Token, left: Expr): Expr | null {
    const ops: CompareOperator[] = [];
    const comparators: Expr[] = [];
    for (;;) {
      const pos = this.pos;
      const op = this.compareOperator();
      const right = op && this.operators(BIT_OR);
      if (!op || !right) {
        this.pos = pos;
        break;
      }
      ops.push(op);
      comparators.push(right);
    }
    return ops.length === 0 ? null : { type: "Compare", span: this.spanFrom(start), left, ops, comparators };
  }

  private compareOperator(): CompareOperator | null {
    const op = COMPARISONS.get(this.kind);
    if (!op) return null;
    this.pos++;
    if (op === "NotIn") return this.take("in") && op;
    return op === "Is" && this.take("not") ? "IsNot" : op;
  }
}
